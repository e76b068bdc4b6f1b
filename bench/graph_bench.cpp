// Prints what questions and exports cost on a power-law multigraph, in processor time.
// usage: actorgraph_graph_bench [VERTICES EDGES] [--write EDGES.tsv]
// --write puts the edges ("a\tb\tcost" a line) where bench/graph_peers.py reads them for igraph and NetworkX.
#include "bench/power_law.hpp"

#include "export/graphml.hpp"
#include "export/look.hpp"
#include "export/read_graphml.hpp"
#include "graph/measures.hpp"
#include "graph/path_search.hpp"
#include "graph/paths.hpp"
#include "graph/tie_cost.hpp"

#include <fmt/core.h>

#include <malloc.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <sstream>
#include <streambuf>
#include <string_view>

using namespace actorgraph;

namespace {

constexpr std::uint64_t seed = 20171114;

double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double seconds_of(const std::function<void()>& work) {
    const double start = processor_seconds();
    work();
    return processor_seconds() - start;
}

double heap_megabytes() { return static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd) / 1e6; }

void row(const char* what, double value, const char* unit) { fmt::print("{:<34}{:>12.3f} {}\n", what, value, unit); }

/// Mean time of a question over random pairs of actors.
void time_pairs(const char* what, std::size_t pairs, std::size_t vertices, double scale, const char* unit,
                const std::function<void(std::uint32_t, std::uint32_t)>& ask) {
    Dice dice(seed + 2);
    const double seconds = seconds_of([&] {
        for (std::size_t i = 0; i < pairs; ++i) {
            const std::uint32_t from = dice.below(vertices);
            ask(from, dice.below(vertices));
        }
    });
    row(what, seconds / static_cast<double>(pairs) * scale, unit);
}

WalkGraph weighted_walk(const CaseGraph& graph) {
    std::vector<WalkTie> ties;
    for (std::uint32_t e = 0; e < graph.edges().size(); ++e) {
        const ActorEdge& edge = graph.edges()[e];
        ties.push_back({edge.source, edge.target, tie_cost(edge, {.step = 4}), e});
    }
    return {graph.actors().size(), std::move(ties)};
}

void bench_paths(const CaseGraph& graph) {
    const double before = heap_megabytes();
    WalkGraph walk;
    row("build rows", seconds_of([&] { walk = weighted_walk(graph); }), "s");
    PathSearch search(walk);
    row("memory of rows and marks", heap_megabytes() - before, "MB");
    constexpr double micro = 1e6;
    constexpr double milli = 1e3;
    const std::size_t n = walk.vertices();
    time_pairs("fewest steps, a pair", 10000, n, micro, "us", [&](auto a, auto b) { search.fewest_steps(a, b); });
    time_pairs("cheapest, a pair", 2000, n, milli, "ms", [&](auto a, auto b) { search.cheapest(a, b); });
    time_pairs("5 cheapest, a pair", 100, n, milli, "ms", [&](auto a, auto b) { search.cheapest_chains(a, b, 5); });
    time_pairs("path question, with its rows", 5, n, milli, "ms", [&](auto a, auto b) { find_paths(graph, a, b); });
}

void bench_measures(const CaseGraph& graph) {
    const WalkGraph walk = walk_graph_of(graph);
    std::vector<double> rank;
    std::vector<std::uint32_t> groups;
    row("PageRank", seconds_of([&] { rank = page_rank(walk); }), "s");
    row("communities (Louvain)", seconds_of([&] { groups = communities(walk); }), "s");
    row("  their modularity", modularity(walk, groups), "");
    row("components", seconds_of([&] { groups = components(walk); }), "s");
    row("betweenness, 64 pivots", seconds_of([&] { rank = betweenness(walk, 64); }), "s");
}

/// Swallows what is written, as a fast disk would.
class Sink : public std::streambuf {
  protected:
    std::streamsize xsputn(const char*, std::streamsize count) override { return count; }
    int overflow(int c) override { return c; }
};

void bench_graphml(const CaseGraph& graph) {
    Sink sink;
    std::ostream nowhere(&sink);
    const double placing = seconds_of([&] { looks(graph); });
    const double writing = seconds_of([&] { write_graphml(graph, {}, nowhere); }) - placing;
    std::ostringstream out;
    write_graphml(graph, {}, out);
    const std::string text = std::move(out).str();
    const double megabytes = static_cast<double>(text.size()) / 1e6;
    row("layout", placing, "s");
    row("GraphML write, layout apart", megabytes / writing, "MB/s");
    std::size_t edges = 0;
    const double reading = seconds_of([&] { edges = read_graphml(text, "bench").value().edges().size(); });
    row("GraphML read", megabytes / reading, "MB/s");
    if (edges != graph.edges().size()) {
        fmt::print(stderr, "read {} of {} edges\n", edges, graph.edges().size());
    }
}

void write_edges(const CaseGraph& graph, const char* path) {
    std::ofstream out(path);
    for (const ActorEdge& edge : graph.edges()) {
        out << edge.source << '\t' << edge.target << '\t' << tie_cost(edge, {.step = 4}) << '\n';
    }
}

} // namespace

int main(int argc, char** argv) {
    const bool has_size = argc > 2 && argv[1][0] != '-';
    const std::size_t vertices = has_size ? std::strtoul(argv[1], nullptr, 10) : 100000;
    const std::size_t edges = has_size ? std::strtoul(argv[2], nullptr, 10) : 1000000;
    const double before = heap_megabytes();
    const CaseGraph graph = power_law_case(vertices, edges, seed);
    fmt::print("{} actors, {} edges\n", graph.actors().size(), graph.edges().size());
    row("memory of the case with its texts", heap_megabytes() - before, "MB");
    if (argc > 2 && std::string_view(argv[argc - 2]) == "--write") {
        write_edges(graph, argv[argc - 1]);
    }
    bench_paths(graph);
    bench_measures(graph);
    bench_graphml(graph);
    return 0;
}
