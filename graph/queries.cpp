#include "graph/queries.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <tuple>

namespace actorgraph {
namespace {

template <typename Visit>
void each_edge(const CaseGraph& graph, std::uint32_t actor, const EdgeFilter& filter, Visit visit) {
    for (const auto& [first, last] : {graph.out(actor), graph.in(actor)}) {
        for (const auto* e = first; e != last; ++e) {
            const ActorEdge& edge = graph.edges()[*e];
            if (edge.source != edge.target && passes(edge, filter)) {
                visit(*e, edge.source == actor ? edge.target : edge.source);
            }
        }
    }
}

using EdgesByActor = std::map<std::uint32_t, std::vector<std::uint32_t>>;

EdgesByActor edges_by_neighbour(const CaseGraph& graph, std::uint32_t actor, const EdgeFilter& filter) {
    EdgesByActor found;
    each_edge(graph, actor, filter, [&](std::uint32_t edge, std::uint32_t other) { found[other].push_back(edge); });
    return found;
}

/// The part of a date that another date can be compared with.
bool is_before(std::string_view a, std::string_view b) {
    const std::size_t common = std::min(a.size(), b.size());
    return a.substr(0, common) < b.substr(0, common);
}

} // namespace

std::vector<Neighbour> neighbours(const CaseGraph& graph, std::uint32_t actor, const EdgeFilter& filter,
                                  std::size_t depth) {
    constexpr std::size_t unseen = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> steps(graph.actors().size(), unseen);
    steps[actor] = 0;
    std::vector<std::uint32_t> level{actor};
    std::vector<Neighbour> found;
    for (std::size_t at = 1; at <= depth && !level.empty(); ++at) {
        EdgesByActor next;
        for (const std::uint32_t one : level) {
            each_edge(graph, one, filter, [&](std::uint32_t edge, std::uint32_t other) {
                if (steps[other] == unseen) {
                    next[other].push_back(edge);
                }
            });
        }
        level.clear();
        for (auto& [other, edges] : next) {
            steps[other] = at;
            level.push_back(other);
            std::sort(edges.begin(), edges.end());
            found.push_back({other, at, std::move(edges)});
        }
    }
    std::stable_sort(found.begin(), found.end(), [&](const Neighbour& x, const Neighbour& y) {
        return x.depth != y.depth                  ? x.depth < y.depth
               : x.edges.size() != y.edges.size() ? x.edges.size() > y.edges.size()
                                                   : graph.actors()[x.actor].id < graph.actors()[y.actor].id;
    });
    return found;
}

std::vector<std::uint32_t> edges_between(const CaseGraph& graph, std::uint32_t a, std::uint32_t b,
                                         const EdgeFilter& filter) {
    std::vector<std::uint32_t> found;
    each_edge(graph, a, filter, [&](std::uint32_t edge, std::uint32_t other) {
        if (other == b) {
            found.push_back(edge);
        }
    });
    std::sort(found.begin(), found.end(), [&](std::uint32_t x, std::uint32_t y) {
        const auto rank = [&](std::uint32_t e) {
            const ActorEdge& edge = graph.edges()[e];
            return std::make_tuple(is_denied(edge), edge.modality != Modality::reported,
                                   std::numeric_limits<std::size_t>::max() - edge.sources, e);
        };
        return rank(x) < rank(y);
    });
    return found;
}

std::vector<CommonNeighbour> common_neighbours(const CaseGraph& graph, std::uint32_t a, std::uint32_t b,
                                               const EdgeFilter& filter) {
    EdgesByActor of_a = edges_by_neighbour(graph, a, filter);
    EdgesByActor of_b = edges_by_neighbour(graph, b, filter);
    std::vector<CommonNeighbour> found;
    for (auto& [actor, edges] : of_a) {
        const auto same = of_b.find(actor);
        if (same != of_b.end() && actor != a && actor != b) {
            found.push_back({actor, std::move(edges), std::move(same->second)});
        }
    }
    std::stable_sort(found.begin(), found.end(), [&](const CommonNeighbour& x, const CommonNeighbour& y) {
        const std::size_t of_x = x.first.size() + x.second.size();
        const std::size_t of_y = y.first.size() + y.second.size();
        return of_x != of_y ? of_x > of_y : graph.actors()[x.actor].id < graph.actors()[y.actor].id;
    });
    return found;
}

std::vector<std::uint32_t> edges_of(const CaseGraph& graph, std::uint32_t actor, const EdgeFilter& filter) {
    std::vector<std::uint32_t> edges;
    each_edge(graph, actor, filter, [&](std::uint32_t edge, std::uint32_t) { edges.push_back(edge); });
    std::sort(edges.begin(), edges.end());
    return edges;
}

std::vector<Moment> timeline(const CaseGraph& graph, const std::vector<std::uint32_t>& edges) {
    std::vector<Moment> moments;
    for (const std::uint32_t edge : edges) {
        const auto& evidence = graph.edges()[edge].evidence;
        for (std::size_t i = 0; i < evidence.size(); ++i) {
            const TimeRange& time = evidence[i].time;
            const std::string& event = time.from.empty() ? time.to : time.from;
            moments.push_back({event.empty() ? evidence[i].date : event, !event.empty(), edge, i});
        }
    }
    std::sort(moments.begin(), moments.end(), [](const Moment& x, const Moment& y) {
        return std::make_tuple(x.when.empty(), std::string_view(x.when), x.edge, x.evidence) <
               std::make_tuple(y.when.empty(), std::string_view(y.when), y.edge, y.evidence);
    });
    return moments;
}

News news(const CaseGraph& graph, std::string_view from, std::string_view to) {
    std::vector<bool> is_old(graph.actors().size(), false);
    std::vector<bool> is_new(graph.actors().size(), false);
    News found;
    for (std::uint32_t e = 0; e < graph.edges().size(); ++e) {
        const ActorEdge& edge = graph.edges()[e];
        const bool is_earlier = edge.first_reported.empty() || (!from.empty() && is_before(edge.first_reported, from));
        const bool is_later = !to.empty() && is_before(to, edge.first_reported);
        if (!is_earlier && !is_later) {
            found.edges.push_back(e);
        }
        std::vector<bool>& marks = is_earlier ? is_old : is_new;
        if (!is_later) {
            marks[edge.source] = marks[edge.target] = true;
        }
    }
    for (std::uint32_t v = 0; v < is_new.size(); ++v) {
        if (is_new[v] && !is_old[v]) {
            found.actors.push_back(v);
        }
    }
    return found;
}

} // namespace actorgraph
