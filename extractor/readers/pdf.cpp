#include "extractor/readers/pdf.hpp"

#include "core/utf8.hpp"
#include "extractor/readers/child.hpp"
#include "extractor/readers/text.hpp"

#include <ctime>
#include <memory>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>
#include <stdexcept>
#include <sys/stat.h>

namespace actorgraph {
namespace {

constexpr char info_frame = 'I'; ///< title, author, seconds of creation, bytes, SHA-256
constexpr char page_frame = 'P'; ///< text

std::string utf8_of(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    return {bytes.data(), bytes.size()};
}

bool is_regular(int descriptor) {
    struct stat status {};
    return descriptor >= 0 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

/// In the child: sends what the file says of itself, then every page.
void parse_pdf(const std::string& bytes, const SendFrame& send) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (document == nullptr) {
        throw std::runtime_error("is damaged: no page can be found");
    }
    if (document->is_locked()) {
        throw std::runtime_error("asks for a password");
    }
    const std::string created =
        std::to_string(static_cast<long long>(document->get_creation_date_t()));
    send(info_frame, {utf8_of(document->get_title()), utf8_of(document->get_author()), created,
                      std::to_string(bytes.size()), sha256_hex(bytes)});
    const int pages = document->pages();
    for (int i = 0; i < pages; ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (page != nullptr) {
            send(page_frame, {utf8_of(page->text(poppler::rectf(),
                                                 poppler::page::non_raw_non_physical_layout))});
        }
    }
}

std::string day_of_seconds(const std::string& seconds) {
    const std::time_t time = std::strtoll(seconds.c_str(), nullptr, 10);
    std::tm parts{};
    char text[16];
    if (time <= 0 || gmtime_r(&time, &parts) == nullptr || parts.tm_year > 1099 ||
        std::strftime(text, sizeof text, "%Y-%m-%d", &parts) == 0) {
        return {};
    }
    return text;
}

/// What came out of the child.
struct PdfParts {
    std::vector<std::string> info;
    std::vector<std::string> pages;
    std::uint64_t bytes = 0; ///< of text
    bool is_too_long = false;
};

PdfParts take_parts(Child& child, std::uint64_t limit) {
    PdfParts parts;
    while (std::optional<Frame> frame = child.next()) {
        if (frame->kind == info_frame && frame->fields.size() == 5) {
            parts.info = std::move(frame->fields);
        } else if (frame->kind == page_frame && frame->fields.size() == 1) {
            parts.bytes += frame->fields[0].size();
            if (parts.bytes > limit) {
                parts.is_too_long = true;
                break;
            }
            parts.pages.push_back(make_valid_utf8(frame->fields[0]).text);
        }
    }
    return parts;
}

Document document_of(const PdfParts& parts) {
    Document document;
    document.text = join_pages(parts.pages);
    document.title = make_valid_utf8(parts.info[0]).text;
    if (!parts.info[1].empty()) {
        document.authors.push_back(make_valid_utf8(parts.info[1]).text);
    }
    document.date = opening_date(document.text);
    document.date = document.date.empty() ? day_of_seconds(parts.info[2]) : document.date;
    document.source_bytes = std::strtoull(parts.info[3].c_str(), nullptr, 10);
    document.sha256 = parts.info[4];
    return document;
}

} // namespace

bool has_pdf_magic(std::string_view opening) {
    return opening.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

void read_pdf(ByteSource& source, const Intake& intake) {
    const ReadLimits& limits = intake.options.limits;
    const std::uint64_t limit = limits.document_bytes;
    const std::uint64_t before = source.taken();
    const auto bytes =
        source.read_all(is_regular(intake.descriptor) ? limits.memory_bytes / 3 : limit);
    const std::uint64_t size = source.taken() - before;
    if (!bytes) {
        refuse(intake, size, "the PDF is longer than the limit of " + size_in_words(limit),
               "raise --max-document");
        return;
    }
    Child child(limits, [&](const SendFrame& send) { parse_pdf(*bytes, send); });
    const PdfParts parts = take_parts(child, limit);
    if (parts.info.empty() || parts.is_too_long || !child.reason().empty()) {
        const std::string pages =
            parts.pages.empty() ? "" : " behind page " + std::to_string(parts.pages.size());
        refuse(intake, size,
               "the PDF " +
                   (parts.is_too_long ? "holds more text than the limit of " + size_in_words(limit)
                                      : child.reason()) +
                   pages,
               "turn it into text by hand");
        return;
    }
    Document document = document_of(parts);
    if (document.text.empty()) {
        refuse(intake, size, "the PDF holds no text, only pictures",
               "run a text recogniser over it first");
        return;
    }
    deliver(intake, std::move(document));
}

} // namespace actorgraph
