#pragma once

#include <cstdint>
#include <string_view>

namespace actorgraph {

/// What the sieves ask of English function words and marks; a word may belong to several.
enum class WordClass : std::uint32_t {
    the = 1U << 0U,
    indefinite = 1U << 1U,    ///< a, an
    demonstrative = 1U << 2U, ///< this, that, these, those
    pronoun = 1U << 3U,       ///< row = PronounWord
    possessive = 1U << 4U,    ///< 's and its curly form
    preposition = 1U << 5U,
    coordinator = 1U << 6U,  ///< and, or, but, nor
    subordinator = 1U << 7U, ///< when, while, because, that …
    relative = 1U << 8U,     ///< who, whom, whose, which, where
    be = 1U << 9U,
    auxiliary = 1U << 10U,
    say = 1U << 11U,    ///< said, told, wrote …: may introduce speech
    past = 1U << 12U,   ///< irregular past forms: went, took
    adverb = 1U << 13U, ///< may stand between subject and verb
    comma = 1U << 14U,
    opening = 1U << 15U, ///< ( [
    closing = 1U << 16U, ///< ) ]
    quote = 1U << 17U,
    stop = 1U << 18U,         ///< ; : and dashes
    organisation = 1U << 19U, ///< company, committee …: row = OrganisationNoun
    kin = 1U << 20U,          ///< son, wife …: row = KinNoun
    address = 1U << 21U,      ///< before the one spoken to: to, told, asked
};

using WordClasses = std::uint32_t;
constexpr WordClasses bit(WordClass c) {
    return static_cast<WordClasses>(c);
}

/// Classes of a word and its place in the table of its kind (pronouns, kin, organisation nouns).
struct WordInfo {
    WordClasses classes = 0;
    std::uint8_t row = 0;

    bool is(WordClass c) const { return (classes & bit(c)) != 0; }
    bool is_any(WordClasses wanted) const { return (classes & wanted) != 0; }
};

enum class Gender : std::uint8_t { unknown, male, female };

enum class PronounKind : std::uint8_t { subject, object, possessive, reflexive };
enum class PronounPerson : std::uint8_t { he, she, it, i, we, you };

struct PronounWord {
    std::string_view word;
    PronounPerson person;
    PronounKind kind; ///< of "her": possessive; the words around decide
};
const PronounWord& pronoun_word(std::uint8_t row);

struct KinNoun {
    std::string_view word;
    Gender gender;
    bool is_younger;        ///< of the next generation
    bool shares_surname;    ///< usually has the same surname as the relative
    bool is_degree = false; ///< "eldest", alone or before a noun
};
const KinNoun& kin_noun(std::uint8_t row);

/// Head nouns that stand for an organisation.
struct OrganisationNoun {
    std::string_view word;
    std::string_view subtypes; ///< the subtypes it agrees with
    bool takes_unknown;        ///< agrees with organisations of no known subtype
};
const OrganisationNoun& organisation_noun(std::uint8_t row);

/// Classes of a word, whatever its case; nothing for words that are in no table. O(1).
WordInfo word_info(std::string_view word);

} // namespace actorgraph
