#include "cli/command.hpp"
#include "extractor/relate.hpp"

#include <fmt/core.h>

#include <algorithm>

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
    return rules ? finish({}, *rules, "lint") : exit_usage;
}

int test(const SharedFlags& flags) {
    const auto rules = open_rules(flags);
    return rules ? finish(check_rules(*rules), *rules, "test") : exit_usage;
}

} // namespace

std::function<int()> add_rules(CLI::App& app) {
    auto* command = app.add_subcommand("rules", "Check the rules");
    command->require_subcommand(1);
    auto flags = std::make_shared<SharedFlags>();
    auto* test_command = command->add_subcommand("test", "Run the finds and ignores of every rule");
    auto* lint_command = command->add_subcommand("lint", "Load the rules and list every problem");
    add_rule_flags(*test_command, *flags);
    add_rule_flags(*lint_command, *flags);
    command->footer("Examples:\n  actorgraph rules test\n  actorgraph rules lint --rules my-rules/");
    return [test_command, lint_command, flags] {
        return test_command->parsed()   ? test(*flags)
               : lint_command->parsed() ? lint(*flags)
                                        : -1;
    };
}

} // namespace actorgraph
