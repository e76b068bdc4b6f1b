#include "cli/question.hpp"
#include "export/edge_card.hpp"
#include "graph/queries.hpp"

namespace actorgraph {
namespace {

constexpr const char* example = "actorgraph common articles/ \"Ana Reyes\" \"Bo Li\"";

void write_edges(JsonWriter& json, const CaseGraph& graph, const std::vector<std::uint32_t>& edges) {
    json.begin_array();
    for (const std::uint32_t edge : edges) {
        write_edge_json(json, graph, graph.edges()[edge]);
    }
    json.end_array();
}

void write_row(JsonWriter& json, const CaseGraph& graph, const CommonNeighbour& one) {
    json.begin_object().key("actor");
    write_actor_json(json, graph.actors()[one.actor]);
    json.key("first");
    write_edges(json, graph, one.first);
    json.key("second");
    write_edges(json, graph, one.second);
    json.end_object();
}

void write_text(const CaseGraph& graph, const std::vector<CommonNeighbour>& found, std::ostream& out, const Ink& ink) {
    for (const CommonNeighbour& one : found) {
        out << ink.bold(graph.actors()[one.actor].name) << " (" << graph.actors()[one.actor].type << ")\n";
        for (const auto* edges : {&one.first, &one.second}) {
            for (const std::uint32_t edge : *edges) {
                out << "  " << edge_text(graph, graph.edges()[edge]) << '\n';
            }
        }
    }
}

int run(const QuestionFlags& flags) {
    return ask(flags, 2, example, [&flags](const Question& question, const EdgeFilter& filter) {
        const CaseGraph& graph = question.graph;
        const auto found = common_neighbours(graph, question.actors[0], question.actors[1], filter);
        const Answer answer{{{"common", found.size(), [&](JsonWriter& json, std::size_t row) {
                                  write_row(json, graph, found[row]);
                              }}},
                            [&](std::ostream& out, const Ink& ink) { write_text(graph, found, out, ink); }};
        return tell(answer, flags.format, question.exit_code, "nobody stands in a claim with both");
    });
}

} // namespace

std::function<int()> add_common(CLI::App& app) {
    auto* command = app.add_subcommand("common", "Who stands in a claim with both of two actors");
    auto flags = std::make_shared<QuestionFlags>();
    add_question_flags(*command, *flags, "A B", "alleged");
    command->footer(std::string("Example:\n  ") + example);
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
