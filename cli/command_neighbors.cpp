#include "cli/command.hpp"
#include "export/json_writer.hpp"
#include "export/path_answer.hpp"
#include "graph/queries.hpp"

#include <iostream>

namespace actorgraph {
namespace {

struct NeighborsFlags : SharedFlags {
    std::vector<std::string> words; ///< sources, then the name
};

void write_text(const CaseGraph& graph, const std::vector<Neighbour>& found) {
    for (const Neighbour& one : found) {
        std::cout << graph.actors()[one.actor].name << " (" << graph.actors()[one.actor].type << ")\n";
        for (const std::uint32_t edge : one.edges) {
            std::cout << "  " << edge_text(graph, graph.edges()[edge]) << '\n';
            std::cout << "    \"" << graph.edges()[edge].evidence.front().quote << "\"\n";
        }
    }
}

void write_json(const CaseGraph& graph, std::uint32_t actor, const std::vector<Neighbour>& found) {
    JsonWriter json(std::cout, JsonWriter::Style::indented);
    json.begin_object().key("version").value(std::int64_t{1});
    json.key("actor").value(graph.actors()[actor].id).key("neighbors").begin_array();
    for (const Neighbour& one : found) {
        json.begin_object().key("id").value(graph.actors()[one.actor].id);
        json.key("name").value(graph.actors()[one.actor].name).key("edges").begin_array();
        for (const std::uint32_t edge : one.edges) {
            const ActorEdge& row = graph.edges()[edge];
            json.begin_object().key("source").value(graph.actors()[row.source].id);
            json.key("target").value(graph.actors()[row.target].id);
            json.key("relation").value(row.relation).key("kind").value(kind_of(row));
            json.key("quote").value(row.evidence.front().quote).end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().end_object();
    std::cout << '\n';
}

int run(const NeighborsFlags& flags) {
    if (flags.words.size() < 2) {
        std::cerr << "neighbors needs documents or a graph, and a name\n"
                     "  hint: actorgraph neighbors articles/ \"Ana Reyes\"\n";
        return exit_usage;
    }
    const std::vector<std::string> sources(flags.words.begin(), flags.words.end() - 1);
    OpenCase opened = open_case(sources, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    int exit_code = exit_done;
    const auto actor = choose_actor(opened.graph, flags.words.back(), exit_code);
    if (!actor) {
        return exit_code;
    }
    const auto found = neighbours(opened.graph, *actor);
    if (flags.format == "json") {
        write_json(opened.graph, *actor, found);
    } else {
        write_text(opened.graph, found);
    }
    if (found.empty()) {
        std::cerr << opened.graph.actors()[*actor].name << " stands in no claim\n";
        return exit_no_answer;
    }
    return opened.exit_code;
}

} // namespace

std::function<int()> add_neighbors(CLI::App& app) {
    auto* command = app.add_subcommand("neighbors", "Who stands in a claim with an actor");
    auto flags = std::make_shared<NeighborsFlags>();
    command->add_option("words", flags->words, "Documents, folders or one graph .json, then a name")
        ->required()
        ->type_name("SOURCE... NAME");
    add_format_flag(*command, *flags);
    add_case_flags(*command, *flags);
    command->footer("Example:\n  actorgraph neighbors articles/ \"Ana Reyes\"");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
