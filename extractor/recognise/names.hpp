#pragma once

#include "extractor/recognise/accounts.hpp"
#include "extractor/segment.hpp"
#include "rules/lexicon.hpp"
#include "rules/name_weights.hpp"

#include <array>
#include <bitset>
#include <string>
#include <vector>

namespace actorgraph {

/// A proper name in the text with the type that the evidence of the whole document gives it.
struct FoundName {
    Span span;
    std::string type;    ///< person, organization, location, misc
    std::string subtype; ///< company, party, government, media, ngo, armed_group, team …; may be empty
    std::string gender;  ///< of persons: male, female or empty
    std::string title;   ///< words before the name: "Sen.", "president"; empty when none
    /// What spoke for the type, "a title before it: +4.3"; told at the name's first occurrence.
    std::vector<std::string> evidence;
};

/// Proper names of a document, in text order, without overlaps; text covered by accounts or skipped
/// stays untouched. Article, possessive 's and titles are outside, Jr/Sr/III inside.
/// Each distinct name is decided once per document from the sum of its evidence.
std::vector<FoundName> recognise_names(std::string_view text, const Segmentation& segmentation,
                                       const std::vector<FoundAccount>& accounts,
                                       const Lexicon& lexicon, const NameWeights& weights);

/// A run of words that was weighed as a name, taken or not.
struct ConsideredName {
    std::vector<Span> spans; ///< its occurrences, in text order
    bool is_name = false;    ///< the evidence suffices
    std::string type;        ///< with the highest sum, whether it suffices or not
    std::array<double, name_types> score{};
    std::bitset<name_cues> cues;
};

/// What recognise_names() weighs in the sentences that have case, in order of first occurrence: for
/// explanations and for fitting the weights.
std::vector<ConsideredName> consider_names(std::string_view text, const Segmentation& segmentation,
                                           const std::vector<FoundAccount>& accounts,
                                           const Lexicon& lexicon, const NameWeights& weights);

} // namespace actorgraph
