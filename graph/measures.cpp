#include "graph/measures.hpp"

#include <cmath>

namespace actorgraph {

std::vector<std::uint32_t> degrees(const CaseGraph& graph) {
    std::vector<std::uint32_t> result(graph.actors().size(), 0);
    for (const ActorEdge& edge : graph.edges()) {
        ++result[edge.source];
        ++result[edge.target];
    }
    return result;
}

std::vector<double> page_rank(const CaseGraph& graph) {
    constexpr double damping = 0.85;
    constexpr double tolerance = 1e-10;
    constexpr int most_rounds = 100;
    const std::size_t n = graph.actors().size();
    if (n == 0) {
        return {};
    }
    const auto degree = degrees(graph);
    const double share = 1.0 / static_cast<double>(n);
    std::vector<double> rank(n, share);
    double change = 1.0;
    for (int round = 0; round < most_rounds && change > tolerance; ++round) {
        double idle = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            idle += degree[i] == 0 ? rank[i] : 0.0;
        }
        std::vector<double> next(n, (1.0 - damping) * share + damping * idle * share);
        for (const ActorEdge& edge : graph.edges()) {
            next[edge.target] += damping * rank[edge.source] / degree[edge.source];
            next[edge.source] += damping * rank[edge.target] / degree[edge.target];
        }
        change = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            change += std::abs(next[i] - rank[i]);
        }
        rank = std::move(next);
    }
    return rank;
}

} // namespace actorgraph
