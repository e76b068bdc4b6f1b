#include "cli/case_command.hpp"
#include "cli/help_format.hpp"
#include "cli/mistake.hpp"
#include "cli/settings.hpp"
#include "cli/who_command.hpp"
#include "store/store_failure.hpp"

#include <array>
#include <csignal>
#include <exception>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

namespace actorgraph {
namespace {

constexpr const char* reading = "Read documents";
constexpr const char* asking = "Ask";
constexpr const char* reasons = "See why";
constexpr const char* keeping = "Look after a case";
constexpr const char* program = "The program itself";

/// In the order of the help.
constexpr std::array commands{
    Command{"extract", add_extract, reading},
    Command{"ingest", add_ingest, reading},
    Command{"watch", add_watch, reading},
    Command{"merge", add_merge, reading},
    Command{"export", add_export, reading},
    Command{"path", add_path, asking},
    Command{"who-says", add_who_says, asking},
    Command{"timeline", add_timeline, asking},
    Command{"neighbors", add_neighbors, asking},
    Command{"common", add_common, asking},
    Command{"search", add_search, asking},
    Command{"top", add_top, asking},
    Command{"communities", add_communities, asking},
    Command{"components", add_components, asking},
    Command{"bridges", add_bridges, asking},
    Command{"diff", add_diff, asking},
    Command{"stats", add_stats, asking},
    Command{"explain", add_explain, reasons},
    Command{"sources", add_sources, reasons},
    Command{"why-same", add_why_same, reasons},
    Command{"rules", add_rules, reasons},
    Command{"review", add_review, keeping},
    Command{"decide", add_decide, keeping},
    Command{"documents", add_documents, keeping},
    Command{"failures", add_failures, keeping},
    Command{"remove", add_remove, keeping},
    Command{"verify", add_verify, keeping},
    Command{"doctor", add_doctor, program},
    Command{"help", add_help, program},
    Command{"completion", add_completion, program},
};

std::vector<std::function<int()>> add_commands(CLI::App& app) {
    app.set_version_flag("--version", "actorgraph " ACTORGRAPH_VERSION);
    app.require_subcommand(1);
    app.formatter(help_format()); // before the commands, which take it over
    app.footer("Examples:\n  actorgraph extract articles/ -o case.graphml\n"
               "  actorgraph path articles/ \"Ana Reyes\" \"Bo Li\"\n"
               "  actorgraph explain article.txt\n"
               "'actorgraph help COMMAND' tells the flags of a command; 'actorgraph doctor' looks whether all is in order.");
    std::vector<std::function<int()>> runs;
    for (const Command& command : commands) {
        runs.push_back(command.add(app));
        app.get_subcommand(command.name)->group(command.group != nullptr ? command.group : "Others");
    }
    return runs;
}

/// Commands that work, and help, whatever the settings say.
bool needs_no_settings(const CLI::App& command) {
    const std::string& name = command.get_name();
    return command.get_parent() == nullptr || name == "doctor" || name == "help" || name == "completion";
}

int run(int argc, char** argv) {
    CLI::App app{"Documents in, a graph of who is connected with whom out", "actorgraph"};
    const auto runs = add_commands(app);
    const std::vector<std::string> words(argv + 1, argv + argc);
    CLI::App& command = command_named(app, words);
    if (!needs_no_settings(command)) {
        if (const Diagnostics problems = apply_settings(app, command); !problems.empty()) {
            print(problems);
            return exit_usage;
        }
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& wanted) { // --help, --version
        app.exit(wanted);
        return exit_done;
    } catch (const CLI::ParseError& error) {
        std::cerr << (words.empty() ? app.help() : explain_mistake(app, words, error) + "\n");
        return exit_usage;
    }
    for (const auto& one : runs) {
        if (const int code = one(); code >= 0) {
            return code;
        }
    }
    return exit_usage;
}

int exit_code_of_fault(StoreFault fault) {
    switch (fault) {
    case StoreFault::missing: return exit_usage;
    case StoreFault::damaged:
    case StoreFault::newer: return exit_damaged;
    case StoreFault::locked: return exit_locked;
    case StoreFault::disk: return exit_output;
    }
    return exit_bug;
}

} // namespace
} // namespace actorgraph

int main(int argc, char** argv) {
    std::signal(SIGXFSZ, SIG_IGN); // a file size limit is an error of the write, not the end
    try {
        return actorgraph::run(argc, argv);
    } catch (const actorgraph::StoreFailure& failure) {
        std::cerr << "error: " << failure.what() << "\n  hint: " << failure.hint() << '\n';
        return actorgraph::exit_code_of_fault(failure.fault());
    } catch (const std::bad_alloc&) {
        std::cerr << "actorgraph: out of memory; give fewer documents at a time\n";
        return actorgraph::exit_output;
    } catch (const std::exception& error) {
        std::cerr << "actorgraph: internal error: " << error.what() << "\n  hint: please report it\n";
        return actorgraph::exit_bug;
    }
}
