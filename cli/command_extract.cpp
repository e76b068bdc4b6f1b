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
    const std::string extension = std::filesystem::path(flags.output).extension().string();
    if (extension == ".jsonl") {
        return "facts";
    }
    for (const ExportFormat& format : export_formats()) {
        if (format.extension == extension) {
            return std::string(format.name);
        }
    }
    return "graphml";
}

void write_facts(const CaseFacts& facts, std::ostream& out) {
    for (const DocumentFacts& one : facts.facts) {
        write_facts_line(one, out);
    }
}

int run(const ExtractFlags& flags) {
    const auto rules = open_rules(flags);
    if (!rules) {
        return exit_usage;
    }
    const CaseFacts facts = read_case(flags.paths, *rules, flags);
    const std::string format = chosen_format(flags);
    std::size_t actors = 0;
    std::size_t edges = 0;
    bool is_written = false;
    if (format == "facts") {
        is_written = write_output(flags.output, [&](std::ostream& out) { write_facts(facts, out); });
    } else {
        const CaseGraph graph = graph_of(facts.facts, *rules);
        actors = graph.actors().size();
        edges = graph.edges().size();
        ExportOptions options;
        options.with_denied = flags.with_denied;
        is_written = write_output(flags.output, [&](std::ostream& out) {
            find_format(format)->write(graph, options, out);
        });
    }
    if (!is_written) {
        return exit_output;
    }
    if (!flags.is_quiet) {
        const std::string graph = format == "facts" ? "" : fmt::format(", {} actors, {} edges", actors, edges);
        fmt::print(stderr, "{} documents ({:.1f} MB){}\n", facts.facts.size(),
                   static_cast<double>(facts.bytes) / 1e6, graph);
    }
    return facts.was_interrupted ? exit_interrupted : facts.has_refusals ? exit_partial : exit_done;
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
