#pragma once

#include "cli/engine.hpp"
#include "extractor/readers.hpp"
#include "store/case_reader.hpp"
#include "store/case_writer.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace actorgraph {

/// What one ingest is asked to do.
struct IngestOrder {
    std::string case_path;
    std::vector<Input> inputs; ///< sorted
    Engine engine;
    std::string since;         ///< documents dated before are left out; empty: none
    bool retries_failed = false; ///< read unchanged inputs again that had refusals
    ReadOptions reading = {};
};

/// One step of an ingest, in the order it is written.
struct IngestItem {
    enum class Kind {
        document,        ///< a document of an input
        left_out,        ///< a document dated before `since`
        end_of_input,    ///< every document of the input was given
        unchanged_input, ///< the input is as it was; nothing was parsed
        stale,           ///< a stored document whose facts another engine made
    };
    Kind kind = Kind::document;
    std::string input;  ///< key of the input
    std::string name;   ///< what the document is called there
    Document document;
    std::string content;
    bool has_facts = false; ///< facts of this engine are stored
    std::optional<PackedDocument> packed;
    InputEnd end;
    StoredInput stored;
    Diagnostics problems;
    std::uint64_t bytes = 0;     ///< how far the walk is in the inputs
    std::int64_t stale_facts = 0;
};

/// Takes an item; false: stop.
using IngestSink = std::function<bool(IngestItem)>;

/// Reads the inputs of an order and gives what is to be done, in their order. Looks into the case file,
/// never changes it. Ends early after Ctrl-C; true when it came to the end.
bool walk_inputs(const IngestOrder& order, CaseReader& stored, const IngestSink& give);

/// Gives the stored documents whose facts another engine made; ends as walk_inputs does.
bool walk_stale(const IngestOrder& order, CaseReader& stored, const IngestSink& give);

} // namespace actorgraph
