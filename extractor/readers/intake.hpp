#pragma once

#include "extractor/readers.hpp"
#include "extractor/readers/source.hpp"

namespace actorgraph {

/// One input, or one member of it, on its way to the sink. Every byte taken from a source ends in
/// exactly one of `deliver`, `skip` and `refuse`.
struct Intake {
    std::string id; ///< of the file or member; names its documents and stands in diagnostics
    const ReadOptions& options;
    const ReadSink& sink;
    ReadTally& tally;
    std::uint32_t depth = 0; ///< how many archives or mails this lies in
    int descriptor = -1;     ///< the open file, when the whole of it is this input
};

/// Hands a document on; its `source_bytes` count as read. Fills an empty id.
void deliver(const Intake& reading, Document document);

/// Counts bytes that hold no text.
void skip(const Intake& reading, std::uint64_t bytes);

/// Counts bytes that are not read and says why; `line` from 1, 0 = the whole.
void refuse(const Intake& reading, std::uint64_t bytes, std::string message, std::string hint,
            std::size_t line = 0);

/// Says what was mended or left out.
void warn(const Intake& reading, std::string message, std::string hint, std::size_t line = 0);

/// "16 MiB", "1.5 KiB", "12 bytes".
std::string size_in_words(std::uint64_t bytes);

/// Reads an input of any format: chooses the reader and runs it.
void read_any(ByteSource& source, const Intake& reading);

} // namespace actorgraph
