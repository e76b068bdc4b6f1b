#include "cli/command.hpp"
#include "export/edge_card.hpp"
#include "graph/queries.hpp"

#include <iostream>

namespace actorgraph {
namespace {

struct DiffFlags : SharedFlags {
    std::vector<std::string> sources;
    std::string from, to;
};

void write_text(const CaseGraph& graph, const News& found) {
    for (const std::uint32_t actor : found.actors) {
        std::cout << "+ " << graph.actors()[actor].name << " (" << graph.actors()[actor].type << ")\n";
    }
    for (const std::uint32_t number : found.edges) {
        const ActorEdge& edge = graph.edges()[number];
        std::cout << "+ " << edge_text(graph, edge) << "\n    \"" << edge.evidence.front().quote << "\"\n    "
                  << place_text(edge.evidence.front()) << '\n';
    }
}

void write_json(const CaseGraph& graph, const News& found) {
    JsonWriter json(std::cout, JsonWriter::Style::indented);
    json.begin_object().key("version").value(std::int64_t{1}).key("actors").begin_array();
    for (const std::uint32_t actor : found.actors) {
        write_actor_json(json, graph.actors()[actor]);
    }
    json.end_array().key("edges").begin_array();
    for (const std::uint32_t edge : found.edges) {
        write_edge_json(json, graph, graph.edges()[edge]);
    }
    json.end_array().end_object();
    std::cout << '\n';
}

int run(const DiffFlags& flags) {
    const OpenCase opened = open_case(flags.sources, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    const News found = news(opened.graph, flags.from, flags.to);
    if (flags.format == "json") {
        write_json(opened.graph, found);
    } else {
        write_text(opened.graph, found);
    }
    if (found.edges.empty() && found.actors.empty()) {
        std::cerr << "nothing was first reported in that time\n";
        return exit_no_answer;
    }
    return opened.exit_code;
}

} // namespace

std::function<int()> add_diff(CLI::App& app) {
    auto* command = app.add_subcommand("diff", "Actors and edges that were first reported in a span of time");
    auto flags = std::make_shared<DiffFlags>();
    command->add_option("sources", flags->sources, "Documents, folders, a case or one graph .json")->required();
    command->add_option("--from", flags->from, "First ISO date")->required()->type_name("DATE");
    command->add_option("--to", flags->to, "Last ISO date (default: no end)")->type_name("DATE");
    add_format_flag(*command, *flags);
    add_case_flags(*command, *flags);
    command->footer("Example:\n  actorgraph diff articles/ --from 2021-03-01 --to 2021-03-31");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
