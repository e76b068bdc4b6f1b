#include "extractor/readers/office.hpp"

#include "core/utf8.hpp"
#include "extractor/readers/child.hpp"
#include "extractor/readers/published_date.hpp"
#include "extractor/readers/text.hpp"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <expat.h>
#include <map>
#include <memory>
#include <stdexcept>

namespace actorgraph {
namespace {

/// What the XML of an office file says, gathered while it is parsed.
struct OfficeText {
    std::string text;
    std::map<std::string, std::string> properties; ///< title, creator, created …
};

std::string_view local_name(std::string_view name) {
    return name.substr(name.rfind(':') + 1);
}

class OfficeXml {
  public:
    OfficeXml(OfficeText& out, std::uint64_t limit)
        : out_(out), limit_(limit), parser_(XML_ParserCreate("UTF-8")) {
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), open, close);
        XML_SetCharacterDataHandler(parser_.get(), text);
    }

    void feed(const char* bytes, std::size_t size, bool is_last) {
        if (XML_Parse(parser_.get(), bytes, static_cast<int>(size), is_last ? 1 : 0) !=
            XML_STATUS_OK) {
            throw std::runtime_error(std::string("holds XML that is not well formed: ") +
                                     XML_ErrorString(XML_GetErrorCode(parser_.get())));
        }
        if (out_.text.size() > limit_) {
            throw std::runtime_error("holds more text than the limit of " + size_in_words(limit_));
        }
    }

  private:
    struct FreeParser {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };

    static bool is_paragraph(std::string_view name) { return name == "p" || name == "h"; }
    static bool is_left_out(std::string_view name) {
        return name == "annotation" || name == "del" || name == "delText" || name == "instrText" ||
               name == "tracked-changes" || name == "Fallback";
    }
    static bool is_property(std::string_view name) {
        return name == "title" || name == "creator" || name == "created" ||
               name == "creation-date" || name == "initial-creator";
    }

    static void open(void* self, const char* raw, const char** /*attributes*/) {
        auto& here = *static_cast<OfficeXml*>(self);
        const std::string_view name = local_name(raw);
        const std::string_view full = raw;
        here.left_out_ += is_left_out(name) || here.left_out_ > 0 ? 1U : 0U;
        if (here.left_out_ > 0) {
            return;
        }
        if (is_paragraph(name)) {
            ++here.paragraphs_;
        }
        here.is_text_ = full == "w:t" || full.rfind("text:", 0) == 0;
        here.property_ = is_property(name) ? std::string(name) : "";
        if (name == "tab" || name == "br" || name == "line-break" || name == "s" || name == "cr") {
            here.out_.text += here.paragraphs_ > 0 ? " " : "";
        }
    }

    static void close(void* self, const char* raw) {
        auto& here = *static_cast<OfficeXml*>(self);
        if (here.left_out_ > 0) {
            --here.left_out_;
            return;
        }
        const std::string_view name = local_name(raw);
        here.is_text_ = std::string_view(raw).rfind("text:", 0) == 0;
        here.property_.clear();
        if (is_paragraph(name) && here.paragraphs_ > 0) {
            --here.paragraphs_;
            std::string& out = here.out_.text;
            if (!out.empty() && out.back() != '\n') {
                out += "\n\n";
            }
        }
    }

    static void text(void* self, const char* bytes, int size) {
        auto& here = *static_cast<OfficeXml*>(self);
        const std::string_view piece(bytes, static_cast<std::size_t>(size));
        if (!here.property_.empty() && here.out_.properties[here.property_].size() < 1000) {
            here.out_.properties[here.property_] += piece;
        } else if (here.left_out_ == 0 && here.paragraphs_ > 0 && here.is_text_) {
            here.out_.text += piece;
        }
    }

    OfficeText& out_;
    std::uint64_t limit_;
    std::unique_ptr<XML_ParserStruct, FreeParser> parser_;
    std::size_t left_out_ = 0;
    std::size_t paragraphs_ = 0;
    bool is_text_ = false;
    std::string property_;
};

