#include "cli/command.hpp"
#include "export/facts_line.hpp"
#include "export/formats.hpp"

#include <fmt/core.h>

#include <filesystem>

namespace actorgraph {
namespace {

struct ExtractFlags : SharedFlags {
    std::vector<std::string> paths;
    std::string output = "-";
    std::string output_format;
    bool with_denied = false;
};

/// `-f`, else what the extension of the output says, else GraphML; empty when unknown.
std::string chosen_format(const ExtractFlags& flags) {
    if (!flags.output_format.empty()) {
        return flags.output_format;
    }
    for (const ExportFormat& format : export_formats()) {
        if (flags.output.ends_with(format.extension)) {
            return std::string(format.name);
        }
    }
    return flags.output.ends_with(".jsonl") ? "facts" : "graphml";
}

void summarise(const ExtractFlags& flags, const CaseReport& report, const std::string& graph) {
    if (!flags.is_quiet) {
        fmt::print(stderr, "{} documents ({:.1f} MB){}\n", report.documents,
                   static_cast<double>(report.bytes) / 1e6, graph);
    }
}

/// One line a document, written as soon as it is read.
int extract_facts_lines(const ExtractFlags& flags, const Rulebook& rules) {
    CaseReport report;
    const bool is_written = write_output(flags.output, [&](std::ostream& out) {
        report = read_case(flags.paths, rules, flags,
                           [&out](const DocumentFacts& facts) { write_facts_line(facts, out); });
    });
    summarise(flags, report, "");
    return is_written ? exit_code_of(report) : exit_output;
}

int extract_graph(const ExtractFlags& flags, const Rulebook& rules, const ExportFormat& format) {
    std::vector<DocumentFacts> facts;
    const CaseReport report = read_case(flags.paths, rules, flags, [&facts](DocumentFacts one) {
        facts.push_back(without_text(std::move(one)));
    });
    const CaseGraph graph = graph_of(facts, rules);
    ExportOptions options;
    options.with_denied = flags.with_denied;
    const bool is_written = write_output(
        flags.output, [&](std::ostream& out) { format.write(graph, options, out); });
    summarise(flags, report,
              fmt::format(", {} actors, {} edges", graph.actors().size(), graph.edges().size()));
    return is_written ? exit_code_of(report) : exit_output;
}

int run(const ExtractFlags& flags) {
    const auto rules = open_rules(flags);
    if (!rules) {
        return exit_usage;
    }
    const std::string format = chosen_format(flags);
    return format == "facts" ? extract_facts_lines(flags, *rules)
                             : extract_graph(flags, *rules, *find_format(format));
}

} // namespace

std::function<int()> add_extract(CLI::App& app) {
    auto* command = app.add_subcommand("extract", "Read documents and write their graph or facts");
    auto flags = std::make_shared<ExtractFlags>();
    command->add_option("paths", flags->paths, "Files, folders or - for standard input")->required();
    command->add_option("-o,--output", flags->output, "Output file, - for standard output")
        ->capture_default_str();
    std::vector<std::string> names{"facts"};
    for (const ExportFormat& format : export_formats()) {
        names.emplace_back(format.name);
    }
    command->add_option("-f,--output-format", flags->output_format, "graphml, json (node-link) or facts (JSON lines)")
        ->check(CLI::IsMember(names));
    command->add_flag("--with-denied", flags->with_denied, "Keep claims that are denied or negated");
    add_case_flags(*command, *flags);
    command->footer("Examples:\n  actorgraph extract articles/ -o case.graphml\n"
                    "  actorgraph extract a.txt b.txt -f json -o case.json\n"
                    "  cat rows.jsonl | actorgraph extract - -f facts");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
