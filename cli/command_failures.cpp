#include "cli/case_command.hpp"
#include "store/case_reader.hpp"

namespace actorgraph {
namespace {

struct FailuresFlags : SharedFlags {
    std::string case_file;
};

void write_row(JsonWriter& json, const StoredFailure& one) {
    json.begin_object().key("path").value(one.path).key("line").value(one.problem.line);
    json.key("column").value(one.problem.column).key("reason").value(one.problem.message);
    json.key("hint").value(one.problem.hint).end_object();
}

int run(const FailuresFlags& flags) {
    if (!is_case_or_explained(flags.case_file)) {
        return exit_usage;
    }
    const auto failures = CaseReader(flags.case_file).failures();
    show({{{"failures", failures.size(),
            [&](JsonWriter& json, std::size_t row) { write_row(json, failures[row]); }}},
          [&](std::ostream& out, const Ink&) {
              for (const StoredFailure& one : failures) {
                  out << to_text(one.problem) << '\n';
              }
          }},
         flags.format);
    return exit_done;
}

} // namespace

std::function<int()> add_failures(CLI::App& app) {
    auto* command = app.add_subcommand("failures", "List what an ingest into a case file refused, and why");
    auto flags = std::make_shared<FailuresFlags>();
    command->add_option("case", flags->case_file, "Case file")->required()->type_name("CASE");
    add_answer_format(*command, flags->format);
    command->footer("Examples:\n  actorgraph failures case.db\n  actorgraph ingest case.db --retry-failed");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
