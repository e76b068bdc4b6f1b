#include "extractor/readers/html/furniture.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>

namespace actorgraph {
namespace {

using Words = std::vector<std::string>;

/// Words of class and id in lower case: cut at anything but letters, and where camelCase rises.
Words words_of(const HtmlNode& node) {
    Words words;
    for (const char* name : {"class", "id"}) {
        std::string word;
        char before = ' ';
        for (const char c : std::string(attribute(node, name).substr(0, 400)) + " ") {
            const bool is_upper = c >= 'A' && c <= 'Z';
            const bool is_lower = c >= 'a' && c <= 'z';
            if ((!is_upper && !is_lower) || (is_upper && before >= 'a' && before <= 'z')) {
                if (!word.empty()) {
                    words.push_back(word);
                }
                word.clear();
            }
            if (is_upper || is_lower) {
                word += is_upper ? static_cast<char>(c + 32) : c;
            }
            before = c;
        }
    }
    return words;
}

template <std::size_t N>
bool has_any(const Words& words, const std::array<std::string_view, N>& wanted) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
    });
}

constexpr std::array<std::string_view, 6> discussion_words{"comment", "comments", "commentlist",
                                                           "disqus",  "respond",  "replies"};

constexpr std::array<std::string_view, 18> aside_words{
    "sidebar",     "related", "recommended", "recommendations", "newsletter",
    "newsletters", "footer",  "cookie",      "cookies",         "gdpr",
    "consent",     "taboola", "outbrain",    "trending",        "breadcrumb",
    "breadcrumbs", "navbar",  "navigation",
};

constexpr std::array<std::string_view, 61> furniture_words{
    "ad",      "ads",        "advert",    "advertisement", "advertising",    "adsbygoogle",
    "banner",  "bio",        "byline",    "copyright",     "crumb",          "dateline",
    "dialog",  "dropdown",   "footnav",   "hidden",        "login",          "masthead",
    "menu",    "meta",       "metadata",  "modal",         "more",           "nav",
    "overlay", "pagination", "paging",    "pager",         "paywall",        "popular",
    "popup",   "print",      "promo",     "promos",        "promotion",      "pubdate",
    "rating",  "readmore",   "recirc",    "recommend",     "recommendation", "rss",
    "search",  "share",      "sharebar",  "sharing",       "shares",         "signup",
    "skip",    "social",     "sponsor",   "sponsored",     "subscribe",      "subscription",
    "tag",     "tags",       "timestamp", "toolbar",       "tooltip",        "trends",
    "widget",
};

constexpr std::array<std::string_view, 8> caption_words{"caption", "captions",    "figcaption",
                                                        "credit",  "credits",     "photocredit",
                                                        "cutline", "imagecaption"};

