#pragma once

#include "extractor/recognise/names/evidence.hpp"

#include <unordered_map>

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

/// Names known from well-cased sentences of the document: folded words → type and classes.
using KnownNames = std::unordered_map<std::string, std::pair<NameType, LexMask>>;

/// Names of a sentence without case: those known from the body, then what the lexicon is sure of.
void find_caseless_names(const Sentence& sentence, const std::vector<NameWord>& words,
                         const Segmentation& segmentation, const KnownNames& known,
                         const Lexicon& lexicon, std::vector<CaselessName>& found);

/// Whether capitals say nothing in a sentence: nearly all of its words are in capitals.
bool is_all_caps(const Sentence& sentence, const Segmentation& segmentation);

/// Whether it is a headline in which nearly every word has a capital, function words too.
bool is_title_cased(const Sentence& sentence, const std::vector<NameWord>& words,
                    const Segmentation& segmentation);

std::string ascii_folded(std::string_view text);

} // namespace actorgraph
