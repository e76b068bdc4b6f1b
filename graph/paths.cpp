#include "graph/paths.hpp"

#include "graph/path_search.hpp"
#include "graph/walk_graph.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

constexpr std::size_t most_shortest = 100;

/// Actors that a path may pass: not avoided, of a type asked for, or one of its own stops.
std::vector<bool> open_actors(const CaseGraph& graph, const std::vector<std::uint32_t>& stops, const PathOptions& options) {
    std::vector<bool> is_open(graph.actors().size(), true);
    for (std::uint32_t v = 0; v < is_open.size(); ++v) {
        is_open[v] = options.through.empty() || std::find(options.through.begin(), options.through.end(),
                                                          graph.actors()[v].type) != options.through.end();
    }
    for (const std::uint32_t v : options.avoid) {
        is_open[v] = false;
    }
    for (const std::uint32_t v : stops) {
        is_open[v] = true;
    }
    return is_open;
}

WalkGraph walkable(const CaseGraph& graph, const std::vector<bool>& is_open, const PathOptions& options) {
    std::vector<WalkTie> ties;
    ties.reserve(graph.edges().size());
    for (std::uint32_t e = 0; e < graph.edges().size(); ++e) {
        const ActorEdge& edge = graph.edges()[e];
        const bool is_hop = options.with_attributes || tie_class(edge.relation) != TieClass::attribute;
        if (is_hop && is_open[edge.source] && is_open[edge.target] && passes(edge, options.edges)) {
            ties.push_back({edge.source, edge.target, tie_cost(edge, options.costs), e});
        }
    }
    WalkGraph walk(graph.actors().size(), std::move(ties));
    std::vector<std::uint32_t> hubs(walk.vertices());
    for (std::uint32_t v = 0; v < walk.vertices(); ++v) {
        hubs[v] = hub_cost(walk.degree(v));
    }
    walk.add_vertex_costs(hubs);
    return walk;
}

Path to_path(const WalkGraph& walk, const std::vector<std::uint32_t>& chain) {
    Path path;
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        const auto edges = walk.edges(walk.half_edge(chain[i], chain[i + 1]));
        path.push_back({chain[i], chain[i + 1], {edges.begin(), edges.end()}});
    }
    return path;
}

/// Legs from stop to stop, each leaving out whom the earlier ones visited and the later stops.
std::vector<Chain> chains_via(PathSearch& search, const std::vector<std::uint32_t>& stops, std::size_t actors) {
    Chain whole{{stops.front()}, 0};
    Barred taken{std::vector<bool>(actors, false), {}};
    for (const std::uint32_t stop : stops) {
        taken.vertices[stop] = true;
    }
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
        const auto leg = search.cheapest(stops[i], stops[i + 1], taken);
        if (!leg) {
            return {};
        }
        for (const std::uint32_t vertex : leg->vertices) {
            taken.vertices[vertex] = true;
        }
        whole.vertices.insert(whole.vertices.end(), leg->vertices.begin() + 1, leg->vertices.end());
        whole.cost += leg->cost;
    }
    return {whole};
}

std::vector<Chain> chains_over(const WalkGraph& walk, const std::vector<std::uint32_t>& stops, const PathOptions& options) {
    PathSearch search(walk);
    if (stops.size() > 2) {
        return chains_via(search, stops, walk.vertices());
    }
    if (options.all_shortest) {
        return search.all_shortest(stops.front(), stops.back(), std::max(options.count, most_shortest));
    }
    return search.cheapest_chains(stops.front(), stops.back(), options.count);
}

} // namespace

std::vector<Path> find_paths(const CaseGraph& graph, std::uint32_t from, std::uint32_t to, const PathOptions& options) {
    if (from == to) {
        return {Path{}};
    }
    std::vector<std::uint32_t> stops{from};
    stops.insert(stops.end(), options.via.begin(), options.via.end());
    stops.push_back(to);
    const WalkGraph walk = walkable(graph, open_actors(graph, stops, options), options);
    std::vector<Path> paths;
    for (const Chain& chain : chains_over(walk, stops, options)) {
        if (options.most_hops == 0 || chain.vertices.size() <= options.most_hops + 1) {
            paths.push_back(to_path(walk, chain.vertices));
        }
    }
    return paths;
}

std::optional<Path> shortest_path(const CaseGraph& graph, std::uint32_t from, std::uint32_t to,
                                  const PathOptions& options) {
    PathOptions one = options;
    one.count = 1;
    auto paths = find_paths(graph, from, to, one);
    return paths.empty() ? std::nullopt : std::optional(std::move(paths.front()));
}

} // namespace actorgraph
