#pragma once

#include "core/facts.hpp"
#include "extractor/relate/speech.hpp"

#include <optional>
#include <string>
#include <vector>

namespace actorgraph {

/// A claim already made, as later words may answer it.
struct EarlierClaim {
    std::size_t number = 0; ///< index into the claims
    Span place;             ///< of its words, in document bytes
    Span sentence;
    bool is_presupposed = false; ///< said in passing, by a noun phrase
};

/// Words that answer an earlier claim: "she denies it", "“I did not,” said B", "That is false."
struct Rejoinder {
    enum class Kind { rebuts, retracts, upholds };
    Kind kind = Kind::rebuts;
    std::string cue;
    Span place;                           ///< in document bytes
    Span sentence;
    std::optional<std::uint32_t> speaker; ///< entity; none: unnamed, or the text itself
};

/// Answers of a sentence, in text order: cues whose effect is rebuts, retracts or upholds. What is said
/// inside a quotation, or with "B said", is B's; a retraction that nobody is said to make is the text's.
std::vector<Rejoinder> find_rejoinders(const Skeleton& skeleton, const std::vector<CueHit>& hits,
                                       Span sentence, const std::vector<Quotation>& quotations);

/// Numbers of the earlier claims that a rejoinder answers: those before it in its own sentence, else
/// those of the nearest sentence with claims; of them the ones that name the speaker, if any do, and
/// the alleged ones before the act of alleging.
std::vector<std::size_t> answered_by(const Rejoinder& rejoinder,
                                     const std::vector<EarlierClaim>& earlier,
                                     const std::vector<Claim>& claims);

/// Puts the contrary or confirming claims beside those answered. The text's own retraction, and a denial
/// in the very sentence that says it, change the claim itself.
void answer(const Rejoinder& rejoinder, const std::vector<std::size_t>& numbers,
            const std::string& quote, std::vector<Claim>& claims);

} // namespace actorgraph
