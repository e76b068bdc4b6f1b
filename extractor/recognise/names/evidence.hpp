#pragma once

#include "extractor/recognise/names/candidates.hpp"
#include "rules/name_weights.hpp"

#include <array>
#include <bitset>
#include <string>
#include <vector>

namespace actorgraph {

/// All occurrences of one name in a document and what speaks for its types. Evidence of one kind counts
/// once per name, however often it occurs.
struct NameGroup {
    std::vector<std::uint32_t> candidates; ///< in text order, never empty
    std::bitset<name_cues> cues;
    std::array<double, name_types> score{};
    LexMask classes = 0;
    std::uint32_t words = 0;

    void add(NameCue cue, const NameWeights& weights);
    NameType best() const;
    double best_score() const;
    bool is_decided() const { return best_score() >= NameWeights::threshold; }
};

/// "a title before it: +4.3" for what speaks for or against the type with the highest sum, in the order
/// of the table.
std::vector<std::string> reason_texts(const NameGroup& group, const NameWeights& weights);

/// The text that evidence is read from. Views: all must outlive the call they are given to.
struct NameText {
    const std::vector<NameWord>& words;
    const std::vector<Token>& tokens;
    const std::vector<Sentence>& sentences; ///< those with candidates; Candidate::sentence counts here
    const std::vector<Candidate>& candidates;
    bool is_informal = false;
};

/// Evidence from the words of the name itself (inside.cpp).
void weigh_inside(const NameText& text, const NameWeights& weights, NameGroup& group);

/// Evidence from the words before and behind one occurrence (around.cpp).
void weigh_around(const NameText& text, const Candidate& candidate, const NameWeights& weights,
                  NameGroup& group);

/// Evidence from the other names of the document: full names lend their type to short forms.
void weigh_across(const NameText& text, const NameWeights& weights, std::vector<NameGroup>& groups);

} // namespace actorgraph
