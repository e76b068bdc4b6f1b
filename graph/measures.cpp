#include "graph/measures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace actorgraph {
namespace {

constexpr std::uint32_t none = WalkGraph::none;

/// One search of Brandes' algorithm; its arrays are used again for the next source.
class BrandesSearch {
  public:
    explicit BrandesSearch(const WalkGraph& graph)
        : graph_(graph), distance_(graph.vertices(), none), paths_(graph.vertices(), 0.0), share_(graph.vertices(), 0.0) {
        order_.reserve(graph.vertices());
    }

    void add_from(std::uint32_t source, std::vector<double>& sums) {
        search(source);
        for (std::size_t i = order_.size(); i-- > 0;) {
            const std::uint32_t vertex = order_[i];
            for (std::uint32_t h = graph_.first(vertex); h < graph_.end(vertex); ++h) {
                const std::uint32_t next = graph_.target(h);
                if (distance_[next] == distance_[vertex] + 1) {
                    share_[vertex] += paths_[vertex] / paths_[next] * (1.0 + share_[next]);
                }
            }
            if (vertex != source) {
                sums[vertex] += share_[vertex];
            }
        }
        for (const std::uint32_t vertex : order_) {
            distance_[vertex] = none;
            paths_[vertex] = share_[vertex] = 0.0;
        }
    }

  private:
    void search(std::uint32_t source) {
        order_.assign(1, source);
        distance_[source] = 0;
        paths_[source] = 1.0;
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const std::uint32_t vertex = order_[i];
            for (std::uint32_t h = graph_.first(vertex); h < graph_.end(vertex); ++h) {
                const std::uint32_t next = graph_.target(h);
                if (distance_[next] == none) {
                    distance_[next] = distance_[vertex] + 1;
                    order_.push_back(next);
                }
                if (distance_[next] == distance_[vertex] + 1) {
                    paths_[next] += paths_[vertex];
                }
            }
        }
    }

    const WalkGraph& graph_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> distance_;
    std::vector<double> paths_;
    std::vector<double> share_;
};

/// How many edges each pair has, by half-edge.
std::vector<float> multiplicities(const WalkGraph& graph) {
    std::vector<float> counts(graph.half_edges());
    for (std::uint32_t h = 0; h < counts.size(); ++h) {
        counts[h] = static_cast<float>(graph.edges(h).size());
    }
    return counts;
}

} // namespace

WalkGraph walk_graph_of(const CaseGraph& graph) {
    std::vector<WalkTie> ties;
    ties.reserve(graph.edges().size());
    for (std::uint32_t e = 0; e < graph.edges().size(); ++e) {
        ties.push_back({graph.edges()[e].source, graph.edges()[e].target, 1, e});
    }
    return {graph.actors().size(), std::move(ties)};
}

std::vector<std::uint32_t> degrees(const CaseGraph& graph) {
    std::vector<std::uint32_t> result(graph.actors().size(), 0);
    for (const ActorEdge& edge : graph.edges()) {
        ++result[edge.source];
        ++result[edge.target];
    }
    return result;
}

std::vector<double> page_rank(const WalkGraph& graph) {
    constexpr double damping = 0.85;
    constexpr double tolerance = 1e-10;
    constexpr int most_rounds = 100;
    const std::size_t n = graph.vertices();
    const double share = n == 0 ? 0.0 : 1.0 / static_cast<double>(n);
    const std::vector<float> counts = multiplicities(graph);
    std::vector<double> weight(n, 0.0);
    for (std::uint32_t v = 0; v < n; ++v) {
        weight[v] = std::accumulate(counts.begin() + graph.first(v), counts.begin() + graph.end(v), 0.0);
    }
    // Successive over-relaxation (Young 1954): a vertex passes on its new rank at once and goes a little further than it
    // was told. Without direction the equations are symmetric and positive definite once scaled, so that it always
    // converges, and the best factor is known: the largest eigenvalue is the damping. Rounds start near the end:
    // rank nearly goes with the number of edges.
    const double stride = 2.0 / (1.0 + std::sqrt(1.0 - damping * damping));
    const double ends = std::accumulate(weight.begin(), weight.end(), 0.0);
    std::vector<double> rank(n, share);
    for (std::size_t v = 0; v < n && ends > 0.0; ++v) {
        rank[v] = (1.0 - damping) * share + damping * weight[v] / ends;
    }
    std::vector<double> given(n, 0.0); ///< rank that a vertex passes on for each edge
    for (std::size_t v = 0; v < n; ++v) {
        given[v] = weight[v] > 0.0 ? rank[v] / weight[v] : 0.0;
    }
    double change = n == 0 ? 0.0 : 1.0;
    for (int round = 0; round < most_rounds && change > tolerance; ++round) {
        double idle = 0.0;
        for (std::size_t v = 0; v < n; ++v) {
            idle += weight[v] > 0.0 ? 0.0 : rank[v];
        }
        const double base = (1.0 - damping) * share + damping * idle * share;
        change = 0.0;
        for (std::uint32_t v = 0; v < n; ++v) {
            double sum = 0.0;
            for (std::uint32_t h = graph.first(v); h < graph.end(v); ++h) {
                sum += given[graph.target(h)] * counts[h];
            }
            const double next = rank[v] + stride * (base + damping * sum - rank[v]);
            change += std::abs(next - rank[v]);
            rank[v] = next;
            given[v] = weight[v] > 0.0 ? next / weight[v] : 0.0;
        }
    }
    const double total = std::accumulate(rank.begin(), rank.end(), 0.0);
    for (double& one : rank) {
        one /= total;
    }
    return rank;
}

