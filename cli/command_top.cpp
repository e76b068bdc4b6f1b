#include "cli/command.hpp"
#include "graph/measures.hpp"

#include <fmt/core.h>

#include <algorithm>
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
    const auto write_row = [&](JsonWriter& json, std::size_t row) {
        const std::uint32_t actor = order[row];
        json.begin_object().key("id").value(graph.actors()[actor].id);
        json.key("name").value(graph.actors()[actor].name).key("degree").value(std::size_t{degree[actor]});
        if (flags.by != "degree") {
            json.key(flags.by).value(rank[actor]);
        }
        json.end_object();
    };
    const auto write_text = [&](std::ostream& out, const Ink& ink) {
        out << ink.bold(fmt::format("{:>11} {:>6}  {}", flags.by, "edges", "actor")) << '\n';
        for (const std::uint32_t actor : order) {
            out << fmt::format("{:>11.4f} {:>6}  {} ({})\n", rank[actor], degree[actor], graph.actors()[actor].name,
                               graph.actors()[actor].type);
        }
    };
    show({{{"top", order.size(), write_row}}, write_text}, flags.format);
    return opened.exit_code;
}

} // namespace

std::function<int()> add_top(CLI::App& app) {
    auto* command = app.add_subcommand("top", "The actors that most depends on");
    auto flags = std::make_shared<TopFlags>();
    command->add_option("sources", flags->sources, "Documents, folders or one graph .json")->required()->type_name("SOURCE");
    command->add_option("-n", flags->count, "How many")->capture_default_str();
    command->add_option("--by", flags->by, "Measure")
        ->check(CLI::IsMember({"pagerank", "degree", "betweenness"}))->capture_default_str();
    command->add_option("--pivots", flags->pivots,
                        "Betweenness from so many actors, scaled (default: all up to 5,000 actors, else 500)")
        ->type_name("N");
    add_answer_format(*command, flags->format);
    add_case_flags(*command, *flags);
    command->footer("Example:\n  actorgraph top articles/ -n 20 --by betweenness");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
