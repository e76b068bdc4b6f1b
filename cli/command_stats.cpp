#include "cli/command.hpp"
#include "export/json_writer.hpp"

#include <fmt/core.h>

#include <iostream>
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

void print_counts(const char* heading, const Counts& counts) {
    fmt::print("{}\n", heading);
    for (const auto& [name, count] : counts) {
        fmt::print("{:>8}  {}\n", count, name);
    }
}

int run(const StatsFlags& flags) {
    OpenCase opened = open_case(flags.sources, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    Counts types;
    Counts relations;
    Counts statuses;
    for (const Actor& actor : opened.graph.actors()) {
        ++types[actor.type];
    }
    for (const ActorEdge& edge : opened.graph.edges()) {
        ++relations[edge.relation];
        ++statuses[std::string(to_string(edge.polarity)) + " " + std::string(to_string(edge.modality))];
    }
    if (flags.format == "json") {
        JsonWriter json(std::cout, JsonWriter::Style::indented);
        json.begin_object().key("version").value(std::int64_t{1});
        json.key("actors").value(opened.graph.actors().size());
        json.key("edges").value(opened.graph.edges().size());
        write_counts(json, "types", types);
        write_counts(json, "relations", relations);
        write_counts(json, "statuses", statuses);
        json.end_object();
        std::cout << '\n';
        return opened.exit_code;
    }
    fmt::print("{} actors, {} edges\n", opened.graph.actors().size(), opened.graph.edges().size());
    print_counts("actors by type", types);
    print_counts("edges by relation", relations);
    print_counts("edges by status", statuses);
    return opened.exit_code;
}

} // namespace

std::function<int()> add_stats(CLI::App& app) {
    auto* command = app.add_subcommand("stats", "How many actors and edges, by type, relation and status");
    auto flags = std::make_shared<StatsFlags>();
    command->add_option("sources", flags->sources, "Documents, folders or one graph .json")->required();
    add_format_flag(*command, *flags);
    add_case_flags(*command, *flags);
    command->footer("Example:\n  actorgraph stats articles/");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
