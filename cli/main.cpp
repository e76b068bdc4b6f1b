#include "cli/case_command.hpp"
#include "store/store_failure.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <exception>
#include <iostream>
#include <string>

namespace actorgraph {
namespace {

constexpr std::array commands{
    Command{"extract", add_extract},     Command{"path", add_path},
    Command{"neighbors", add_neighbors}, Command{"top", add_top},
    Command{"stats", add_stats},         Command{"explain", add_explain},
    Command{"rules", add_rules},         Command{"who-says", add_who_says},
    Command{"timeline", add_timeline},   Command{"search", add_search},
    Command{"common", add_common},       Command{"communities", add_communities},
    Command{"components", add_components}, Command{"bridges", add_bridges},
    Command{"diff", add_diff},           Command{"ingest", add_ingest},
    Command{"watch", add_watch},         Command{"export", add_export},
    Command{"documents", add_documents}, Command{"failures", add_failures},
    Command{"remove", add_remove},       Command{"merge", add_merge},
    Command{"verify", add_verify},       Command{"sources", add_sources},
};

std::size_t letters_in_common(std::string_view a, std::string_view b) {
    std::size_t count = 0;
    std::size_t at = 0;
    for (const char c : a) {
        const auto found = b.find(c, at);
        if (found != std::string_view::npos) {
            ++count;
            at = found + 1;
        }
    }
    return count;
}

/// A mistyped command gets the nearest one named.
void suggest(const std::string& word) {
    const auto* best = std::max_element(
        commands.begin(), commands.end(), [&](const Command& a, const Command& b) {
            return letters_in_common(word, a.name) < letters_in_common(word, b.name);
        });
    if (letters_in_common(word, best->name) * 2 >= word.size()) {
        std::cerr << "  did you mean '" << best->name << "'?\n";
    }
}

int run(int argc, char** argv) {
    CLI::App app{"Documents in, a graph of who is connected with whom out", "actorgraph"};
    app.set_version_flag("--version", "actorgraph " ACTORGRAPH_VERSION);
    app.require_subcommand(1);
    app.footer("Examples:\n  actorgraph extract articles/ -o case.graphml\n"
               "  actorgraph path articles/ \"Ana Reyes\" \"Bo Li\"\n"
               "  actorgraph explain article.txt");
    std::vector<std::function<int()>> runs;
    for (const Command& command : commands) {
        runs.push_back(command.add(app));
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        const bool is_known = argc > 1 && std::any_of(commands.begin(), commands.end(), [&](const Command& c) {
            return std::string_view(c.name) == argv[1];
        });
        if (code != 0 && argc > 1 && !is_known) {
            suggest(argv[1]);
        }
        return code == 0 ? exit_done : exit_usage;
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
