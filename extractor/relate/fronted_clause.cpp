#include "extractor/relate/fronted_clause.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t longest_clause = 28;  ///< tokens
constexpr std::size_t longest_phrase = 6;   ///< tokens between the comma and the subject

bool is_small_word(std::string_view text) { return !text.empty() && text.front() >= 'a' && text.front() <= 'z'; }

bool is_gerund(const ViewReader& words, std::size_t i) {
    static constexpr Words<17> prepositions{"during",    "following", "according",   "regarding",       "concerning", "including",
                                            "excluding", "depending", "considering", "notwithstanding", "pending",    "barring",
                                            "morning",   "evening",   "nothing",     "something",       "failing"};
    return words.text(i).size() > 4 && words.text(i).ends_with("ing") && !words.is_one(i, prepositions);
}

bool is_participle(const ViewReader& words, std::size_t i) {
    static constexpr Words<20> irregular{"born",  "known",  "seen", "taught", "led",    "held",    "built", "driven", "chosen", "brought",
                                         "sent",  "given",  "paid", "sworn",  "drawn",  "raised",  "torn",  "bound",  "struck", "hit"};
    return (words.text(i).size() > 4 && words.text(i).ends_with("ed")) || words.is_one(i, irregular);
}

bool is_adverb(const ViewReader& words, std::size_t i) {
    static constexpr Words<9> adverbs{"long", "once", "twice", "now", "newly", "already", "later", "first", "still"};
    return words.text(i).ends_with("ly") || words.is_one(i, adverbs);
}

/// "As head of", "As the chief lobbyist for": a role before the first verb or actor.
bool names_role(const ViewReader& words, std::size_t i, const Lexicon& lexicon) {
    const LexMask roles = mask(LexClass::occupation) | mask(LexClass::title) | mask(LexClass::role_noun);
    for (const std::size_t end = std::min(i + 5, words.size()); i < end && !words.is_slot(i); ++i) {
        if ((words.classes(i, lexicon) & roles) != 0) {
            return true;
        }
        if ((words.marks(i) & token_mark::finite_verb) != 0) {
            return false;
        }
    }
    return false;
}

/// "Far from paying", "Instead of paying", "Without ever having paid".
bool says_no(const ViewReader& words) {
    return (words.is(0, "far") && words.is(1, "from")) || (words.is(0, "instead") && words.is(1, "of")) ||
           (words.is(0, "rather") && words.is(1, "than")) || words.is(0, "without");
}

/// Where the clause itself begins, behind words that only lead it in, and how it is joined to its subject; nothing
/// when the words at the head are no such clause.
struct Opening {
    std::size_t first = 0;
    std::string_view verb;
};
std::optional<Opening> opening(const ViewReader& words, const Lexicon& lexicon) {
    static constexpr Words<12> leads{"after", "before", "while", "since", "when", "upon", "on", "by", "besides", "in", "through", "despite"};
    if (words.size() < 5) {
        return std::nullopt;
    }
    if (words.is(0, "as")) {
        return names_role(words, 1, lexicon) ? std::optional(Opening{1, ", "}) : std::nullopt;
    }
    std::size_t first = words.is_one(0, leads) ? 1 : 0;
    if (says_no(words)) { // its "no" is a cue and stands before the clause
        first = words.is(0, "without") ? 1 : 2;
        first += words.is(first, "ever") ? 1 : 0;
    }
    if (is_gerund(words, first)) {
        return Opening{first, ""};
    }
    const std::size_t participle = is_adverb(words, 0) ? 1 : 0;
    const bool describes_actor = words.is_slot(participle + 1); // "Injured <p0> missed the match"
    return is_participle(words, participle) && !describes_actor ? std::optional(Opening{0, "was "}) : std::nullopt;
}

/// The actor a phrase behind the comma ends with, if it is a subject: "the poet <p1> wrote".
std::size_t subject_behind(const ViewReader& words, std::size_t comma) {
    static constexpr Words<6> joints{"and", ",", "'s", "&", ")", "or"};
    for (std::size_t i = comma + 1; i + 1 < std::min(comma + 1 + longest_phrase, words.size()); ++i) {
        if (words.is_slot(i, 'p') || words.is_slot(i, 'o')) {
            return is_small_word(words.text(i + 1)) && !words.is_one(i + 1, joints) ? i : 0;
        }
        if (words.is_slot(i) || !is_small_word(words.text(i)) || (words.marks(i) & token_mark::auxiliary) != 0) {
            return 0;
        }
    }
    return 0;
}

} // namespace

std::optional<FrontedClause> fronted_clause(const ViewReader& words, const Lexicon& lexicon) {
    static constexpr Words<6> breaks{";", ":", "\"", "-", "who", "which"};
    const auto begin = opening(words, lexicon);
    if (!begin) {
        return std::nullopt;
    }
    for (std::size_t i = begin->first + 2; i + 2 < words.size() && i < longest_clause; ++i) {
        if (words.is_one(i, breaks)) {
            return std::nullopt;
        }
        const std::size_t subject = words.is(i, ",") ? subject_behind(words, i) : 0;
        if (subject > 0) {
            return FrontedClause{{words.span(begin->first).begin, words.span(i - 1).end}, words.span(subject), begin->verb};
        }
    }
    return std::nullopt;
}

} // namespace actorgraph