std::vector<double> page_rank(const CaseGraph& graph) { return page_rank(walk_graph_of(graph)); }

std::vector<double> betweenness(const WalkGraph& graph, std::size_t pivots) {
    const std::size_t n = graph.vertices();
    const std::size_t count = pivots == 0 ? n : std::min(pivots, n);
    std::vector<double> sums(n, 0.0);
    BrandesSearch search(graph);
    for (std::size_t i = 0; i < count; ++i) {
        search.add_from(static_cast<std::uint32_t>(i * n / count), sums);
    }
    const double scale = count == 0 ? 0.0 : static_cast<double>(n) / static_cast<double>(count) / 2.0;
    for (double& sum : sums) {
        sum *= scale;
    }
    return sums;
}

std::vector<std::uint32_t> numbered_by_size(const std::vector<std::uint32_t>& groups) {
    const std::size_t count = groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + std::size_t{1};
    std::vector<std::uint32_t> size(count, 0);
    std::vector<std::uint32_t> first(count, none);
    for (std::uint32_t v = 0; v < groups.size(); ++v) {
        ++size[groups[v]];
        first[groups[v]] = std::min(first[groups[v]], v);
    }
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return size[a] != size[b] ? size[a] > size[b] : first[a] < first[b];
    });
    std::vector<std::uint32_t> number(count);
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        number[order[i]] = i;
    }
    std::vector<std::uint32_t> result;
    std::transform(groups.begin(), groups.end(), std::back_inserter(result),
                   [&](std::uint32_t group) { return number[group]; });
    return result;
}

std::vector<std::uint32_t> components(const WalkGraph& graph) {
    std::vector<std::uint32_t> group(graph.vertices(), none);
    std::vector<std::uint32_t> open;
    for (std::uint32_t start = 0; start < graph.vertices(); ++start) {
        if (group[start] != none) {
            continue;
        }
        group[start] = start;
        open.assign(1, start);
        while (!open.empty()) {
            const std::uint32_t vertex = open.back();
            open.pop_back();
            for (std::uint32_t h = graph.first(vertex); h < graph.end(vertex); ++h) {
                if (std::uint32_t& other = group[graph.target(h)]; other == none) {
                    other = start;
                    open.push_back(graph.target(h));
                }
            }
        }
    }
    return numbered_by_size(group);
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> bridges(const WalkGraph& graph) {
    struct Frame {
        std::uint32_t vertex, parent, next;
    };
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    std::vector<std::uint32_t> entered(graph.vertices(), none);
    std::vector<std::uint32_t> lowest(graph.vertices(), none);
    std::vector<Frame> stack;
    std::uint32_t clock = 0;
    const auto enter = [&](std::uint32_t vertex, std::uint32_t parent) {
        entered[vertex] = lowest[vertex] = clock++;
        stack.push_back({vertex, parent, graph.first(vertex)});
    };
    for (std::uint32_t start = 0; start < graph.vertices(); ++start) {
        if (entered[start] == none) {
            enter(start, none);
        }
        while (!stack.empty()) {
            Frame& top = stack.back();
            if (top.next < graph.end(top.vertex)) {
                const std::uint32_t other = graph.target(top.next++);
                if (entered[other] == none) {
                    enter(other, top.vertex);
                } else if (other != top.parent) {
                    lowest[top.vertex] = std::min(lowest[top.vertex], entered[other]);
                }
                continue;
            }
            const auto [vertex, parent, next] = top;
            stack.pop_back();
            if (parent == none) {
                continue;
            }
            lowest[parent] = std::min(lowest[parent], lowest[vertex]);
            const bool is_alone = graph.edges(graph.half_edge(parent, vertex)).size() == 1;
            if (lowest[vertex] > entered[parent] && is_alone) {
                found.emplace_back(std::min(parent, vertex), std::max(parent, vertex));
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace actorgraph
