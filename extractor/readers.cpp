#include "extractor/readers.hpp"

#include "extractor/readers/jsonl.hpp"
#include "extractor/readers/text.hpp"

#include <cryptopp/sha.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>

namespace actorgraph {
namespace {

namespace fs = std::filesystem;

struct Reader {
    std::string_view extension;
    ReadDocuments (*read)(std::string_view bytes, const std::string& id);
};
constexpr std::array readers{
    Reader{".txt", read_text},   Reader{".text", read_text},    Reader{".md", read_text},
    Reader{".jsonl", read_jsonl}, Reader{".ndjson", read_jsonl},
};

const Reader* reader_for(const std::string& extension) {
    const auto* found = std::find_if(readers.begin(), readers.end(),
                                     [&](const Reader& r) { return r.extension == extension; });
    return found == readers.end() ? nullptr : found;
}

std::string known_extensions() {
    std::string list;
    for (const Reader& reader : readers) {
        list += (list.empty() ? "" : " ") + std::string(reader.extension);
    }
    return list;
}

Diagnostic refusal(const std::string& file, std::string message, std::string hint) {
    return {Severity::error, file, 0, 0, std::move(message), std::move(hint)};
}

void list_folder(const fs::path& folder, std::vector<Input>& inputs, Diagnostics& problems) {
    std::error_code failure;
    std::size_t count = 0;
    const auto options = fs::directory_options::skip_permission_denied;
    for (auto at = fs::recursive_directory_iterator(folder, options, failure);
         !failure && at != fs::recursive_directory_iterator(); at.increment(failure)) {
        std::error_code ignored;
        if (at->is_regular_file(ignored) && reader_for(at->path().extension().string()) != nullptr) {
            inputs.push_back({at->path(), at->path().string()});
            ++count;
        }
    }
    if (failure) {
        problems.push_back(refusal(folder.string(), "cannot read the folder: " + failure.message(),
                                   "check its permissions"));
    } else if (count == 0) {
        problems.push_back(refusal(folder.string(), "the folder holds no documents",
                                   "give a folder with files that end in " + known_extensions()));
    }
}

bool is_binary(std::string_view bytes) {
    return bytes.substr(0, 8192).find('\0') != std::string_view::npos;
}

/// Standard input: JSONL when its first byte that is not blank opens an object, text otherwise.
bool looks_like_jsonl(std::string_view bytes) {
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '{';
}

} // namespace

std::pair<std::vector<Input>, Diagnostics> list_inputs(const std::vector<std::string>& paths) {
    std::vector<Input> inputs;
    Diagnostics problems;
    for (const std::string& path : paths) {
        std::error_code failure;
        if (path == "-") {
            inputs.push_back({"-", "-"});
        } else if (!fs::exists(path, failure)) {
            problems.push_back(refusal(path, "no such file or folder", "check the path"));
        } else if (fs::is_directory(path, failure)) {
            list_folder(path, inputs, problems);
        } else {
            inputs.push_back({path, path});
        }
    }
    std::sort(inputs.begin(), inputs.end(),
              [](const Input& a, const Input& b) { return a.id < b.id; });
    const auto last = std::unique(inputs.begin(), inputs.end(),
                                  [](const Input& a, const Input& b) { return a.id == b.id; });
    inputs.erase(last, inputs.end());
    return {std::move(inputs), std::move(problems)};
}

ReadDocuments read_documents(const Input& input) {
    if (input.path == "-") {
        const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
        return parse_documents(bytes, looks_like_jsonl(bytes) ? "-.jsonl" : "-");
    }
    std::ifstream in(input.path, std::ios::binary);
    if (!in) {
        return {{}, {refusal(input.id, "cannot open the file", "check its permissions")}};
    }
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (in.bad()) {
        return {{}, {refusal(input.id, "reading the file failed", "check the disk")}};
    }
    return parse_documents(bytes, input.id);
}

ReadDocuments parse_documents(std::string_view bytes, const std::string& id) {
    const Reader* reader = reader_for(fs::path(id).extension().string());
    const std::string shown = id == "-.jsonl" ? "-" : id;
    if (is_binary(bytes)) {
        return {{}, {refusal(shown, "the file is binary, not text", "convert it to plain text first")}};
    }
    return reader == nullptr ? read_text(bytes, shown) : reader->read(bytes, shown);
}

std::string sha256_hex(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::array<CryptoPP::byte, CryptoPP::SHA256::DIGESTSIZE> digest{};
    CryptoPP::SHA256().CalculateDigest(
        digest.data(), reinterpret_cast<const CryptoPP::byte*>(bytes.data()), bytes.size());
    std::string hex;
    for (const CryptoPP::byte byte : digest) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 15U];
    }
    return hex;
}

} // namespace actorgraph
