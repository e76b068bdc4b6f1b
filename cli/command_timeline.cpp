#include "cli/command.hpp"
#include "cli/filter_flags.hpp"
#include "cli/question.hpp"
#include "export/edge_card.hpp"
#include "graph/queries.hpp"

#include <fmt/core.h>

#include <iostream>

namespace actorgraph {
namespace {

struct TimelineFlags : SharedFlags {
    std::vector<std::string> words;
    FilterFlags filter;
    bool is_pair = false;
};

void write_text(const CaseGraph& graph, const std::vector<Moment>& moments) {
    for (const Moment& one : moments) {
        const ActorEdge& edge = graph.edges()[one.edge];
        const std::string when = one.when.empty() ? "undated" : one.when;
        fmt::print("{:<10} {} {}\n{:<12}\"{}\"\n{:<12}{}\n", when, one.is_event || one.when.empty() ? ' ' : '~',
                   edge_text(graph, edge), "", edge.evidence[one.evidence].quote, "",
                   place_text(edge.evidence[one.evidence]));
    }
}

void write_json(const CaseGraph& graph, const std::vector<Moment>& moments) {
    JsonWriter json(std::cout, JsonWriter::Style::indented);
    json.begin_object().key("version").value(std::int64_t{1}).key("moments").begin_array();
    for (const Moment& one : moments) {
        const ActorEdge& edge = graph.edges()[one.edge];
        json.begin_object().key("when").value(one.when).key("is_event").value(one.is_event);
        json.key("source").value(graph.actors()[edge.source].id).key("target").value(graph.actors()[edge.target].id);
        json.key("kind").value(kind_of(edge)).key("evidence");
        write_evidence_json(json, edge.evidence[one.evidence]);
        json.end_object();
    }
    json.end_array().end_object();
    std::cout << '\n';
}

int run(const TimelineFlags& flags) {
    const std::size_t names = flags.is_pair ? 2 : 1;
    auto opened = open_question(flags.words, names, flags, "actorgraph timeline articles/ \"Ana Reyes\"");
    if (const int* exit_code = std::get_if<int>(&opened)) {
        return *exit_code;
    }
    const Question& question = std::get<Question>(opened);
    const auto filter = filter_of(flags.filter);
    if (!filter) {
        return exit_usage;
    }
    const auto edges = flags.is_pair ? edges_between(question.graph, question.actors[0], question.actors[1], *filter)
                                     : edges_of(question.graph, question.actors[0], *filter);
    const auto moments = timeline(question.graph, edges);
    if (flags.format == "json") {
        write_json(question.graph, moments);
    } else {
        write_text(question.graph, moments);
    }
    return moments.empty() ? exit_no_answer : question.exit_code;
}

} // namespace

std::function<int()> add_timeline(CLI::App& app) {
    auto* command = app.add_subcommand("timeline", "Claims about an actor, or about two, in order of time");
    auto flags = std::make_shared<TimelineFlags>();
    add_question_words(*command, flags->words, "NAME");
    command->add_flag("--pair", flags->is_pair, "The last two words are names: what joins them");
    add_filter_flags(*command, flags->filter, "any");
    add_format_flag(*command, *flags);
    add_case_flags(*command, *flags);
    command->footer("A ~ marks the date of the report where the text gives no date of the event.\nExamples:\n"
                    "  actorgraph timeline articles/ \"Ana Reyes\"\n"
                    "  actorgraph timeline articles/ --pair \"Ana Reyes\" \"Bo Li\"");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
