#pragma once

#include "extractor/readers/html/tree.hpp"

namespace actorgraph {

enum class BlockKind { paragraph, heading, item, cell, quote, caption };

/// A paragraph of a page as a reader sees it.
struct HtmlBlock {
    std::string text; ///< white space folded
    BlockKind kind = BlockKind::paragraph;
    std::uint32_t node = 0;       ///< the innermost element that holds all of it
    std::uint32_t link_bytes = 0; ///< of the text that is a link
    bool is_top_heading = false;  ///< in an h1
};

/// Cuts a page into blocks, in reading order. What never is text (scripts, styles, forms' controls,
/// hidden elements) gives none. O(n).
std::vector<HtmlBlock> cut_blocks(const std::vector<HtmlNode>& nodes);

/// Whether a block reads like running text: by length, closing mark and share of links.
bool is_prose(const HtmlBlock& block);

/// Whether the text closes a sentence, quotes and brackets behind the mark included.
bool ends_sentence(std::string_view text);

/// Bytes of prose inside every node.
std::vector<std::size_t> prose_inside(const std::vector<HtmlNode>& nodes,
                                      const std::vector<HtmlBlock>& blocks);

} // namespace actorgraph
