#pragma once

#include "graph/case_graph.hpp"
#include "graph/walk_graph.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace actorgraph {

/// Every edge of the case as a tie of cost 1, direction ignored.
WalkGraph walk_graph_of(const CaseGraph& graph);

/// Number of edges at each actor, both directions.
std::vector<std::uint32_t> degrees(const CaseGraph& graph);

/// PageRank (Brin & Page 1998), damping 0.85, direction ignored, parallel edges counted, until the change is below
/// 1e-10 or 100 rounds; sums to 1; isolated actors share evenly.
std::vector<double> page_rank(const WalkGraph& graph);
std::vector<double> page_rank(const CaseGraph& graph);

/// Betweenness (Brandes 2001), unweighted, each pair counted once. `pivots`: sources to search from, spread evenly;
/// 0 or at least V: all, else an estimate scaled to all (Brandes & Pich 2007). O(pivots · E).
std::vector<double> betweenness(const WalkGraph& graph, std::size_t pivots = 0);

/// Number of each vertex's component; components are numbered by falling size, then by their first vertex.
std::vector<std::uint32_t> components(const WalkGraph& graph);

/// Pairs without which a component falls apart, a < b, ascending (Tarjan 1974). O(V + E).
std::vector<std::pair<std::uint32_t, std::uint32_t>> bridges(const WalkGraph& graph);

/// Number of each vertex's community by modularity (Louvain, Blondel et al. 2008), ties weighted by how many edges a
/// pair has. Vertices are visited in a fixed order, so that answers repeat. Numbered like components.
std::vector<std::uint32_t> communities(const WalkGraph& graph);

/// Modularity of a division into groups (Newman 2006), with the same weights; between -0.5 and 1.
double modularity(const WalkGraph& graph, const std::vector<std::uint32_t>& groups);

/// Groups renumbered by falling size, then by their first vertex.
std::vector<std::uint32_t> numbered_by_size(const std::vector<std::uint32_t>& groups);

} // namespace actorgraph
