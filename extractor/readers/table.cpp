#include "extractor/readers/table.hpp"

#include "extractor/readers/archive.hpp"
#include "extractor/readers/html.hpp"
#include "extractor/readers/jsonl.hpp"
#include "extractor/readers/mail.hpp"
#include "extractor/readers/markdown.hpp"
#include "extractor/readers/office.hpp"
#include "extractor/readers/pdf.hpp"
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
    Reader{"text", ".txt .text", nullptr, nullptr, read_text, nullptr},
    Reader{"Markdown", ".md .markdown", nullptr, nullptr, read_markdown, nullptr},
    Reader{"JSON lines", ".jsonl .ndjson", nullptr, opens_object, read_jsonl, nullptr},
    Reader{"HTML", ".html .htm .xhtml .xml", nullptr, looks_like_html, nullptr, read_html},
    Reader{"PDF", ".pdf", has_pdf_magic, nullptr, read_pdf, nullptr},
    Reader{"office", ".docx .odt", has_office_magic, nullptr, nullptr, read_office},
    Reader{"archive", ".zip .tar .gz .tgz .bz2 .tbz2 .xz .txz .zst .tzst .lz4 .7z .rar .cab",
           has_archive_magic, nullptr, read_archive, nullptr},
    Reader{"mailbox", ".mbox .mbx", nullptr, looks_like_mbox, read_mbox, nullptr},
    Reader{"mail", ".eml", nullptr, looks_like_mail, nullptr, read_mail},
    Reader{"JSON", ".json", nullptr, nullptr, read_json, nullptr},
};

/// Files without text that mails and archives are full of.
struct Media {
    std::string_view magic;
    const char* name;
};
constexpr std::array media{
    Media{{"\x89PNG", 4}, "a PNG picture"},
    Media{{"\xFF\xD8\xFF", 3}, "a JPEG picture"},
    Media{{"GIF8", 4}, "a GIF picture"},
    Media{{"RIFF", 4}, "a picture, sound or film"},
    Media{{"ID3", 3}, "an MP3 sound"},
    Media{{"II*\0", 4}, "a TIFF picture"},
    Media{{"MM\0*", 4}, "a TIFF picture"},
    Media{{"\0\0\1\0", 4}, "an icon"},
    Media{{"\0\0\0\x18"
           "ftyp",
           8},
          "a film"},
    Media{{"\0\0\0\x20"
           "ftyp",
           8},
          "a film"},
    Media{{"wOFF", 4}, "a font"},
    Media{{"OggS", 4}, "a sound or film"},
};

const Media* media_of(std::string_view opening) {
    const auto* found = std::find_if(media.begin(), media.end(), [&](const Media& one) {
        return opening.substr(0, one.magic.size()) == one.magic;
    });
    return found == media.end() ? nullptr : found;
}

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
        const bool is_office_pack = found->stream == read_archive && is_office(opening, path);
        return is_office_pack ? *by_extension("a.docx") : *found;
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
    const std::string_view opening = source.peek(opening_bytes);
    if (const Media* one = reading.depth > 0 ? media_of(opening) : nullptr) {
        warn(reading, std::string("skipped: it is ") + one->name, "");
        skip(reading, source.drain());
        return;
    }
    const Reader& reader = choose(opening, reading.id);
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
