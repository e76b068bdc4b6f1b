#pragma once

#include <string>
#include <string_view>

namespace actorgraph {

/// Text for comparing names: case folded, accents and other combining marks dropped (Unicode, by utf8proc).
std::string folded(std::string_view text);

} // namespace actorgraph
