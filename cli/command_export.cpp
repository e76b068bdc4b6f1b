#include "cli/case_command.hpp"
#include "cli/graph_output.hpp"

namespace actorgraph {
namespace {

struct ExportFlags : SharedFlags {
    std::string case_file;
    OutputFlags output;
};

} // namespace

std::function<int()> add_export(CLI::App& app) {
    auto* command = app.add_subcommand("export", "Write the graph or the facts of a case file");
    auto flags = std::make_shared<ExportFlags>();
    command->add_option("case", flags->case_file, "Case file")->required()->type_name("CASE");
    add_output_flags(*command, flags->output);
    add_case_flags(*command, *flags);
    command->footer("Examples:\n  actorgraph export case.db -o case.graphml\n"
                    "  actorgraph export case.db -f facts -o facts.jsonl\n"
                    "  actorgraph export case.db --since 2021 --redact names.txt -o part.graphml");
    return [command, flags] {
        return !command->parsed()                      ? -1
               : is_case_or_explained(flags->case_file)
                   ? write_sources({flags->case_file}, *flags, flags->output)
                   : exit_usage;
    };
}

} // namespace actorgraph
