#pragma once

#include "core/diagnostic.hpp"
#include "core/document.hpp"
#include "extractor/readers/limits.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actorgraph {

/// One input to read: a file, or standard input when `path` is "-".
struct Input {
    std::filesystem::path path;
    std::string id; ///< what the document of this input is called
};

/// Files of the paths given, in the order of their path bytes; folders are walked for extensions
/// that a reader knows, other files are counted in a warning. A missing path or a folder without
/// documents is a problem; the rest is still listed.
std::pair<std::vector<Input>, Diagnostics> list_inputs(const std::vector<std::string>& paths);

/// Takes what an input gives, one at a time and in the order of the input. An error names something
/// that was refused, a warning something that was mended or left out.
struct ReadSink {
    std::function<void(Document document)> document;
    std::function<void(Diagnostic problem)> problem;
};

/// Where the bytes of an input went: `bytes = read + skipped + refused`, always. Members of an
/// archive count unpacked.
struct ReadTally {
    std::uint64_t bytes = 0;
    std::uint64_t read = 0; ///< became documents
    std::uint64_t skipped =
        0; ///< blank rows, members that hold no text; each with a warning or by design
    std::uint64_t refused = 0; ///< each with an error
    std::uint64_t documents = 0;
};

/// Reads one input: a text, page, mail or PDF gives a document; a table of rows, a mailbox or an
/// archive gives many, none of which stands in memory longer than `sink` holds it. What opens the
/// bytes (magic numbers) chooses the reader, else the extension, else how the text looks. PDFs,
/// office files and archives are parsed in a child process, so that their faults and bombs are
/// refusals.
ReadTally read_documents(const Input& input, const ReadOptions& options, const ReadSink& sink);

/// The same for bytes in memory, everything collected.
struct ReadDocuments {
    std::vector<Document> documents;
    Diagnostics problems;
    ReadTally tally;
};
ReadDocuments parse_documents(std::string_view bytes, const std::string& id,
                              const ReadOptions& options = {});

/// SHA-256 (FIPS 180-4) as lower-case hex.
std::string sha256_hex(std::string_view bytes);

} // namespace actorgraph
