#include "graph/path_search.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <set>

namespace actorgraph {
namespace {

constexpr std::uint64_t unreachable = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint32_t none = WalkGraph::none;

bool is_barred(const Barred& barred, std::uint32_t vertex) {
    return vertex < barred.vertices.size() && barred.vertices[vertex];
}

/// The first step is barred only out of the start, in whichever direction the pair is walked.
bool is_barred_step(const Barred& barred, std::uint32_t start, std::uint32_t a, std::uint32_t b) {
    const std::uint32_t other = a == start ? b : b == start ? a : none;
    return other != none && std::find(barred.first_targets.begin(), barred.first_targets.end(), other) !=
                                barred.first_targets.end();
}

std::uint64_t cost_of(const WalkGraph& graph, const std::vector<std::uint32_t>& chain) {
    std::uint64_t cost = 0;
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        cost += graph.cost(graph.half_edge(chain[i], chain[i + 1]));
    }
    return cost;
}

} // namespace

PathSearch::PathSearch(const WalkGraph& graph) : graph_(graph), marks_(2 * graph.vertices()) { backward_.number = 1; }

void PathSearch::begin(std::uint32_t from, std::uint32_t to) {
    if (++stamp_ == 0) { // the numbers have run round: old marks could look new
        std::fill(marks_.begin(), marks_.end(), Mark{});
        stamp_ = 1;
    }
    for (auto [side, start] : {std::pair{&forward_, from}, std::pair{&backward_, to}}) {
        side->level.assign(1, start);
        side->heap.assign(1, {0, start});
        reach(*side, start, none, 0);
    }
}

void PathSearch::reach(Side& side, std::uint32_t vertex, std::uint32_t previous, std::uint64_t distance) {
    mark(side, vertex) = {stamp_, previous, distance};
}

std::vector<std::uint32_t> PathSearch::joined(std::uint32_t middle) const {
    std::vector<std::uint32_t> chain;
    for (std::uint32_t at = middle; at != none; at = mark(forward_, at).previous) {
        chain.push_back(at);
    }
    std::reverse(chain.begin(), chain.end());
    for (std::uint32_t at = mark(backward_, middle).previous; at != none; at = mark(backward_, at).previous) {
        chain.push_back(at);
    }
    return chain;
}

std::uint64_t PathSearch::ends_of(const std::vector<std::uint32_t>& level) const {
    std::uint64_t ends = 0;
    for (const std::uint32_t vertex : level) {
        ends += graph_.degree(vertex);
    }
    return ends;
}

/// Goes one step further on one side. The first vertex that the other side has reached too is on a shortest chain: a
/// nearer one would have been met when the other side made its last step.
std::uint32_t PathSearch::expand(Side& side, const Side& other, std::vector<std::uint32_t>& next) {
    for (const std::uint32_t vertex : side.level) {
        const std::uint64_t distance = mark(side, vertex).distance + 1;
        for (std::uint32_t h = graph_.first(vertex); h < graph_.end(vertex); ++h) {
            const std::uint32_t target = graph_.target(h);
            if (is_seen(side, target)) {
                continue;
            }
            reach(side, target, vertex, distance);
            if (is_seen(other, target)) {
                return target;
            }
            next.push_back(target);
        }
    }
    return none;
}

std::optional<std::vector<std::uint32_t>> PathSearch::fewest_steps(std::uint32_t from, std::uint32_t to) {
    if (from == to) {
        return std::vector<std::uint32_t>{from};
    }
    begin(from, to);
    std::vector<std::uint32_t> next;
    std::uint64_t forward_ends = graph_.degree(from);
    std::uint64_t backward_ends = graph_.degree(to);
    while (!forward_.level.empty() && !backward_.level.empty()) {
        const bool is_forward = forward_ends <= backward_ends;
        Side& side = is_forward ? forward_ : backward_;
        next.clear();
        if (const std::uint32_t middle = expand(side, is_forward ? backward_ : forward_, next); middle != none) {
            return joined(middle);
        }
        std::swap(side.level, next);
        (is_forward ? forward_ends : backward_ends) = ends_of(side.level);
    }
    return std::nullopt;
}

