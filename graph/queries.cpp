#include "graph/queries.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace actorgraph {
namespace {

std::string folded(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    });
    return out;
}

/// Levenshtein distance in bytes, two rows.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

bool holds_word(std::string_view name, std::string_view wanted) {
    const auto at = name.find(wanted);
    if (at == std::string_view::npos) {
        return false;
    }
    const auto end = at + wanted.size();
    return (at == 0 || name[at - 1] == ' ') && (end == name.size() || name[end] == ' ');
}

/// Actors of which `is_match` holds for a name, an alias or the id; most mentions first, then id.
template <typename Test> std::vector<std::uint32_t> select(const CaseGraph& graph, Test is_match) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < graph.actors().size(); ++i) {
        const Actor& actor = graph.actors()[i];
        const bool fits = is_match(folded(actor.name)) || is_match(folded(actor.id)) ||
                          std::any_of(actor.aliases.begin(), actor.aliases.end(),
                                      [&](const std::string& a) { return is_match(folded(a)); });
        if (fits) {
            found.push_back(i);
        }
    }
    std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Actor& x = graph.actors()[a];
        const Actor& y = graph.actors()[b];
        return x.mentions != y.mentions ? x.mentions > y.mentions : x.id < y.id;
    });
    return found;
}

std::vector<std::string> suggestions_for(const CaseGraph& graph, const std::string& wanted) {
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const Actor& actor : graph.actors()) {
        const std::string name = folded(actor.name);
        const std::size_t d = distance(wanted, name);
        if (d <= std::max<std::size_t>(2, wanted.size() / 4) || name.starts_with(wanted)) {
            near.emplace_back(d, actor.name);
        }
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < near.size() && i < 5; ++i) {
        names.push_back(near[i].second);
    }
    return names;
}

bool is_walkable(const ActorEdge& edge, const PathOptions& options) {
    const bool is_denied =
        edge.polarity == Polarity::negated || edge.modality == Modality::denied;
    const bool is_hop = std::find(options.never_hops.begin(), options.never_hops.end(),
                                  edge.relation) == options.never_hops.end();
    return is_hop && (options.with_denied || !is_denied);
}

constexpr std::uint32_t unseen = static_cast<std::uint32_t>(-1);

/// Breadth-first front from one end; `previous` leads back to it.
struct Front {
    std::vector<std::uint32_t> previous;
    std::vector<std::uint32_t> depth;
    std::vector<std::uint32_t> level;

    Front(std::size_t actors, std::uint32_t start)
        : previous(actors, unseen), depth(actors, unseen), level{start} {
        previous[start] = start;
        depth[start] = 0;
    }
};

template <typename Visit>
void each_neighbour(const CaseGraph& graph, std::uint32_t actor, const PathOptions& options,
                    Visit visit) {
    for (const auto& [first, last] : {graph.out(actor), graph.in(actor)}) {
        for (const auto* e = first; e != last; ++e) {
            const ActorEdge& edge = graph.edges()[*e];
            if (is_walkable(edge, options)) {
                visit(edge.source == actor ? edge.target : edge.source);
            }
        }
    }
}

/// Goes one level further; ties between parents go to the smaller id.
void advance(const CaseGraph& graph, Front& front, const PathOptions& options) {
    std::vector<std::uint32_t> next;
    const auto by_id = [&](std::uint32_t a, std::uint32_t b) {
        return graph.actors()[a].id < graph.actors()[b].id;
    };
    std::sort(front.level.begin(), front.level.end(), by_id);
    for (const std::uint32_t actor : front.level) {
        each_neighbour(graph, actor, options, [&](std::uint32_t other) {
            if (front.previous[other] == unseen) {
                front.previous[other] = actor;
                front.depth[other] = front.depth[actor] + 1;
                next.push_back(other);
            }
        });
    }
    front.level = std::move(next);
}

/// Actor where the fronts meet with the fewest steps, smallest id first; `unseen` when none yet.
std::uint32_t meeting(const CaseGraph& graph, const Front& a, const Front& b,
                      const std::vector<std::uint32_t>& fresh) {
    std::uint32_t best = unseen;
    for (const std::uint32_t actor : fresh) {
        if (a.previous[actor] == unseen || b.previous[actor] == unseen) {
            continue;
        }
        const auto steps = [&](std::uint32_t x) { return a.depth[x] + b.depth[x]; };
        if (best == unseen || steps(actor) < steps(best) ||
            (steps(actor) == steps(best) && graph.actors()[actor].id < graph.actors()[best].id)) {
            best = actor;
        }
    }
    return best;
}

