#pragma once

#include "extractor/recognise/names/known.hpp"
#include "extractor/recognise/names/words.hpp"

#include <string>

namespace actorgraph {

/// A name found where capitals say nothing: its tokens and its type.
struct CaselessName {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    NameType type = NameType::person;
    LexMask classes = 0;
    std::string reason;
    bool is_in_results = false; ///< its line holds results, where a place is a team
};

/// What names without capitals are read from. Views: all must outlive the call they are given to.
struct CaselessText {
    const std::vector<NameWord>& words;
    const std::vector<WordKey>& keys;
    const std::vector<Token>& tokens;
    const Lexicon& lexicon;
};

/// Names of a sentence without case: those known already, then what the lexicon is sure of.
void find_caseless_names(const CaselessText& text, const Sentence& sentence, const KnownNames& known,
                         std::vector<CaselessName>& found);

/// Whether capitals say nothing in a sentence: nearly all of its words are in capitals.
bool is_all_caps(const Sentence& sentence, const std::vector<Token>& tokens);

/// Whether it is a headline in which nearly every word has a capital, everyday words too.
bool is_title_cased(const Sentence& sentence, const std::vector<NameWord>& words,
                    const std::vector<Token>& tokens);

/// Whether a word is the given lower-case ASCII word, whatever its case.
bool equals_folded(std::string_view word, std::string_view lower);

} // namespace actorgraph
