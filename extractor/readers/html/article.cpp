#include "extractor/readers/html/article.hpp"

#include "extractor/readers/html/furniture.hpp"

#include <algorithm>
#include <iterator>
#include <re2/re2.h>

namespace actorgraph {
namespace {

constexpr std::size_t longest_label = 120; ///< bytes
constexpr std::size_t least_article = 250; ///< bytes of prose

/// A paragraph of which a link is a large part and yet a sentence.
bool is_linked_sentence(const HtmlBlock& block) {
    const std::size_t size = block.text.size();
    return block.kind == BlockKind::paragraph && size >= 60 && size - block.link_bytes >= 20 &&
           block.link_bytes * 100 <= size * 85 && ends_sentence(block.text);
}

/// Lines of a page that label, advertise or stamp: they stand in the text of articles, and are
/// none.
bool is_label(const std::string& text) {
    static const RE2 label(
        R"((?i)^(?:advert(?:isement)?s?|sponsored(?: content)?|loading\W*|read (?:more|also|next)\b.*|see also\b.*|)"
        R"(related(?: (?:articles?|links?|stories|story|news|content|topics))?:?|top stories|most (?:read|popular)|)"
        R"(story continues below.*|(?:article )?continues? (?:reading )?(?:below|after).*|share (?:this|on)\b.*|)"
        R"((?:follow|like) us\b.*|sign up (?:for|to)\b.*|subscribe (?:to|now)\b.*|click here\b.*|more from\b.*|)"
        R"((?:download|get) (?:our|the) \S+ app\b.*|all rights reserved.*|©.*|copyright\b.*)$)");
    static const RE2 stamp(
        R"((?i)^(?:(?:first |last )?(?:published|updated|posted|modified|created)(?: on| at|:|\b).*\d.*|)"
        R"(\d{1,2}[:.]\d\d ?(?:am|pm|[A-Z]{2,4})?,? .*(?:19|20)\d\d|)"
        R"((?:\S+ ){0,5}(?:published|updated|posted) \S+,? \S+ \d{1,2},? (?:19|20)\d\d.*)$)");
    return text.size() <= longest_label &&
           (RE2::FullMatch(text, label) || RE2::FullMatch(text, stamp));
}

class ArticleFinder {
  public:
    ArticleFinder(const std::vector<HtmlNode>& nodes, const std::vector<HtmlBlock>& blocks)
        : nodes_(nodes), blocks_(blocks), is_furniture_(furniture_of(nodes, blocks)) {}

    HtmlArticle find() {
        weigh();
        const std::uint32_t root = choose_root();
        HtmlArticle article;
        std::vector<std::uint32_t> inside;
        for (std::uint32_t b = 0; b < blocks_.size(); ++b) {
            if (blocks_[b].node < root || blocks_[b].node >= nodes_[root].end) {
                continue;
            }
            if (blocks_[b].kind == BlockKind::caption) {
                article.captions.push_back(b);
            } else if (!is_furniture_[b] && !blocks_[b].is_top_heading) {
                inside.push_back(b);
            }
        }
        article.body = trimmed(inside);
        return article;
    }

  private:
    void weigh() {
        prose_.assign(nodes_.size(), 0);
        for (std::size_t b = 0; b < blocks_.size(); ++b) {
            if (!is_furniture_[b] && is_prose(blocks_[b])) {
                prose_[blocks_[b].node] += blocks_[b].text.size();
            }
        }
        for (std::size_t i = nodes_.size(); i-- > 1;) {
            prose_[nodes_[i].parent] += prose_[i];
        }
    }

    static bool is_marked(const HtmlNode& node) {
        return node.tag == GUMBO_TAG_ARTICLE || node.tag == GUMBO_TAG_MAIN ||
               attribute(node, "itemprop") == "articleBody" || attribute(node, "role") == "main";
    }

    /// The article element around the only main heading, whatever else the page tells.
    std::uint32_t headed_article() const {
        std::uint32_t heading = 0;
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
            if (!nodes_[i].is_text && nodes_[i].tag == GUMBO_TAG_H1) {
                if (heading != 0) {
                    return 0;
                }
                heading = i;
            }
        }
        for (std::uint32_t i = heading; i != 0; i = nodes_[i].parent) {
            if (nodes_[i].tag == GUMBO_TAG_ARTICLE && prose_[i] >= least_article) {
                return i;
            }
        }
        return 0;
    }

    std::uint32_t choose_root() const {
        std::uint32_t root = headed_article();
        for (std::uint32_t i = root; i < nodes_[root].end; ++i) {
            if (!nodes_[i].is_text && is_marked(nodes_[i]) && prose_[i] * 2 >= prose_[root] &&
                (root == 0 || prose_[i] * 10 >= prose_[root] * 9)) {
                root = i;
            }
        }
        for (bool is_narrower = true; is_narrower;) {
            is_narrower = false;
            for (std::uint32_t i = root + 1; i < nodes_[root].end; i = nodes_[i].end) {
                if (prose_[i] * 10 >= prose_[root] * 9 && prose_[i] > 0) {
                    root = i;
                    is_narrower = true;
                    break;
                }
            }
        }
        return root;
    }

    /// From the first to the last prose, with list items that follow it; headings, items and cells
    /// between stay, lines that are links or labels do not.
    std::vector<std::uint32_t> trimmed(const std::vector<std::uint32_t>& inside) const {
        const auto is_prose_at = [&](std::uint32_t b) {
            return (is_prose(blocks_[b]) || is_linked_sentence(blocks_[b])) &&
                   !is_label(blocks_[b].text);
        };
        const auto first = std::find_if(inside.begin(), inside.end(), is_prose_at);
        auto last = std::find_if(inside.rbegin(), inside.rend(), is_prose_at).base();
        if (first == inside.end()) {
            return {};
        }
        const std::uint32_t holder = nodes_[blocks_[*std::prev(last)].node].parent;
        while (last != inside.end() && is_trailing_item(blocks_[*last], holder)) {
            ++last;
        }
        std::vector<std::uint32_t> body;
        for (auto at = first; at < last; ++at) {
            const HtmlBlock& block = blocks_[*at];
            const bool is_linked = block.link_bytes * 2 > block.text.size();
            if ((!is_linked || is_linked_sentence(block) || block.kind == BlockKind::quote) &&
                !is_label(block.text)) {
                body.push_back(*at);
            }
        }
        return body;
    }

    bool is_trailing_item(const HtmlBlock& block, std::uint32_t holder) const {
        return block.kind == BlockKind::item && block.link_bytes * 3 <= block.text.size() &&
               nodes_[nodes_[block.node].parent].parent == holder;
    }

    const std::vector<HtmlNode>& nodes_;
    const std::vector<HtmlBlock>& blocks_;
    std::vector<bool> is_furniture_;
    std::vector<std::size_t> prose_;
};

} // namespace

HtmlArticle find_article(const std::vector<HtmlNode>& nodes, const std::vector<HtmlBlock>& blocks) {
    if (nodes.empty() || blocks.empty()) {
        return {};
    }
    return ArticleFinder(nodes, blocks).find();
}

} // namespace actorgraph
