#include "graph/subgraph.hpp"

#include "graph/measures.hpp"
#include "graph/queries.hpp"
#include "graph/redact.hpp"

#include <algorithm>
#include <numeric>

namespace actorgraph {
namespace {

std::vector<bool> actors_near(const CaseGraph& graph, const SubgraphOptions& options) {
    std::vector<bool> is_kept(graph.actors().size(), options.around.empty());
    EdgeFilter reach = options.edges;
    reach.with_denied = options.reaches_over_denied;
    for (const std::uint32_t centre : options.around) {
        is_kept[centre] = true;
        for (const Neighbour& one : neighbours(graph, centre, reach, options.depth)) {
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

/// The actors and every account that anybody said to be theirs: it would tell who they are.
std::vector<std::uint32_t> with_their_accounts(const CaseGraph& graph, std::vector<std::uint32_t> actors) {
    const std::vector<std::uint32_t> asked = actors;
    for (const ActorEdge& edge : graph.edges()) {
        const bool is_account_tie = edge.relation == "account_of" || edge.relation == "operates_account";
        for (const auto& [actor, other] : {std::pair{edge.source, edge.target}, std::pair{edge.target, edge.source}}) {
            const bool is_theirs = is_account_tie && graph.actors()[other].type == "account" &&
                                   std::find(asked.begin(), asked.end(), actor) != asked.end();
            if (is_theirs && std::find(actors.begin(), actors.end(), other) == actors.end()) {
                actors.push_back(other);
            }
        }
    }
    return actors;
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
        const bool is_centre = std::find(options.around.begin(), options.around.end(), v) != options.around.end();
        if (is_kept[v] && (options.with_idle || is_joined[v] || is_centre)) {
            place[v] = static_cast<std::uint32_t>(actors.size());
            actors.push_back(graph.actors()[v]);
        }
    }
    for (ActorEdge& edge : edges) {
        edge.source = place[edge.source];
        edge.target = place[edge.target];
    }
    if (!options.redacted.empty() || !options.redacted_words.empty()) {
        const auto redacted = with_their_accounts(graph, options.redacted);
        std::vector<std::uint32_t> places;
        for (const std::uint32_t actor : redacted) {
            places.push_back(place[actor]);
        }
        redact(actors, edges, Redaction(graph, redacted, options.redacted_words), places);
    }
    return {std::move(actors), std::move(edges)};
}

} // namespace actorgraph
