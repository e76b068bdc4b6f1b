#include "extractor/relate/status.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

/// Byte where the clause that holds `at` begins. Denials and attributions reach over quotes.
std::size_t clause_start(std::string_view skeleton, std::size_t at, bool over_quotes) {
    static constexpr std::array<std::string_view, 14> breaks{
        " ; ",      " but ",   " after ", " before ", " when ",    " because ", " although ",
        " though ", " since ", " while ", " , and ",  " whereas ", " until ",   " : "};
    std::size_t start = 0;
    const std::string_view before = skeleton.substr(0, std::min(at + 1, skeleton.size()));
    for (const auto word : breaks) {
        const std::size_t found = before.rfind(word);
        if (found != std::string_view::npos) {
            start = std::max(start, found + word.size() - 1);
        }
    }
    if (!over_quotes) {
        const std::size_t quote = before.rfind('"');
        start = quote == std::string_view::npos ? start : std::max(start, quote);
    }
    return start;
}

bool in_scope(std::string_view skeleton, const CueHit& hit, const MatchPlace& place) {
    if (std::any_of(place.silenced.begin(), place.silenced.end(),
                    [&](Span span) { return contains(span, hit.span); })) {
        return false;
    }
    if (place.is_presupposed && !overlaps(hit.span, place.span)) {
        return false;
    }
    const std::string& scope = hit.cue->scope;
    const std::string& effect = hit.cue->effect;
    if (scope == "sentence") {
        return true;
    }
    if (scope == "after") {
        return hit.span.begin + 1 >= place.span.end ||
               (hit.span.begin > place.span.begin && hit.span.end >= place.span.end);
    }
    const bool is_inside = hit.span.end > place.span.begin && hit.span.begin < place.span.end;
    if (is_inside) {
        // "X accused Y of": what the rule itself matched is its meaning, not a doubt about it.
        const bool is_own_word = scope == "before" && effect != "negated" && effect != "denied" &&
                                 std::none_of(place.lifted.begin(), place.lifted.end(),
                                              [&](Span span) { return overlaps(span, hit.span); });
        return !is_own_word;
    }
    // What comes before in the clause counts for `before`, and always for a "no" of any kind.
    if (scope != "before" && effect != "negated" && effect != "denied") {
        return false;
    }
    const bool over_quotes = effect != "negated";
    return hit.span.end <= place.span.begin + 1 &&
           hit.span.begin >= clause_start(skeleton, place.span.begin, over_quotes);
}

bool is_question(std::string_view skeleton) {
    const std::size_t last = skeleton.find_last_not_of(" \")");
    if (last == std::string_view::npos || skeleton[last] != '?') {
        return false;
    }
    std::string start;
    for (const char c : skeleton.substr(0, 8)) {
        start += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    const std::string_view begin = std::string_view(start).substr(start.starts_with("\" ") ? 2 : 0);
    return !begin.starts_with("why ") && !begin.starts_with("how ");
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
    int strongest = is_question(skeleton) && !place.is_presupposed ? rank("asked") : 0;
    if (strongest > 0) {
        status.reasons.emplace_back("cue: question mark");
    }
    const CueHit* speaking = nullptr;
    for (const CueHit& hit : hits) {
        if (!in_scope(skeleton, hit, place)) {
            continue;
        }
        const std::string& effect = hit.cue->effect;
        if (hit.speaker && may_speak(hit, place) &&
            (speaking == nullptr || distance(hit.span, place.span) <
                                        distance(speaking->span, place.span))) {
            speaking = &hit;
        }
        status.reasons.push_back("cue: " + hit.cue->name);
        is_negated = is_negated || effect == "negated";
        status.has_ended = status.has_ended || effect == "ended";
        status.is_dropped = status.is_dropped || effect == "dropped";
        strongest = std::max(strongest, rank(effect));
    }
    static constexpr std::array<Modality, 6> modalities{
        Modality::reported, Modality::alleged,      Modality::planned,
        Modality::denied,   Modality::hypothetical, Modality::asked};
    status.modality = modalities[static_cast<std::size_t>(strongest)];
    const bool keeps_no = status.modality != Modality::asked && status.modality != Modality::denied;
    status.polarity = is_negated && keeps_no ? Polarity::negated : Polarity::affirmed;
    if (speaking != nullptr) {
        status.speaker = speaking->speaker;
    }
    return status;
}

} // namespace actorgraph
