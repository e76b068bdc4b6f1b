#include "cli/command.hpp"
#include "cli/graph_output.hpp"

namespace actorgraph {
namespace {

struct ExtractFlags : SharedFlags {
    std::vector<std::string> paths;
    OutputFlags output;
};

} // namespace

std::function<int()> add_extract(CLI::App& app) {
    auto* command = app.add_subcommand("extract", "Read documents and write their graph or facts");
    auto flags = std::make_shared<ExtractFlags>();
    command->add_option("paths", flags->paths, "Files, folders, case files, - for standard input, or one graph (.json, .graphml)")
        ->required()->type_name("PATH");
    add_output_flags(*command, flags->output);
    add_case_flags(*command, *flags);
    command->footer("Examples:\n  actorgraph extract articles/ -o case.graphml\n"
                    "  actorgraph extract a.txt b.txt -f json -o case.json\n"
                    "  actorgraph extract case.json --around \"Ana Reyes\" --depth 2 -o near.gexf\n"
                    "  cat rows.jsonl | actorgraph extract - -f facts");
    return [command, flags] { return command->parsed() ? write_sources(flags->paths, *flags, flags->output) : -1; };
}

} // namespace actorgraph
