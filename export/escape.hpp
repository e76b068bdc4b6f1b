#pragma once

#include <string>
#include <string_view>

namespace actorgraph {

/// Text that HTML shows as it is, in elements and in quoted attributes.
std::string html_escaped(std::string_view text);

/// Text that Markdown shows as it is, on one line: no markup, no HTML, no links.
std::string markdown_escaped(std::string_view text);

} // namespace actorgraph
