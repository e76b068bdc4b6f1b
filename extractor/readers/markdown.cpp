#include "extractor/readers/markdown.hpp"

#include "core/trimmed.hpp"
#include "extractor/readers/published_date.hpp"
#include "extractor/readers/text.hpp"

#include <algorithm>
#include <array>
#include <cmark.h>
#include <memory>
#include <optional>

namespace actorgraph {
namespace {

constexpr std::size_t longest_front_matter = 8192;

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::string_view unquoted(std::string_view value) {
    value = trimmed(value);
    const bool is_quoted = value.size() > 1 && (value.front() == '"' || value.front() == '\'') &&
                           value.back() == value.front();
    return is_quoted ? value.substr(1, value.size() - 2) : value;
}

std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

/// "Ana Reyes", "[Ana Reyes, 'Bo Li']".
void add_authors(std::string_view value, std::vector<std::string>& authors) {
    const bool is_list = value.starts_with('[') && value.ends_with(']');
    value = is_list ? value.substr(1, value.size() - 2) : value;
    while (!value.empty()) {
        const auto end = is_list ? value.find(',') : std::string_view::npos;
        if (const std::string_view one = unquoted(value.substr(0, end)); !one.empty()) {
            authors.emplace_back(one);
        }
        value.remove_prefix(end == std::string_view::npos ? value.size() : end + 1);
    }
}

void note_property(std::string_view key, std::string_view value, Document& document) {
    const auto is_one_of = [key](std::initializer_list<std::string_view> keys) {
        return std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    if (key == "title") {
        document.title = unquoted(value);
    } else if (is_one_of({"date", "published", "publishdate"})) {
        document.date = published_date(unquoted(value));
    } else if (is_one_of({"author", "authors", "byline"})) {
        add_authors(trimmed(value), document.authors);
    } else if (is_one_of({"outlet", "publisher", "source", "sitename"})) {
        document.outlet = unquoted(value);
    } else if (is_one_of({"url", "canonical", "link"})) {
        document.url = unquoted(value);
    }
}

/// Takes the front matter off `text`, when it has some that ends.
void take_front_matter(std::string_view& text, Document& document) {
    std::string_view rest = text;
    const std::string_view fence = take_line(rest);
    if (fence != "---" && fence != "+++") {
        return;
    }
    const char between = fence == "---" ? ':' : '=';
    Document noted;
    std::string key;
    while (!rest.empty() && static_cast<std::size_t>(rest.data() - text.data()) < longest_front_matter) {
        const std::string_view line = take_line(rest);
        if (line == fence || line == "...") {
            document = std::move(noted);
            text = rest;
            return;
        }
        if (line.starts_with("- ")) { // another value of the key above
            note_property(key, line.substr(2), noted);
            continue;
        }
        const auto at = line.find(between);
        key = trimmed(line.substr(0, at));
        std::transform(key.begin(), key.end(), key.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        note_property(key, at == std::string_view::npos ? "" : line.substr(at + 1), noted);
    }
}

/// Writes the words of a parsed text into a document.
class MarkdownText {
  public:
    explicit MarkdownText(Document& document) : document_(document) {}

    void read(cmark_node* root) {
        const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root));
        for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iterator.get())) {
            cmark_node* node = cmark_iter_get_node(iterator.get());
            if (event == CMARK_EVENT_ENTER) {
                enter(node);
            } else {
                leave(node);
            }
        }
        for (const std::string& caption : captions_) {
            const Span span = append_paragraph(caption);
            document_.set_aside.push_back({span, "caption"});
        }
    }

    const std::string& heading() const { return heading_; }

  private:
    void enter(cmark_node* node) {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_IMAGE: ++images_; break;
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE: current() += cmark_node_get_literal(node); break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK: current() += images_ > 0 ? ' ' : '\n'; break;
        default: break;
        }
    }

    void leave(cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_IMAGE) {
            --images_;
            if (images_ == 0 && !caption_.empty()) {
                captions_.push_back(std::move(caption_));
                caption_.clear();
            }
        } else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
            if (type == CMARK_NODE_HEADING && heading_.empty()) {
                heading_ = block_;
            }
            append_paragraph(without_rules(block_));
            block_.clear();
        }
    }

    std::string& current() { return images_ > 0 ? caption_ : block_; }

    /// A table has lines of its own that only draw: "|---|:--|".
    static std::string without_rules(const std::string& block) {
        std::string kept;
        for (std::string_view rest = block; !rest.empty();) {
            const std::string_view line = take_line(rest);
            if (line.starts_with('|') && line.find_first_not_of("|-: ") == std::string_view::npos) {
                continue;
            }
            kept += kept.empty() ? "" : "\n";
            kept += line;
        }
        return kept;
    }

    Span append_paragraph(std::string_view paragraph) {
        std::string& text = document_.text;
        text += text.empty() || paragraph.empty() ? "" : "\n\n";
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += paragraph;
        return {begin, static_cast<std::uint32_t>(text.size())};
    }

    Document& document_;
    std::string block_;
    std::string caption_;
    std::string heading_;
    std::vector<std::string> captions_;
    int images_ = 0; ///< how many the node lies in
};

} // namespace

void read_markdown(ByteSource& source, const Intake& reading) {
    const auto limit = static_cast<std::size_t>(reading.options.limits.part_bytes);
    const std::string_view opening = source.peek(limit + 1);
    if (opening.size() > limit || is_binary(opening)) {
        read_text(source, reading); // in parts, or refused
        return;
    }
    const std::string bytes = source.read_all(limit).value_or("");
    const DecodedText decoded = decode_for(reading, bytes);
    Document document;
    std::string_view body = decoded.text;
    take_front_matter(body, document);
    const std::unique_ptr<cmark_node, FreeNode> root(
        cmark_parse_document(body.data(), body.size(), CMARK_OPT_VALIDATE_UTF8));
    MarkdownText text(document);
    text.read(root.get());
    document.title = document.title.empty() ? text.heading() : document.title;
    document.date = document.date.empty() ? opening_date(document.text) : document.date;
    document.sha256 = sha256_hex(bytes);
    document.source_bytes = bytes.size();
    if (document.text.empty()) {
        warn(reading, "the document is empty", "");
    }
    deliver(reading, std::move(document));
}

} // namespace actorgraph
