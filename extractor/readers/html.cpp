#include "extractor/readers/html.hpp"

#include "extractor/readers/html/article.hpp"
#include "extractor/readers/html/metadata.hpp"
#include "extractor/readers/text.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace actorgraph {
namespace {

/// Charset a page declares in its first bytes. Source: HTML, prescan a byte stream.
std::string declared_charset(std::string_view bytes) {
    static const RE2 charset(
        R"((?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w:.-]{2,30}))");
    const re2::StringPiece opening(bytes.data(), std::min<std::size_t>(bytes.size(), 4096));
    std::string label;
    RE2::PartialMatch(opening, charset, &label);
    return label;
}

void append_paragraph(std::string& text, std::string_view paragraph) {
    text += text.empty() ? "" : "\n\n";
    text += paragraph;
}

void append_captions(const std::vector<HtmlBlock>& blocks,
                     const std::vector<std::uint32_t>& captions, Document& document) {
    std::vector<std::string_view> told;
    for (const std::uint32_t index : captions) {
        const std::string_view caption = blocks[index].text;
        if (std::find(told.begin(), told.end(), caption) != told.end()) {
            continue;
        }
        told.push_back(caption);
        append_paragraph(document.text, caption);
        const auto end = static_cast<std::uint32_t>(document.text.size());
        document.set_aside.push_back(
            {{end - static_cast<std::uint32_t>(caption.size()), end}, "caption"});
    }
}

Document document_of(const HtmlTree& tree) {
    const std::vector<HtmlBlock> blocks = cut_blocks(tree.nodes());
    HtmlMetadata metadata = find_metadata(tree.nodes());
    const HtmlArticle article = find_article(tree.nodes(), blocks);
    Document document;
    for (const std::uint32_t index : article.body) {
        append_paragraph(document.text, blocks[index].text);
    }
    if (article.body.empty()) {
        for (const HtmlBlock& block : blocks) {
            append_paragraph(document.text, block.text);
        }
    } else {
        append_captions(blocks, article.captions, document);
    }
    document.title = std::move(metadata.title);
    document.date = std::move(metadata.date);
    document.outlet = std::move(metadata.outlet);
    document.url = std::move(metadata.url);
    document.authors = std::move(metadata.authors);
    return document;
}

} // namespace

void read_html(std::string_view bytes, const Intake& reading) {
    const ReadLimits& limits = reading.options.limits;
    const DecodedText decoded = decode_for(reading, bytes, declared_charset(bytes));
    const auto tree = HtmlTree::parse(decoded.text, limits.memory_bytes, limits.seconds);
    if (!tree) {
        refuse(reading, bytes.size(),
               "the page needs more than " + size_in_words(limits.memory_bytes) + " of memory or " +
                   std::to_string(limits.seconds) + " s of processor time",
               "raise --max-memory or --max-seconds");
        return;
    }
    Document document = document_of(*tree);
    document.sha256 = sha256_hex(bytes);
    document.source_bytes = bytes.size();
    document.date = document.date.empty() ? opening_date(document.text) : document.date;
    if (document.text.empty()) {
        warn(reading, "the page holds no text", "");
    }
    deliver(reading, std::move(document));
}

bool looks_like_html(std::string_view opening) {
    static const RE2 page(
        R"((?is)^[\s\x{FEFF}]*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|\?xml)\b)");
    return RE2::PartialMatch(re2::StringPiece(opening.data(), opening.size()), page);
}

std::optional<std::string> plain_text_of_html(std::string_view utf8, const ReadLimits& limits) {
    const auto tree = HtmlTree::parse(utf8, limits.memory_bytes, limits.seconds);
    if (!tree) {
        return std::nullopt;
    }
    std::string text;
    for (const HtmlBlock& block : cut_blocks(tree->nodes())) {
        append_paragraph(text, block.text);
    }
    return text;
}

} // namespace actorgraph
