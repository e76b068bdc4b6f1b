#pragma once

#include "graph/case_graph.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// First day of an ISO date that may be partial: "2017-02" -> "2017-02-01". Empty when it is no date.
std::string first_day(std::string_view date);
/// Last day of it, leap years observed: "2016-02" -> "2016-02-29". Empty when it is no date.
std::string last_day(std::string_view date);

/// Days from `first` to `last`, both included; an empty end is open.
struct DaySpan {
    std::string first;
    std::string last;
    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// When an edge is said to hold: event times of its evidence, or the dates of the documents; overlapping and
/// touching spans are joined, in order of time. Empty when nothing is dated.
std::vector<DaySpan> spans_of(const ActorEdge& edge);

} // namespace actorgraph
