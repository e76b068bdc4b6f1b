#include "extractor/relate/scope.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace actorgraph {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view word_at(std::string_view skeleton, std::size_t at) {
    while (at < skeleton.size() && skeleton[at] == ' ') {
        ++at;
    }
    return skeleton.substr(std::min(at, skeleton.size()),
                           std::min(skeleton.find(' ', at), skeleton.size()) - at);
}

std::string_view word_before(std::string_view skeleton, std::size_t at) {
    while (at > 0 && skeleton[at - 1] == ' ') {
        --at;
    }
    const std::size_t blank = at == 0 ? std::string_view::npos : skeleton.rfind(' ', at - 1);
    const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
    return skeleton.substr(begin, at - begin);
}

/// "denied that", "denied meeting": what is denied is a clause, and may hold further clauses.
bool takes_clause(std::string_view skeleton, const CueHit& hit) {
    const std::string_view own = word_before(skeleton, hit.span.end);
    const std::string_view next = word_at(skeleton, hit.span.end);
    return own == "that" || next == "that" || (next.size() > 4 && next.ends_with("ing"));
}

/// Bytes that a condition reaches in text without stops.
constexpr std::size_t condition_reach = 200;

/// Words behind which a new statement begins.
constexpr std::array<std::string_view, 6> contrasts{" ; ", " but ", " although ", " though ", " whereas ",
                                                    " even though "};
constexpr std::array<std::string_view, 7> subordinators{" after ", " before ", " when ", " because ",
                                                        " since ", " while ",  " until "};

/// The words from one byte to another, with a blank at each end.
std::string_view between(std::string_view skeleton, std::size_t from, std::size_t to) {
    const std::size_t begin = std::min(from, to) > 0 ? std::min(from, to) - 1 : 0;
    return skeleton.substr(begin, std::max(from, to) + 1 - begin);
}

bool has_comma(std::string_view words) { return words.find(" , ") != std::string_view::npos; }

/// Whether a new clause begins in the words between a cue and what comes behind it.
bool is_clause_between(std::string_view words, bool has_complement) {
    const auto holds = [&](std::string_view word) { return words.find(word) != std::string_view::npos; };
    if (std::any_of(contrasts.begin(), contrasts.end(), holds) || holds(" : ")) {
        return true;
    }
    for (const auto word : subordinators) {
        const std::size_t found = words.rfind(word);
        if (found != std::string_view::npos && !has_complement &&
            !has_comma(words.substr(found + word.size() - 1))) {
            return true;
        }
    }
    const std::size_t joint = words.rfind(" , and ");
    if (joint == std::string_view::npos) {
        return false;
    }
    const std::string_view next = word_at(words, joint + 7);
    return !has_complement || (next != "that" && !next.ends_with("ing"));
}

/// Number of the quotation mark before a byte: odd inside a quotation.
std::size_t marks_before(std::string_view skeleton, std::size_t at) {
    return static_cast<std::size_t>(
        std::count(skeleton.begin(), skeleton.begin() + static_cast<std::ptrdiff_t>(at), '"'));
}

bool is_no(std::string_view effect) {
    return effect == "negated" || effect == "denied" || effect == "untrue";
}

/// The words of a cue behind its speaker.
Span own_words(const CueHit& hit) {
    const bool leads = hit.speaker_span.end > hit.span.begin && hit.speaker_span.end < hit.span.end;
    return leads ? Span{hit.speaker_span.end, hit.span.end} : hit.span;
}

/// "After failing to win, A met B": a verb's "no" ends at the comma, and so does the denial of a thing;
/// the aim of a plan stands near it.
bool is_out_of_reach(std::string_view skeleton, const CueHit& hit, std::string_view gap) {
    constexpr std::size_t plan_reach = 40;
    const std::string& effect = hit.cue->effect;
    const bool ends_at_comma = (is_no(effect) && hit.cue->scope == "inside") ||
                               (effect == "denied" && !takes_clause(skeleton, hit));
    return (ends_at_comma && has_comma(gap)) ||
           (effect == "planned" && !takes_clause(skeleton, hit) && gap.size() > plan_reach);
}

/// What is wished, asked or supposed in a quotation says nothing of the words round it.
bool is_quoted_elsewhere(std::string_view skeleton, const CueHit& hit, Span match) {
    const std::string& effect = hit.cue->effect;
    const bool may_leave = effect == "said" || is_no(effect) || effect == "dropped" || effect == "ended";
    const std::size_t marks = marks_before(skeleton, hit.span.begin + 1);
    return !may_leave && !overlaps(hit.span, match) && marks % 2 == 1 &&
           marks != marks_before(skeleton, match.begin + 1);
}

/// "met B to see if", "asked if": the condition is no condition of what stands before it.
bool is_embedded_if(std::string_view skeleton, const CueHit& hit, Span match) {
    static constexpr std::array<std::string_view, 19> modals{
        "will", "'ll",  "would", "could", "may", "might", "can",  "shall",  "should", "must",
        "to",   "cannot", "wo",  "plans", "hopes", "threatens", "vows", "only", "'d"};
    std::size_t at = match.begin;
    bool has_modal = false;
    while (at < hit.span.begin) {
        const std::string_view word = word_at(skeleton, at);
        has_modal = has_modal || is_one_of(word, modals);
        at = std::max(static_cast<std::size_t>(word.data() - skeleton.data()) + word.size(), at + 1);
    }
    static constexpr std::array<std::string_view, 15> embedding{
        "see", "know", "ask", "asked", "asks", "wonder", "wondered", "check",
        "clear", "sure", "say", "said", "decide", "learn", "as"};
    return !has_modal || is_one_of(word_before(skeleton, hit.span.begin + 1), embedding);
}

