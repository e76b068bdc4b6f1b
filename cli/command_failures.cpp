#include "cli/case_command.hpp"
#include "export/json_writer.hpp"
#include "store/case_reader.hpp"

#include <iostream>

namespace actorgraph {
namespace {

struct FailuresFlags : SharedFlags {
    std::string case_file;
};

void write_json(const std::vector<StoredFailure>& failures) {
    JsonWriter json(std::cout, JsonWriter::Style::indented);
    json.begin_object().key("version").value(std::int64_t{1}).key("failures").begin_array();
    for (const StoredFailure& one : failures) {
        json.begin_object().key("path").value(one.path).key("line").value(one.problem.line);
        json.key("column").value(one.problem.column).key("reason").value(one.problem.message);
        json.key("hint").value(one.problem.hint).end_object();
    }
    json.end_array().end_object();
    std::cout << '\n';
}

int run(const FailuresFlags& flags) {
    if (!is_case_or_explained(flags.case_file)) {
        return exit_usage;
    }
    const auto failures = CaseReader(flags.case_file).failures();
    if (flags.format == "json") {
        write_json(failures);
        return exit_done;
    }
    for (const StoredFailure& one : failures) {
        std::cout << to_text(one.problem) << '\n';
    }
    return exit_done;
}

} // namespace

std::function<int()> add_failures(CLI::App& app) {
    auto* command = app.add_subcommand("failures", "List what an ingest into a case file refused, and why");
    auto flags = std::make_shared<FailuresFlags>();
    command->add_option("case", flags->case_file, "Case file")->required()->type_name("CASE");
    add_format_flag(*command, *flags);
    command->footer("Examples:\n  actorgraph failures case.db\n  actorgraph ingest case.db --retry-failed");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
