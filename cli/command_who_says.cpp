#include "cli/question.hpp"
#include "export/edge_card.hpp"
#include "graph/queries.hpp"

namespace actorgraph {
namespace {

constexpr const char* example = "actorgraph who-says articles/ \"Ana Reyes\" \"Bo Li\"";

std::string speaker_of(const Evidence& one) {
    return !one.speaker.empty() ? one.speaker : !one.outlet.empty() ? one.outlet : one.document;
}

void write_text(const CaseGraph& graph, const std::vector<std::uint32_t>& edges, std::ostream& out, const Ink& ink) {
    for (const std::uint32_t number : edges) {
        const ActorEdge& edge = graph.edges()[number];
        out << ink.bold(edge_text(graph, edge)) << " (" << support_text(edge) << ")\n";
        for (const Evidence& one : edge.evidence) {
            out << "  " << speaker_of(one) << ": \"" << one.quote << "\"\n    " << ink.faint(place_text(one)) << '\n';
        }
    }
}

int run(const QuestionFlags& flags) {
    return ask(flags, 2, example, [&flags](const Question& question, const EdgeFilter& filter) {
        const CaseGraph& graph = question.graph;
        const auto edges = edges_between(graph, question.actors[0], question.actors[1], filter);
        const Answer answer{{edge_rows("edges", graph, edges)}, [&](std::ostream& out, const Ink& ink) {
                                write_text(graph, edges, out, ink);
                            }};
        return tell(answer, flags.format, question.exit_code,
                    "no document says anything of the two together\n  hint: actorgraph path finds chains over others");
    });
}

} // namespace

std::function<int()> add_who_says(CLI::App& app) {
    auto* command = app.add_subcommand("who-says", "Everything said of two actors, by whom and where, denials included");
    auto flags = std::make_shared<QuestionFlags>();
    add_question_flags(*command, *flags, "A B", "any");
    flags->filter.with_denied = true;
    command->footer(std::string("Example:\n  ") + example);
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
