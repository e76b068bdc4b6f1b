#include "graph/link/anchors.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

constexpr std::string_view bound = " @ ";
constexpr std::size_t digits = 12;

void keep_apart(std::uint32_t veto, const std::vector<std::uint32_t>& a,
                const std::vector<std::uint32_t>& b, Clusters& clusters) {
    for (const bool is_second : {false, true}) {
        const auto& mine = is_second ? b : a;
        const auto& others = is_second ? a : b;
        for (const std::uint32_t node : mine) {
            if (!std::binary_search(others.begin(), others.end(), node)) {
                clusters.mark(node, veto, is_second);
            }
        }
    }
}

/// Joins every node of both sides to the first of `a`; false when a veto stood against one of `b`.
bool bring_together(const Decision& decision, const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                    Clusters& clusters) {
    if (clusters.veto_between(a.front(), b.front()) >= 0) {
        return false;
    }
    bool is_whole = true;
    for (const auto* side : {&a, &b}) {
        for (const std::uint32_t node : *side) {
            is_whole = clusters.join({a.front(), node, JoinReason::decision, decision.number}) && is_whole;
        }
    }
    return is_whole;
}

} // namespace

std::string_view to_string(DecisionState state) {
    static constexpr std::array<std::string_view, 4> words{"holds", "undone", "idle", "overruled"};
    return words[static_cast<std::size_t>(state)];
}

std::string document_mark(const DocumentFacts& facts) {
    return facts.sha256.empty() ? facts.id : facts.sha256.substr(0, digits);
}

std::string anchor_of(const DocumentActors& actors, const std::vector<const DocumentFacts*>& facts, std::uint32_t node,
                      bool is_bound) {
    const DocumentActor& one = actors.nodes[node];
    const std::string& key = actors.keys[one.key];
    return is_bound ? key + std::string(bound) + document_mark(*facts[one.document]) : key;
}

std::vector<std::uint32_t> nodes_of(const DocumentActors& actors, const std::vector<const DocumentFacts*>& facts,
                                    const std::vector<std::string>& anchors) {
    std::vector<std::uint32_t> nodes;
    for (const std::string& anchor : anchors) {
        const auto cut = anchor.rfind(bound);
        std::uint32_t key = actors.find(anchor);
        std::string mark;
        if (key == actors.keys.size() && cut != std::string::npos) {
            key = actors.find(std::string_view(anchor).substr(0, cut));
            mark = anchor.substr(cut + bound.size());
        }
        if (key == actors.keys.size()) {
            continue;
        }
        std::copy_if(actors.begin_of(key), actors.end_of(key), std::back_inserter(nodes), [&](std::uint32_t node) {
            return mark.empty() || document_mark(*facts[actors.nodes[node].document]) == mark;
        });
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

std::vector<DecisionState> apply(const std::vector<Decision>& decisions, const DocumentActors& actors,
                                 const std::vector<const DocumentFacts*>& facts, Clusters& clusters) {
    std::vector<DecisionState> states(decisions.size(), DecisionState::holds);
    std::vector<std::vector<std::uint32_t>> a(decisions.size());
    std::vector<std::vector<std::uint32_t>> b(decisions.size());
    for (std::uint32_t i = 0; i < decisions.size(); ++i) {
        if (decisions[i].undone_by) {
            states[i] = DecisionState::undone;
            continue;
        }
        a[i] = nodes_of(actors, facts, decisions[i].a);
        b[i] = nodes_of(actors, facts, decisions[i].b);
        const bool is_of_one = decisions[i].kind == DecisionKind::rename || decisions[i].kind == DecisionKind::type;
        if (a[i].empty() || (b[i].empty() && !is_of_one)) {
            states[i] = DecisionState::idle;
        } else if (decisions[i].kind == DecisionKind::different) {
            keep_apart(i, a[i], b[i], clusters);
        }
    }
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        const bool joins = states[i] == DecisionState::holds && decisions[i].kind == DecisionKind::same;
        if (joins && !bring_together(decisions[i], a[i], b[i], clusters)) {
            states[i] = DecisionState::overruled;
        }
    }
    return states;
}

} // namespace actorgraph