bool holds_word(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

/// `aside` is surely no text, `furniture` likely, `discussion` is what readers wrote.
enum class Call { text, furniture, aside, discussion };

Call call_of(const HtmlNode& node) {
    switch (node.tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_P: return Call::text;
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MENU: return Call::furniture;
    default: break;
    }
    const std::string_view role = attribute(node, "role");
    if (role == "navigation" || role == "banner" || role == "complementary" ||
        role == "contentinfo" || role == "dialog" || role == "search" || role == "menu") {
        return Call::furniture;
    }
    const Words words = words_of(node);
    if (has_any(words, discussion_words)) {
        return Call::discussion;
    }
    if (has_any(words, aside_words)) {
        return Call::aside;
    }
    return has_any(words, furniture_words) ? Call::furniture : Call::text;
}

/// Which nodes hold one that `is_mark`.
template <typename Mark>
std::vector<bool> holders_of(const std::vector<HtmlNode>& nodes, const Mark& is_mark) {
    std::vector<bool> holds(nodes.size(), false);
    for (std::size_t i = nodes.size(); i-- > 1;) {
        if (holds[i] || (!nodes[i].is_text && is_mark(nodes[i]))) {
            holds[nodes[i].parent] = true;
        }
    }
    return holds;
}

bool is_heading_mark(const HtmlNode& node) {
    return node.tag == GUMBO_TAG_H1 || node.tag == GUMBO_TAG_MAIN ||
           attribute(node, "itemprop") == "articleBody";
}

bool is_quote_mark(const HtmlNode& node) {
    return node.tag == GUMBO_TAG_BLOCKQUOTE;
}

/// What a node holds, for telling teasers.
struct Holding {
    std::size_t bytes = 0;
    std::size_t link_lines = 0; ///< blocks that are one link: headlines of other pages
};

std::vector<Holding> holdings_of(const std::vector<HtmlNode>& nodes,
                                 const std::vector<HtmlBlock>& blocks) {
    std::vector<Holding> holdings(nodes.size());
    for (const HtmlBlock& block : blocks) {
        holdings[block.node].bytes += block.text.size();
        holdings[block.node].link_lines += block.link_bytes * 10 >= block.text.size() * 9 ? 1U : 0U;
    }
    for (std::size_t i = nodes.size(); i-- > 1;) {
        holdings[nodes[i].parent].bytes += holdings[i].bytes;
        holdings[nodes[i].parent].link_lines += holdings[i].link_lines;
    }
    return holdings;
}

/// Marks teasers: three or more siblings of one tag and class, most of them a linked headline with
/// a few words. A list of links inside a text is short of words and falls under the rule for links.
void mark_teasers(const std::vector<HtmlNode>& nodes, const std::vector<HtmlBlock>& blocks,
                  std::vector<bool>& inside) {
    constexpr std::size_t most_bytes = 800;
    const std::vector<Holding> holdings = holdings_of(nodes, blocks);
    std::map<std::tuple<std::uint32_t, GumboTag, std::string_view>, std::vector<std::uint32_t>>
        groups;
    for (std::uint32_t i = 1; i < nodes.size(); ++i) {
        if (!nodes[i].is_text && nodes[i].tag != GUMBO_TAG_P && holdings[i].link_lines > 0) {
            groups[{nodes[i].parent, nodes[i].tag, attribute(nodes[i], "class")}].push_back(i);
        }
    }
    for (const auto& [key, members] : groups) {
        const auto teasers = std::count_if(members.begin(), members.end(), [&](std::uint32_t i) {
            return holdings[i].bytes < most_bytes;
        });
        if (teasers >= 3 && teasers * 4 >= static_cast<std::ptrdiff_t>(members.size()) * 3) {
            for (const std::uint32_t i : members) {
                inside[i] = inside[i] || holdings[i].bytes < most_bytes;
            }
        }
    }
}

/// Furniture by name; with `is_strict` an element is spared for the prose it holds only when what
/// it is called is not sure.
std::vector<bool> mark_called(const std::vector<HtmlNode>& nodes,
                              const std::vector<std::size_t>& prose, bool is_strict) {
    const std::vector<bool> holds_heading = holders_of(nodes, is_heading_mark);
    const std::vector<bool> holds_quote = holders_of(nodes, is_quote_mark);
    std::vector<bool> marked(nodes.size(), false);
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        const Call call = nodes[i].is_text ? Call::text : call_of(nodes[i]);
        if (call == Call::text || holds_heading[i]) {
            continue;
        }
        const bool is_sure = call == Call::discussion || (is_strict && call == Call::aside);
        const bool is_spared = prose[i] * 10 >= prose[0] * 4 || holds_quote[i];
        marked[i] = is_sure || !is_spared;
    }
    return marked;
}

std::vector<bool> blocks_inside(const std::vector<HtmlNode>& nodes,
                                const std::vector<HtmlBlock>& blocks, std::vector<bool> marked) {
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        marked[i] = marked[i] || marked[nodes[i].parent];
    }
    std::vector<bool> result;
    result.reserve(blocks.size());
    for (const HtmlBlock& block : blocks) {
        result.push_back(marked[block.node]);
    }
    return result;
}

} // namespace

std::vector<bool> furniture_of(const std::vector<HtmlNode>& nodes,
                               const std::vector<HtmlBlock>& blocks) {
    const std::vector<std::size_t> prose = prose_inside(nodes, blocks);
    std::vector<bool> result;
    for (const bool is_strict : {true, false}) {
        std::vector<bool> marked = mark_called(nodes, prose, is_strict);
        mark_teasers(nodes, blocks, marked);
        result = blocks_inside(nodes, blocks, std::move(marked));
        std::size_t kept = 0;
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            kept += !result[b] && is_prose(blocks[b]) ? blocks[b].text.size() : 0;
        }
        if (kept * 5 >= prose[0]) {
            break;
        }
    }
    return result;
}

bool is_never_text(const HtmlNode& node) {
    switch (node.tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT: return true;
    default: break;
    }
    const std::string_view style = attribute(node, "style");
    return holds_word(style, "display:none") || holds_word(style, "display: none") ||
           attribute(node, "aria-hidden") == "true" ||
           (!node.is_text && node.source != nullptr &&
            gumbo_get_attribute(&node.source->v.element.attributes, "hidden") != nullptr);
}

bool is_named_caption(const HtmlNode& node) {
    return has_any(words_of(node), caption_words);
}

} // namespace actorgraph
