#pragma once

#include "graph/walk_graph.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace actorgraph {

/// A chain of vertices and the sum of its half-edges' costs.
struct Chain {
    std::vector<std::uint32_t> vertices;
    std::uint64_t cost = 0;
    friend auto operator<=>(const Chain& a, const Chain& b) {
        return a.cost != b.cost ? a.cost <=> b.cost : a.vertices <=> b.vertices;
    }
    friend bool operator==(const Chain&, const Chain&) = default;
};

/// Vertices and first steps that a search must leave out.
struct Barred {
    std::vector<bool> vertices;               ///< by vertex; may be empty
    std::vector<std::uint32_t> first_targets; ///< vertices that `from` may not step to
};

/// Searches over one WalkGraph. Keeps its marks between questions, stamped with the question's number, so that a
/// question costs what it visits and not the size of the graph. Not for two threads at a time.
class PathSearch {
  public:
    explicit PathSearch(const WalkGraph& graph);

    /// Fewest steps between two vertices, costs ignored; nothing when they are not connected.
    /// Bidirectional breadth-first search; of equally short chains one, always the same.
    std::optional<std::vector<std::uint32_t>> fewest_steps(std::uint32_t from, std::uint32_t to);

    /// Cheapest chain by bidirectional Dijkstra (Pohl 1971); of equally cheap ones always the same.
    std::optional<Chain> cheapest(std::uint32_t from, std::uint32_t to, const Barred& barred = {});

    /// The `count` cheapest chains without repeated vertices, cheapest first (Yen 1971). Each spur is a bidirectional
    /// search, which here visits less than A* over exact distances to `to` costs to prepare.
    std::vector<Chain> cheapest_chains(std::uint32_t from, std::uint32_t to, std::size_t count,
                                       const Barred& barred = {});

    /// All chains of fewest steps, cheapest first; at most `most`.
    std::vector<Chain> all_shortest(std::uint32_t from, std::uint32_t to, std::size_t most);

  private:
    /// What a search knows of a vertex; the marks of both directions stand side by side, since both are asked.
    struct Mark {
        std::uint32_t stamp = 0;
        std::uint32_t previous = WalkGraph::none;
        std::uint64_t distance = 0;
    };
    struct Side {
        std::size_t number = 0; ///< 0 forward, 1 backward
        std::vector<std::uint32_t> level;
        std::vector<std::pair<std::uint64_t, std::uint32_t>> heap;
    };

    void begin(std::uint32_t from, std::uint32_t to);
    Mark& mark(const Side& side, std::uint32_t vertex) { return marks_[2 * std::size_t{vertex} + side.number]; }
    const Mark& mark(const Side& side, std::uint32_t vertex) const { return marks_[2 * std::size_t{vertex} + side.number]; }
    bool is_seen(const Side& side, std::uint32_t vertex) const { return mark(side, vertex).stamp == stamp_; }
    void reach(Side& side, std::uint32_t vertex, std::uint32_t previous, std::uint64_t distance);
    std::uint64_t ends_of(const std::vector<std::uint32_t>& level) const;
    std::uint32_t expand(Side& side, const Side& other, std::vector<std::uint32_t>& next);
    std::vector<std::uint32_t> joined(std::uint32_t middle) const;

    const WalkGraph& graph_;
    Side forward_, backward_;
    std::vector<Mark> marks_;
    std::uint32_t stamp_ = 0;
};

} // namespace actorgraph