std::vector<std::uint32_t> edges_between(const CaseGraph& graph, std::uint32_t from,
                                         std::uint32_t to, const PathOptions& options) {
    std::vector<std::uint32_t> found;
    for (const auto& [first, last] : {graph.out(from), graph.in(from)}) {
        for (const auto* e = first; e != last; ++e) {
            const ActorEdge& edge = graph.edges()[*e];
            const bool joins = (edge.source == from && edge.target == to) ||
                               (edge.source == to && edge.target == from);
            if (joins && is_walkable(edge, options)) {
                found.push_back(*e);
            }
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::stable_sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
        const ActorEdge& x = graph.edges()[a];
        const ActorEdge& y = graph.edges()[b];
        const bool x_plain = x.modality == Modality::reported;
        const bool y_plain = y.modality == Modality::reported;
        return x_plain != y_plain ? x_plain : x.sources > y.sources;
    });
    return found;
}

std::vector<Hop> walk_back(const CaseGraph& graph, const Front& a, const Front& b,
                           std::uint32_t middle, const PathOptions& options) {
    std::vector<std::uint32_t> chain;
    for (std::uint32_t at = middle; a.previous[at] != at; at = a.previous[at]) {
        chain.push_back(a.previous[at]);
    }
    std::reverse(chain.begin(), chain.end());
    chain.push_back(middle);
    for (std::uint32_t at = middle; b.previous[at] != at; at = b.previous[at]) {
        chain.push_back(b.previous[at]);
    }
    std::vector<Hop> hops;
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        hops.push_back({chain[i], chain[i + 1], edges_between(graph, chain[i], chain[i + 1], options)});
    }
    return hops;
}

} // namespace

NameMatch find_actor(const CaseGraph& graph, std::string_view name) {
    const std::string wanted = folded(name);
    NameMatch match;
    const auto exact_name = [&](const std::string& candidate) { return candidate == wanted; };
    match.actors = select(graph, exact_name);
    if (match.actors.empty()) {
        match.actors =
            select(graph, [&](const std::string& candidate) { return holds_word(candidate, wanted); });
    }
    // An actor whose own name is the one given wins over aliases of others.
    std::vector<std::uint32_t> by_name;
    for (const std::uint32_t actor : match.actors) {
        if (folded(graph.actors()[actor].name) == wanted || folded(graph.actors()[actor].id) == wanted) {
            by_name.push_back(actor);
        }
    }
    if (by_name.size() == 1) {
        match.actors = by_name;
    }
    if (match.actors.empty()) {
        match.suggestions = suggestions_for(graph, wanted);
    }
    return match;
}

std::optional<std::vector<Hop>> shortest_path(const CaseGraph& graph, std::uint32_t from,
                                              std::uint32_t to, const PathOptions& options) {
    if (from == to) {
        return std::vector<Hop>{};
    }
    Front a(graph.actors().size(), from);
    Front b(graph.actors().size(), to);
    while (!a.level.empty() && !b.level.empty()) {
        Front& smaller = a.level.size() <= b.level.size() ? a : b;
        advance(graph, smaller, options);
        const std::uint32_t middle = meeting(graph, a, b, smaller.level);
        if (middle != unseen) {
            return walk_back(graph, a, b, middle, options);
        }
    }
    return std::nullopt;
}

std::vector<Neighbour> neighbours(const CaseGraph& graph, std::uint32_t actor) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_actor;
    for (const auto& [first, last] : {graph.out(actor), graph.in(actor)}) {
        for (const auto* e = first; e != last; ++e) {
            const ActorEdge& edge = graph.edges()[*e];
            const std::uint32_t other = edge.source == actor ? edge.target : edge.source;
            auto& edges = by_actor[other];
            if (other != actor && (edges.empty() || edges.back() != *e)) {
                edges.push_back(*e);
            }
        }
    }
    by_actor.erase(actor);
    std::vector<Neighbour> found;
    for (auto& [other, edges] : by_actor) {
        found.push_back({other, std::move(edges)});
    }
    std::stable_sort(found.begin(), found.end(), [&](const Neighbour& x, const Neighbour& y) {
        return x.edges.size() != y.edges.size()
                   ? x.edges.size() > y.edges.size()
                   : graph.actors()[x.actor].id < graph.actors()[y.actor].id;
    });
    return found;
}

} // namespace actorgraph
