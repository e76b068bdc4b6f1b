#include "extractor/resolve/grammar.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

constexpr std::uint32_t longest_aside = 16; ///< tokens

} // namespace

void SentenceGrammar::read(const Sentence& sentence, const std::vector<std::uint32_t>& by_token,
                           const std::vector<DraftMention>& mentions) {
    sentence_ = sentence;
    fronted_end_ = 0;
    clauses_.assign(sentence.end_token - sentence.first_token, 0);
    std::uint8_t clause = 0;
    std::uint8_t last = 0;
    std::uint8_t outside = 0; ///< clause around the brackets
    static constexpr WordClasses nominal_openers =
        bit(WordClass::the) | bit(WordClass::indefinite) | bit(WordClass::demonstrative) |
        bit(WordClass::pronoun);
    const WordInfo& opener = reading_.words[sentence.first_token];
    const bool opens_fronted =
        by_token[sentence.first_token] == none &&
        (opener.is(WordClass::subordinator) || !opener.is_any(nominal_openers));
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const bool is_fronted_end = opens_fronted && fronted_end_ == 0 &&
                                    i > sentence.first_token &&
                                    reading_.is(i - 1, WordClass::comma);
        if (i > sentence.first_token && last < 250 &&
            ((is_fronted_end && opens_main_clause(i, by_token, mentions)) ||
             opens_clause(i, by_token, mentions))) {
            outside = reading_.is(i, WordClass::opening) ? clause : outside;
            clause = reading_.is(i, WordClass::closing) ? outside : ++last;
        }
        if (is_fronted_end && opens_main_clause(i, by_token, mentions)) {
            fronted_end_ = i;
        }
        clauses_[i - sentence.first_token] = clause;
    }
}

bool SentenceGrammar::opens_clause(std::uint32_t i, const std::vector<std::uint32_t>& by_token,
                                   const std::vector<DraftMention>& mentions) const {
    static constexpr WordClasses openers = bit(WordClass::subordinator) | bit(WordClass::relative) |
                                           bit(WordClass::quote) | bit(WordClass::stop) |
                                           bit(WordClass::opening) | bit(WordClass::closing);
    const WordInfo& info = reading_.words[i];
    if (info.is_any(openers)) {
        return true;
    }
    if (info.is(WordClass::pronoun)) {
        const PronounWord& word = pronoun_word(info.row);
        return word.kind == PronounKind::subject &&
               (word.person != PronounPerson::it || reading_.is_verb(i - 1)); // "confirmed he had"
    }
    return info.is(WordClass::coordinator) && i + 1 < sentence_.end_token &&
           opens_subject(i + 1, by_token, mentions);
}

/// A subject pronoun, or a name with a verb behind it.
bool SentenceGrammar::opens_subject(std::uint32_t i, const std::vector<std::uint32_t>& by_token,
                                    const std::vector<DraftMention>& mentions) const {
    const WordInfo& info = reading_.words[i];
    if (info.is(WordClass::pronoun)) {
        return pronoun_word(info.row).kind == PronounKind::subject;
    }
    if (by_token[i] != none) {
        return is_before_verb(mentions[by_token[i]].end_token);
    }
    return false;
}

/// A subject, or one with a title or description before it, or its possessor: "the mayor Voss
/// said", "Voss's mother said".
bool SentenceGrammar::opens_main_clause(std::uint32_t i, const std::vector<std::uint32_t>& by_token,
                                        const std::vector<DraftMention>& mentions) const {
    const std::uint32_t end = std::min(i + 6, sentence_.end_token);
    for (std::uint32_t k = i; k < end; ++k) {
        if (opens_subject(k, by_token, mentions)) {
            return true;
        }
        if (by_token[k] != none) {
            const std::uint32_t after = mentions[by_token[k]].end_token;
            if (after < sentence_.end_token && reading_.is(after, WordClass::possessive)) {
                return true;
            }
        }
        const bool is_description = reading_.is(k, WordClass::the) || by_token[k] != none ||
                                    (reading_.words[k].classes == 0 && !reading_.is_verb(k) &&
                                     reading_.token(k).kind == TokenKind::word);
        if (!is_description) {
            return false;
        }
    }
    return false;
}

bool SentenceGrammar::is_finite(std::uint32_t i) const {
    if (reading_.is_verb(i)) {
        return true;
    }
    const std::string_view w = reading_.word(i);
    return reading_.is_lower(i) && reading_.words[i].classes == 0 && w.size() > 3 &&
           w.back() == 's' && !w.ends_with("ss");
}

