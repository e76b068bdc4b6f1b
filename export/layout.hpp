#pragma once

#include "graph/case_graph.hpp"

#include <vector>

namespace actorgraph {

struct Point {
    double x = 0.0;
    double y = 0.0;
};

/// Where to draw each actor, whole numbers, the same for the same graph: by forces (Fruchterman & Reingold 1991), far
/// actors taken together (Barnes & Hut 1986). O(rounds · (V log V + E)); larger graphs get fewer rounds. Actors without
/// an edge stand in rows below the rest.
std::vector<Point> layout(const CaseGraph& graph);

} // namespace actorgraph
