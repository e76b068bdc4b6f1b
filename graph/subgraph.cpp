#include "graph/subgraph.hpp"

#include "graph/measures.hpp"
#include "graph/queries.hpp"

#include <algorithm>
#include <numeric>

namespace actorgraph {
namespace {

std::vector<bool> actors_near(const CaseGraph& graph, const SubgraphOptions& options) {
    std::vector<bool> is_kept(graph.actors().size(), options.around.empty());
    for (const std::uint32_t centre : options.around) {
        is_kept[centre] = true;
        for (const Neighbour& one : neighbours(graph, centre, options.edges, options.depth)) {
            is_kept[one.actor] = true;
        }
    }
    return is_kept;
}

void keep_top(const CaseGraph& graph, std::size_t top, std::vector<bool>& is_kept) {
    const auto rank = page_rank(graph);
    std::vector<std::uint32_t> order(rank.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return rank[a] != rank[b] ? rank[a] > rank[b] : graph.actors()[a].id < graph.actors()[b].id;
    });
    std::size_t kept = 0;
    for (const std::uint32_t actor : order) {
        is_kept[actor] = is_kept[actor] && kept < top;
        kept += is_kept[actor] ? 1 : 0;
    }
}

/// Names to take out, longest first so that no part of one is left, and what stands in their place.
struct Redaction {
    std::vector<std::pair<std::string, std::string>> names;

    Redaction(const CaseGraph& graph, const std::vector<std::uint32_t>& actors) {
        for (std::size_t i = 0; i < actors.size(); ++i) {
            const Actor& actor = graph.actors()[actors[i]];
            const std::string mark = mark_of(i);
            names.emplace_back(actor.name, mark);
            for (const std::string& alias : actor.aliases) {
                names.emplace_back(alias, mark);
            }
            if (actor.account) {
                names.emplace_back(actor.account->value, mark);
            }
        }
        std::erase_if(names, [](const auto& one) { return one.first.empty(); });
        std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
            return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a < b;
        });
    }

    static std::string mark_of(std::size_t number) { return "[redacted " + std::to_string(number + 1) + "]"; }

    std::string applied(std::string text) const {
        for (const auto& [name, mark] : names) {
            for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + mark.size())) {
                text.replace(at, name.size(), mark);
            }
        }
        return text;
    }
};

void redact(std::vector<Actor>& actors, std::vector<ActorEdge>& edges, const Redaction& redaction,
            const std::vector<std::uint32_t>& redacted_places) {
    for (Actor& actor : actors) {
        for (std::string& alias : actor.aliases) {
            alias = redaction.applied(std::move(alias));
        }
    }
    for (std::size_t i = 0; i < redacted_places.size(); ++i) {
        if (redacted_places[i] < actors.size()) {
            Actor& actor = actors[redacted_places[i]];
            actor.name = Redaction::mark_of(i);
            actor.id = actor.type + ":redacted-" + std::to_string(i + 1);
            actor.aliases.clear();
            actor.account.reset();
        }
    }
    for (ActorEdge& edge : edges) {
        for (Evidence& one : edge.evidence) {
            one.quote = redaction.applied(std::move(one.quote));
            one.speaker = redaction.applied(std::move(one.speaker));
            one.role = redaction.applied(std::move(one.role));
        }
    }
}

} // namespace

CaseGraph subgraph(const CaseGraph& graph, const SubgraphOptions& options) {
    constexpr auto gone = static_cast<std::uint32_t>(-1);
    std::vector<bool> is_kept = actors_near(graph, options);
    if (options.top > 0) {
        keep_top(graph, options.top, is_kept);
    }
    std::vector<ActorEdge> edges;
    std::vector<bool> is_joined(is_kept.size(), false);
    for (const ActorEdge& edge : graph.edges()) {
        if (is_kept[edge.source] && is_kept[edge.target] && passes(edge, options.edges)) {
            is_joined[edge.source] = is_joined[edge.target] = true;
            edges.push_back(edge);
        }
    }
    std::vector<Actor> actors;
    std::vector<std::uint32_t> place(is_kept.size(), gone);
    for (std::uint32_t v = 0; v < is_kept.size(); ++v) {
        if (is_kept[v] && (options.with_idle || is_joined[v])) {
            place[v] = static_cast<std::uint32_t>(actors.size());
            actors.push_back(graph.actors()[v]);
        }
    }
    for (ActorEdge& edge : edges) {
        edge.source = place[edge.source];
        edge.target = place[edge.target];
    }
    if (!options.redacted.empty()) {
        std::vector<std::uint32_t> places;
        for (const std::uint32_t actor : options.redacted) {
            places.push_back(place[actor]);
        }
        redact(actors, edges, Redaction(graph, options.redacted), places);
    }
    return {std::move(actors), std::move(edges)};
}

} // namespace actorgraph
