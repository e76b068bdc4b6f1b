#include "cli/question.hpp"
#include "export/edge_card.hpp"
#include "graph/queries.hpp"

#include <fmt/core.h>

namespace actorgraph {
namespace {

constexpr const char* example = "actorgraph timeline articles/ \"Ana Reyes\"";

struct TimelineFlags : QuestionFlags {
    bool is_pair = false;
};

void write_text(const CaseGraph& graph, const std::vector<Moment>& moments, std::ostream& out, const Ink& ink) {
    for (const Moment& one : moments) {
        const ActorEdge& edge = graph.edges()[one.edge];
        const std::string when = fmt::format("{:<10}", one.when.empty() ? "undated" : one.when);
        out << fmt::format("{} {} {}\n{:<12}\"{}\"\n{:<12}{}\n", ink.bold(when),
                           one.is_event || one.when.empty() ? ' ' : '~', edge_text(graph, edge), "",
                           edge.evidence[one.evidence].quote, "", ink.faint(place_text(edge.evidence[one.evidence])));
    }
}

void write_row(JsonWriter& json, const CaseGraph& graph, const Moment& one) {
    const ActorEdge& edge = graph.edges()[one.edge];
    json.begin_object().key("when").value(one.when).key("is_event").value(one.is_event);
    json.key("source").value(graph.actors()[edge.source].id).key("target").value(graph.actors()[edge.target].id);
    json.key("kind").value(kind_of(edge)).key("evidence");
    write_evidence_json(json, edge.evidence[one.evidence]);
    json.end_object();
}

int run(const TimelineFlags& flags) {
    return ask(flags, flags.is_pair ? 2 : 1, example, [&flags](const Question& question, const EdgeFilter& filter) {
        const CaseGraph& graph = question.graph;
        const auto& actors = question.actors;
        const auto moments = timeline(graph, flags.is_pair ? edges_between(graph, actors[0], actors[1], filter)
                                                           : edges_of(graph, actors[0], filter));
        const Answer answer{{{"moments", moments.size(), [&](JsonWriter& json, std::size_t row) {
                                  write_row(json, graph, moments[row]);
                              }}},
                            [&](std::ostream& out, const Ink& ink) { write_text(graph, moments, out, ink); }};
        return tell(answer, flags.format, question.exit_code, "no claim to put in order of time");
    });
}

} // namespace

std::function<int()> add_timeline(CLI::App& app) {
    auto* command = app.add_subcommand("timeline", "Claims about an actor, or about two, in order of time");
    auto flags = std::make_shared<TimelineFlags>();
    command->add_flag("--pair", flags->is_pair, "The last two words are names: what joins them");
    add_question_flags(*command, *flags, "NAME", "any");
    command->footer("A ~ marks the date of the report where the text gives no date of the event.\nExamples:\n  " +
                    std::string(example) + "\n  actorgraph timeline articles/ --pair \"Ana Reyes\" \"Bo Li\"");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
