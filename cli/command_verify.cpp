#include "cli/case_command.hpp"
#include "store/verify.hpp"

#include <fmt/core.h>

#include <iostream>

namespace actorgraph {
namespace {

struct VerifyFlags {
    std::string case_file;
};

int run(const VerifyFlags& flags) {
    if (!is_case_or_explained(flags.case_file)) {
        return std::filesystem::exists(flags.case_file) ? exit_damaged : exit_usage;
    }
    const Verdict verdict = verify_case(flags.case_file);
    for (const std::string& fault : verdict.faults) {
        std::cerr << flags.case_file << ": error: " << fault << '\n';
    }
    if (!verdict.faults.empty()) {
        std::cerr << "  hint: take a copy made before, or ingest the documents into a new case file\n";
        return exit_damaged;
    }
    fmt::print("{}: sound; {} documents, {:.1f} MB of text\n", flags.case_file, verdict.documents,
               static_cast<double>(verdict.text_bytes) / 1e6);
    return exit_done;
}

} // namespace

std::function<int()> add_verify(CLI::App& app) {
    auto* command = app.add_subcommand("verify", "Recompute every checksum of a case file");
    auto flags = std::make_shared<VerifyFlags>();
    command->add_option("case", flags->case_file, "Case file")->required()->type_name("CASE");
    command->footer("Example:\n  actorgraph verify case.db");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
