#pragma once

#include "core/span.hpp"
#include "extractor/dates/calendar.hpp"

#include <string_view>
#include <vector>

namespace actorgraph {

/// A time expression by itself, without the "since" or "until" before it.
struct DatePoint {
    Span span;
    Day from;
    Day to;
    bool is_known = true;   ///< false: "in the final weeks of the campaign"
    bool has_year = true;   ///< the text itself gives the year
    bool is_range = false;  ///< both ends are written out: "12-14 May"
};

/// Time expressions of a text, in order, the longest where several overlap. Relative ones ("last
/// year") are read against `now`, "three years earlier" and "the same month" against the date before
/// them in the text; they are left out when that is unknown. O(length × forms whose word occurs).
std::vector<DatePoint> date_points(std::string_view text, Day now);

} // namespace actorgraph
