#include "cli/command.hpp"

#include <fmt/core.h>

#include <array>
#include <map>

namespace actorgraph {
namespace {

struct StatsFlags : SharedFlags {
    std::vector<std::string> sources;
};

using Counts = std::map<std::string, std::size_t>;

void write_counts(JsonWriter& json, const char* key, const Counts& counts) {
    json.key(key).begin_object();
    for (const auto& [name, count] : counts) {
        json.key(name).value(count);
    }
    json.end_object();
}

struct CountTable {
    const char* key;
    const char* heading;
    Counts counts;
};

void write_text(const CaseGraph& graph, const std::array<CountTable, 3>& tables, std::ostream& out, const Ink& ink) {
    out << fmt::format("{} actors, {} edges\n", graph.actors().size(), graph.edges().size());
    for (const CountTable& table : tables) {
        out << ink.bold(table.heading) << '\n';
        for (const auto& [name, count] : table.counts) {
            out << fmt::format("{:>8}  {}\n", count, name);
        }
    }
}

/// One row a count, for forms that are rows.
std::vector<RowList> rows_of(const std::array<CountTable, 3>& tables) {
    std::vector<RowList> lists;
    for (const CountTable& table : tables) {
        lists.push_back({table.key, table.counts.size(), [&table](JsonWriter& json, std::size_t row) {
                             const auto& [name, count] = *std::next(table.counts.begin(), static_cast<std::ptrdiff_t>(row));
                             json.begin_object().key("name").value(name).key("count").value(count).end_object();
                         }});
    }
    return lists;
}

int run(const StatsFlags& flags) {
    OpenCase opened = open_case(flags.sources, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    const CaseGraph& graph = opened.graph;
    std::array<CountTable, 3> tables{CountTable{"types", "actors by type", {}},
                                     CountTable{"relations", "edges by relation", {}},
                                     CountTable{"statuses", "edges by status", {}}};
    for (const Actor& actor : graph.actors()) {
        ++tables[0].counts[actor.type];
    }
    for (const ActorEdge& edge : graph.edges()) {
        ++tables[1].counts[edge.relation];
        ++tables[2].counts[std::string(to_string(edge.polarity)) + " " + std::string(to_string(edge.modality))];
    }
    const bool is_object = flags.format == "json";
    show({is_object ? std::vector<RowList>{} : rows_of(tables),
          [&](std::ostream& out, const Ink& ink) { write_text(graph, tables, out, ink); },
          [&](JsonWriter& json) {
              json.key("actors").value(graph.actors().size()).key("edges").value(graph.edges().size());
              for (const CountTable& table : tables) {
                  write_counts(json, table.key, table.counts);
              }
          }},
         flags.format);
    return opened.exit_code;
}

} // namespace

std::function<int()> add_stats(CLI::App& app) {
    auto* command = app.add_subcommand("stats", "How many actors and edges, by type, relation and status");
    auto flags = std::make_shared<StatsFlags>();
    command->add_option("sources", flags->sources, "Documents, folders or one graph .json")->required()->type_name("SOURCE");
    add_answer_format(*command, flags->format);
    add_case_flags(*command, *flags);
    command->footer("Example:\n  actorgraph stats articles/");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
