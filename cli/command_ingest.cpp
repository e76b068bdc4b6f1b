#include "cli/case_command.hpp"
#include "cli/ingest.hpp"
#include "cli/interrupt.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

namespace actorgraph {
namespace {

struct IngestFlags : SharedFlags {
    std::string case_file;
    std::vector<std::string> paths;
    std::string since;
    std::string acknowledge;
    bool retries_failed = false;
    double wait = 10;
};

/// Files with refusals in the case, for --retry-failed without paths.
std::vector<std::string> failed_paths(const std::string& case_file) {
    std::set<std::string> paths;
    if (std::filesystem::exists(case_file)) {
        for (const StoredFailure& failure : CaseReader(case_file).failures()) {
            paths.insert(failure.path);
        }
    }
    return {paths.begin(), paths.end()};
}

/// True when there is something to read or a case to bring up to date; otherwise says so.
bool has_work_or_explained(const IngestFlags& flags) {
    std::error_code failure;
    if (!flags.paths.empty() || std::filesystem::exists(flags.case_file, failure)) {
        return true;
    }
    print({{Severity::error, flags.case_file, 0, 0, "no such case file, and no documents to make it of",
            "name files or folders behind it: actorgraph ingest " + flags.case_file + " articles/"}});
    return false;
}

int run(const IngestFlags& flags) {
    if (!has_work_or_explained(flags)) {
        return exit_usage;
    }
    auto loaded = open_engine(flags);
    if (!loaded) {
        return exit_usage;
    }
    const bool retries_all = flags.paths.empty() && flags.retries_failed;
    auto [inputs, problems] =
        list_inputs(retries_all ? failed_paths(flags.case_file) : flags.paths);
    catch_interrupts();
    const IngestOrder order{flags.case_file, std::move(inputs), std::move(loaded->engine),
                            flags.since, flags.retries_failed, flags.reading};
    const IngestReport report =
        ingest(order, loaded->rules, {jobs_wanted(flags), flags.is_quiet, flags.acknowledge, patience_of(flags.wait)});
    print(problems);
    print(report.problems);
    if (!flags.is_quiet) {
        fmt::print(stderr, "{}: {}\n", flags.case_file, report.summary());
    }
    const bool is_partial =
        report.refused > 0 || std::any_of(problems.begin(), problems.end(), [](const Diagnostic& one) {
            return one.severity == Severity::error;
        });
    return report.was_interrupted ? exit_interrupted : is_partial ? exit_partial : exit_done;
}

} // namespace

std::function<int()> add_ingest(CLI::App& app) {
    auto* command = app.add_subcommand("ingest", "Read documents into a case file; what it holds is not read again");
    auto flags = std::make_shared<IngestFlags>();
    command->add_option("case", flags->case_file, "Case file, made when there is none")
        ->required()
        ->type_name("CASE");
    command->add_option("paths", flags->paths, "Files, folders or - for standard input; none: bring the case up to date")->type_name("PATH");
    command->add_option("--since", flags->since, "Leave out documents dated before (undated ones are read)")
        ->type_name("YYYY-MM-DD")
        ->check([](const std::string& date) {
            const bool is_date = date.size() == 10 && date[4] == '-' && date[7] == '-' &&
                                 std::all_of(date.begin(), date.end(), [](char c) {
                                     return c == '-' || (c >= '0' && c <= '9');
                                 });
            return is_date ? std::string() : "'" + date + "' is no date; write it as 2023-03-14";
        });
    command->add_flag("--retry-failed", flags->retries_failed,
                      "Read again what was refused before; without paths, all of it");
    command->add_option("--ack", flags->acknowledge, "Append a JSON line for every document that is safe in the case")
        ->type_name("FILE");
    add_wait_flag(*command, flags->wait);
    add_case_flags(*command, *flags);
    command->footer("Examples:\n  actorgraph ingest case.db articles/\n"
                    "  actorgraph ingest case.db dump.jsonl --since 2023-01-01 --ack done.jsonl\n"
                    "  actorgraph ingest case.db --retry-failed");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
