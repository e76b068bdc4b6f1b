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
    bool reaches_over_denied = false;  ///< whether a denied tie, kept or not, brings actors near
    std::size_t top = 0;               ///< only so many actors of highest PageRank; 0: all
    std::vector<std::uint32_t> redacted; ///< actors to take out of every text, with their accounts
    std::vector<std::string> redacted_words; ///< names that no actor bears, to take out as they stand
    bool with_idle = true;             ///< also actors that no kept edge joins
};

/// A graph of the actors and edges that are kept, in their order. Redacted actors stay as "[redacted 1]" without
/// aliases and account, and so does every account that is said to be theirs; their names are taken out of all quotes, speakers, documents and other actors (graph/redact.hpp).
CaseGraph subgraph(const CaseGraph& graph, const SubgraphOptions& options);

} // namespace actorgraph
