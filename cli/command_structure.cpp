#include "cli/question.hpp"
#include "export/edge_card.hpp"
#include "graph/measures.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace actorgraph {
namespace {

struct StructureFlags : SharedFlags {
    std::vector<std::string> sources;
    std::size_t most_groups = 20;
    std::size_t most_members = 10;
};

using Grouping = std::vector<std::uint32_t> (*)(const WalkGraph&);

/// Members of each group, those with most edges first.
std::vector<std::vector<std::uint32_t>> members_of(const CaseGraph& graph, const std::vector<std::uint32_t>& groups) {
    std::vector<std::vector<std::uint32_t>> members;
    const auto degree = degrees(graph);
    for (std::uint32_t v = 0; v < groups.size(); ++v) {
        members.resize(std::max<std::size_t>(members.size(), groups[v] + std::size_t{1}));
        members[groups[v]].push_back(v);
    }
    for (auto& group : members) {
        std::stable_sort(group.begin(), group.end(), [&](std::uint32_t a, std::uint32_t b) { return degree[a] > degree[b]; });
    }
    return members;
}

void write_group(JsonWriter& json, const CaseGraph& graph, std::size_t number, const std::vector<std::uint32_t>& members) {
    json.begin_object().key("group").value(number + 1).key("size").value(members.size()).key("actors").begin_array();
    for (const std::uint32_t actor : members) {
        write_actor_json(json, graph.actors()[actor]);
    }
    json.end_array().end_object();
}

/// One row an actor: which group it is in.
RowList member_rows(const CaseGraph& graph, const std::vector<std::uint32_t>& groups) {
    return {"actors", groups.size(), [&](JsonWriter& json, std::size_t row) {
                json.begin_object().key("group").value(std::size_t{groups[row]} + 1);
                json.key("id").value(graph.actors()[row].id).key("name").value(graph.actors()[row].name);
                json.key("type").value(graph.actors()[row].type).end_object();
            }};
}

void write_groups_text(const CaseGraph& graph, const std::vector<std::vector<std::uint32_t>>& members,
                       const StructureFlags& flags, std::ostream& out) {
    for (std::size_t i = 0; i < std::min(flags.most_groups, members.size()); ++i) {
        out << fmt::format("{:>5}  {}: ", i + 1, counted(members[i].size(), "actor"));
        for (std::size_t m = 0; m < std::min(flags.most_members, members[i].size()); ++m) {
            out << (m == 0 ? "" : "; ") << graph.actors()[members[i][m]].name;
        }
        out << (members[i].size() > flags.most_members ? "; …\n" : "\n");
    }
    if (members.size() > flags.most_groups) {
        out << fmt::format("       and {} more\n", members.size() - flags.most_groups);
    }
}

int run_groups(const StructureFlags& flags, Grouping grouping) {
    const OpenCase opened = open_case(flags.sources, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    const auto groups = grouping(walk_graph_of(opened.graph));
    const auto members = members_of(opened.graph, groups);
    const auto write_row = [&](JsonWriter& json, std::size_t row) { write_group(json, opened.graph, row, members[row]); };
    const auto write_text = [&](std::ostream& out, const Ink&) { write_groups_text(opened.graph, members, flags, out); };
    const bool is_table = flags.format == "tsv";
    show({{is_table ? member_rows(opened.graph, groups) : RowList{"groups", members.size(), write_row}}, write_text},
         flags.format);
    return opened.exit_code;
}

int run_bridges(const StructureFlags& flags) {
    const OpenCase opened = open_case(flags.sources, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    const CaseGraph& graph = opened.graph;
    const WalkGraph walk = walk_graph_of(graph);
    std::vector<std::uint32_t> edges;
    for (const auto& [a, b] : bridges(walk)) {
        edges.push_back(walk.edges(walk.half_edge(a, b)).front());
    }
    show({{edge_rows("bridges", graph, edges)},
          [&](std::ostream& out, const Ink&) {
              for (const std::uint32_t edge : edges) {
                  out << edge_text(graph, graph.edges()[edge]) << '\n';
              }
          }},
         flags.format);
    return opened.exit_code;
}

CLI::App* add_structure(CLI::App& app, const char* name, const char* what, StructureFlags& flags) {
    auto* command = app.add_subcommand(name, what);
    command->add_option("sources", flags.sources, "Documents, folders, a case or one graph .json")->required()->type_name("SOURCE");
    add_answer_format(*command, flags.format);
    add_case_flags(*command, flags);
    command->footer(fmt::format("Example:\n  actorgraph {} articles/", name));
    return command;
}

std::function<int()> add_grouping(CLI::App& app, const char* name, const char* what, Grouping grouping) {
    auto flags = std::make_shared<StructureFlags>();
    CLI::App* command = add_structure(app, name, what, *flags);
    command->add_option("-n", flags->most_groups, "How many groups to print")->capture_default_str();
    command->add_option("--members", flags->most_members, "How many members of each to print")->capture_default_str();
    return [command, flags, grouping] { return command->parsed() ? run_groups(*flags, grouping) : -1; };
}

} // namespace

std::function<int()> add_communities(CLI::App& app) {
    return add_grouping(app, "communities", "Groups of actors that deal with each other more than with others", communities);
}

std::function<int()> add_components(CLI::App& app) {
    return add_grouping(app, "components", "The parts of the graph that nothing joins", components);
}

std::function<int()> add_bridges(CLI::App& app) {
    auto flags = std::make_shared<StructureFlags>();
    CLI::App* command = add_structure(app, "bridges", "Edges without which the graph falls apart", *flags);
    return [command, flags] { return command->parsed() ? run_bridges(*flags) : -1; };
}

} // namespace actorgraph
