#pragma once

#include "core/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Finds lines that tell nothing of the story: credits, bylines, repeated titles and captions, promo
/// links. Returns spans of whole lines (or of a caption's trailing credit), in text order. O(n).
std::vector<SkippedText> find_boilerplate(std::string_view text);

} // namespace actorgraph
