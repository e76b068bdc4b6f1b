#include "cli/subgraph_flags.hpp"

#include "graph/find_actor.hpp"

#include <fstream>
#include <iostream>

namespace actorgraph {
namespace {

bool narrows_edges(const FilterFlags& filter) {
    return !filter.relations.empty() || !filter.without.empty() || filter.status != "any" || !filter.between.empty() ||
           !filter.as_of.empty() || !filter.since.empty() || filter.min_sources > 0 ||
           filter.min_confidence.value_or(0.0) > default_min_confidence;
}

std::optional<std::vector<std::string>> lines_of(const std::string& path) {
    std::ifstream in(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        line.erase(line.find_last_not_of(" \t\r") + 1);
        line.erase(0, std::min(line.find_first_not_of(" \t"), line.size()));
        if (!line.empty() && line.front() != '#') {
            lines.push_back(line);
        }
    }
    if (!in.eof() || lines.empty()) {
        print({{Severity::error, path, 0, 0, in.eof() ? "the file names nobody" : "cannot read the names to redact",
                "write one name a line; lines that begin with # are left out"}});
        return std::nullopt;
    }
    return lines;
}

bool add_redactions(const SubgraphFlags& flags, const CaseGraph& graph, SubgraphOptions& options, int& exit_code) {
    const auto names = lines_of(flags.redact);
    exit_code = names ? exit_code : exit_usage;
    for (const std::string& name : names.value_or(std::vector<std::string>{})) {
        if (find_actor(graph, name).actors.empty()) {
            std::cerr << "note: no actor is called '" << name << "'; it is only taken out of texts\n";
            options.redacted_words.push_back(name);
            continue;
        }
        const auto actor = choose_actor(graph, name, exit_code);
        if (!actor) {
            return false;
        }
        options.redacted.push_back(*actor);
    }
    return names.has_value();
}

} // namespace

void add_subgraph_flags(CLI::App& app, SubgraphFlags& flags) {
    const char* group = "Which part of the graph";
    app.add_option("--around", flags.around, "Only this actor and who is near (repeat for several)")
        ->type_name("NAME")->group(group);
    app.add_option("--depth", flags.depth, "How near, in hops")->check(CLI::Range(0, 100))->capture_default_str()->group(group);
    app.add_option("--top", flags.top, "Only so many actors of highest PageRank")
        ->check(CLI::PositiveNumber)->type_name("N")->group(group);
    app.add_option("--redact", flags.redact, "Take the names in this file, one a line, out of actors and texts")
        ->type_name("FILE")->group(group);
    add_filter_flags(app, flags.filter, "any");
}

bool narrows(const SubgraphFlags& flags) {
    return !flags.around.empty() || flags.top > 0 || !flags.redact.empty() || narrows_edges(flags.filter);
}

std::optional<SubgraphOptions> subgraph_options_of(const SubgraphFlags& flags, const CaseGraph& graph, int& exit_code) {
    exit_code = exit_usage;
    const auto filter = filter_of(flags.filter);
    if (!filter) {
        return std::nullopt;
    }
    SubgraphOptions options;
    options.edges = *filter;
    options.edges.with_denied = true; // the writer leaves denied edges out, or marks them
    options.reaches_over_denied = flags.filter.with_denied;
    options.depth = flags.depth;
    options.top = flags.top;
    options.with_idle = !narrows_edges(flags.filter);
    for (const std::string& name : flags.around) {
        const auto actor = choose_actor(graph, name, exit_code);
        if (!actor) {
            return std::nullopt;
        }
        options.around.push_back(*actor);
    }
    if (!flags.redact.empty() && !add_redactions(flags, graph, options, exit_code)) {
        return std::nullopt;
    }
    return options;
}

} // namespace actorgraph
