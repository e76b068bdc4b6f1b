#include "cli/question.hpp"
#include "export/edge_card.hpp"
#include "graph/queries.hpp"

namespace actorgraph {
namespace {

constexpr const char* example = "actorgraph neighbors articles/ \"Ana Reyes\"";

struct NeighborsFlags : QuestionFlags {
    std::size_t depth = 1;
};

void write_text(const CaseGraph& graph, const std::vector<Neighbour>& found, std::ostream& out, const Ink& ink) {
    for (const Neighbour& one : found) {
        const Actor& actor = graph.actors()[one.actor];
        out << ink.bold(actor.name) << " (" << actor.type << ")"
            << (one.depth > 1 ? ", " + counted(one.depth, "hop") : "") << '\n';
        for (const std::uint32_t edge : one.edges) {
            out << "  " << edge_text(graph, graph.edges()[edge]) << '\n';
            out << "    \"" << graph.edges()[edge].evidence.front().quote << "\"\n";
        }
    }
}

void write_row(JsonWriter& json, const CaseGraph& graph, const Neighbour& one) {
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

int run(const NeighborsFlags& flags) {
    return ask(flags, 1, example, [&flags](const Question& question, const EdgeFilter& filter) {
        const CaseGraph& graph = question.graph;
        const Actor& actor = graph.actors()[question.actors.front()];
        const auto found = neighbours(graph, question.actors.front(), filter, flags.depth);
        const Answer answer{{{"neighbors", found.size(), [&](JsonWriter& json, std::size_t row) {
                                  write_row(json, graph, found[row]);
                              }}},
                            [&](std::ostream& out, const Ink& ink) { write_text(graph, found, out, ink); },
                            [&](JsonWriter& json) { json.key("actor").value(actor.id); }};
        return tell(answer, flags.format, question.exit_code, actor.name + " stands in no such claim");
    });
}

} // namespace

std::function<int()> add_neighbors(CLI::App& app) {
    auto* command = app.add_subcommand("neighbors", "Who stands in a claim with an actor");
    auto flags = std::make_shared<NeighborsFlags>();
    command->add_option("--depth", flags->depth, "How many hops away")->check(CLI::Range(1, 20))->capture_default_str();
    add_question_flags(*command, *flags, "NAME", "any");
    command->footer(std::string("Examples:\n  ") + example +
                    "\n  actorgraph neighbors case.json Reyes --depth 2 --relation paid,owns");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
