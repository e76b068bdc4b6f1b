#include "cli/command_rules.hpp"

#include "cli/interrupt.hpp"
#include "extractor/relate.hpp"
#include "rules/rule_lint.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/core.h>
#include <thread>

namespace actorgraph {
namespace {

int finish(const Diagnostics& problems, const Rulebook& rules, const char* done) {
    print(problems);
    const auto errors = std::count_if(problems.begin(), problems.end(), [](const Diagnostic& p) {
        return p.severity == Severity::error;
    });
    if (errors > 0) {
        fmt::print(stderr, "{} of {} rules and {} cues: {} problems\n", done,
                   rules.relation_rules.size(), rules.status_cues.size(), errors);
        return exit_usage;
    }
    fmt::print("{}: {} rules and {} cues are fine\n", done, rules.relation_rules.size(),
               rules.status_cues.size());
    return exit_done;
}

int lint(const SharedFlags& flags) {
    const auto rules = open_rules(flags);
    return rules ? finish(lint_rules(*rules), *rules, "lint") : exit_usage;
}

int test(const SharedFlags& flags) {
    const auto rules = open_rules(flags);
    return rules ? finish(check_rules(*rules), *rules, "test") : exit_usage;
}

/// Newest change below a folder, and how many files there are.
std::pair<std::filesystem::file_time_type, std::size_t>
state_of(const std::filesystem::path& folder) {
    std::pair<std::filesystem::file_time_type, std::size_t> state{};
    std::error_code ignored;
    for (std::filesystem::recursive_directory_iterator it(folder, ignored), end; it != end;
         it.increment(ignored)) {
        const auto changed = it->last_write_time(ignored);
        state.first = std::max(state.first, changed);
        ++state.second;
    }
    return state;
}

/// Tests again whenever a file of the rule folder changes, until Ctrl-C.
int test_and_watch(const SharedFlags& flags) {
    const std::filesystem::path folder =
        flags.rules.empty() ? default_rules_folder() : std::filesystem::path(flags.rules);
    catch_interrupts();
    while (!was_interrupted()) {
        const auto before = state_of(folder);
        test(flags);
        fmt::print(stderr, "waiting for changes below {}; Ctrl-C ends\n", folder.string());
        std::fflush(stdout);
        while (!was_interrupted() && state_of(folder) == before) {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
        }
    }
    return exit_interrupted;
}

struct RulesFlags : SharedFlags {
    bool watch = false;
    std::string text, rule;
    std::vector<std::string> paths;
    std::size_t examples = 0;
};

} // namespace

std::function<int()> add_rules(CLI::App& app) {
    auto* command = app.add_subcommand("rules", "Check, explain and count the rules");
    command->require_subcommand(1);
    auto flags = std::make_shared<RulesFlags>();
    auto* test_command = command->add_subcommand("test", "Run the finds and ignores of every rule");
    test_command->add_flag("--watch", flags->watch, "Run again whenever a rule file changes");
    auto* lint_command = command->add_subcommand("lint", "List every problem: also patterns beyond "
                                                         "RE2's budget and rules said twice");
    auto* why_command = command->add_subcommand("why", "Say how near rules come to a text");
    why_command->add_option("text", flags->text, "A sentence, with marked mentions or without")
        ->required();
    why_command->add_option("--rule", flags->rule, "Only this rule or frame");
    auto* stats_command =
        command->add_subcommand("stats", "Count what each rule finds in documents");
    stats_command->add_option("paths", flags->paths, "Files, folders, or - for standard input")
        ->required()->type_name("PATH");
    stats_command->add_option("--examples", flags->examples, "Show so many examples a rule");
    for (auto* one : {test_command, lint_command, why_command}) {
        add_rule_flags(*one, *flags);
    }
    add_case_flags(*stats_command, *flags);
    add_answer_format(*stats_command, flags->format);
    command->footer(
        "Examples:\n  actorgraph rules test --watch --rules my-rules/\n"
        "  actorgraph rules why '[person Ana Reyes] met up at last with [person Bo Li]' "
        "--rule met_with.frame\n"
        "  actorgraph rules stats articles/ --examples 3");
    return [=] {
        if (!command->parsed()) {
            return -1;
        }
        if (test_command->parsed()) {
            return flags->watch ? test_and_watch(*flags) : test(*flags);
        }
        if (lint_command->parsed()) {
            return lint(*flags);
        }
        const auto rules = open_rules(*flags);
        if (!rules) {
            return int{exit_usage};
        }
        return why_command->parsed() ? explain_rules(*rules, flags->text, flags->rule)
                                     : count_rules(*rules, flags->paths, flags->examples, *flags);
    };
}

} // namespace actorgraph
