#pragma once

#include "core/facts.hpp"
#include "extractor/recognise/names.hpp"
#include "extractor/segment.hpp"
#include "rules/lexicon.hpp"

#include <optional>
#include <string>
#include <vector>

namespace actorgraph {

/// A person's name in parts; every part folded to lower case without dots.
struct PersonName {
    std::vector<std::string> given; ///< all words before the surname
    std::string surname;
    std::string suffix; ///< "jr", "sr", "ii", "iii", or empty
};
PersonName parse_person_name(std::string_view name);

/// Whether two names may stand for one person: equal surname, equal suffix where both say one,
/// given names equal, initial of each other, or missing.
bool may_be_same_person(const PersonName& a, const PersonName& b);

std::string fold(std::string_view text); ///< ASCII and Latin letters to lower case
std::vector<std::string> folded_words(std::string_view name); ///< dots and commas dropped

/// An entity being put together, with what the sieves ask of it.
struct DraftEntity {
    Entity entity;
    PersonName person;                  ///< of persons
    std::vector<std::string> roles;     ///< folded role nouns seen beside the name: "founder", "senator"
    std::vector<std::uint32_t> sentences; ///< sentence of each mention, ascending
};

/// Adds a mention; keeps mentions in text order.
void add_mention(DraftEntity& draft, Span span, MentionForm form, std::string rule,
                 std::uint32_t sentence);

/// Sentence that holds a byte; the one before when it lies between two.
std::uint32_t sentence_of(const Segmentation& segmentation, std::uint32_t byte);

/// Sieves on proper names and accounts: exact, title, surname, suffix guards, acronym, short form.
std::vector<DraftEntity> group_names(std::string_view text, const Segmentation& segmentation,
                                     const std::vector<FoundName>& names,
                                     const std::vector<FoundAccount>& accounts,
                                     const Lexicon& lexicon);

/// Sieves on noun phrases: "the younger X", "X's eldest son", "the WikiLeaks founder", "the company".
void link_nominals(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon,
                   std::vector<DraftEntity>& drafts);

/// Sieve on he, she, his, her, him, it, its by recency, subject position and agreement.
void link_pronouns(std::string_view text, const Segmentation& segmentation,
                   std::vector<DraftEntity>& drafts);

} // namespace actorgraph