std::uint32_t SentenceGrammar::behind_adverbs(std::uint32_t i) const {
    while (i < sentence_.end_token && (reading_.is(i, WordClass::adverb) ||
                                       (reading_.is_lower(i) && reading_.word(i).ends_with("ly") &&
                                        reading_.word(i).size() > 4))) {
        ++i;
    }
    return i;
}

/// Behind "( … )" or ", … ,": where the clause goes on.
std::uint32_t SentenceGrammar::behind_aside(std::uint32_t i) const {
    const bool in_brackets = reading_.is(i, WordClass::opening);
    if (!in_brackets && !reading_.is(i, WordClass::comma)) {
        return i;
    }
    const WordClass closer = in_brackets ? WordClass::closing : WordClass::comma;
    const std::uint32_t end = std::min(sentence_.end_token, i + longest_aside);
    for (std::uint32_t k = i + 1; k < end; ++k) {
        if (reading_.is(k, closer)) {
            return k + 1;
        }
    }
    return i;
}

bool SentenceGrammar::is_before_verb(std::uint32_t i) const {
    for (int step = 0; step < 2 && i < sentence_.end_token; ++step) {
        const std::uint32_t at = behind_adverbs(i);
        if (at >= sentence_.end_token) {
            return false;
        }
        if (is_finite(at)) {
            return true;
        }
        const std::uint32_t behind = behind_aside(at);
        if (behind == at) {
            return false;
        }
        i = behind;
    }
    return false;
}

/// Token that governs a mention: articles, adjectives and titles before it passed over. `none` at
/// the beginning of the sentence.
std::uint32_t SentenceGrammar::before_modifiers(std::uint32_t first) const {
    std::uint32_t i = first;
    for (int step = 0; step < 5 && i > sentence_.first_token; ++step) {
        const WordInfo& info = reading_.words[i - 1];
        static constexpr WordClasses determiners = bit(WordClass::the) |
                                                   bit(WordClass::indefinite) |
                                                   bit(WordClass::possessive) | bit(WordClass::kin);
        const bool is_modifier =
            info.is_any(determiners) ||
            (info.is(WordClass::pronoun) &&
             pronoun_word(info.row).kind == PronounKind::possessive) ||
            (info.classes == 0 && reading_.token(i - 1).kind == TokenKind::word &&
             !reading_.is_verb(i - 1) && !is_finite(i - 1));
        if (!is_modifier) {
            return i - 1;
        }
        --i;
    }
    return i > sentence_.first_token ? i - 1 : none;
}

Grammar SentenceGrammar::of(const DraftMention& mention, const DraftMention* before,
                            const Grammar& before_grammar) const {
    Grammar out;
    out.clause = clause(mention.first_token);
    const std::uint32_t after = mention.end_token;
    const std::uint32_t previous = before_modifiers(mention.first_token);
    const bool has_previous = previous != none && previous >= sentence_.first_token;
    const WordInfo governor = has_previous ? reading_.words[previous] : WordInfo{};
    const bool is_behind_name = before != nullptr && has_previous && before->end_token == previous;
    out.is_coordinated =
        (is_behind_name && governor.is(WordClass::coordinator)) ||
        (after < sentence_.end_token && reading_.is(after, WordClass::coordinator) &&
         after + 1 < sentence_.end_token && reading_.token(after + 1).capitalised);
    out.is_aside =
        governor.is(WordClass::opening) || (is_behind_name && governor.is(WordClass::comma));
    if (after < sentence_.end_token && reading_.is(after, WordClass::possessive)) {
        out.role = Role::possessor;
        return out;
    }
    const bool has_verb = after < sentence_.end_token && is_before_verb(after);
    const std::uint32_t verb = has_verb ? behind_adverbs(after) : after;
    out.is_speaker = has_verb && reading_.is(verb, WordClass::say);
    if (is_behind_name && governor.is(WordClass::coordinator)) {
        out.role = before_grammar.role;
        return out;
    }
    const bool is_governed_verb = has_previous && reading_.is_verb(previous);
    if (governor.is(WordClass::preposition) &&
        !(governor.is(WordClass::subordinator) && has_verb)) {
        out.role = Role::oblique;
    } else if (is_governed_verb && governor.is(WordClass::say) && !has_verb &&
               !governor.is(WordClass::address)) {
        out.role = Role::subject; // "said Voss"
        out.is_speaker = true;
    } else if (has_verb && (!is_governed_verb || governor.is(WordClass::say))) {
        out.role = Role::subject;
    } else if (is_governed_verb || (has_previous && is_finite(previous))) {
        out.role = Role::object;
    } else if (!has_previous || has_verb || governor.is(WordClass::subordinator) ||
               (out.clause == clause(sentence_.first_token) && before == nullptr &&
                governor.is(WordClass::comma))) {
        out.role = Role::subject;
    }
    return out;
}

} // namespace actorgraph
