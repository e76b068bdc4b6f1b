#include "extractor/relate/rejoinder.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

using Kind = Rejoinder::Kind;

constexpr double answer_factor = 0.9; ///< which claim is meant is inferred

std::optional<Kind> kind_of(std::string_view effect) {
    return effect == "rebuts"     ? std::optional(Kind::rebuts)
           : effect == "retracts" ? std::optional(Kind::retracts)
           : effect == "upholds"  ? std::optional(Kind::upholds)
                                  : std::nullopt;
}

std::optional<std::uint32_t> entity_of(const Skeleton& skeleton, std::optional<std::size_t> slot) {
    return slot && *slot < skeleton.slots.size() ? std::optional(skeleton.slots[*slot].entity)
                                                 : std::nullopt;
}

/// Who says the words of a hit that names no speaker.
std::optional<std::uint32_t> voice_of(const Skeleton& skeleton, const CueHit& hit, Span place,
                                      const std::vector<CueHit>& hits,
                                      const std::vector<Quotation>& quotations, bool& is_voiced) {
    if (const Quotation* said = quotation_at(quotations, place)) {
        is_voiced = true;
        return said->speaker;
    }
    const auto saying = std::find_if(hits.begin(), hits.end(), [&](const CueHit& other) {
        return other.cue->effect == "said" && other.speaker && &other != &hit;
    });
    is_voiced = saying != hits.end();
    return is_voiced ? entity_of(skeleton, saying->speaker) : std::nullopt;
}

bool is_charge(const Claim& claim) {
    return claim.relation == "accused" || claim.relation == "criticized";
}

bool names(const Claim& claim, std::uint32_t entity) {
    return claim.source == entity || claim.target == entity;
}

template <typename Keep>
void narrow(std::vector<std::size_t>& numbers, const std::vector<Claim>& claims, Keep keep) {
    std::vector<std::size_t> kept;
    std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(kept),
                 [&](std::size_t i) { return keep(claims[i]); });
    if (!kept.empty()) {
        numbers = std::move(kept);
    }
}

/// The claims before the rejoinder in its sentence, else those of the last sentence that has any.
std::vector<std::size_t> before(const Rejoinder& rejoinder, const std::vector<EarlierClaim>& earlier) {
    std::vector<std::size_t> own;
    std::vector<std::size_t> last;
    Span last_sentence;
    for (const EarlierClaim& claim : earlier) {
        if (claim.sentence == rejoinder.sentence) {
            if (claim.place.end <= rejoinder.place.begin + 1 && !claim.is_presupposed) {
                own.push_back(claim.number);
            }
            continue;
        }
        if (claim.sentence != last_sentence) {
            last.clear();
            last_sentence = claim.sentence;
        }
        if (!claim.is_presupposed) {
            last.push_back(claim.number);
        }
    }
    return own.empty() ? last : own;
}

} // namespace

std::vector<Rejoinder> find_rejoinders(const Skeleton& skeleton, const std::vector<CueHit>& hits,
                                       Span sentence, const std::vector<Quotation>& quotations) {
    std::vector<Rejoinder> out;
    for (const CueHit& hit : hits) {
        const auto kind = kind_of(hit.cue->effect);
        if (!kind || length(hit.span) == 0) {
            continue;
        }
        Rejoinder one;
        one.kind = *kind;
        one.cue = hit.cue->name;
        const std::uint32_t begin = skeleton.origin[hit.span.begin];
        one.place = {begin, std::max(begin + 1, skeleton.origin[hit.span.end - 1])};
        one.sentence = sentence;
        one.speaker = entity_of(skeleton, hit.speaker);
        if (!one.speaker) {
            // The first letter may be a quotation mark: look at the middle of the words.
            const std::uint32_t middle = (one.place.begin + one.place.end) / 2;
            bool is_voiced = false;
            one.speaker = voice_of(skeleton, hit, {middle, middle + 1}, hits, quotations, is_voiced);
            if (is_voiced && one.kind == Kind::retracts) {
                one.kind = Kind::rebuts;
            }
        }
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<std::size_t> answered_by(const Rejoinder& rejoinder,
                                     const std::vector<EarlierClaim>& earlier,
                                     const std::vector<Claim>& claims) {
    std::vector<std::size_t> numbers = before(rejoinder, earlier);
    narrow(numbers, claims, [](const Claim& claim) { return claim.modality == Modality::alleged; });
    narrow(numbers, claims, [](const Claim& claim) { return !is_charge(claim); });
    if (rejoinder.speaker) {
        narrow(numbers, claims, [&](const Claim& claim) { return names(claim, *rejoinder.speaker); });
    }
    std::erase_if(numbers, [&](std::size_t i) {
        return claims[i].modality == Modality::denied || claims[i].modality == Modality::planned ||
               (rejoinder.kind != Kind::upholds && claims[i].polarity == Polarity::negated);
    });
    return numbers;
}

void answer(const Rejoinder& rejoinder, const std::vector<std::size_t>& numbers,
            const std::string& quote, std::vector<Claim>& claims) {
    for (const std::size_t number : numbers) {
        Claim made = claims[number];
        const bool is_told = made.modality == Modality::reported && !made.speaker;
        const bool is_own_sentence = made.evidence == rejoinder.sentence;
        const bool is_corrected = rejoinder.kind == Kind::retracts &&
                                  made.modality != Modality::asked;
        made.polarity = rejoinder.kind == Kind::retracts ? Polarity::negated : Polarity::affirmed;
        made.modality = rejoinder.kind == Kind::rebuts ? Modality::denied : Modality::reported;
        made.speaker = rejoinder.speaker;
        made.reasons.push_back("cue: " + rejoinder.cue);
        made.confidence *= answer_factor;
        if (is_corrected || (is_told && is_own_sentence && rejoinder.kind == Kind::rebuts)) {
            claims[number] = std::move(made);
            continue;
        }
        if (is_told && rejoinder.kind == Kind::upholds) {
            continue;
        }
        made.evidence = rejoinder.sentence;
        made.quote = quote;
        claims.push_back(std::move(made));
    }
}

} // namespace actorgraph
