#include "extractor/readers/html/metadata.hpp"

#include "extractor/readers/published_date.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

constexpr std::size_t most_authors = 10;
constexpr std::size_t longest_name = 100; ///< bytes

void take(std::string& field, std::string_view value) {
    if (field.empty()) {
        append_folded(field, value.substr(0, 1000));
    }
}

/// A name without "By"; nothing for addresses and what is too long for a name.
std::string author_name(std::string_view value) {
    std::string name;
    append_folded(name, value);
    if (name.rfind("By ", 0) == 0 || name.rfind("by ", 0) == 0) {
        name.erase(0, 3);
    }
    while (!name.empty() && (name.back() == ' ' || name.back() == ',')) {
        name.pop_back();
    }
    const bool is_address = name.rfind("http", 0) == 0 || name.find('@') != std::string::npos;
    return is_address || name.size() > longest_name ? "" : name;
}

void add_author(std::vector<std::string>& authors, std::string_view value) {
    const std::string name = author_name(value);
    if (!name.empty() && authors.size() < most_authors &&
        std::find(authors.begin(), authors.end(), name) == authors.end()) {
        authors.push_back(name);
    }
}

/// What the elements of a page give, from sure to unsure.
struct Sources {
    HtmlMetadata linked;
    HtmlMetadata meta;
    HtmlMetadata body;
    std::string page_title;
};

void read_meta(const HtmlNode& node, HtmlMetadata& meta) {
    std::string name(attribute(node, "property"));
    name = name.empty() ? std::string(attribute(node, "name")) : name;
    name = name.empty() ? std::string(attribute(node, "itemprop")) : name;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::string_view value = attribute(node, "content");
    if (name == "og:title") {
        take(meta.title, value);
    } else if (name == "og:site_name") {
        take(meta.outlet, value);
    } else if (name == "og:url") {
        take(meta.url, value);
    } else if (name == "article:published_time" || name == "datepublished" || name == "date" ||
               name == "pubdate" || name == "dc.date" || name == "dc.date.issued" ||
               name == "publish-date" || name == "parsely-pub-date" || name == "sailthru.date" ||
               name == "article.published" || name == "og:pubdate" || name == "publication_date") {
        take(meta.date, published_date(value));
    } else if (name == "author" || name == "article:author" || name == "dc.creator" ||
               name == "parsely-author" || name == "sailthru.author") {
        add_author(meta.authors, value);
    }
}

void read_body(const std::vector<HtmlNode>& nodes, std::uint32_t at, HtmlMetadata& body) {
    const HtmlNode& node = nodes[at];
    const std::string_view property = attribute(node, "itemprop");
    if (node.tag == GUMBO_TAG_H1) {
        take(body.title, text_inside(nodes, at));
    }
    if (node.tag == GUMBO_TAG_TIME || property == "datePublished") {
        const std::string_view stamp = attribute(node, "datetime");
        const std::string_view content = attribute(node, "content");
        take(body.date, published_date(!stamp.empty()     ? std::string(stamp)
                                       : !content.empty() ? std::string(content)
                                                          : text_inside(nodes, at)));
    }
    if (property == "author" || attribute(node, "rel") == "author") {
        add_author(body.authors, text_inside(nodes, at));
    }
}

void read_node(const std::vector<HtmlNode>& nodes, std::uint32_t at, Sources& sources) {
    const HtmlNode& node = nodes[at];
    switch (node.tag) {
    case GUMBO_TAG_SCRIPT:
        if (attribute(node, "type") == "application/ld+json" && sources.linked.title.empty() &&
            at + 1 < node.end) {
            sources.linked = read_linked_data(characters(nodes[at + 1]));
        }
        break;
    case GUMBO_TAG_META: read_meta(node, sources.meta); break;
    case GUMBO_TAG_LINK:
        if (attribute(node, "rel") == "canonical") {
            take(sources.meta.url, attribute(node, "href"));
        }
        break;
    case GUMBO_TAG_TITLE: take(sources.page_title, text_inside(nodes, at)); break;
    default: read_body(nodes, at, sources.body);
    }
}

std::string first_of(std::initializer_list<std::string_view> values) {
    for (const std::string_view value : values) {
        if (!value.empty()) {
            return std::string(value);
        }
    }
    return {};
}

/// Host of an address without "www.".
std::string host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) {
        return {};
    }
    url = url.substr(scheme + 3);
    url = url.substr(0, url.find_first_of("/:?#"));
    return std::string(url.rfind("www.", 0) == 0 ? url.substr(4) : url);
}

} // namespace

HtmlMetadata find_metadata(const std::vector<HtmlNode>& nodes) {
    Sources sources;
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
        if (!nodes[i].is_text) {
            read_node(nodes, i, sources);
        }
    }
    HtmlMetadata found;
    found.title = first_of(
        {sources.linked.title, sources.meta.title, sources.body.title, sources.page_title});
    found.date = first_of({sources.linked.date, sources.meta.date, sources.body.date});
    found.url = first_of({sources.meta.url, sources.linked.url});
    found.outlet = first_of({sources.linked.outlet, sources.meta.outlet, host_of(found.url)});
    for (const HtmlMetadata* one : {&sources.linked, &sources.meta, &sources.body}) {
        if (found.authors.empty()) {
            for (const std::string& author : one->authors) {
                add_author(found.authors, author);
            }
        }
    }
    return found;
}

} // namespace actorgraph
