#pragma once

#include "export/layout.hpp"

#include <cstdint>
#include <vector>

namespace actorgraph {

/// Points in a square cut into quarters until each holds one (or the cells get too small to matter), for forces
/// that fall with distance: far cells act as one point in their middle. Source: Barnes & Hut 1986.
class QuadTree {
  public:
    explicit QuadTree(const std::vector<Point>& points);

    /// Sum over all other points of `strength / distance` away from them; cells seen under less than `theta` act as one.
    /// O(log n) for spread points.
    Point push_on(Point point, double strength, double theta = 0.9) const;

  private:
    struct Cell {
        Point centre;       ///< of its points
        double mass = 0.0;  ///< how many points
        double size = 0.0;  ///< length of a side
        Point corner;
        std::uint32_t children = 0; ///< first of four; 0: a leaf
    };

    void insert(Point point);
    void split(std::uint32_t cell);
    std::uint32_t child_for(const Cell& cell, Point point) const;

    std::vector<Cell> cells_;
};

} // namespace actorgraph
