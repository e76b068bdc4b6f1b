#include "cli/command.hpp"
#include "export/json_writer.hpp"
#include "graph/measures.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iostream>
#include <numeric>

namespace actorgraph {
namespace {

struct TopFlags : SharedFlags {
    std::vector<std::string> sources;
    std::size_t count = 10;
    std::string by = "pagerank";
    std::size_t pivots = 0;
};

/// Above so many actors betweenness is estimated unless the user says how exactly.
constexpr std::size_t most_exact = 5000;
constexpr std::size_t default_pivots = 500;

std::vector<double> measure(const CaseGraph& graph, const TopFlags& flags) {
    if (flags.by == "degree") {
        const auto degree = degrees(graph);
        return {degree.begin(), degree.end()};
    }
    const WalkGraph walk = walk_graph_of(graph);
    if (flags.by == "pagerank") {
        return page_rank(walk);
    }
    const bool is_large = walk.vertices() > most_exact;
    return betweenness(walk, flags.pivots == 0 && is_large ? default_pivots : flags.pivots);
}

int run(const TopFlags& flags) {
    OpenCase opened = open_case(flags.sources, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    const CaseGraph& graph = opened.graph;
    const auto rank = measure(graph, flags);
    const auto degree = degrees(graph);
    std::vector<std::uint32_t> order(graph.actors().size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return rank[a] != rank[b] ? rank[a] > rank[b] : graph.actors()[a].id < graph.actors()[b].id;
    });
    order.resize(std::min(order.size(), flags.count));
    if (flags.format == "json") {
        JsonWriter json(std::cout, JsonWriter::Style::indented);
        json.begin_object().key("version").value(std::int64_t{1}).key("top").begin_array();
        for (const std::uint32_t actor : order) {
            json.begin_object().key("id").value(graph.actors()[actor].id);
            json.key("name").value(graph.actors()[actor].name);
            json.key("degree").value(std::size_t{degree[actor]});
            json.key(flags.by).value(rank[actor]).end_object();
        }
        json.end_array().end_object();
        std::cout << '\n';
        return opened.exit_code;
    }
    fmt::print("{:>11} {:>6}  {}\n", flags.by, "edges", "actor");
    for (const std::uint32_t actor : order) {
        fmt::print("{:>11.4f} {:>6}  {} ({})\n", rank[actor], degree[actor], graph.actors()[actor].name,
                   graph.actors()[actor].type);
    }
    return opened.exit_code;
}

} // namespace

std::function<int()> add_top(CLI::App& app) {
    auto* command = app.add_subcommand("top", "The actors that most depends on");
    auto flags = std::make_shared<TopFlags>();
    command->add_option("sources", flags->sources, "Documents, folders or one graph .json")->required();
    command->add_option("-n", flags->count, "How many")->capture_default_str();
    command->add_option("--by", flags->by, "Measure")
        ->check(CLI::IsMember({"pagerank", "degree", "betweenness"}))->capture_default_str();
    command->add_option("--pivots", flags->pivots,
                        "Betweenness from so many actors, scaled (default: all up to 5,000 actors, else 500)")
        ->type_name("N");
    add_format_flag(*command, *flags);
    add_case_flags(*command, *flags);
    command->footer("Example:\n  actorgraph top articles/ -n 20 --by betweenness");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
