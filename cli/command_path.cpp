#include "cli/command.hpp"
#include "export/path_answer.hpp"
#include "graph/queries.hpp"

#include <iostream>

namespace actorgraph {
namespace {

struct PathFlags : SharedFlags {
    std::vector<std::string> words; ///< sources, then the two names
    bool with_denied = false;
};

/// Names the nearest miss: edges of either that were left out because they are only denied.
void explain_miss(const CaseGraph& graph, std::uint32_t from, std::uint32_t to) {
    std::cerr << graph.actors()[from].name << " and " << graph.actors()[to].name
              << " are not connected by anything these documents assert or allege\n";
    PathOptions options;
    options.with_denied = true;
    if (const auto path = shortest_path(graph, from, to, options)) {
        std::cerr << "they are once denied claims count (--with-denied): " << path->size() << " hops\n";
    }
}

int run(const PathFlags& flags) {
    if (flags.words.size() < 3) {
        std::cerr << "path needs documents or a graph, and two names\n"
                     "  hint: actorgraph path articles/ \"Ana Reyes\" \"Bo Li\"\n";
        return exit_usage;
    }
    const std::vector<std::string> sources(flags.words.begin(), flags.words.end() - 2);
    OpenCase opened = open_case(sources, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    int exit_code = exit_done;
    const auto from = choose_actor(opened.graph, flags.words[flags.words.size() - 2], exit_code);
    const auto to = choose_actor(opened.graph, flags.words.back(), exit_code);
    if (!from || !to) {
        return exit_code;
    }
    PathOptions options;
    options.with_denied = flags.with_denied;
    const auto path = shortest_path(opened.graph, *from, *to, options);
    if (flags.format == "json") {
        write_path_json(opened.graph, *from, *to, path, std::cout);
    } else if (path) {
        std::cout << path_text(opened.graph, *path);
    }
    if (!path) {
        explain_miss(opened.graph, *from, *to);
        return exit_no_answer;
    }
    return opened.exit_code;
}

} // namespace

std::function<int()> add_path(CLI::App& app) {
    auto* command =
        app.add_subcommand("path", "How two actors are connected, with the quotes that prove each hop");
    auto flags = std::make_shared<PathFlags>();
    command->add_option("words", flags->words, "Documents, folders or one graph .json, then two names")
        ->required()
        ->type_name("SOURCE... FROM TO");
    command->add_flag("--with-denied", flags->with_denied, "Also walk claims that are denied or negated");
    add_format_flag(*command, *flags);
    add_case_flags(*command, *flags);
    command->footer("Examples:\n  actorgraph path articles/ \"Ana Reyes\" \"Bo Li\"\n"
                    "  actorgraph path case.json Reyes Li --format json");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
