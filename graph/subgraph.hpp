#pragma once

#include "graph/case_graph.hpp"
#include "graph/edge_filter.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace actorgraph {

/// Which part of a graph to keep.
struct SubgraphOptions {
    EdgeFilter edges;
    std::vector<std::uint32_t> around; ///< these actors and who is near them; empty: everybody
    std::size_t depth = 1;             ///< how near, in hops
    std::size_t top = 0;               ///< only so many actors of highest PageRank; 0: all
    std::vector<std::uint32_t> redacted; ///< actors to take out of every text
    bool with_idle = true;             ///< also actors that no kept edge joins
};

/// A graph of the actors and edges that are kept, in their order. Redacted actors stay as "[redacted 1]" without
/// aliases and account; their names are taken out of all quotes and of the other actors' aliases.
CaseGraph subgraph(const CaseGraph& graph, const SubgraphOptions& options);

} // namespace actorgraph
