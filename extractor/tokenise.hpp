#pragma once

#include "extractor/segment.hpp"

namespace actorgraph {

/// Tokens of one stretch of text, in order. Possessive 's stands alone, hyphenated words, names with
/// apostrophes (O'Neil) and abbreviations with their dots ("U.S.", "Mr.", "J.") are one token. O(n).
void tokenise(std::string_view text, Span span, std::vector<Token>& tokens);

/// Whether a word with its closing dot is a known abbreviation that a name may follow ("Mr.", "Inc.").
bool is_abbreviation(std::string_view word);

} // namespace actorgraph
