#pragma once

#include <string_view>

namespace actorgraph {

/// The text without the blanks at its ends.
inline std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r") {
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace actorgraph
