#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace actorgraph {

/// One tie to build a WalkGraph of: two vertices, what it costs to walk it, and the caller's number for it.
struct WalkTie {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t cost = 1;
    std::uint32_t edge = 0;
};

/// Who is joined with whom, direction ignored and parallel ties made one: compressed sparse rows as structure of
/// arrays. A half-edge is a number in [first(v), end(v)); the rows of a vertex ascend by neighbour. The cost of
/// a pair is that of its cheapest tie. Loops are left out. Models Boost's VertexListGraph and
/// IncidenceGraph (graph/walk_graph_boost.hpp). 12 bytes a half-edge, 4 a tie.
class WalkGraph {
  public:
    WalkGraph() = default;
    WalkGraph(std::size_t vertices, std::vector<WalkTie> ties);

    std::size_t vertices() const { return offsets_.empty() ? 0 : offsets_.size() - 1; }
    std::size_t half_edges() const { return targets_.size(); }
    std::uint32_t first(std::uint32_t vertex) const { return offsets_[vertex]; }
    std::uint32_t end(std::uint32_t vertex) const { return offsets_[vertex + 1]; }
    std::uint32_t degree(std::uint32_t vertex) const { return end(vertex) - first(vertex); }
    std::uint32_t target(std::uint32_t half_edge) const { return targets_[half_edge]; }
    std::uint32_t cost(std::uint32_t half_edge) const { return costs_[half_edge]; }
    /// The caller's numbers of all ties of a pair, cheapest first, then ascending.
    std::span<const std::uint32_t> edges(std::uint32_t half_edge) const;
    /// Half-edge from `a` to `b`, or `none`. O(log degree).
    std::uint32_t half_edge(std::uint32_t a, std::uint32_t b) const;
    /// Adds to the cost of every half-edge what entering and leaving its two ends costs.
    void add_vertex_costs(const std::vector<std::uint32_t>& costs);

    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

  private:
    std::vector<std::uint32_t> offsets_;
    std::vector<std::uint32_t> targets_;
    std::vector<std::uint32_t> costs_;
    std::vector<std::uint32_t> pairs_;        ///< by half-edge: number of its pair
    std::vector<std::uint32_t> pair_offsets_; ///< into edge_numbers_
    std::vector<std::uint32_t> edge_numbers_;
};

} // namespace actorgraph
