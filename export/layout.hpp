#pragma once

#include "graph/case_graph.hpp"

#include <vector>

namespace actorgraph {

struct Point {
    double x = 0.0;
    double y = 0.0;
};

/// Where to draw each actor, whole numbers, the same for the same graph. Connected actors by forces
/// (Fruchterman & Reingold 1991) up to 1,500 of them, O(rounds · V²); larger graphs on a spiral.
/// Actors without an edge stand in rows below the rest.
std::vector<Point> layout(const CaseGraph& graph);

} // namespace actorgraph