bool is_wanted(std::string_view path) {
    static constexpr std::array<std::string_view, 6> wanted{
        "word/document.xml", "word/footnotes.xml", "word/endnotes.xml",
        "docProps/core.xml", "content.xml",        "meta.xml"};
    return std::find(wanted.begin(), wanted.end(), path) != wanted.end();
}

struct FreeArchive {
    void operator()(archive* one) const { archive_read_free(one); }
};

void parse_entry(archive* one, OfficeText& out, std::uint64_t limit) {
    OfficeXml xml(out, limit);
    std::array<char, 65536> piece{};
    la_ssize_t got = 0;
    while ((got = archive_read_data(one, piece.data(), piece.size())) > 0) {
        xml.feed(piece.data(), static_cast<std::size_t>(got), false);
    }
    if (got < 0) {
        throw std::runtime_error("cannot be unpacked: it is damaged or locked");
    }
    xml.feed(piece.data(), 0, true);
}

/// In the child: sends text, title, author and date.
void parse_office(std::string_view bytes, const ReadLimits& limits, const SendFrame& send) {
    const std::unique_ptr<archive, FreeArchive> one(archive_read_new());
    archive_read_support_format_zip(one.get());
    if (archive_read_open_memory(one.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
        throw std::runtime_error("cannot be unpacked");
    }
    OfficeText out;
    bool is_found = false;
    archive_entry* entry = nullptr;
    while (archive_read_next_header(one.get(), &entry) >= ARCHIVE_WARN) {
        const char* path = archive_entry_pathname(entry);
        if (path != nullptr && is_wanted(path)) {
            parse_entry(one.get(), out, limits.document_bytes);
            is_found = is_found || std::string_view(path) == "word/document.xml" ||
                       std::string_view(path) == "content.xml";
        }
    }
    if (!is_found) {
        throw std::runtime_error("holds no text of a word processor");
    }
    const auto property = [&](const char* first, const char* second) {
        const std::string& value = out.properties[first];
        return std::string_view(value.empty() ? out.properties[second] : value);
    };
    send('T', {out.text, property("title", "title"), property("creator", "initial-creator"),
               property("created", "creation-date")});
}

} // namespace

void read_office(std::string_view bytes, const Intake& intake) {
    Child child(intake.options.limits,
                [&](const SendFrame& send) { parse_office(bytes, intake.options.limits, send); });
    std::optional<Frame> frame = child.next();
    if (!frame || frame->fields.size() != 4) {
        refuse(intake, bytes.size(), "the document " + child.reason(),
               "save it as text and read that");
        return;
    }
    Document document;
    document.text = make_valid_utf8(frame->fields[0]).text;
    while (!document.text.empty() && document.text.back() == '\n') {
        document.text.pop_back();
    }
    document.title = make_valid_utf8(frame->fields[1]).text;
    if (!frame->fields[2].empty()) {
        document.authors.push_back(make_valid_utf8(frame->fields[2]).text);
    }
    document.date = opening_date(document.text);
    document.date = document.date.empty() ? published_date(frame->fields[3]) : document.date;
    document.sha256 = sha256_hex(bytes);
    document.source_bytes = bytes.size();
    if (document.text.empty()) {
        warn(intake, "the document holds no text", "");
    }
    deliver(intake, std::move(document));
}

bool has_office_magic(std::string_view opening) {
    return opening.substr(0, 4) == "PK\x03\x04" &&
           (opening.find("mimetypeapplication/vnd.oasis.opendocument.text") !=
                std::string_view::npos ||
            (opening.find("[Content_Types].xml") != std::string_view::npos &&
             opening.find("word/") != std::string_view::npos));
}

bool is_office(std::string_view opening, std::string_view name) {
    const std::string_view extension =
        name.size() < 5 ? ""
                        : name.substr(name.rfind('.') == std::string_view::npos ? name.size()
                                                                                : name.rfind('.'));
    return has_office_magic(opening) || extension == ".docx" || extension == ".odt" ||
           extension == ".DOCX" || extension == ".ODT";
}

} // namespace actorgraph
