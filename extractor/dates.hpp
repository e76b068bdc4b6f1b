#pragma once

#include "core/facts.hpp"

#include <string_view>
#include <vector>

namespace actorgraph {

/// A time expression and the time it means; open where "since" or "until" leaves it open, empty when
/// the text does not say ("in the final weeks of the campaign").
struct FoundDate {
    Span span;
    TimeRange time;

    bool is_known() const { return !time.from.empty() || !time.to.empty(); }
};

/// Dates and ranges of a stretch of text, in text order; relative ones ("last year", "on Monday") are
/// read against the ISO date of the document and left out when it has none. Days and months without
/// a year are the latest that are not after the document. O(length).
std::vector<FoundDate> find_dates(std::string_view text, std::string_view document_date);

/// What a claim asks of the dates of its sentence.
struct TimedWords {
    Span place;                   ///< of its words, in the bytes that the dates are placed in
    bool is_presupposed = false;  ///< a tie said in passing: only a date bound to its words is its own
    bool has_ended = false;       ///< "former", "stopped": it was over when the document was written
};

/// Time of a claim: the date in its words, else the nearest; a time that the text leaves unknown bars
/// the others. Ended ties have an open start and end before the document, or at the date told.
TimeRange time_of(const TimedWords& words, const std::vector<FoundDate>& dates, std::string_view text,
                  std::string_view document_date);

} // namespace actorgraph
