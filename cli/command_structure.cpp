#include "cli/command.hpp"
#include "export/edge_card.hpp"
#include "graph/measures.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iostream>

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

void write_groups_json(const CaseGraph& graph, const std::vector<std::vector<std::uint32_t>>& members) {
    JsonWriter json(std::cout, JsonWriter::Style::indented);
    json.begin_object().key("version").value(std::int64_t{1}).key("groups").begin_array();
    for (const auto& group : members) {
        json.begin_array();
        for (const std::uint32_t actor : group) {
            write_actor_json(json, graph.actors()[actor]);
        }
        json.end_array();
    }
    json.end_array().end_object();
    std::cout << '\n';
}

void write_groups_text(const CaseGraph& graph, const std::vector<std::vector<std::uint32_t>>& members,
                       const StructureFlags& flags) {
    for (std::size_t i = 0; i < std::min(flags.most_groups, members.size()); ++i) {
        fmt::print("{:>5}  {}: ", i + 1, counted(members[i].size(), "actor"));
        for (std::size_t m = 0; m < std::min(flags.most_members, members[i].size()); ++m) {
            fmt::print("{}{}", m == 0 ? "" : "; ", graph.actors()[members[i][m]].name);
        }
        fmt::print("{}\n", members[i].size() > flags.most_members ? "; …" : "");
    }
    if (members.size() > flags.most_groups) {
        fmt::print("       and {} more\n", members.size() - flags.most_groups);
    }
}

int run_groups(const StructureFlags& flags, Grouping grouping) {
    const OpenCase opened = open_case(flags.sources, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    const auto members = members_of(opened.graph, grouping(walk_graph_of(opened.graph)));
    if (flags.format == "json") {
        write_groups_json(opened.graph, members);
    } else {
        write_groups_text(opened.graph, members, flags);
    }
    return opened.exit_code;
}

int run_bridges(const StructureFlags& flags) {
    const OpenCase opened = open_case(flags.sources, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    const CaseGraph& graph = opened.graph;
    const WalkGraph walk = walk_graph_of(graph);
    const auto found = bridges(walk);
    if (flags.format != "json") {
        for (const auto& [a, b] : found) {
            std::cout << edge_text(graph, graph.edges()[walk.edges(walk.half_edge(a, b)).front()]) << '\n';
        }
        return opened.exit_code;
    }
    JsonWriter json(std::cout, JsonWriter::Style::indented);
    json.begin_object().key("version").value(std::int64_t{1}).key("bridges").begin_array();
    for (const auto& [a, b] : found) {
        write_edge_json(json, graph, graph.edges()[walk.edges(walk.half_edge(a, b)).front()]);
    }
    json.end_array().end_object();
    std::cout << '\n';
    return opened.exit_code;
}

CLI::App* add_structure(CLI::App& app, const char* name, const char* what, StructureFlags& flags) {
    auto* command = app.add_subcommand(name, what);
    command->add_option("sources", flags.sources, "Documents, folders, a case or one graph .json")->required();
    add_format_flag(*command, flags);
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