std::optional<Chain> PathSearch::cheapest(std::uint32_t from, std::uint32_t to, const Barred& barred) {
    if (from == to) {
        return Chain{{from}, 0};
    }
    begin(from, to);
    std::uint64_t best = unreachable;
    std::uint32_t middle = none;
    const auto later = std::greater<>{};
    while (!forward_.heap.empty() && !backward_.heap.empty()) {
        if (best != unreachable && forward_.heap.front().first + backward_.heap.front().first > best) {
            break;
        }
        const bool is_forward = forward_.heap.size() <= backward_.heap.size();
        Side& side = is_forward ? forward_ : backward_;
        const Side& other = is_forward ? backward_ : forward_;
        std::pop_heap(side.heap.begin(), side.heap.end(), later);
        const auto [distance, vertex] = side.heap.back();
        side.heap.pop_back();
        if (distance > mark(side, vertex).distance) {
            continue;
        }
        const std::uint64_t least_rest = other.heap.front().first;
        for (std::uint32_t h = graph_.first(vertex); h < graph_.end(vertex); ++h) {
            const std::uint32_t target = graph_.target(h);
            const std::uint64_t reached = distance + graph_.cost(h);
            if (reached + least_rest > best) {
                continue; // cannot be part of a cheaper chain
            }
            const bool is_open = target == from || target == to || !is_barred(barred, target);
            if (!is_open || is_barred_step(barred, from, vertex, target)) {
                continue;
            }
            const Mark& known = mark(side, target);
            const bool is_better = known.stamp != stamp_ || reached < known.distance;
            const bool is_tie = !is_better && reached == known.distance && known.previous != none && vertex < known.previous;
            if (is_better || is_tie) {
                reach(side, target, vertex, reached);
            }
            if (is_better) {
                side.heap.emplace_back(reached, target);
                std::push_heap(side.heap.begin(), side.heap.end(), later);
            }
            if (is_better && is_seen(other, target)) {
                const std::uint64_t whole = reached + mark(other, target).distance;
                if (whole < best || (whole == best && target < middle)) {
                    best = whole;
                    middle = target;
                }
            }
        }
    }
    return middle == none ? std::nullopt : std::optional(Chain{joined(middle), best});
}

std::vector<Chain> PathSearch::cheapest_chains(std::uint32_t from, std::uint32_t to, std::size_t count,
                                               const Barred& barred) {
    std::vector<Chain> found;
    std::set<Chain> candidates;
    if (auto first = cheapest(from, to, barred); first && count > 0) {
        candidates.insert(std::move(*first));
    }
    Barred spur_barred;
    spur_barred.vertices = barred.vertices;
    spur_barred.vertices.resize(graph_.vertices(), false);
    while (found.size() < count && !candidates.empty()) {
        found.push_back(candidates.extract(candidates.begin()).value());
        const std::vector<std::uint32_t> chain = found.back().vertices;
        for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
            const std::vector<std::uint32_t> root(chain.begin(), chain.begin() + static_cast<std::ptrdiff_t>(i));
            spur_barred.first_targets = i == 0 ? barred.first_targets : std::vector<std::uint32_t>{};
            for (const Chain& known : found) {
                if (known.vertices.size() > i + 1 &&
                    std::equal(chain.begin(), chain.begin() + static_cast<std::ptrdiff_t>(i) + 1, known.vertices.begin())) {
                    spur_barred.first_targets.push_back(known.vertices[i + 1]);
                }
            }
            for (const std::uint32_t vertex : root) {
                spur_barred.vertices[vertex] = true;
            }
            // The start of the whole chain may not come back as a vertex of a spur.
            if (auto spur = cheapest(chain[i], to, spur_barred)) {
                std::vector<std::uint32_t> whole = root;
                whole.insert(whole.end(), spur->vertices.begin(), spur->vertices.end());
                const std::uint64_t cost = cost_of(graph_, whole);
                candidates.insert(Chain{std::move(whole), cost});
            }
            for (const std::uint32_t vertex : root) {
                spur_barred.vertices[vertex] = vertex < barred.vertices.size() && barred.vertices[vertex];
            }
        }
        while (candidates.size() > count) {
            candidates.erase(std::prev(candidates.end()));
        }
    }
    return found;
}

std::vector<Chain> PathSearch::all_shortest(std::uint32_t from, std::uint32_t to, std::size_t most) {
    const auto shortest = fewest_steps(from, to);
    if (!shortest) {
        return {};
    }
    // Distances to `to`, as far as a shortest chain may need them.
    const std::uint64_t steps = shortest->size() - 1;
    begin(from, to);
    for (std::uint64_t depth = 1; depth <= steps; ++depth) {
        std::vector<std::uint32_t> next;
        for (const std::uint32_t vertex : backward_.level) {
            for (std::uint32_t h = graph_.first(vertex); h < graph_.end(vertex); ++h) {
                if (const std::uint32_t target = graph_.target(h); !is_seen(backward_, target)) {
                    reach(backward_, target, vertex, depth);
                    next.push_back(target);
                }
            }
        }
        backward_.level = std::move(next);
    }
    std::vector<Chain> chains;
    std::vector<std::uint32_t> chain{from};
    std::vector<std::uint32_t> edge{graph_.first(from)};
    while (!chain.empty() && chains.size() < most) {
        const std::uint32_t at = chain.back();
        if (at == to) {
            chains.push_back({chain, cost_of(graph_, chain)});
        }
        const std::uint64_t left = steps - (chain.size() - 1);
        while (at != to && edge.back() < graph_.end(at)) {
            const std::uint32_t target = graph_.target(edge.back());
            if (is_seen(backward_, target) && mark(backward_, target).distance + 1 == left) {
                break;
            }
            ++edge.back();
        }
        if (at == to || edge.back() == graph_.end(at)) {
            chain.pop_back();
            edge.pop_back();
            continue;
        }
        const std::uint32_t target = graph_.target(edge.back()++);
        chain.push_back(target);
        edge.push_back(graph_.first(target));
    }
    std::sort(chains.begin(), chains.end());
    return chains;
}

} // namespace actorgraph
