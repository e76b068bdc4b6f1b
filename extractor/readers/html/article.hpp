#pragma once

#include "extractor/readers/html/blocks.hpp"

namespace actorgraph {

/// What of a page is its text: indices into the blocks, in reading order.
struct HtmlArticle {
    std::vector<std::uint32_t> body;
    std::vector<std::uint32_t> captions;
};

/// Finds the text of a page: prose weighs blocks by their length, punctuation and share of links;
/// the smallest element that holds nearly all prose is the article; what in it is no prose and
/// stands not between prose is left out. After Kohlschütter et al. 2010 (shallow text features).
/// O(n log n).
HtmlArticle find_article(const std::vector<HtmlNode>& nodes, const std::vector<HtmlBlock>& blocks);

} // namespace actorgraph
