#include "extractor/readers/html/blocks.hpp"

#include "extractor/readers/html/furniture.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t long_prose = 80;  ///< bytes; a block of this length needs no full stop
constexpr std::size_t short_prose = 25; ///< bytes; a shorter block is never prose

bool is_inline(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN: return true;
    default: return false;
    }
}

bool is_heading(GumboTag tag) {
    return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 ||
           tag == GUMBO_TAG_H4 || tag == GUMBO_TAG_H5 || tag == GUMBO_TAG_H6;
}

/// Markup that a page shows for text, as of a broken noscript.
bool is_markup(std::string_view text) {
    return text.size() > 2 && text[0] == '<' && text.find('=') != std::string_view::npos;
}

/// What an open element means for the text inside; inherited.
struct Scope {
    std::uint32_t node = 0;
    std::uint32_t end = 0;
    BlockKind kind = BlockKind::paragraph;
    bool is_top_heading = false;
    bool is_link = false;
    bool breaks = false;
};

BlockKind kind_inside(const HtmlNode& node, BlockKind outer) {
    if (outer == BlockKind::caption || node.tag == GUMBO_TAG_FIGCAPTION) {
        return BlockKind::caption;
    }
    if (is_heading(node.tag)) {
        return BlockKind::heading;
    }
    switch (node.tag) {
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT: return BlockKind::item;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH: return BlockKind::cell;
    case GUMBO_TAG_FIGURE: return BlockKind::caption;
    case GUMBO_TAG_BLOCKQUOTE: return BlockKind::quote;
    default: return is_named_caption(node) ? BlockKind::caption : outer;
    }
}

class BlockCutter {
  public:
    explicit BlockCutter(const std::vector<HtmlNode>& nodes) : nodes_(nodes) {}

    std::vector<HtmlBlock> cut() {
        scopes_.push_back({0, nodes_.empty() ? 0 : nodes_[0].end});
        for (std::uint32_t i = 0; i < nodes_.size();) {
            while (scopes_.size() > 1 && i >= scopes_.back().end) {
                leave();
            }
            const HtmlNode& node = nodes_[i];
            if (node.is_text) {
                add(characters(node));
                ++i;
            } else if (is_never_text(node)) {
                i = node.end;
            } else {
                enter(i++);
            }
        }
        flush();
        return std::move(blocks_);
    }

  private:
    void enter(std::uint32_t at) {
        const HtmlNode& node = nodes_[at];
        if (node.tag == GUMBO_TAG_BR) {
            line_break();
            return;
        }
        const bool breaks = !is_inline(node.tag);
        if (breaks) {
            flush();
        }
        const Scope& outer = scopes_.back();
        Scope scope{at,
                    node.end,
                    kind_inside(node, outer.kind),
                    outer.is_top_heading,
                    outer.is_link || node.tag == GUMBO_TAG_A,
                    breaks};
        scope.is_top_heading = scope.is_top_heading || node.tag == GUMBO_TAG_H1;
        scopes_.push_back(scope);
    }

    void leave() {
        if (scopes_.back().breaks) {
            flush();
        }
        scopes_.pop_back();
    }

    void line_break() {
        if (breaks_ == 0) {
            append_folded(block_.text, " ");
        }
        if (++breaks_ == 2) {
            flush();
        }
    }

    void add(std::string_view text) {
        const std::size_t before = block_.text.size();
        append_folded(block_.text, text);
        if (block_.text.size() == before) {
            return;
        }
        const bool is_blank = block_.text.size() == before + 1 && block_.text.back() == ' ';
        if (is_blank) {
            return;
        }
        breaks_ = 0;
        const Scope& scope = scopes_.back();
        if (scope.is_link) {
            block_.link_bytes += static_cast<std::uint32_t>(block_.text.size() - before);
        }
        block_.is_top_heading = block_.is_top_heading || scope.is_top_heading;
        block_.kind = scope.kind;
    }

    void flush() {
        while (!block_.text.empty() && block_.text.back() == ' ') {
            block_.text.pop_back();
        }
        if (!block_.text.empty() && !is_markup(block_.text)) {
            std::size_t holder = scopes_.size() - 1;
            while (holder > 0 && !scopes_[holder].breaks) {
                --holder;
            }
            block_.node = scopes_[holder].node;
            blocks_.push_back(std::move(block_));
        }
        block_ = {};
        breaks_ = 0;
    }

    const std::vector<HtmlNode>& nodes_;
    std::vector<Scope> scopes_;
    std::vector<HtmlBlock> blocks_;
    HtmlBlock block_;
    std::size_t breaks_ = 0;
};

} // namespace

bool ends_sentence(std::string_view text) {
    for (const std::string_view closing :
         {"\"", "\xE2\x80\x9D", "\xE2\x80\x99", ")", "'", "\xC2\xBB"}) {
        if (text.size() > closing.size() && text.substr(text.size() - closing.size()) == closing) {
            text.remove_suffix(closing.size());
            break;
        }
    }
    for (const std::string_view mark : {".", "!", "?", ":", "\xE2\x80\xA6", "\xE3\x80\x82"}) {
        if (text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark) {
            return true;
        }
    }
    return false;
}

bool is_prose(const HtmlBlock& block) {
    const std::size_t size = block.text.size();
    const bool is_linked = block.link_bytes * 3 > size;
    return !is_linked && block.kind != BlockKind::heading && block.kind != BlockKind::caption &&
           (size >= long_prose || (size >= short_prose && ends_sentence(block.text)));
}

std::vector<std::size_t> prose_inside(const std::vector<HtmlNode>& nodes,
                                      const std::vector<HtmlBlock>& blocks) {
    std::vector<std::size_t> prose(nodes.size(), 0);
    for (const HtmlBlock& block : blocks) {
        prose[block.node] += is_prose(block) ? block.text.size() : 0;
    }
    for (std::size_t i = nodes.size(); i-- > 1;) {
        prose[nodes[i].parent] += prose[i];
    }
    return prose;
}

std::vector<HtmlBlock> cut_blocks(const std::vector<HtmlNode>& nodes) {
    return BlockCutter(nodes).cut();
}

} // namespace actorgraph
