#include "extractor/relate/lead_ins.hpp"

namespace actorgraph {
namespace {

bool is_number(std::string_view word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool names_role(const ViewReader& words, std::size_t i, const Lexicon& lexicon) {
    const LexMask roles = mask(LexClass::occupation) | mask(LexClass::title) |
                          mask(LexClass::kinship) | mask(LexClass::role_noun);
    return !words.is_slot(i) && (words.classes(i, lexicon) & roles) != 0;
}

/// "for many years", "until last year", "since 2010": the token behind such words at `i`, or `i`.
std::size_t behind_time(const ViewReader& words, std::size_t i) {
    static constexpr Words<19> adverbs{"currently", "formerly", "previously", "then",   "now",
                                       "once",      "himself",  "herself",    "itself", "long",
                                       "also",      "later",    "still",      "today",  "already",
                                       "recently",  "always",   "yesterday",  "again"};
    static constexpr Words<6> openers{"for", "until", "till", "since", "from", "in"};
    static constexpr Words<40> parts{
        "many",    "some",   "several", "last",   "this",   "the",     "a",        "past",
        "more",    "than",   "over",    "nearly", "almost", "about",   "two",      "three",
        "four",    "five",   "six",     "seven",  "eight",  "nine",    "ten",      "twelve",
        "fifteen", "twenty", "thirty",  "years",  "year",   "months",  "month",    "decades",
        "decade",  "weeks",  "week",    "time",   "times",  "seasons", "recently", "earlier"};
    if (words.is_one(i, adverbs)) {
        return i + 1;
    }
    if (!words.is_one(i, openers)) {
        return i;
    }
    std::size_t end = i + 1;
    while (end < words.size() && end < i + 6 &&
           (words.is_one(end, parts) || words.is_slot(end, 'd') || is_number(words.text(end)))) {
        const bool opens_description = end > i + 1 && (words.is(end, "a") || words.is(end, "the"));
        if (opens_description) {
            break;
        }
        ++end;
    }
    return end == i + 1 ? i : end;
}

/// "who was for ten years" before "a lawyer": the token behind what only leads in a description at
/// `i`, or 0.
std::size_t behind_lead_in(const ViewReader& words, std::size_t i, const Lexicon& lexicon) {
    static constexpr Words<7> being{"is", "was", "are", "were", "has", "had", "been"};
    static constexpr Words<8> determiners{"a", "an", "the", "one", "his", "her", "their", "its"};
    const std::size_t begin = i;
    const bool is_relative = words.is(i, "who") || words.is(i, "which");
    i += is_relative ? 1 : 0;
    while (i < words.size() && i < begin + 12) {
        const std::size_t next =
            is_relative && words.is_one(i, being) ? i + 1 : behind_time(words, i);
        if (next == i) {
            break;
        }
        i = next;
    }
    const bool describes = i > begin + (is_relative ? 1 : 0) && i < words.size() &&
                           (words.is_one(i, determiners) || names_role(words, i, lexicon));
    return describes ? i : 0;
}

/// "<p0> , 23 ,": the comma before the age of a person.
bool opens_age(const ViewReader& words, std::size_t i) {
    const std::string_view age = i + 2 < words.size() ? words.text(i + 1) : std::string_view();
    return i > 0 && words.is(i, ",") && words.is(i + 2, ",") && words.is_slot(i - 1, 'p') &&
           age.size() < 4 && is_number(age);
}

} // namespace

Span lead_in(const ViewReader& words, std::size_t i, const Lexicon& lexicon) {
    if (opens_age(words, i)) {
        return to_span(words.span(i).begin, words.span(i + 1).end);
    }
    const bool is_behind_actor =
        i > 0 && i + 1 < words.size() && words.is_slot(i - 1) && !words.is_slot(i - 1, 'd');
    if (!is_behind_actor || !(words.is(i, ",") || words.is(i, "was") || words.is(i, "is"))) {
        return {};
    }
    const std::size_t end = behind_lead_in(words, i + 1, lexicon);
    return end > i + 1 ? to_span(words.span(i + 1).begin, words.span(end).begin) : Span{};
}

Span second_role(const ViewReader& words, std::size_t conjunction, const Lexicon& lexicon) {
    static constexpr Words<4> prepositions{"of", "at", "for", "to"};
    std::size_t end = conjunction + 2;
    if (conjunction == 0 || end + 1 >= words.size() ||
        !names_role(words, conjunction - 1, lexicon) || words.is_slot(conjunction + 1)) {
        return {};
    }
    end += words.is_one(end, prepositions) || words.is_slot(end) ? 0 : 1;
    return words.is_one(end, prepositions)
               ? to_span(words.span(conjunction).begin, words.span(end).begin)
               : Span{};
}

} // namespace actorgraph
