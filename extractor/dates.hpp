#pragma once

#include "core/facts.hpp"

#include <string_view>
#include <vector>

namespace actorgraph {

/// A date expression and the time it means.
struct FoundDate {
    Span span;
    TimeRange time;
};

/// Dates and ranges of a stretch of text, in text order; relative ones ("last year", "on Monday") are
/// read against the ISO date of the document and left out when it has none. Days and months without
/// a year are the latest that are not after the document. O(length).
std::vector<FoundDate> find_dates(std::string_view text, std::string_view document_date);

} // namespace actorgraph
