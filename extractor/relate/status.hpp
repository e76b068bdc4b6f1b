#pragma once

#include "extractor/relate/skeleton.hpp"
#include "rules/rulebook.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace actorgraph {

/// Where a status cue stands in a skeleton.
struct CueHit {
    const StatusCue* cue = nullptr;
    Span span;
    std::optional<std::size_t> speaker; ///< slot number
    Span speaker_span;
};

/// Cues of a skeleton text, in order of position; those silenced by a `none` cue are gone.
std::vector<CueHit> find_cues(std::string_view skeleton, std::span<const SkeletonToken> tokens,
                              const Rulebook& rules);

/// A rule's match in skeleton bytes, and what the view left out before it was found.
struct MatchPlace {
    Span span;
    std::vector<Span> silenced;          ///< cues in here say nothing of the match
    std::vector<std::size_t> arguments;  ///< slot numbers
    bool is_presupposed = false;         ///< only cues inside the match speak of it
    std::vector<Span> lifted;            ///< cue words that the view took out of the verb group
    std::optional<std::size_t> subject; ///< slot number, where the verb has the subject of another one
    bool owns_modals = false; ///< "should" inside is what the rule is about, no doubt about it
};

/// What the cues make of a match.
struct Status {
    Polarity polarity = Polarity::affirmed;
    Modality modality = Modality::reported;
    std::optional<std::size_t> speaker; ///< slot number
    std::vector<std::size_t> outer_speakers; ///< who reports what the speaker says, slot numbers
    bool has_ended = false;
    bool is_dropped = false; ///< the text makes no claim
    std::vector<std::string> reasons;
};

/// Status of a match. Strongest first: asked, hypothetical, denied, planned, alleged, reported; a
/// negation goes with any but asked and denied.
Status decide_status(std::string_view skeleton, const std::vector<CueHit>& hits,
                     const MatchPlace& place);

/// Who says "no" to a claim about themselves denies it: then a negated claim becomes a denied one.
void settle_own_denial(Claim& claim);

} // namespace actorgraph
