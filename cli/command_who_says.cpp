#include "cli/command.hpp"
#include "cli/filter_flags.hpp"
#include "cli/question.hpp"
#include "export/edge_card.hpp"
#include "graph/queries.hpp"

#include <iostream>

namespace actorgraph {
namespace {

struct WhoSaysFlags : SharedFlags {
    std::vector<std::string> words;
    FilterFlags filter;
};

std::string speaker_of(const Evidence& one) {
    return !one.speaker.empty() ? one.speaker : !one.outlet.empty() ? one.outlet : one.document;
}

void write_text(const CaseGraph& graph, const std::vector<std::uint32_t>& edges) {
    for (const std::uint32_t number : edges) {
        const ActorEdge& edge = graph.edges()[number];
        std::cout << edge_text(graph, edge) << " (" << support_text(edge) << ")\n";
        for (const Evidence& one : edge.evidence) {
            std::cout << "  " << speaker_of(one) << ": \"" << one.quote << "\"\n    " << place_text(one) << '\n';
        }
    }
}

int run(const WhoSaysFlags& flags) {
    auto opened = open_question(flags.words, 2, flags, "actorgraph who-says articles/ \"Ana Reyes\" \"Bo Li\"");
    if (const int* exit_code = std::get_if<int>(&opened)) {
        return *exit_code;
    }
    const Question& question = std::get<Question>(opened);
    const auto filter = filter_of(flags.filter);
    if (!filter) {
        return exit_usage;
    }
    const auto edges = edges_between(question.graph, question.actors[0], question.actors[1], *filter);
    if (flags.format == "json") {
        JsonWriter json(std::cout, JsonWriter::Style::indented);
        json.begin_object().key("version").value(std::int64_t{1}).key("edges").begin_array();
        for (const std::uint32_t edge : edges) {
            write_edge_json(json, question.graph, question.graph.edges()[edge]);
        }
        json.end_array().end_object();
        std::cout << '\n';
    } else {
        write_text(question.graph, edges);
    }
    if (edges.empty()) {
        std::cerr << "no document says anything of the two together\n  hint: actorgraph path finds chains over others\n";
        return exit_no_answer;
    }
    return question.exit_code;
}

} // namespace

std::function<int()> add_who_says(CLI::App& app) {
    auto* command = app.add_subcommand("who-says", "Everything said of two actors, by whom and where, denials included");
    auto flags = std::make_shared<WhoSaysFlags>();
    add_question_words(*command, flags->words, "A B");
    add_filter_flags(*command, flags->filter, "any");
    flags->filter.with_denied = true;
    add_format_flag(*command, *flags);
    add_case_flags(*command, *flags);
    command->footer("Example:\n  actorgraph who-says articles/ \"Ana Reyes\" \"Bo Li\"");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
