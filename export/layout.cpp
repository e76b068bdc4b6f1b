#include "export/layout.hpp"

#include "export/quad_tree.hpp"
#include "graph/measures.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace actorgraph {
namespace {

constexpr int most_rounds = 300;
constexpr int least_rounds = 60;
constexpr double gravity = 0.35;
constexpr double spacing = 120.0; ///< wished length of an edge

/// Even spacing without two on one spot. Source: Vogel 1979, sunflower spiral.
Point on_spiral(std::size_t index) {
    const double radius = spacing / 2 * std::sqrt(static_cast<double>(index) + 0.5);
    const double angle = 2.399963229728653 * static_cast<double>(index);
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

class Forces {
  public:
    Forces(const CaseGraph& graph, const std::vector<std::uint32_t>& actors,
           std::vector<Point>& points)
        : actors_(actors), points_(points), push_(points.size()) {
        for (const ActorEdge& edge : graph.edges()) {
            if (edge.source != edge.target) {
                pairs_.push_back(std::minmax(edge.source, edge.target));
            }
        }
        std::sort(pairs_.begin(), pairs_.end());
        pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    }

    /// Rounds fall with size, so that a large graph costs seconds; it cools down in as many as there are.
    void run() {
        constexpr double work = 1.5e6; // actor moves
        const int rounds = std::clamp(static_cast<int>(work / static_cast<double>(actors_.size() + 1)), least_rounds, most_rounds);
        const double cooling = std::pow(0.98, static_cast<double>(most_rounds) / rounds);
        double heat = spacing * 2;
        for (int round = 0; round < rounds; ++round) {
            std::fill(push_.begin(), push_.end(), Point{});
            repel();
            attract();
            for (const std::uint32_t actor : actors_) {
                move(actor, heat);
            }
            heat *= cooling;
        }
    }

  private:
    void repel() {
        std::vector<Point> placed;
        for (const std::uint32_t actor : actors_) {
            placed.push_back(points_[actor]);
        }
        const QuadTree tree(placed);
        for (const std::uint32_t actor : actors_) {
            const Point push = tree.push_on(points_[actor], 2.5 * spacing * spacing);
            add(actor, push.x, push.y);
        }
    }

    void attract() {
        for (const auto& [source, target] : pairs_) {
            const auto [dx, dy, distance] = between(source, target);
            const double force = distance / spacing * 0.4;
            add(source, -dx * force, -dy * force);
            add(target, dx * force, dy * force);
        }
        for (const std::uint32_t actor : actors_) { // holds components together
            add(actor, -points_[actor].x * gravity, -points_[actor].y * gravity);
        }
    }

    struct Way {
        double dx, dy, distance;
    };
    Way between(std::uint32_t a, std::uint32_t b) const {
        const double dx = points_[a].x - points_[b].x;
        const double dy = points_[a].y - points_[b].y;
        return {dx, dy, std::max(1.0, std::sqrt(dx * dx + dy * dy))};
    }

    void add(std::uint32_t actor, double x, double y) {
        push_[actor].x += x;
        push_[actor].y += y;
    }

    void move(std::uint32_t actor, double heat) {
        const double length = std::max(1e-9, std::hypot(push_[actor].x, push_[actor].y));
        const double step = std::min(length, heat) / length;
        points_[actor].x += push_[actor].x * step;
        points_[actor].y += push_[actor].y * step;
    }

    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_; ///< parallel edges pull once
    const std::vector<std::uint32_t>& actors_;
    std::vector<Point>& points_;
    std::vector<Point> push_;
};

/// Rows of `width` below the lowest of the placed actors.
void place_in_rows(const std::vector<std::uint32_t>& actors, double top, std::size_t width,
                   std::vector<Point>& points) {
    for (std::size_t i = 0; i < actors.size(); ++i) {
        const double column = static_cast<double>(i % width) - static_cast<double>(width - 1) / 2;
        points[actors[i]] = {column * spacing, top - spacing * static_cast<double>(i / width)};
    }
}

} // namespace

std::vector<Point> layout(const CaseGraph& graph) {
    const auto degree = degrees(graph);
    std::vector<std::uint32_t> joined;
    std::vector<std::uint32_t> alone;
    for (std::uint32_t actor = 0; actor < degree.size(); ++actor) {
        (degree[actor] > 0 ? joined : alone).push_back(actor);
    }
    std::vector<Point> points(degree.size());
    for (std::size_t i = 0; i < joined.size(); ++i) {
        points[joined[i]] = on_spiral(i);
    }
    Forces(graph, joined, points).run();
    double lowest = 0.0;
    for (const std::uint32_t actor : joined) {
        lowest = std::min(lowest, points[actor].y);
    }
    const auto width = static_cast<std::size_t>(
        std::max(8.0, std::sqrt(static_cast<double>(degree.size())) * 1.5));
    place_in_rows(alone, lowest - 2 * spacing, width, points);
    for (Point& point : points) {
        point = {std::round(point.x), std::round(point.y)};
    }
    return points;
}

} // namespace actorgraph
