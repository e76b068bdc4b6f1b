#include "extractor/relate/status.hpp"

#include "extractor/relate/scope.hpp"
#include "rules/rule_match.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

Span to_span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_noun_of_voice(std::string_view word) {
    static constexpr std::array<std::string_view, 27> voices{
        "spokesman",   "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "representative",
        "representatives", "office", "behalf", "statement", "official", "officials", "secretary",
        "report", "press", "head", "chief", "director", "president", "chairman", "executive", "editor",
        "leader", "minister", "service", "board", "staff"};
    return std::find(voices.begin(), voices.end(), word) != voices.end();
}

/// "a lawyer for <p0> said": the words are not those of <p0>; "a spokesman for <o0> said": they are.
bool speaks_for_another(std::string_view skeleton, const CueHit& hit) {
    const std::string_view own =
        skeleton.substr(hit.span.begin, hit.speaker_span.begin - hit.span.begin);
    if (own.find(' ') != std::string_view::npos && own.find_first_not_of(' ') != std::string_view::npos) {
        return false; // "according to <p0>": the cue has words of its own before the speaker
    }
    std::string_view before = skeleton.substr(0, hit.speaker_span.begin);
    const auto pop = [&before] {
        before = before.substr(0, before.find_last_not_of(' ') + 1);
        const std::size_t begin = before.rfind(' ') + 1; // npos + 1 is 0
        const std::string_view word = before.substr(begin);
        before = before.substr(0, begin);
        return word;
    };
    std::string_view word = pop();
    while (word == "the" || (!word.empty() && word[0] >= 'A' && word[0] <= 'Z')) {
        word = pop();
    }
    if (word != "of" && word != "for" && word != "to" && word != "with" && word != "against") {
        return false;
    }
    return !is_noun_of_voice(pop());
}

CueHit hit_of(std::string_view skeleton, const StatusCue& cue,
              const std::vector<re2::StringPiece>& parts, bool has_speaker) {
    const auto begin = static_cast<std::size_t>(parts[0].data() - skeleton.data());
    CueHit hit;
    hit.cue = &cue;
    hit.span = to_span(begin, begin + parts[0].size());
    if (has_speaker && parts.back().data() != nullptr) {
        const std::string_view words(parts.back().data(), parts.back().size());
        if (const auto slots = slots_in(words); !slots.empty()) {
            const auto from = static_cast<std::size_t>(parts.back().data() - skeleton.data());
            hit.speaker = slots[0].number;
            hit.speaker_span = to_span(from, from + words.size());
            if (speaks_for_another(skeleton, hit)) {
                hit.speaker.reset();
            }
        }
    }
    return hit;
}

void search(std::string_view skeleton, const StatusCue& cue, std::vector<CueHit>& hits) {
    const re2::RE2& regex = cue.regex->get();
    if (!regex.ok()) {
        return;
    }
    const auto& groups = regex.NamedCapturingGroups();
    const auto speaker = groups.find("speaker");
    const int wanted = speaker == groups.end() ? 1 : speaker->second + 1;
    std::vector<re2::StringPiece> parts(static_cast<std::size_t>(wanted));
    const re2::StringPiece text(skeleton.data(), skeleton.size());
    const auto match = [&](std::size_t at, re2::RE2::Anchor anchor) {
        return regex.Match(text, at, text.size(), anchor, parts.data(), wanted);
    };
    const auto keep = [&] { hits.push_back(hit_of(skeleton, cue, parts, wanted > 1)); };
    if (cue.lead != 0) {
        for (std::size_t at = skeleton.find(cue.lead); at != std::string_view::npos;
             at = skeleton.find(cue.lead, at + 1)) {
            if (match(at, re2::RE2::ANCHOR_START)) {
                keep();
            }
        }
        return;
    }
    std::size_t at = 0;
    while (at <= skeleton.size() && match(at, re2::RE2::UNANCHORED)) {
        keep();
        at = hits.back().span.begin + std::max<std::size_t>(parts[0].size(), 1);
    }
}

/// A `none` cue ("did not deny") takes away the cues inside it; a longer hit is never taken away.
void silence(std::vector<CueHit>& hits) {
    std::vector<Span> quiet;
    for (const CueHit& hit : hits) {
        if (hit.cue->effect == "none") {
            quiet.push_back(hit.span);
        }
    }
    std::erase_if(hits, [&](const CueHit& hit) {
        return hit.cue->effect == "none" ||
               (hit.cue->effect != "said" && hit.cue->effect != "ended" &&
                std::any_of(quiet.begin(), quiet.end(), [&](Span span) {
                    return overlaps(span, hit.span) && length(hit.span) <= length(span) + 8;
                }));
    });
}

std::size_t distance(Span a, Span b) {
    return overlaps(a, b) ? 0 : a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

/// A speaker that is an argument counts only when the view lifted its verb out: in "X told Y" the
/// telling is the claim itself, in "X admitted meeting Y" it is not.
bool may_speak(const CueHit& hit, const MatchPlace& place) {
    if (!hit.speaker) {
        return false;
    }
    const bool is_argument = std::find(place.arguments.begin(), place.arguments.end(),
                                       *hit.speaker) != place.arguments.end();
    return !is_argument || std::any_of(place.lifted.begin(), place.lifted.end(),
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

bool has_modality(const CueHit& hit) { return rank(hit.cue->effect) > 0; }

/// "must have" is no "must": of two cues for a modality the one that lies within the other goes.
void keep_longest(std::vector<CueHit>& hits) {
    const std::vector<CueHit> all = hits;
    std::erase_if(hits, [&](const CueHit& hit) {
        return has_modality(hit) && std::any_of(all.begin(), all.end(), [&](const CueHit& other) {
                   return has_modality(other) && !other.speaker && contains(other.span, hit.span) &&
                          length(other.span) > length(hit.span) && length(other.span) < length(hit.span) + 24;
               });
    });
}

} // namespace

std::vector<CueHit> find_cues(std::string_view skeleton, const Rulebook& rules) {
    std::vector<CueHit> hits;
    for (const std::uint32_t number : rules.cue_triggers.woken_by(skeleton)) {
        search(skeleton, rules.status_cues[number], hits);
    }
    silence(hits);
    keep_longest(hits);
    std::stable_sort(hits.begin(), hits.end(), [](const CueHit& a, const CueHit& b) {
        return a.span.begin < b.span.begin;
    });
    return hits;
}

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
    for (const CueHit& hit : hits) {
        const std::string& effect = hit.cue->effect;
        if (is_answer(effect) || !in_scope(skeleton, hit, place)) {
            continue;
        }
        if (may_speak(hit, place)) {
            voices.push_back(&hit);
        }
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
