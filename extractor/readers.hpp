#pragma once

#include "core/diagnostic.hpp"
#include "core/document.hpp"

#include <filesystem>
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

/// Files of the paths given, in the order of their path bytes; folders are walked for extensions that a
/// reader knows. A missing path or a folder without documents is a problem; the rest is still listed.
std::pair<std::vector<Input>, Diagnostics> list_inputs(const std::vector<std::string>& paths);

/// Documents of one input (a text file gives one, JSONL one a line) and what was wrong with it.
/// An input that cannot be read gives no document and an error; mended bytes give a warning.
struct ReadDocuments {
    std::vector<Document> documents;
    Diagnostics problems;
};
ReadDocuments read_documents(const Input& input);

/// Documents of bytes in memory; the extension of `id` chooses the reader, text when none fits.
ReadDocuments parse_documents(std::string_view bytes, const std::string& id);

/// SHA-256 (FIPS 180-4) as lower-case hex.
std::string sha256_hex(std::string_view bytes);

} // namespace actorgraph
