#pragma once

#include "core/document.hpp"

#include <string_view>

namespace actorgraph {

/// Stretches of a mail's body that its writer did not write now: lines behind ">", with the line
/// that introduces them ("On … wrote:"), everything below "Original Message", and signatures below
/// "-- ". Spans are whole lines of `text` from byte `begin` on.
std::vector<SkippedText> find_quoted(std::string_view text, std::size_t begin);

} // namespace actorgraph
