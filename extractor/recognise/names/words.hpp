#pragma once

#include "extractor/recognise/accounts.hpp"
#include "extractor/segment.hpp"
#include "rules/lexicon.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

constexpr LexMask organisation_classes =
    mask(LexClass::company) | mask(LexClass::media) | mask(LexClass::party) |
    mask(LexClass::government) | mask(LexClass::ngo) | mask(LexClass::armed_group) |
    mask(LexClass::team) | mask(LexClass::university) | mask(LexClass::platform);

/// A token with what the lexicon says of it. Lower-case words are looked up only on demand.
struct NameWord {
    std::string_view text;
    LexMask classes = 0;  ///< as written
    LexMask folded = 0;   ///< whatever the case; only of capitalised words
    bool is_capital = false; ///< may be part of a name
    bool is_blocked = false; ///< inside an account
};

/// One word per token of the segmentation.
std::vector<NameWord> describe_words(std::string_view text, const Segmentation& segmentation,
                                     const std::vector<FoundAccount>& accounts,
                                     const Lexicon& lexicon);

/// Words that open sentences and belong to no name: articles, prepositions, pronouns, conjunctions.
bool is_function_word(std::string_view word);
/// de, van, bin, al … between the parts of a person's name.
bool is_name_particle(std::string_view word);

} // namespace actorgraph
