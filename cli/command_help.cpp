#include "cli/command.hpp"
#include "cli/completion.hpp"
#include "cli/manual.hpp"
#include "cli/mistake.hpp"
#include "cli/settings.hpp"

#include <iostream>

namespace actorgraph {
namespace {

struct HelpFlags {
    std::vector<std::string> words;
    bool as_manual = false;
};

int run(CLI::App& program, const HelpFlags& flags) {
    if (flags.as_manual) {
        write_manual(program, std::cout);
        return exit_done;
    }
    const CLI::App& command = command_named(program, flags.words);
    if (&command == &program && !flags.words.empty()) {
        std::cerr << explain_mistake(program, flags.words, CLI::CallForHelp()) << '\n';
        return exit_usage;
    }
    const Pager pager;
    std::cout << command.get_formatter()->make_help(&command, "actorgraph", CLI::AppFormatMode::Normal);
    return exit_done;
}

} // namespace

std::function<int()> add_help(CLI::App& app) {
    auto* command = app.add_subcommand("help", "What a command does, with its flags and examples");
    auto flags = std::make_shared<HelpFlags>();
    command->add_option("command", flags->words, "The command; none: the list of all")->type_name("COMMAND");
    command->add_flag("--man", flags->as_manual, "The man page of all commands, in roff");
    command->footer("Examples:\n  actorgraph help path\n  actorgraph help --man | man -l -");
    return [command, flags] { return command->parsed() ? run(*command->get_parent(), *flags) : -1; };
}

std::function<int()> add_completion(CLI::App& app) {
    auto* command = app.add_subcommand("completion", "A script that completes commands and flags in a shell");
    auto shell = std::make_shared<std::string>();
    std::vector<std::string> shells;
    for (const Completion& one : completions()) {
        shells.emplace_back(one.shell);
    }
    command->add_option("shell", *shell, "Which shell")->required()->check(CLI::IsMember(shells));
    command->footer("Examples:\n  source <(actorgraph completion bash)\n"
                    "  actorgraph completion fish > ~/.config/fish/completions/actorgraph.fish");
    return [command, shell]() -> int {
        for (const Completion& one : completions()) {
            if (command->parsed() && *shell == one.shell) {
                one.write(*command->get_parent(), std::cout);
                return exit_done;
            }
        }
        return -1;
    };
}

} // namespace actorgraph
