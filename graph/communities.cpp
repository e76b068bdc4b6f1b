#include "graph/measures.hpp"

#include <algorithm>
#include <numeric>

namespace actorgraph {
namespace {

/// A weighted graph whose vertices may be whole communities of the one before.
struct Level {
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> targets;
    std::vector<double> weights;
    std::vector<double> inner;  ///< twice the weight inside each vertex
    std::vector<double> degree; ///< weight of all ends at each vertex, inner ones too
    double total = 0.0;         ///< of all degrees

    std::size_t vertices() const { return inner.size(); }
};

void finish(Level& level) {
    level.degree.assign(level.vertices(), 0.0);
    for (std::size_t v = 0; v < level.vertices(); ++v) {
        level.degree[v] = level.inner[v];
        for (std::uint32_t i = level.offsets[v]; i < level.offsets[v + 1]; ++i) {
            level.degree[v] += level.weights[i];
        }
    }
    level.total = std::accumulate(level.degree.begin(), level.degree.end(), 0.0);
}

Level first_level(const WalkGraph& graph) {
    Level level;
    level.inner.assign(graph.vertices(), 0.0);
    level.targets.reserve(graph.half_edges());
    level.weights.reserve(graph.half_edges());
    for (std::uint32_t v = 0; v < graph.vertices(); ++v) {
        for (std::uint32_t h = graph.first(v); h < graph.end(v); ++h) {
            level.targets.push_back(graph.target(h));
            level.weights.push_back(static_cast<double>(graph.edges(h).size()));
        }
        level.offsets.push_back(static_cast<std::uint32_t>(level.targets.size()));
    }
    finish(level);
    return level;
}

/// Moves vertices to the neighbouring community that raises modularity most, until few moves are left.
class LocalMoves {
  public:
    explicit LocalMoves(const Level& level)
        : level_(level), group_(level.vertices()), sum_(level.degree), weight_to_(level.vertices(), 0.0) {
        std::iota(group_.begin(), group_.end(), 0U);
    }

    std::vector<std::uint32_t> run() {
        constexpr int most_rounds = 20;
        for (int round = 0; round < most_rounds; ++round) {
            std::size_t moved = 0;
            for (std::uint32_t v = 0; v < level_.vertices(); ++v) {
                moved += move(v) ? 1 : 0;
            }
            if (moved * 200 <= level_.vertices()) {
                break;
            }
        }
        return group_;
    }

  private:
    bool move(std::uint32_t vertex) {
        touched_.clear();
        for (std::uint32_t i = level_.offsets[vertex]; i < level_.offsets[vertex + 1]; ++i) {
            const std::uint32_t group = group_[level_.targets[i]];
            if (weight_to_[group] == 0.0) {
                touched_.push_back(group);
            }
            weight_to_[group] += level_.weights[i];
        }
        const std::uint32_t own = group_[vertex];
        const double degree = level_.degree[vertex];
        sum_[own] -= degree;
        std::uint32_t best = own;
        double best_gain = weight_to_[own] - sum_[own] * degree / level_.total;
        for (const std::uint32_t group : touched_) {
            const double gain = weight_to_[group] - sum_[group] * degree / level_.total;
            if (gain > best_gain + 1e-12 || (gain > best_gain - 1e-12 && group < best && best != own)) {
                best = group;
                best_gain = gain;
            }
        }
        for (const std::uint32_t group : touched_) {
            weight_to_[group] = 0.0;
        }
        sum_[best] += degree;
        group_[vertex] = best;
        return best != own;
    }

    const Level& level_;
    std::vector<std::uint32_t> group_;
    std::vector<double> sum_; ///< of the degrees in each group
    std::vector<double> weight_to_;
    std::vector<std::uint32_t> touched_;
};

/// Groups numbered from 0 without gaps, in order of their first vertex. Returns how many.
std::uint32_t close_gaps(std::vector<std::uint32_t>& groups) {
    std::vector<std::uint32_t> number(groups.size(), WalkGraph::none);
    std::uint32_t count = 0;
    for (std::uint32_t& group : groups) {
        if (number[group] == WalkGraph::none) {
            number[group] = count++;
        }
        group = number[group];
    }
    return count;
}

/// The graph between groups.
Level coarser(const Level& fine, const std::vector<std::uint32_t>& groups, std::uint32_t count) {
    std::vector<std::uint32_t> begin(count + 1, 0);
    for (const std::uint32_t group : groups) {
        ++begin[group + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> members(groups.size());
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    for (std::uint32_t v = 0; v < groups.size(); ++v) {
        members[next[groups[v]]++] = v;
    }
    Level level;
    level.inner.assign(count, 0.0);
    std::vector<double> weight_to(count, 0.0);
    std::vector<std::uint32_t> touched;
    for (std::uint32_t group = 0; group < count; ++group) {
        for (std::uint32_t m = begin[group]; m < begin[group + 1]; ++m) {
            const std::uint32_t v = members[m];
            level.inner[group] += fine.inner[v];
            for (std::uint32_t i = fine.offsets[v]; i < fine.offsets[v + 1]; ++i) {
                const std::uint32_t other = groups[fine.targets[i]];
                if (other == group) {
                    level.inner[group] += fine.weights[i];
                } else if (weight_to[other] == 0.0) {
                    touched.push_back(other);
                }
                weight_to[other] += other == group ? 0.0 : fine.weights[i];
            }
        }
        for (const std::uint32_t other : touched) {
            level.targets.push_back(other);
            level.weights.push_back(weight_to[other]);
            weight_to[other] = 0.0;
        }
        touched.clear();
        level.offsets.push_back(static_cast<std::uint32_t>(level.targets.size()));
    }
    finish(level);
    return level;
}

} // namespace

std::vector<std::uint32_t> communities(const WalkGraph& graph) {
    Level level = first_level(graph);
    std::vector<std::uint32_t> group(graph.vertices());
    std::iota(group.begin(), group.end(), 0U);
    while (level.total > 0.0) {
        std::vector<std::uint32_t> moved = LocalMoves(level).run();
        const std::uint32_t count = close_gaps(moved);
        if (count == level.vertices()) {
            break;
        }
        for (std::uint32_t& one : group) {
            one = moved[one];
        }
        level = coarser(level, moved, count);
    }
    return numbered_by_size(group);
}

double modularity(const WalkGraph& graph, const std::vector<std::uint32_t>& groups) {
    const Level level = first_level(graph);
    std::vector<double> sum(groups.size(), 0.0);
    double inside = 0.0;
    for (std::uint32_t v = 0; v < level.vertices(); ++v) {
        sum[groups[v]] += level.degree[v];
        for (std::uint32_t i = level.offsets[v]; i < level.offsets[v + 1]; ++i) {
            inside += groups[level.targets[i]] == groups[v] ? level.weights[i] : 0.0;
        }
    }
    double expected = 0.0;
    for (const double one : sum) {
        expected += one * one;
    }
    return level.total > 0.0 ? inside / level.total - expected / (level.total * level.total) : 0.0;
}

} // namespace actorgraph
