#pragma once

#include "extractor/recognise/names/evidence.hpp"

namespace actorgraph {

/// A line of scores or a row of a table: two whole numbers or more and hardly a lower-case word.
bool is_result_line(const Sentence& sentence, const std::vector<Token>& tokens);

/// Reads where names of places and unknown names stand for teams: "Lundby 2 Avalon 0", a row of a table,
/// "Lundby v Avalon", and, in a report of contests, "Lundby beat", "the Lundby striker".
class TeamReader {
  public:
    explicit TeamReader(const NameText& text);

    /// Whether one occurrence names a team, given the type that the whole document gives the name.
    bool is_team(const NameGroup& group, const Candidate& candidate) const;
    /// Token behind a team's name in a line of results: a tag in brackets ("Lundby (B)") is part of it.
    std::uint32_t end_of_team(const Candidate& candidate) const;

  private:
    bool is_score(std::uint32_t i, const Sentence& sentence) const;
    bool is_in_results(const Candidate& candidate, const NameGroup& group) const;
    bool is_score_line(const Sentence& sentence) const;
    bool is_in_fixture(const Candidate& candidate) const;
    bool is_in_report(const Candidate& candidate) const;

    const NameText& text_;
    std::vector<bool> has_results_; ///< by sentence
    std::vector<bool> has_scores_;  ///< by sentence: teams and scores, nothing else
    bool is_report_ = false;        ///< the document reports contests
};

} // namespace actorgraph
