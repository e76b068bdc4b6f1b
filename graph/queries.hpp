#pragma once

#include "graph/case_graph.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace actorgraph {

/// What a name given by a user stands for: exact name, alias, id or unambiguous part of a name.
struct NameMatch {
    std::vector<std::uint32_t> actors;    ///< one = found; more = ambiguous, best first
    std::vector<std::string> suggestions; ///< when none: names that are spelt alike
};
NameMatch find_actor(const CaseGraph& graph, std::string_view name);

struct PathOptions {
    bool with_denied = false; ///< also walk edges that are only denied or negated
    std::vector<std::string> never_hops = {"located_in", "citizen_of"};
};

/// One step of a path: the pair and all edges between it that may be walked, best first.
struct Hop {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::vector<std::uint32_t> edges;
};

/// Shortest chain of actors by bidirectional breadth-first search, direction ignored; ties: the chain
/// whose ids sort first. nullopt when not connected. Cost O(V + E).
std::optional<std::vector<Hop>> shortest_path(const CaseGraph& graph, std::uint32_t from,
                                              std::uint32_t to, const PathOptions& options = {});

struct Neighbour {
    std::uint32_t actor = 0;
    std::vector<std::uint32_t> edges;
};
/// Actors one edge away, most edges first, then by id.
std::vector<Neighbour> neighbours(const CaseGraph& graph, std::uint32_t actor);

} // namespace actorgraph
