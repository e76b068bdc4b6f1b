#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Levenshtein distance in bytes. O(|a|·|b|).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word that a mistyped one most likely means: the nearest within three letters and half the word's
/// length, the first of equals; empty when none is near.
std::string near_miss(std::string_view word, const std::vector<std::string>& known);

} // namespace actorgraph
