#pragma once

#include "graph/case_graph.hpp"

#include <vector>

namespace actorgraph {

/// Number of edges at each actor, both directions.
std::vector<std::uint32_t> degrees(const CaseGraph& graph);

/// PageRank (Brin & Page 1998), damping 0.85, direction ignored, until the change is below 1e-10 or
/// 100 rounds; sums to 1; isolated actors share evenly.
std::vector<double> page_rank(const CaseGraph& graph);

} // namespace actorgraph
