#include "export/quad_tree.hpp"

#include <algorithm>
#include <cmath>

namespace actorgraph {
namespace {

constexpr double smallest_cell = 1.0;
constexpr double nearest = 1.0; ///< points do not push harder than at this distance

} // namespace

QuadTree::QuadTree(const std::vector<Point>& points) {
    Point low;
    Point high;
    for (const Point& point : points) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    Cell root;
    root.corner = low;
    root.size = std::max({high.x - low.x, high.y - low.y, smallest_cell}) * 1.001;
    cells_.reserve(points.size() * 2 + 1);
    cells_.push_back(root);
    for (const Point& point : points) {
        insert(point);
    }
}

std::uint32_t QuadTree::child_for(const Cell& cell, Point point) const {
    const double half = cell.size / 2;
    return cell.children + (point.x >= cell.corner.x + half ? 1U : 0U) + (point.y >= cell.corner.y + half ? 2U : 0U);
}

void QuadTree::split(std::uint32_t cell) {
    const double half = cells_[cell].size / 2;
    const Point corner = cells_[cell].corner;
    cells_[cell].children = static_cast<std::uint32_t>(cells_.size());
    for (unsigned i = 0; i < 4; ++i) {
        Cell child;
        child.size = half;
        child.corner = {corner.x + ((i & 1U) != 0 ? half : 0.0), corner.y + ((i & 2U) != 0 ? half : 0.0)};
        cells_.push_back(child);
    }
}

void QuadTree::insert(Point point) {
    std::uint32_t at = 0;
    while (true) {
        Cell& cell = cells_[at];
        const bool is_leaf = cell.children == 0;
        const Cell before = cell;
        cell.centre = {(cell.centre.x * cell.mass + point.x) / (cell.mass + 1.0),
                       (cell.centre.y * cell.mass + point.y) / (cell.mass + 1.0)};
        cell.mass += 1.0;
        if (is_leaf && (before.mass == 0.0 || cell.size <= smallest_cell)) {
            return;
        }
        if (is_leaf) {
            split(at);
            Cell& moved = cells_[child_for(cells_[at], before.centre)];
            moved.centre = before.centre;
            moved.mass = before.mass;
        }
        at = child_for(cells_[at], point);
    }
}

Point QuadTree::push_on(Point point, double strength, double theta) const {
    Point push;
    std::uint32_t stack[128];
    std::size_t open = 0;
    stack[open++] = 0;
    while (open > 0) {
        const Cell& cell = cells_[stack[--open]];
        const double dx = point.x - cell.centre.x;
        const double dy = point.y - cell.centre.y;
        const double distance = std::max(nearest, std::sqrt(dx * dx + dy * dy));
        const bool is_one = cell.children == 0 || cell.size < theta * distance;
        if (cell.mass > 0.0 && is_one) {
            const double force = strength * cell.mass / (distance * distance);
            push.x += dx * force;
            push.y += dy * force;
        } else if (cell.mass > 0.0) {
            for (std::uint32_t i = 0; i < 4; ++i) {
                stack[open++] = cell.children + i;
            }
        }
    }
    return push;
}

} // namespace actorgraph
