#include "cli/case_command.hpp"
#include "cli/ingest_inputs.hpp"
#include "store/case_writer.hpp"

#include <fmt/core.h>

#include <iostream>

namespace actorgraph {
namespace {

struct RemoveFlags {
    std::string case_file;
    std::vector<std::string> names;
    double wait = 10;
};

int run(const RemoveFlags& flags) {
    if (!is_case_or_explained(flags.case_file)) {
        return exit_usage;
    }
    CaseWriter writer(flags.case_file, "remove", "", patience_of(flags.wait));
    std::size_t gone = 0;
    int exit_code = exit_done;
    for (const std::string& name : flags.names) {
        std::size_t count = writer.remove(name);
        count = count > 0 ? count : writer.remove(input_key(name));
        if (count == 0) {
            std::cerr << "nothing called '" << name << "' is in this case\n"
                      << "  hint: actorgraph documents " << flags.case_file << '\n';
            exit_code = exit_no_answer;
        }
        gone += count;
    }
    const std::string summary = fmt::format("{} documents removed", gone);
    writer.finish(summary);
    fmt::print(stderr, "{}: {}\n", flags.case_file, summary);
    return exit_code;
}

} // namespace

std::function<int()> add_remove(CLI::App& app) {
    auto* command = app.add_subcommand("remove", "Take documents and all they said out of a case file");
    auto flags = std::make_shared<RemoveFlags>();
    command->add_option("case", flags->case_file, "Case file")->required()->type_name("CASE");
    command->add_option("names", flags->names, "Paths, document ids, or beginnings of a SHA-256")->required()->type_name("NAME");
    add_wait_flag(*command, flags->wait);
    command->footer("Example:\n  actorgraph remove case.db articles/withdrawn.txt");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
