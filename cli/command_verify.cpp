#include "cli/case_command.hpp"
#include "store/verify.hpp"

#include <fmt/core.h>

#include <iostream>

namespace actorgraph {
namespace {

struct VerifyFlags : SharedFlags {
    std::string case_file;
};

int run(const VerifyFlags& flags) {
    if (!is_case_or_explained(flags.case_file)) {
        return std::filesystem::exists(flags.case_file) ? exit_damaged : exit_usage;
    }
    const Verdict verdict = verify_case(flags.case_file);
    if (flags.format != "text") {
        show({{{"faults", verdict.faults.size(),
                [&](JsonWriter& json, std::size_t row) {
                    json.begin_object().key("fault").value(verdict.faults[row]).end_object();
                }}},
              {},
              [&](JsonWriter& json) {
                  json.key("is_sound").value(verdict.faults.empty()).key("documents").value(verdict.documents);
                  json.key("text_bytes").value(verdict.text_bytes);
              }},
             flags.format);
        return verdict.faults.empty() ? exit_done : exit_damaged;
    }
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
    add_answer_format(*command, flags->format);
    command->footer("Example:\n  actorgraph verify case.db");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
