#pragma once

#include "extractor/recognise/names/words.hpp"

#include <string>
#include <vector>

namespace actorgraph {

/// A run of words that may be a name; boundaries are settled, the type is not.
struct Candidate {
    std::uint32_t first = 0; ///< tokens [first, end)
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;
    std::string title;       ///< title words right before
    LexMask title_classes = 0;
    LexMask classes = 0;     ///< of the whole run, when the lexicon knows it
    std::uint32_t first_unit = 1; ///< words of what the lexicon knows together at the beginning
    LexMask first_classes = 0;    ///< of those
    LexMask last_classes = 0;     ///< of the word or words at the end that the lexicon knows together
    bool opens_sentence = false;
    bool is_demonym = false;
    bool has_acronym = false; ///< its acronym stands in brackets behind it
    bool is_event = false;    ///< "2012 Avalon election": year and noun are inside
    bool is_lower = false;    ///< a given name in lower case, in a post
};

/// What candidates are read from. Views: all must outlive the call they are given to.
struct CandidateText {
    const std::vector<NameWord>& words;
    const std::vector<WordKey>& keys; ///< of the words
    const Lexicon& lexicon;

    std::span<const WordKey> keys_from(std::uint32_t first, std::uint32_t end) const {
        return std::span(keys).subspan(first, end - first);
    }
};

/// Candidates of sentences with case, in order. Runs are joined over particles, "of", "and", "&" where
/// the words allow it and split at titles, demonyms and calendar words.
std::vector<Candidate> find_candidates(const CandidateText& text,
                                       const std::vector<Sentence>& sentences);

/// Adds given names in lower case, with a surname behind, in the sentences of a post: "saw emma".
void find_small_names(const CandidateText& text, const std::vector<Sentence>& sentences,
                      std::vector<Candidate>& found);

} // namespace actorgraph
