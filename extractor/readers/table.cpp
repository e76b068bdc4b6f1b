#include "extractor/readers/table.hpp"

#include "extractor/readers/html.hpp"
#include "extractor/readers/jsonl.hpp"
#include "extractor/readers/text.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace actorgraph {
namespace {

constexpr std::size_t opening_bytes = 4096;

bool opens_object(std::string_view opening) {
    const auto first = opening.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string_view::npos && opening[first] == '{';
}

constexpr std::array table{
    Reader{"text", ".txt .text .md .markdown", nullptr, nullptr, read_text, nullptr},
    Reader{"JSON lines", ".jsonl .ndjson", nullptr, opens_object, read_jsonl, nullptr},
    Reader{"HTML", ".html .htm .xhtml .xml", nullptr, looks_like_html, nullptr, read_html},
    Reader{"JSON", ".json", nullptr, nullptr, read_json, nullptr},
};

std::string extension_of(const std::string& path) {
    std::string extension = std::filesystem::path(path).extension().string();
    for (char& c : extension) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return extension;
}

bool has_extension(const Reader& reader, const std::string& extension) {
    const auto at = reader.extensions.find(extension);
    const auto end = at + extension.size();
    return extension.size() > 1 && at != std::string_view::npos &&
           (end == reader.extensions.size() || reader.extensions[end] == ' ');
}

const Reader* by_extension(const std::string& path) {
    const std::string extension = extension_of(path);
    const auto* found = std::find_if(table.begin(), table.end(), [&](const Reader& reader) {
        return has_extension(reader, extension);
    });
    return found == table.end() ? nullptr : found;
}

const Reader& choose(std::string_view opening, const std::string& path) {
    const auto tells = [&](auto test) {
        return std::find_if(table.begin(), table.end(), [&](const Reader& reader) {
            return reader.*test != nullptr && (reader.*test)(opening);
        });
    };
    if (const auto* found = tells(&Reader::has_magic); found != table.end()) {
        return *found;
    }
    if (const Reader* found = by_extension(path)) {
        return *found;
    }
    const auto* found = tells(&Reader::looks_like);
    return found == table.end() ? table.front() : *found;
}

} // namespace

bool is_known_extension(const std::string& path) {
    return by_extension(path) != nullptr;
}

std::string known_extensions() {
    std::string list;
    for (const Reader& reader : table) {
        list += (list.empty() ? "" : " ") + std::string(reader.extensions);
    }
    return list;
}

void read_any(ByteSource& source, const Intake& reading) {
    const Reader& reader = choose(source.peek(opening_bytes), reading.id);
    if (reader.stream != nullptr) {
        reader.stream(source, reading);
        return;
    }
    const std::uint64_t limit = reading.options.limits.document_bytes;
    const std::uint64_t before = source.taken();
    const auto bytes = source.read_all(limit);
    if (bytes) {
        reader.whole(*bytes, reading);
    } else {
        refuse(reading, source.taken() - before,
               "the document is longer than the limit of " + size_in_words(limit),
               "raise --max-document");
    }
}

} // namespace actorgraph
