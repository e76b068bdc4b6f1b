#pragma once

#include "extractor/recognise/names/candidates.hpp"

namespace actorgraph {

/// Joins candidates of one sentence, those from `from` on, that an acronym in brackets spans: the letters
/// of "Organisation of Polar Ports (OPP)" tell where the name begins.
void join_acronyms(const CandidateText& text, const Sentence& sentence, std::size_t from,
                   std::vector<Candidate>& found);

/// Makes a year, a name and a noun of voting or meeting one event: "2012 Avalon general election".
void join_events(const CandidateText& text, const Sentence& sentence, std::size_t from,
                 std::vector<Candidate>& found);

/// Whether a token opens its sentence or stands behind a quote, bracket, dash or colon.
bool stands_at_head(const CandidateText& text, const Sentence& sentence, std::uint32_t token);

} // namespace actorgraph
