#pragma once

#include "extractor/readers/html/blocks.hpp"

namespace actorgraph {

/// Whether nothing inside the element is ever shown as text: script, style, template, hidden …
bool is_never_text(const HtmlNode& node);

/// Which blocks stand in a part of the page that is, by tag, role or the words of class and id, no
/// part of its text: menu, sidebar, comments, related links, sharing, newsletter, cookie notice. An
/// element that holds much of the page's prose, or its heading, is none whatever it is called.
std::vector<bool> furniture_of(const std::vector<HtmlNode>& nodes,
                               const std::vector<HtmlBlock>& blocks);

/// Whether class or id call the element a caption or credit of a picture.
bool is_named_caption(const HtmlNode& node);

} // namespace actorgraph
