#pragma once

#include "graph/case_graph.hpp"

#include <string>
#include <vector>

namespace actorgraph {

/// How sure a tie must be said to be.
enum class StatusFilter { asserted, alleged, any };

/// Graphs and questions leave out what no evidence makes at least this likely. Source: on development data the
/// claims below it were right less often than wrong.
inline constexpr double default_min_confidence = 0.5;

/// Which edges a question looks at. Empty lists and texts ask nothing.
struct EdgeFilter {
    std::vector<std::string> relations; ///< only these
    std::vector<std::string> without;   ///< none of these
    StatusFilter status = StatusFilter::any; ///< `alleged`: asserted or alleged; `any`: planned, asked … too
    bool with_denied = true;
    std::string from, to;    ///< ISO dates: something of the edge happened or was reported between them
    std::size_t min_sources = 0;
    double min_confidence = 0.0; ///< of the best evidence
};

bool is_denied(const ActorEdge& edge);

/// Whether the edge passes. A claim with an event time counts for that time, one without for the date of its
/// document; one without either passes any time. Dates compare by their common precision.
bool passes(const ActorEdge& edge, const EdgeFilter& filter);

} // namespace actorgraph
