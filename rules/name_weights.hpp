#pragma once

#include "core/result.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace actorgraph {

enum class NameType : std::uint8_t { person, organization, location, misc };
constexpr std::size_t name_types = 4;
std::string_view to_string(NameType type);

/// One kind of evidence about a name. Its words and weights stand in `rules/names/weights.tsv` under
/// the same name; what makes the evidence is in `extractor/recognise/names/`.
enum class NameCue : std::uint8_t {
    any_name,
    informal_text,
    informal_single_word,
    lower_case,
    // the words of the name
    known_organisation,
    known_organisation_weak,
    known_country,
    known_place,
    known_place_weak,
    known_work,
    demonym,
    organisation_head_last,
    organisation_head_before_of,
    organisation_head_first,
    legal_form,
    ampersand,
    acronym,
    inner_capital,
    company_like_ending,
    surname_like_ending,
    vowel_ending,
    ordinary_word,
    ordinary_words_only,
    ordinary_word_last,
    unlisted_word,
    unlisted_word_capitals,
    given_name_first,
    given_name_or_word_first,
    surname_last,
    surname_or_word_last,
    unlisted_word_last,
    surname_alone,
    surname_or_word_alone,
    given_name_alone,
    initial_inside,
    particle_inside,
    generational_suffix,
    no_ordinary_word,
    word_last_no_given_name,
    stands_inside_sentences,
    place_first,
    place_last,
    place_word_last,
    event_word_last,
    number_inside,
    four_words_or_more,
    // what stands around it
    title_before,
    occupation_before,
    article_before,
    organisation_noun_before,
    called_an_organisation,
    organisation_noun_behind,
    firm_noun_of_before,
    occupation_at_before,
    firm_verb_before,
    role_before_comma,
    organisation_noun_before_comma,
    at_before,
    in_before,
    listed_with_places,
    listed_as_kin,
    to_or_from_before,
    by_before,
    personal_name_beside,
    office_of_before,
    place_based_before,
    speaks,
    lives_a_life,
    acts_as_a_firm,
    firm_noun_behind,
    role_noun_behind,
    office_noun_behind,
    auxiliary_behind,
    past_verb_behind,
    possessive_behind,
    age_behind,
    who_behind,
    place_behind_comma,
    country_behind_in_brackets,
    acronym_behind_in_brackets,
    organisation_in_apposition,
    occupation_in_apposition,
    number_behind,
    dateline,
    fills_quotes,
    label_before_colon,
    opens_sentences_only,
    opens_sentences_only_but_name,
    alone_in_line,
    plays,
    // what the rest of the document says
    surname_of_a_person,
    given_name_of_a_person,
    acronym_of_an_organisation,
    short_for_an_organisation,
    count_, ///< number of kinds, no kind itself
};
constexpr std::size_t name_cues = static_cast<std::size_t>(NameCue::count_);

/// How much a kind of evidence speaks for (or, below zero, against) each type.
struct NameCueWeights {
    std::array<double, name_types> weight{};
    std::string words; ///< what a reader of an explanation is told
    /// "a title before it: +4.3", by type; empty where the weight is next to nothing.
    std::array<std::string, name_types> told;
};

/// The table of weights. A name takes the type with the highest sum if that sum reaches `threshold`.
struct NameWeights {
    static constexpr double threshold = 1.0;

    std::array<NameCueWeights, name_cues> rows;

    /// Reads a table: cue, four weights (person organization location misc), words; tab-separated.
    /// All problems at once: unknown, missing and doubled cues, bad numbers; each with its line.
    static Result<NameWeights> load(const std::filesystem::path& file);

    const NameCueWeights& of(NameCue cue) const { return rows[static_cast<std::size_t>(cue)]; }
};

/// Name of a cue in the table: "title_before".
std::string_view to_string(NameCue cue);

} // namespace actorgraph
