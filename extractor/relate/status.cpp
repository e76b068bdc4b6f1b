#include "extractor/relate/status.hpp"

#include "extractor/relate/scope.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

std::size_t distance(Span a, Span b) {
    return overlaps(a, b) ? 0 : a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

/// A speaker that is an argument counts only when the view lifted its verb out: in "X told Y" the
/// telling is the claim itself, in "X admitted meeting Y" it is not. A source that denies it always speaks.
bool may_speak(const CueHit& hit, const MatchPlace& place) {
    if (!hit.speaker) {
        return false;
    }
    const bool is_argument = std::find(place.arguments.begin(), place.arguments.end(),
                                       *hit.speaker) != place.arguments.end();
    return !is_argument || (hit.cue->effect == "denied" && *hit.speaker == place.arguments.front()) ||
           std::any_of(place.lifted.begin(), place.lifted.end(),
                                       [&](Span span) { return overlaps(span, hit.span); });
}

/// "<p0> paid <p1> but denied meeting": the subject says what depends on the verb taken out.
bool tells_of_itself(const CueHit& hit, const MatchPlace& place) {
    return !hit.speaker && (hit.cue->effect == "denied" || hit.cue->effect == "said") &&
           std::any_of(place.lifted.begin(), place.lifted.end(),
                       [&](Span span) { return overlaps(span, hit.span); });
}

/// Of those who speak, the one nearest to the match is the speaker, the others pass it on.
void choose_speaker(std::vector<const CueHit*> voices, const MatchPlace& place, Status& status) {
    std::stable_sort(voices.begin(), voices.end(), [&](const CueHit* a, const CueHit* b) {
        return distance(a->span, place.span) < distance(b->span, place.span);
    });
    for (const CueHit* voice : voices) {
        if (!status.speaker) {
            status.speaker = voice->speaker;
        } else if (voice->speaker != status.speaker &&
                   std::find(status.outer_speakers.begin(), status.outer_speakers.end(),
                             *voice->speaker) == status.outer_speakers.end()) {
            status.outer_speakers.push_back(*voice->speaker);
        }
    }
}

/// Cues that speak of an earlier claim, not of the match.
bool is_answer(std::string_view effect) {
    return effect == "rebuts" || effect == "retracts" || effect == "upholds";
}

int rank(std::string_view effect) {
    static constexpr std::array<std::string_view, 5> order{"alleged", "planned", "denied",
                                                           "hypothetical", "asked"};
    const auto* found = std::find(order.begin(), order.end(), effect);
    return found == order.end() ? 0 : static_cast<int>(found - order.begin()) + 1;
}

} // namespace

Status decide_status(std::string_view skeleton, const std::vector<CueHit>& hits,
                     const MatchPlace& place) {
    Status status;
    bool is_negated = false;
    bool is_untrue = false; // the text says so itself
    int strongest = is_asked(skeleton, place.span) && !place.is_presupposed ? rank("asked") : 0;
    if (strongest > 0) {
        status.reasons.emplace_back("cue: question mark");
    }
    std::vector<const CueHit*> voices;
    bool subject_speaks = false;
    for (const CueHit& hit : hits) {
        const std::string& effect = hit.cue->effect;
        const bool is_own = place.owns_modals && effect == "hypothetical" && overlaps(hit.span, place.span);
        if (is_answer(effect) || is_own || !in_scope(skeleton, hit, place)) {
            continue;
        }
        if (may_speak(hit, place)) {
            voices.push_back(&hit);
        }
        subject_speaks = subject_speaks || (place.subject && tells_of_itself(hit, place));
        status.reasons.push_back("cue: " + hit.cue->name);
        is_untrue = is_untrue || effect == "untrue";
        is_negated = is_negated || effect == "negated" || effect == "untrue";
        status.has_ended = status.has_ended || effect == "ended";
        status.is_dropped = status.is_dropped || effect == "dropped";
        strongest = std::max(strongest, rank(effect));
    }
    if (is_untrue && strongest == rank("alleged")) {
        strongest = 0;
    }
    static constexpr std::array<Modality, 6> modalities{
        Modality::reported, Modality::alleged,      Modality::planned,
        Modality::denied,   Modality::hypothetical, Modality::asked};
    status.modality = modalities[static_cast<std::size_t>(strongest)];
    const bool keeps_no = status.modality != Modality::asked && status.modality != Modality::denied;
    status.polarity = is_negated && keeps_no ? Polarity::negated : Polarity::affirmed;
    choose_speaker(voices, place, status);
    const bool has_said_no = is_negated && place.subject &&
                             std::any_of(hits.begin(), hits.end(), [&](const CueHit& hit) {
                                 return hit.cue->effect == "said" && hit.speaker == place.subject &&
                                        overlaps(hit.span, place.span);
                             });
    if (!status.speaker && (subject_speaks || has_said_no)) {
        status.speaker = place.subject;
    }
    return status;
}

void settle_own_denial(Claim& claim) {
    const bool is_own = claim.speaker && (*claim.speaker == claim.source || *claim.speaker == claim.target);
    if (is_own && claim.polarity == Polarity::negated && claim.modality == Modality::reported) {
        claim.polarity = Polarity::affirmed;
        claim.modality = Modality::denied;
        claim.reasons.emplace_back("the speaker denies it");
    }
}

} // namespace actorgraph
