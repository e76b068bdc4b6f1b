#include "cli/graph_output.hpp"

#include "cli/case_input.hpp"
#include "cli/graph_file.hpp"
#include "export/dossier.hpp"
#include "export/facts_line.hpp"
#include "export/formats.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace actorgraph {
namespace {

/// `-f`, else what the extension of the output says, else GraphML.
std::string chosen_format(const OutputFlags& flags) {
    if (!flags.format.empty()) {
        return flags.format;
    }
    for (const ExportFormat& format : export_formats()) {
        if (flags.output.ends_with(format.extension)) {
            return std::string(format.name);
        }
    }
    if (flags.output.ends_with(".html")) {
        return "html"; // built without: told as such
    }
    return flags.output.ends_with(".jsonl") ? "facts" : "graphml";
}

void summarise(const SharedFlags& shared, const CaseReport& report, const std::string& graph) {
    if (!shared.is_quiet) {
        const auto megabytes = static_cast<double>(report.bytes) / 1e6;
        fmt::print(stderr, "{} documents ({:.1f} MB){}\n", report.documents, megabytes, graph);
    }
}

/// One line a document, written as soon as it is read.
int write_facts_lines(const std::vector<std::string>& sources, const Rulebook& rules,
                      const SharedFlags& shared, const OutputFlags& flags) {
    CaseReport report;
    const double least = flags.part.filter.min_confidence.value_or(0.0); // facts are whole unless the user says so
    const bool is_written = write_output(flags.output, [&](std::ostream& out) {
        report = read_case(sources, rules, shared, [&](DocumentFacts facts) {
            std::erase_if(facts.claims, [&](const Claim& claim) { return claim.confidence < least; });
            write_facts_line(facts, out);
        });
    });
    summarise(shared, report, "");
    return is_written ? exit_code_of(report) : exit_output;
}

/// The graph of the sources and how the reading went.
struct ReadGraph {
    CaseGraph graph;
    CaseReport report;
    int exit_code = exit_done;
    bool is_read = true; ///< false: the reason was printed, leave with exit_code
};

ReadGraph read_graph_file(const std::string& path) {
    OpenCase opened = open_graph_file(path);
    ReadGraph result;
    result.graph = std::move(opened.graph);
    result.exit_code = opened.exit_code;
    result.is_read = opened.is_open;
    return result;
}

ReadGraph read_graph(const std::vector<std::string>& sources, const Rulebook& rules, const SharedFlags& shared) {
    ReadGraph result;
    const CaseInput input = read_case_input(sources, rules, shared, result.report);
    result.graph = link_case(input, rules).graph;
    result.exit_code = exit_code_of(result.report);
    return result;
}

SubgraphFlags without_confidence(SubgraphFlags flags) {
    flags.filter.min_confidence.reset();
    return flags;
}

bool has_unsure_edges(const CaseGraph& graph, const FilterFlags& flags) {
    EdgeFilter filter;
    filter.min_confidence = flags.min_confidence.value_or(default_min_confidence);
    return std::any_of(graph.edges().begin(), graph.edges().end(),
                       [&](const ActorEdge& edge) { return !passes(edge, filter); });
}

int write_graph(ReadGraph read, const SharedFlags& shared, const OutputFlags& flags) {
    const ExportFormat& format = *find_format(chosen_format(flags));
    if (!read.is_read) {
        return read.exit_code;
    }
    if (narrows(flags.part) || has_unsure_edges(read.graph, flags.part.filter)) {
        int exit_code = exit_done;
        const auto part = subgraph_options_of(flags.part, read.graph, exit_code);
        if (!part) {
            return exit_code;
        }
        read.graph = subgraph(read.graph, *part);
    }
    ExportOptions options;
    options.with_denied = flags.part.filter.with_denied;
    const bool is_written =
        write_output(flags.output, [&](std::ostream& out) { format.write(read.graph, options, out); });
    const std::string size = fmt::format("{} actors, {} edges", read.graph.actors().size(), read.graph.edges().size());
    if (read.report.documents > 0 || shared.is_quiet) {
        summarise(shared, read.report, ", " + size);
    } else {
        fmt::print(stderr, "{}\n", size);
    }
    return is_written ? read.exit_code : exit_output;
}

} // namespace

void add_output_flags(CLI::App& app, OutputFlags& flags) {
    app.add_option("-o,--output", flags.output, "Output file, - for standard output")->type_name("FILE")
        ->capture_default_str();
    std::vector<std::string> names{"facts"};
    std::string summary = "facts (JSON lines)";
    for (const ExportFormat& format : export_formats()) {
        names.emplace_back(format.name);
        summary += ", " + std::string(format.name);
    }
    if (!has_dossier()) {
        names.emplace_back("html");
    }
    app.add_option("-f,--output-format", flags.format, summary)->check(CLI::IsMember(names));
    add_subgraph_flags(app, flags.part);
}

int write_sources(const std::vector<std::string>& sources, const SharedFlags& shared,
                  const OutputFlags& flags) {
    const std::string format = chosen_format(flags);
    if (format == "html" && !has_dossier()) {
        fmt::print(stderr, "error: this program was built without the HTML dossier\n"
                           "  hint: install npm and build again where it can fetch packages\n");
        return exit_usage;
    }
    const bool is_graph = sources.size() == 1 && is_graph_file(sources.front());
    if (format == "facts" && (is_graph || narrows(without_confidence(flags.part)))) {
        fmt::print(stderr, "error: {}\n  hint: choose a graph format with -f\n",
                   is_graph ? "a graph file holds no facts of documents" : "facts lines are written whole, not in part");
        return exit_usage;
    }
    if (is_graph) {
        return write_graph(read_graph_file(sources.front()), shared, flags);
    }
    const auto rules = mixes_graphs(sources) ? std::nullopt : open_rules(shared);
    if (!rules) {
        return exit_usage;
    }
    return format == "facts" ? write_facts_lines(sources, *rules, shared, flags)
                             : write_graph(read_graph(sources, *rules, shared), shared, flags);
}

} // namespace actorgraph
