#pragma once

#include "store/case_reader.hpp"
#include "store/packed_document.hpp"
#include "store/writer_lock.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace actorgraph {

/// How an input ended.
struct InputEnd {
    InputStamp stamp;    ///< without sha256: read it again next time
    std::string program; ///< whose readers read it
    std::string since;
    Diagnostics refusals;
    bool keeps_others = false; ///< leave documents of it that were not put this time
};

/// Changes a case file: the only writer (WriterLock). Everything between two commits is kept whole or
/// not at all, whatever happens to program or power. Throws StoreFailure; then the case is as at the
/// last commit.
class CaseWriter {
  public:
    /// Makes the file or brings its schema up to date. `command` and `program` go into the run log.
    CaseWriter(const std::string& path, std::string_view command, std::string_view program,
               std::chrono::milliseconds patience = std::chrono::milliseconds(0));
    ~CaseWriter();

    /// The row of an input, made when new.
    std::int64_t open_input(const std::string& path);

    enum class Put {
        unchanged, ///< the input held this document under this name
        known,     ///< another input or name holds it
        added,
    };
    /// An input holds a document under a name. Facts of `engine` "" are merged ones. Idempotent.
    Put put(std::int64_t input, const std::string& name, const PackedDocument& packed,
            const std::string& engine);
    /// The same for a document whose facts of `engine` are stored; nullopt when they are not.
    std::optional<Put> link(std::int64_t input, const std::string& name, const std::string& content,
                            const std::string& engine);
    /// An input still holds a document under a name, if it did; for what is left out this time.
    void keep(std::int64_t input, const std::string& name, const std::string& content);
    /// Closes an input: what it held before and was not put since the last close goes, unless kept;
    /// refusals replace the former ones. Inputs are put one after another. Returns how many names went.
    std::size_t close_input(std::int64_t input, const InputEnd& end);
    /// The file is the same under a new stamp.
    void touch_input(std::int64_t input, const StoredInput& stored, const InputStamp& stamp);

    /// Puts the facts of another engine in the place of `facts`; true when they say something else.
    bool replace_facts(std::int64_t facts, const PackedDocument& packed, const std::string& engine);

    /// Takes out what an input path, a document id, or a SHA-256 (8 or more hex digits of its
    /// beginning) names. Returns how many names went.
    std::size_t remove(const std::string& what);

    /// Makes everything since the last commit durable. Does nothing when there is nothing.
    void commit();
    /// Drops documents without a name, closes the run in the log, commits.
    void finish(std::string_view summary);

  private:
    struct Statements;
    void begin();
    std::int64_t put_document(const PackedDocument& packed);
    std::int64_t put_facts(std::int64_t document, const PackedDocument& packed, const std::string& engine);
    Put put_source(std::int64_t input, const std::string& name, std::int64_t facts, bool is_new);

    WriterLock lock_;
    Database database_;
    std::unique_ptr<Statements> statements_;
    std::int64_t run_ = 0;
    std::int64_t pass_ = 0; ///< marks what was put since the last close; never used twice
    bool is_open_ = false;
};

} // namespace actorgraph
