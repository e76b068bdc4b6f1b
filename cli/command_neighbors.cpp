#include "cli/command.hpp"
#include "cli/filter_flags.hpp"
#include "cli/question.hpp"
#include "export/edge_card.hpp"
#include "graph/queries.hpp"

#include <iostream>

namespace actorgraph {
namespace {

struct NeighborsFlags : SharedFlags {
    std::vector<std::string> words;
    FilterFlags filter;
    std::size_t depth = 1;
};

void write_text(const CaseGraph& graph, const std::vector<Neighbour>& found) {
    for (const Neighbour& one : found) {
        const Actor& actor = graph.actors()[one.actor];
        std::cout << actor.name << " (" << actor.type << ")"
                  << (one.depth > 1 ? ", " + counted(one.depth, "hop") : "") << '\n';
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
        json.key("name").value(graph.actors()[one.actor].name).key("depth").value(one.depth);
        json.key("edges").begin_array();
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
    auto opened = open_question(flags.words, 1, flags, "actorgraph neighbors articles/ \"Ana Reyes\"");
    if (const int* exit_code = std::get_if<int>(&opened)) {
        return *exit_code;
    }
    const Question& question = std::get<Question>(opened);
    const auto filter = filter_of(flags.filter);
    if (!filter) {
        return exit_usage;
    }
    const std::uint32_t actor = question.actors.front();
    const auto found = neighbours(question.graph, actor, *filter, flags.depth);
    if (flags.format == "json") {
        write_json(question.graph, actor, found);
    } else {
        write_text(question.graph, found);
    }
    if (found.empty()) {
        std::cerr << question.graph.actors()[actor].name << " stands in no such claim\n";
        return exit_no_answer;
    }
    return question.exit_code;
}

} // namespace

std::function<int()> add_neighbors(CLI::App& app) {
    auto* command = app.add_subcommand("neighbors", "Who stands in a claim with an actor");
    auto flags = std::make_shared<NeighborsFlags>();
    add_question_words(*command, flags->words, "NAME");
    command->add_option("--depth", flags->depth, "How many hops away")->check(CLI::Range(1, 20))->capture_default_str();
    add_filter_flags(*command, flags->filter, "any");
    add_format_flag(*command, *flags);
    add_case_flags(*command, *flags);
    command->footer("Examples:\n  actorgraph neighbors articles/ \"Ana Reyes\"\n"
                    "  actorgraph neighbors case.json Reyes --depth 2 --relation paid,owns");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