/// Whether another statement begins between a cue of sentence scope and the match.
bool is_parted(std::string_view skeleton, const CueHit& hit, Span match) {
    const std::string& effect = hit.cue->effect;
    if (effect == "said" || effect == "dropped" || overlaps(hit.span, match)) {
        return false;
    }
    const std::string_view words = between(skeleton, std::min(hit.span.end, match.end),
                                           std::max(hit.span.begin, match.begin));
    return words.find(" ; ") != std::string_view::npos ||
           (effect != "denied" && words.find(" but ") != std::string_view::npos);
}

bool speaks_of_sentence(std::string_view skeleton, const CueHit& hit, Span match) {
    if (is_parted(skeleton, hit, match)) {
        return false;
    }
    const bool is_condition = hit.cue->effect == "hypothetical";
    if (is_condition && hit.span.end + condition_reach < match.begin) {
        return false;
    }
    return !is_condition || hit.span.begin + 1 < match.end || !is_embedded_if(skeleton, hit, match);
}

} // namespace

bool in_scope(std::string_view skeleton, const CueHit& hit, const MatchPlace& place) {
    const Span match = place.span;
    if (std::any_of(place.silenced.begin(), place.silenced.end(),
                    [&](Span span) { return contains(span, hit.span); })) {
        return false;
    }
    if (place.is_presupposed && !overlaps(own_words(hit), match)) {
        return false;
    }
    if (is_quoted_elsewhere(skeleton, hit, match)) {
        return false;
    }
    constexpr std::size_t longest_if = 24;
    if (hit.cue->effect == "hypothetical" && hit.span.begin > match.begin && hit.span.end >= match.end &&
        hit.span.begin < match.end && length(hit.span) <= longest_if) {
        return false; // "asked <p0> if": the rule ends with the word
    }
    const std::string& scope = hit.cue->scope;
    const std::string& effect = hit.cue->effect;
    if (scope == "sentence") {
        return speaks_of_sentence(skeleton, hit, match);
    }
    if (scope == "after") {
        return hit.span.begin + 1 >= match.end ||
               (hit.span.begin > match.begin && hit.span.end >= match.end);
    }
    if (scope == "phrase") {
        return overlaps(hit.span, match) ||
               (hit.span.end <= match.begin + 1 &&
                !has_comma(between(skeleton, hit.span.end, match.begin)));
    }
    const bool touches = hit.span.end <= match.begin && hit.span.end + 2 > match.begin;
    const bool is_inside = overlaps(own_words(hit), match) ||
                           (scope == "inside" && touches);
    if (is_inside) {
        // "X accused Y of": what the rule itself matched is its meaning, not a doubt about it.
        const bool is_own_word = scope == "before" && !is_no(effect) &&
                                 std::none_of(place.lifted.begin(), place.lifted.end(),
                                              [&](Span span) { return overlaps(span, hit.span); });
        return !is_own_word;
    }
    // What comes before in the clause counts for `before`, and always for a "no" of any kind.
    if (scope != "before" && !is_no(effect)) {
        return false;
    }
    const std::string_view gap = between(skeleton, hit.span.end, std::max(hit.span.end, match.begin));
    return hit.span.end <= match.begin + 1 && !is_out_of_reach(skeleton, hit, gap) &&
           !is_clause_between(gap, takes_clause(skeleton, hit)) &&
           (effect != "negated" || marks_before(skeleton, hit.span.end) ==
                                       marks_before(skeleton, match.begin + 1));
}

bool is_asked(std::string_view skeleton, Span match) {
    const std::size_t open = skeleton.substr(0, match.begin + 1).rfind('"');
    const bool is_quoted = marks_before(skeleton, match.end - 1) % 2 == 1;
    const std::size_t begin = is_quoted && open != std::string_view::npos ? open + 1 : 0;
    const std::size_t close = skeleton.find('"', match.end - 1);
    const std::size_t end = is_quoted && close != std::string_view::npos ? close : skeleton.size();
    const std::size_t last = skeleton.substr(0, end).find_last_not_of(" )");
    if (last == std::string_view::npos || last < match.begin || skeleton[last] != '?' ||
        between(skeleton, match.end, last).find(" : ") != std::string_view::npos) {
        return false;
    }
    static constexpr std::array<std::string_view, 7> openers{"and", "but", "so", "then", ",", "\"", "-"};
    static constexpr std::array<std::string_view, 4> presupposing{"why", "how", "when", "where"};
    std::size_t at = begin;
    for (int i = 0; i < 4; ++i) {
        std::string word(word_at(skeleton, at));
        std::transform(word.begin(), word.end(), word.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (is_one_of(std::string_view(word), presupposing)) {
            return false;
        }
        if (!is_one_of(std::string_view(word), openers)) {
            break;
        }
        at = skeleton.find(word_at(skeleton, at), at) + word.size();
    }
    return true;
}

} // namespace actorgraph
