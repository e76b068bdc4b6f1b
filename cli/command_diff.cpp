#include "cli/question.hpp"
#include "export/edge_card.hpp"
#include "graph/queries.hpp"

namespace actorgraph {
namespace {

struct DiffFlags : SharedFlags {
    std::vector<std::string> sources;
    std::string from, to;
};

void write_text(const CaseGraph& graph, const News& found, std::ostream& out, const Ink& ink) {
    for (const std::uint32_t actor : found.actors) {
        out << "+ " << ink.bold(graph.actors()[actor].name) << " (" << graph.actors()[actor].type << ")\n";
    }
    for (const std::uint32_t number : found.edges) {
        const ActorEdge& edge = graph.edges()[number];
        out << "+ " << edge_text(graph, edge) << "\n    \"" << edge.evidence.front().quote << "\"\n    "
            << ink.faint(place_text(edge.evidence.front())) << '\n';
    }
}

int run(const DiffFlags& flags) {
    const OpenCase opened = open_case(flags.sources, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    const News found = news(opened.graph, flags.from, flags.to);
    const Answer answer{{actor_rows("actors", opened.graph, found.actors), edge_rows("edges", opened.graph, found.edges)},
                        [&](std::ostream& out, const Ink& ink) { write_text(opened.graph, found, out, ink); }};
    return tell(answer, flags.format, opened.exit_code, "nothing was first reported in that time");
}

} // namespace

std::function<int()> add_diff(CLI::App& app) {
    auto* command = app.add_subcommand("diff", "Actors and edges that were first reported in a span of time");
    auto flags = std::make_shared<DiffFlags>();
    command->add_option("sources", flags->sources, "Documents, folders, a case or one graph .json")->required()->type_name("SOURCE");
    command->add_option("--from", flags->from, "First ISO date")->required()->type_name("DATE");
    command->add_option("--to", flags->to, "Last ISO date (default: no end)")->type_name("DATE");
    add_answer_format(*command, flags->format);
    add_case_flags(*command, *flags);
    command->footer("Example:\n  actorgraph diff articles/ --from 2021-03-01 --to 2021-03-31");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
