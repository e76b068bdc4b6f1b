#include "cli/case_command.hpp"
#include "cli/engine.hpp"
#include "cli/flag_text.hpp"
#include "cli/settings.hpp"
#include "extractor/readers/reader_check.hpp"
#include "store/case_reader.hpp"
#include "store/store_check.hpp"
#include "store/store_failure.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

#include <unistd.h>

namespace actorgraph {
namespace {

namespace fs = std::filesystem;

struct DoctorFlags : SharedFlags {
    std::string case_file;
};

/// One thing looked at; `advice` says what to do when it is not fine.
struct Finding {
    std::string what;
    bool is_fine = true;
    std::string found;
    std::string advice;
};

Finding program() {
    return {"program", true,
            fmt::format("actorgraph " ACTORGRAPH_VERSION ", engine {:.16}, {} processors", program_stamp,
                        std::thread::hardware_concurrency()),
            ""};
}

std::size_t files_ending(const fs::path& folder, const char* extension) {
    std::error_code failure;
    std::size_t count = 0;
    for (fs::recursive_directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
        count += at->path().extension() == extension ? 1 : 0;
    }
    return count;
}

void look_at_rules(const SharedFlags& flags, std::vector<Finding>& findings) {
    const fs::path folder = rules_folder(flags);
    const auto begun = std::chrono::steady_clock::now();
    const Result<Rulebook> rules = load_rulebook(folder);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    if (!rules) {
        const Diagnostics& problems = rules.problems();
        findings.push_back({"rules", false, to_text(problems.front()),
                            problems.size() > 1 ? fmt::format("mend this and {} more: actorgraph rules lint --rules {}",
                                                              problems.size() - 1, folder.string())
                                                : "mend it: actorgraph rules lint --rules " + folder.string()});
        return;
    }
    findings.push_back({"rules", true,
                        fmt::format("{}: {} relations, {} rules, {} cues, version {:.12}, loaded in {:.2f} s",
                                    folder.string(), rules.value().relations.size(), rules.value().relation_rules.size(),
                                    rules.value().status_cues.size(), rules_version(folder), took.count()),
                        ""});
    const std::size_t entries = rules.value().lexicon.size();
    findings.push_back({"lexicon", entries > 0,
                        fmt::format("{} entries in {} tables", entries, files_ending(folder / "lexicon", ".tsv")),
                        entries > 0 ? "" : "no names can be known; copy rules/lexicon into the folder"});
}

void look_at_settings(const CLI::App& app, std::vector<Finding>& findings) {
    const std::string file = settings_file();
    const Diagnostics problems = check_settings(app);
    for (const Diagnostic& problem : problems) {
        findings.push_back({"settings", false, to_text({problem.severity, problem.file, problem.line, problem.column,
                                                        problem.message, ""}),
                            problem.hint});
    }
    if (problems.empty()) {
        findings.push_back({"settings", true, file.empty() ? "no actorgraph.toml here" : file, ""});
    }
    std::string set;
    for (char** one = environ; *one != nullptr; ++one) {
        const std::string variable = *one;
        if (variable.starts_with("ACTORGRAPH_")) {
            set += (set.empty() ? "" : ", ") + variable.substr(0, variable.find('='));
        }
    }
    findings.push_back({"environment", true, set.empty() ? "sets nothing" : set, ""});
}

void look_at_folder(const fs::path& folder, std::vector<Finding>& findings) {
    const StoreCheck check = check_store(folder);
    findings.push_back({"this folder", check.fault.empty(),
                        fs::absolute(folder).lexically_normal().string() + ": " +
                            (check.fault.empty() ? "a case can be written; " + check.settings : check.fault),
                        check.hint});
    findings.push_back({"store libraries", true, check.libraries, ""});
}

void look_at_case(const std::string& path, std::vector<Finding>& findings) {
    try {
        const auto counts = CaseReader(path).counts();
        findings.push_back({"case", true,
                            fmt::format("{}: {} documents, {:.1f} MB of text, {:.1f} MB on disk", path,
                                        counts.at("documents"), static_cast<double>(counts.at("text_bytes")) / 1e6,
                                        static_cast<double>(counts.at("file_bytes")) / 1e6),
                            ""});
        const bool is_writable = access(path.c_str(), W_OK) == 0;
        if (!is_writable) {
            findings.push_back({"case", false, path + ": you may read it but not write to it",
                                "change its owner or its permissions"});
        }
    } catch (const StoreFailure& failure) {
        findings.push_back({"case", false, failure.what(), failure.hint()});
    }
}

void write_text(const std::vector<Finding>& findings, std::ostream& out, const Ink& ink) {
    for (const Finding& one : findings) {
        out << (one.is_fine ? ink.bold("ok  ") : ink.red("BAD ")) << fmt::format("{:<18}", one.what) << one.found << '\n';
        if (!one.is_fine) {
            out << fmt::format("{:<22}{}\n", "", ink.bold("do: " + one.advice));
        }
    }
}

int run(const CLI::App& app, const DoctorFlags& flags) {
    std::vector<Finding> findings{program()};
    look_at_rules(flags, findings);
    look_at_settings(app, findings);
    look_at_folder(".", findings);
    if (!flags.case_file.empty()) {
        look_at_case(flags.case_file, findings);
    }
    const ReaderCheck readers = check_readers();
    findings.push_back({"reader libraries", true, readers.libraries, ""});
    findings.push_back({"child processes", readers.fault.empty(),
                        readers.fault.empty() ? "work; each may use " + readers.limits : readers.fault, readers.hint});
    show({{{"checks", findings.size(),
            [&](JsonWriter& json, std::size_t row) {
                const Finding& one = findings[row];
                json.begin_object().key("check").value(one.what).key("is_fine").value(one.is_fine);
                json.key("found").value(one.found).key("advice").value(one.advice).end_object();
            }}},
          [&](std::ostream& out, const Ink& ink) { write_text(findings, out, ink); }},
         flags.format);
    const bool is_fine = std::all_of(findings.begin(), findings.end(), [](const Finding& one) { return one.is_fine; });
    return is_fine ? exit_done : exit_no_answer;
}

} // namespace

std::function<int()> add_doctor(CLI::App& app) {
    auto* command = app.add_subcommand("doctor", "Look whether everything that actorgraph needs is in order here");
    auto flags = std::make_shared<DoctorFlags>();
    command->add_option("case", flags->case_file, "Also look at this case file")->type_name("CASE");
    add_rule_flags(*command, *flags);
    add_answer_format(*command, flags->format);
    command->footer("Examples:\n  actorgraph doctor\n  actorgraph doctor case.db --format json");
    return [command, flags] { return command->parsed() ? run(*command->get_parent(), *flags) : -1; };
}

} // namespace actorgraph
