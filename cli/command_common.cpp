#include "cli/command.hpp"
#include "cli/filter_flags.hpp"
#include "cli/question.hpp"
#include "export/edge_card.hpp"
#include "graph/queries.hpp"

#include <iostream>

namespace actorgraph {
namespace {

struct CommonFlags : SharedFlags {
    std::vector<std::string> words;
    FilterFlags filter;
};

void write_edges(JsonWriter& json, const CaseGraph& graph, const std::vector<std::uint32_t>& edges) {
    json.begin_array();
    for (const std::uint32_t edge : edges) {
        write_edge_json(json, graph, graph.edges()[edge]);
    }
    json.end_array();
}

void write_json(const CaseGraph& graph, const std::vector<CommonNeighbour>& found) {
    JsonWriter json(std::cout, JsonWriter::Style::indented);
    json.begin_object().key("version").value(std::int64_t{1}).key("common").begin_array();
    for (const CommonNeighbour& one : found) {
        json.begin_object().key("actor");
        write_actor_json(json, graph.actors()[one.actor]);
        json.key("first");
        write_edges(json, graph, one.first);
        json.key("second");
        write_edges(json, graph, one.second);
        json.end_object();
    }
    json.end_array().end_object();
    std::cout << '\n';
}

void write_text(const CaseGraph& graph, const std::vector<CommonNeighbour>& found) {
    for (const CommonNeighbour& one : found) {
        std::cout << graph.actors()[one.actor].name << " (" << graph.actors()[one.actor].type << ")\n";
        for (const auto* edges : {&one.first, &one.second}) {
            for (const std::uint32_t edge : *edges) {
                std::cout << "  " << edge_text(graph, graph.edges()[edge]) << '\n';
            }
        }
    }
}

int run(const CommonFlags& flags) {
    auto opened = open_question(flags.words, 2, flags, "actorgraph common articles/ \"Ana Reyes\" \"Bo Li\"");
    if (const int* exit_code = std::get_if<int>(&opened)) {
        return *exit_code;
    }
    const Question& question = std::get<Question>(opened);
    const auto filter = filter_of(flags.filter);
    if (!filter) {
        return exit_usage;
    }
    const auto found = common_neighbours(question.graph, question.actors[0], question.actors[1], *filter);
    if (flags.format == "json") {
        write_json(question.graph, found);
    } else {
        write_text(question.graph, found);
    }
    if (found.empty()) {
        std::cerr << "nobody stands in a claim with both\n";
        return exit_no_answer;
    }
    return question.exit_code;
}

} // namespace

std::function<int()> add_common(CLI::App& app) {
    auto* command = app.add_subcommand("common", "Who stands in a claim with both of two actors");
    auto flags = std::make_shared<CommonFlags>();
    add_question_words(*command, flags->words, "A B");
    add_filter_flags(*command, flags->filter, "alleged");
    add_format_flag(*command, *flags);
    add_case_flags(*command, *flags);
    command->footer("Example:\n  actorgraph common articles/ \"Ana Reyes\" \"Bo Li\"");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
