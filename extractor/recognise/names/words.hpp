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

/// A token with what the lexicon says of it, looked up once.
struct NameWord {
    std::string_view text;
    WordKey key;             ///< hashes for entries of several words; of every token
    LexMask classes = 0;     ///< as written; of word tokens
    LexMask folded = 0;      ///< whatever the case; of capitalised words
    bool is_capital = false; ///< may be part of a name
    bool is_blocked = false; ///< inside an account or a hashtag
    bool is_modifier = false; ///< "London-based", "pro-Western": ends a run, is no part of it
};

/// One word per token of the segmentation. O(tokens).
std::vector<NameWord> describe_words(std::string_view text, const Segmentation& segmentation,
                                     const std::vector<FoundAccount>& accounts,
                                     const Lexicon& lexicon);

/// Keys of the words, one per word, for matches of several words.
std::vector<WordKey> keys_of(const std::vector<NameWord>& words);

/// Whether a text is a post or a chat: handles, hashtags, links, slang, sentences that begin small.
bool is_informal(const std::vector<NameWord>& words, const Segmentation& segmentation);

} // namespace actorgraph
