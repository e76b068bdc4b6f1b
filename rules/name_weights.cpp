#include "rules/name_weights.hpp"

#include "core/near_miss.hpp"
#include "rules/pattern.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <vector>

namespace actorgraph {
namespace {

constexpr std::array<std::string_view, name_cues> cue_names{
    "any_name",
    "informal_text",
    "informal_single_word",
    "lower_case",
    "known_organisation",
    "known_organisation_weak",
    "known_country",
    "known_place",
    "known_place_weak",
    "known_work",
    "demonym",
    "organisation_head_last",
    "organisation_head_before_of",
    "organisation_head_first",
    "legal_form",
    "ampersand",
    "acronym",
    "inner_capital",
    "company_like_ending",
    "surname_like_ending",
    "vowel_ending",
    "ordinary_word",
    "ordinary_words_only",
    "ordinary_word_last",
    "unlisted_word",
    "unlisted_word_capitals",
    "given_name_first",
    "given_name_or_word_first",
    "surname_last",
    "surname_or_word_last",
    "unlisted_word_last",
    "surname_alone",
    "surname_or_word_alone",
    "given_name_alone",
    "initial_inside",
    "particle_inside",
    "generational_suffix",
    "no_ordinary_word",
    "word_last_no_given_name",
    "stands_inside_sentences",
    "place_first",
    "place_last",
    "place_word_last",
    "event_word_last",
    "number_inside",
    "four_words_or_more",
    "title_before",
    "occupation_before",
    "article_before",
    "organisation_noun_before",
    "called_an_organisation",
    "organisation_noun_behind",
    "firm_noun_of_before",
    "occupation_at_before",
    "firm_verb_before",
    "role_before_comma",
    "organisation_noun_before_comma",
    "at_before",
    "in_before",
    "listed_with_places",
    "listed_as_kin",
    "to_or_from_before",
    "by_before",
    "personal_name_beside",
    "office_of_before",
    "place_based_before",
    "speaks",
    "lives_a_life",
    "acts_as_a_firm",
    "firm_noun_behind",
    "role_noun_behind",
    "office_noun_behind",
    "auxiliary_behind",
    "past_verb_behind",
    "possessive_behind",
    "age_behind",
    "who_behind",
    "place_behind_comma",
    "country_behind_in_brackets",
    "acronym_behind_in_brackets",
    "organisation_in_apposition",
    "occupation_in_apposition",
    "number_behind",
    "dateline",
    "fills_quotes",
    "label_before_colon",
    "opens_sentences_only",
    "opens_sentences_only_but_name",
    "alone_in_line",
    "plays",
    "surname_of_a_person",
    "given_name_of_a_person",
    "acronym_of_an_organisation",
    "short_for_an_organisation",
};
static_assert(!cue_names.back().empty(), "every cue has a name");

std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> columns;
    while (true) {
        const auto tab = std::min(line.find('\t'), line.size());
        columns.push_back(line.substr(0, tab));
        if (tab == line.size()) {
            return columns;
        }
        line.remove_prefix(tab + 1);
    }
}

bool read_number(std::string_view text, double& value) {
    const auto [last, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc{} && last == text.data() + text.size();
}

class WeightsReader {
  public:
    WeightsReader(std::string file, NameWeights& weights, Diagnostics& problems)
        : file_(std::move(file)), weights_(weights), problems_(problems) {}

    void read(std::string_view line, std::size_t number) {
        const auto columns = columns_of(line);
        if (columns.size() != name_types + 2) {
            note(number, 1, "this row has " + std::to_string(columns.size()) + " columns",
                 "write cue, four weights and its words, with tabs between");
            return;
        }
        const auto at = std::find(cue_names.begin(), cue_names.end(), columns[0]);
        if (at == cue_names.end()) {
            const std::string near =
                near_miss(columns[0], {cue_names.begin(), cue_names.end()});
            note(number, 1, "'" + std::string(columns[0]) + "' is no kind of evidence",
                 near.empty() ? "remove the row" : "did you mean '" + near + "'?");
            return;
        }
        const auto cue = static_cast<std::size_t>(at - cue_names.begin());
        if (!weights_.rows[cue].words.empty()) {
            note(number, 1, "'" + std::string(columns[0]) + "' stands here a second time",
                 "keep one row");
        }
        std::size_t column = columns[0].size() + 2;
        for (std::size_t type = 0; type < name_types; ++type) {
            if (!read_number(columns[type + 1], weights_.rows[cue].weight[type])) {
                note(number, column, "'" + std::string(columns[type + 1]) + "' is no number",
                     "write a weight such as 1.5 or -0.4");
            }
            column += columns[type + 1].size() + 1;
        }
        weights_.rows[cue].words = columns.back();
        tell(weights_.rows[cue]);
    }

    void check_all_there() {
        for (std::size_t cue = 0; cue < name_cues; ++cue) {
            if (weights_.rows[cue].words.empty()) {
                note(0, 0, "there is no row for '" + std::string(cue_names[cue]) + "'",
                     "add one; weights of 0 switch a kind of evidence off");
            }
        }
    }

  private:
    static void tell(NameCueWeights& row) {
        for (std::size_t type = 0; type < name_types; ++type) {
            if (std::abs(row.weight[type]) >= 0.05) {
                char number[32];
                std::snprintf(number, sizeof number, ": %+.1f", row.weight[type]);
                row.told[type] = row.words + number;
            }
        }
    }

    void note(std::size_t line, std::size_t column, std::string message, std::string hint) {
        problems_.push_back(
            {Severity::error, file_, line, column, std::move(message), std::move(hint)});
    }

    std::string file_;
    NameWeights& weights_;
    Diagnostics& problems_;
};

} // namespace

std::string_view to_string(NameType type) {
    constexpr std::string_view names[] = {"person", "organization", "location", "misc"};
    return names[static_cast<std::size_t>(type)];
}

std::string_view to_string(NameCue cue) { return cue_names[static_cast<std::size_t>(cue)]; }

Result<NameWeights> NameWeights::load(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) {
        return Diagnostic{Severity::error, file.string(), 0, 0, "cannot read the weights of names",
                          "point --rules at a folder that holds names/weights.tsv"};
    }
    NameWeights weights;
    Diagnostics problems;
    WeightsReader reader(file.string(), weights, problems);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (!line.empty() && line.front() != '#') {
            reader.read(line, number);
        }
    }
    reader.check_all_there();
    if (!problems.empty()) {
        return problems;
    }
    return weights;
}

} // namespace actorgraph
