#pragma once

#include "graph/case_graph.hpp"
#include "graph/edge_filter.hpp"
#include "graph/tie_cost.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace actorgraph {

/// What a path may walk and how paths are ordered.
struct PathOptions {
    EdgeFilter edges{.relations = {}, .without = {}, .status = StatusFilter::alleged, .with_denied = false,
                     .from = {}, .to = {}};
    bool with_attributes = false;            ///< also walk located_in, citizen_of and co_mentioned
    std::vector<std::uint32_t> via;          ///< actors to pass, in this order
    std::vector<std::uint32_t> avoid;        ///< actors to leave out
    std::vector<std::string> through;        ///< types that actors between the ends may have; empty: all
    std::size_t most_hops = 0;               ///< 0: any
    std::size_t count = 1;                   ///< paths wanted
    bool all_shortest = false;               ///< every path of fewest steps, up to `count` or 100
    TieCosts costs;
};

/// One step of a path: the pair and all edges between it that may be walked, best first.
struct Hop {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::vector<std::uint32_t> edges;
};

/// Hops in walking order; empty when both ends are the same actor.
using Path = std::vector<Hop>;

/// Paths between two actors, direction of edges ignored, best first: by default fewest steps, then
/// close relations before spoken ones, asserted before alleged, many independent sources before one, few hubs.
/// Ties go to the path whose actors come first in the graph. Empty: not connected.
std::vector<Path> find_paths(const CaseGraph& graph, std::uint32_t from, std::uint32_t to,
                             const PathOptions& options = {});

/// The best of them.
std::optional<Path> shortest_path(const CaseGraph& graph, std::uint32_t from, std::uint32_t to,
                                  const PathOptions& options = {});

} // namespace actorgraph
