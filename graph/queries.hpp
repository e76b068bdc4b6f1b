#pragma once

#include "graph/case_graph.hpp"
#include "graph/edge_filter.hpp"

#include <vector>

namespace actorgraph {

struct Neighbour {
    std::uint32_t actor = 0;
    std::size_t depth = 1;            ///< steps from the actor asked about
    std::vector<std::uint32_t> edges; ///< to actors one step nearer
};

/// Actors at most `depth` steps away: nearer ones first, then those with most edges, then by id.
std::vector<Neighbour> neighbours(const CaseGraph& graph, std::uint32_t actor, const EdgeFilter& filter = {},
                                  std::size_t depth = 1);

/// Edges between two actors in both directions, asserted ones first, then those with most sources.
std::vector<std::uint32_t> edges_between(const CaseGraph& graph, std::uint32_t a, std::uint32_t b,
                                         const EdgeFilter& filter = {});

/// Somebody whom two actors both have an edge with.
struct CommonNeighbour {
    std::uint32_t actor = 0;
    std::vector<std::uint32_t> first;  ///< edges with the first
    std::vector<std::uint32_t> second; ///< edges with the second
};

/// Common neighbours, those with most edges first, then by id.
std::vector<CommonNeighbour> common_neighbours(const CaseGraph& graph, std::uint32_t a, std::uint32_t b,
                                               const EdgeFilter& filter = {});

/// A claim on an actor's or a pair's time line.
struct Moment {
    std::string when; ///< event time, or the date of the document when the text gives none; may be empty
    bool is_event = false;
    std::uint32_t edge = 0;
    std::size_t evidence = 0; ///< index into the edge's evidence
};

/// Claims of the given edges in order of time; undated ones last; ties by edge and evidence.
std::vector<Moment> timeline(const CaseGraph& graph, const std::vector<std::uint32_t>& edges);

/// Edges of one actor, ascending.
std::vector<std::uint32_t> edges_of(const CaseGraph& graph, std::uint32_t actor, const EdgeFilter& filter = {});

/// What documents dated from `from` to `to` (ISO dates, either may be empty) first reported.
struct News {
    std::vector<std::uint32_t> actors; ///< who stands in no edge reported before
    std::vector<std::uint32_t> edges;  ///< not reported before
};
News news(const CaseGraph& graph, std::string_view from, std::string_view to);

} // namespace actorgraph
