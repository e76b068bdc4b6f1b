#pragma once

#include "core/diagnostic.hpp"
#include "core/facts.hpp"
#include "store/database.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace actorgraph {

/// What told a file apart from its later versions when it was read. Times are nanoseconds since 1970.
struct InputStamp {
    std::int64_t size = 0;
    std::int64_t mtime = 0;
    std::int64_t ctime = 0;
    std::string sha256; ///< 32 bytes; empty: the file was not read to its end

    friend bool operator==(const InputStamp&, const InputStamp&) = default;
};

/// A file that was read, or begun to be read.
struct StoredInput {
    std::int64_t row = 0;
    InputStamp stamp;
    std::string program; ///< which program's readers read it
    std::string since;   ///< documents dated before were left out; empty: none were
    bool has_failures = false;
};

/// A document as `documents` lists it.
struct StoredDocument {
    std::string content; ///< content_key
    std::string sha256, title, date, outlet;
    std::vector<std::string> names; ///< ids in the inputs that hold it, sorted
    std::int64_t text_bytes = 0;
    bool is_merged = false; ///< its facts came from another machine
};

struct StoredFailure {
    std::string path;
    Diagnostic problem;
};

enum class TextWanted { no, yes };

/// Reads a case file. Any number of readers, beside one writer; each call sees the last commit. A blank
/// file is an empty case. Damage is a StoreFailure {damaged}.
class CaseReader {
  public:
    explicit CaseReader(const std::string& path);

    /// Facts of every document in the order of (id, content key): the arrival order never shows. The
    /// id is the first of the document's names. Without text, offsets are code points. Facts read by
    /// this machine win over merged ones; of several merged the one whose bytes sort first.
    void each_facts(TextWanted text, const std::function<void(DocumentFacts)>& take);

    /// Whole facts of every document known by this name.
    void facts_of(const std::string& name, const std::function<void(DocumentFacts)>& take);

    std::vector<StoredDocument> documents(); ///< sorted by first name, then content key
    std::vector<StoredFailure> failures();   ///< sorted by path, line, place
    std::vector<StoredFailure> failures_of(const std::string& path);

    std::optional<StoredInput> input(const std::string& path);
    /// Is there a document of this key with facts of this engine?
    bool has_facts(const std::string& content, const std::string& engine);
    /// (id, SHA-256) of every document an input holds, sorted.
    std::vector<std::pair<std::string, std::string>> documents_of(const std::string& path);

    /// A document whose facts another engine made, with the row of those facts. Rows ascend.
    struct Stale {
        std::int64_t facts = 0;
        Document document;
    };
    std::optional<Stale> next_stale(const std::string& engine, std::int64_t after);

    /// Row counts by name: documents, names, inputs, failures, text_bytes, file_bytes.
    std::map<std::string, std::int64_t> counts();

  private:
    struct Chosen;
    std::vector<Chosen> choose();
    void give(const std::vector<Chosen>& chosen, TextWanted text,
              const std::function<void(DocumentFacts)>& take);
    std::string text_of(const Statement& row, int frame, int size);
    Database database_;
    bool is_blank_;
    std::optional<Statement> input_, has_facts_;
};

} // namespace actorgraph
