#include "graph/walk_graph.hpp"

#include <algorithm>
#include <cassert>

namespace actorgraph {
namespace {

/// One tie a pair comes from, both ends ascending, by counting sorts: O(V + E).
struct PairOrder {
    std::vector<WalkTie> ties;

    PairOrder(std::size_t vertices, std::vector<WalkTie> unordered) : ties(std::move(unordered)) {
        for (WalkTie& tie : ties) {
            assert(tie.a < vertices && tie.b < vertices && "a tie joins vertices of the graph");
            if (tie.a > tie.b) {
                std::swap(tie.a, tie.b);
            }
        }
        std::erase_if(ties, [](const WalkTie& tie) { return tie.a == tie.b; });
        sort_by(vertices, [](const WalkTie& tie) { return tie.b; });
        sort_by(vertices, [](const WalkTie& tie) { return tie.a; });
        sort_within_pairs();
    }

  private:
    template <typename Key> void sort_by(std::size_t vertices, Key key) {
        std::vector<std::uint32_t> next(vertices + 1, 0);
        for (const WalkTie& tie : ties) {
            ++next[key(tie) + 1];
        }
        for (std::size_t i = 1; i < next.size(); ++i) {
            next[i] += next[i - 1];
        }
        std::vector<WalkTie> sorted(ties.size());
        for (const WalkTie& tie : ties) {
            sorted[next[key(tie)]++] = tie;
        }
        ties = std::move(sorted);
    }

    void sort_within_pairs() {
        for (std::size_t i = 0; i < ties.size();) {
            std::size_t j = i + 1;
            while (j < ties.size() && ties[j].a == ties[i].a && ties[j].b == ties[i].b) {
                ++j;
            }
            std::sort(ties.begin() + static_cast<std::ptrdiff_t>(i), ties.begin() + static_cast<std::ptrdiff_t>(j),
                      [](const WalkTie& x, const WalkTie& y) {
                          return x.cost != y.cost ? x.cost < y.cost : x.edge < y.edge;
                      });
            i = j;
        }
    }
};

bool is_new_pair(const std::vector<WalkTie>& ties, std::size_t i) {
    return i == 0 || ties[i].a != ties[i - 1].a || ties[i].b != ties[i - 1].b;
}

} // namespace

WalkGraph::WalkGraph(std::size_t vertices, std::vector<WalkTie> unordered) {
    const PairOrder order(vertices, std::move(unordered));
    const std::vector<WalkTie>& ties = order.ties;
    offsets_.assign(vertices + 1, 0);
    edge_numbers_.reserve(ties.size());
    for (std::size_t i = 0; i < ties.size(); ++i) {
        if (is_new_pair(ties, i)) {
            pair_offsets_.push_back(static_cast<std::uint32_t>(i));
            ++offsets_[ties[i].a + 1];
            ++offsets_[ties[i].b + 1];
        }
        edge_numbers_.push_back(ties[i].edge);
    }
    pair_offsets_.push_back(static_cast<std::uint32_t>(ties.size()));
    for (std::size_t v = 0; v < vertices; ++v) {
        offsets_[v + 1] += offsets_[v];
    }
    targets_.resize(offsets_.back());
    costs_.resize(targets_.size());
    pairs_.resize(targets_.size());
    std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
    const auto put = [&](std::uint32_t from, std::uint32_t to, std::uint32_t cost, std::uint32_t pair) {
        const std::uint32_t at = next[from]++;
        targets_[at] = to;
        costs_[at] = cost;
        pairs_[at] = pair;
    };
    // Pairs ascend by (a, b): a pass for the smaller neighbours of each row, then one for the larger.
    for (std::uint32_t pair = 0; pair + 1 < pair_offsets_.size(); ++pair) {
        const WalkTie& tie = ties[pair_offsets_[pair]];
        put(tie.b, tie.a, tie.cost, pair);
    }
    for (std::uint32_t pair = 0; pair + 1 < pair_offsets_.size(); ++pair) {
        const WalkTie& tie = ties[pair_offsets_[pair]];
        put(tie.a, tie.b, tie.cost, pair);
    }
}

std::span<const std::uint32_t> WalkGraph::edges(std::uint32_t half_edge) const {
    const std::uint32_t pair = pairs_[half_edge];
    return std::span<const std::uint32_t>(edge_numbers_)
        .subspan(pair_offsets_[pair], pair_offsets_[pair + 1] - pair_offsets_[pair]);
}

std::uint32_t WalkGraph::half_edge(std::uint32_t a, std::uint32_t b) const {
    const auto begin = targets_.begin() + first(a);
    const auto last = targets_.begin() + end(a);
    const auto found = std::lower_bound(begin, last, b);
    return found != last && *found == b ? static_cast<std::uint32_t>(found - targets_.begin()) : none;
}

void WalkGraph::add_vertex_costs(const std::vector<std::uint32_t>& costs) {
    for (std::uint32_t v = 0; v < vertices(); ++v) {
        for (std::uint32_t h = first(v); h < end(v); ++h) {
            costs_[h] += costs[v] + costs[targets_[h]];
        }
    }
}

} // namespace actorgraph
