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
    bool opens_sentence = false;
    bool is_demonym = false;
};

/// Candidates of a cased text, in order. Runs are joined over particles, "of", "and", "&" where the
/// words allow it and split at titles, demonyms and calendar words.
std::vector<Candidate> find_candidates(const Segmentation& segmentation,
                                       const std::vector<NameWord>& words, const Lexicon& lexicon);

} // namespace actorgraph
