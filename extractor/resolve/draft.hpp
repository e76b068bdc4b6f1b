#pragma once

#include "core/facts.hpp"
#include "extractor/recognise/names.hpp"
#include "extractor/resolve/reading.hpp"

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

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
    Entity entity;     ///< its mentions are filled in when all sieves have run
    PersonName person; ///< of persons
    std::vector<std::string>
        roles; ///< folded role nouns seen beside the name: "founder", "senator"
    Gender gender = Gender::unknown;
    bool has_sure_gender = false; ///< by title or pronoun, not by given name alone
    bool is_person = false;
    bool is_organisation = false;
    bool is_latent = false;   ///< a name that nothing but a pronoun takes for a person
    bool is_word = false;     ///< of latent ones: an everyday word too
    bool is_doubtful = false; ///< taken for a place or organisation, but a name of persons too
};

DraftEntity make_draft(std::string_view type, std::string name);

/// A mention being placed: who, where, by which sieve.
struct DraftMention {
    Span span;
    std::uint32_t draft = none;
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0; ///< behind the last token
    std::uint32_t sentence = 0;
    MentionForm form = MentionForm::name;
    std::string_view sieve;    ///< name of the sieve or account rule; outlives the draft
    std::uint32_t name = none; ///< index of the recognised name it is, for its evidence
};

/// Everything found so far. Mentions are in text order after each pass, longer before shorter.
struct Drafts {
    std::vector<DraftEntity> entities;
    std::vector<DraftMention> mentions;
};
/// Sentence that holds a byte; the one before when it lies between two.
std::uint32_t sentence_of(const Segmentation& segmentation, std::uint32_t byte);
void sort_mentions(std::vector<DraftMention>& mentions);

/// A mention of the tokens from `first` to before `end`.
DraftMention mention_of(const Reading& reading, std::uint32_t draft, std::uint32_t first,
                        std::uint32_t end);

/// Index of the mention that begins at each token, or `none`; of several the shortest.
std::vector<std::uint32_t> mentions_by_token(const Reading& reading,
                                             const std::vector<DraftMention>& mentions);

/// Sieves on proper names and accounts: exact, title, surname, suffix guards, acronym, short form.
Drafts group_names(const Reading& reading, const std::vector<FoundName>& names,
                   const std::vector<FoundAccount>& accounts);

/// Adds accounts, one entity for each canonical value; hashtags and cashtags are no actors.
void group_accounts(const Reading& reading, const std::vector<FoundAccount>& accounts,
                    Drafts& drafts);

/// Names that were not recognised and may be persons: capitalised words with the look of a given
/// name or surname. They stay in the result only where a pronoun calls for them.
void add_latent_persons(const Reading& reading, Drafts& drafts);

/// Sieves on noun phrases: "the younger X", "X's eldest son", "the WikiLeaks founder", "the
/// company".
void link_nominals(const Reading& reading, Drafts& drafts);

/// Sieves on he, she, it by agreement, grammatical role and salience; "his father" beside them.
void link_pronouns(const Reading& reading, Drafts& drafts);

/// Sieves on I, we, you and "your father" inside quotations, from speaker and addressee.
void link_quotations(const Reading& reading, Drafts& drafts);

} // namespace actorgraph
