#include "cli/graph_output.hpp"

#include "export/facts_line.hpp"
#include "export/formats.hpp"

#include <fmt/core.h>


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
    return flags.output.ends_with(".jsonl") ? "facts" : "graphml";
}

void summarise(const SharedFlags& shared, const CaseReport& report, const std::string& graph) {
    if (!shared.is_quiet) {
        fmt::print(stderr, "{} documents ({:.1f} MB){}\n", report.documents,
                   static_cast<double>(report.bytes) / 1e6, graph);
    }
}

/// One line a document, written as soon as it is read.
int write_facts_lines(const std::vector<std::string>& sources, const Rulebook& rules,
                      const SharedFlags& shared, const OutputFlags& flags) {
    CaseReport report;
    const bool is_written = write_output(flags.output, [&](std::ostream& out) {
        report = read_case(sources, rules, shared,
                           [&out](const DocumentFacts& facts) { write_facts_line(facts, out); });
    });
    summarise(shared, report, "");
    return is_written ? exit_code_of(report) : exit_output;
}

int write_graph(const std::vector<std::string>& sources, const Rulebook& rules, const SharedFlags& shared,
                const OutputFlags& flags, const ExportFormat& format) {
    std::vector<DocumentFacts> facts;
    const CaseReport report = read_case(sources, rules, shared, [&facts](DocumentFacts one) {
        facts.push_back(without_text(std::move(one)));
    });
    const CaseGraph graph = graph_of(facts, rules);
    ExportOptions options;
    options.with_denied = flags.with_denied;
    const bool is_written = write_output(
        flags.output, [&](std::ostream& out) { format.write(graph, options, out); });
    summarise(shared, report,
              fmt::format(", {} actors, {} edges", graph.actors().size(), graph.edges().size()));
    return is_written ? exit_code_of(report) : exit_output;
}

} // namespace

void add_output_flags(CLI::App& app, OutputFlags& flags) {
    app.add_option("-o,--output", flags.output, "Output file, - for standard output")
        ->capture_default_str();
    std::vector<std::string> names{"facts"};
    std::string summary = "facts (JSON lines)";
    for (const ExportFormat& format : export_formats()) {
        names.emplace_back(format.name);
        summary += ", " + std::string(format.name);
    }
    app.add_option("-f,--output-format", flags.format, summary)->check(CLI::IsMember(names));
    app.add_flag("--with-denied", flags.with_denied, "Keep claims that are denied or negated");
}

int write_sources(const std::vector<std::string>& sources, const SharedFlags& shared,
                  const OutputFlags& flags) {
    const auto rules = open_rules(shared);
    if (!rules) {
        return exit_usage;
    }
    const std::string format = chosen_format(flags);
    return format == "facts" ? write_facts_lines(sources, *rules, shared, flags)
                             : write_graph(sources, *rules, shared, flags, *find_format(format));
}

} // namespace actorgraph
