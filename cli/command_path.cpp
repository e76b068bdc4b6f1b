#include "cli/question.hpp"
#include "export/edge_card.hpp"
#include "export/path_answer.hpp"

#include <iostream>

namespace actorgraph {
namespace {

constexpr const char* example = "actorgraph path articles/ \"Ana Reyes\" \"Bo Li\"";

struct PathFlags : SharedFlags {
    std::vector<std::string> words;
    FilterFlags filter;
    std::vector<std::string> via, avoid, through;
    std::size_t count = 1;
    std::size_t most_hops = 0;
    bool all_shortest = false;
    bool is_weighted = false;
    bool with_attributes = false;
};

/// Actors that names stand for; nothing after a name that stands for none or several.
std::optional<std::vector<std::uint32_t>> actors_named(const CaseGraph& graph, const std::vector<std::string>& names,
                                                       int& exit_code) {
    std::vector<std::uint32_t> actors;
    for (const std::string& name : names) {
        const auto actor = choose_actor(graph, name, exit_code);
        if (!actor) {
            return std::nullopt;
        }
        actors.push_back(*actor);
    }
    return actors;
}

std::optional<PathOptions> options_of(const PathFlags& flags, const CaseGraph& graph, int& exit_code) {
    constexpr std::uint32_t cheap_step = 4;
    const auto filter = filter_of(flags.filter);
    exit_code = exit_usage;
    const auto via = actors_named(graph, flags.via, exit_code);
    const auto avoid = actors_named(graph, flags.avoid, exit_code);
    if (!filter || !via || !avoid) {
        return std::nullopt;
    }
    PathOptions options;
    options.edges = *filter;
    options.via = *via;
    options.avoid = *avoid;
    options.through = flags.through;
    options.count = flags.count;
    options.most_hops = flags.most_hops;
    options.all_shortest = flags.all_shortest;
    options.with_attributes = flags.with_attributes;
    options.costs.step = flags.is_weighted ? cheap_step : options.costs.step;
    return options;
}

/// What would join the two if more were let in.
void explain_miss(const CaseGraph& graph, std::uint32_t from, std::uint32_t to, const PathOptions& asked) {
    std::cerr << graph.actors()[from].name << " and " << graph.actors()[to].name << " are not connected by anything "
              << (asked.edges.status == StatusFilter::asserted ? "these documents assert\n"
                                                               : "these documents assert or allege\n");
    struct Looser {
        const char* what;
        PathOptions options;
    };
    std::vector<Looser> looser(3, {"", asked});
    looser[0].what = "once alleged, planned and other unsure claims count (--status any)";
    looser[0].options.edges.status = StatusFilter::any;
    looser[1].what = "once denied claims count too (--with-denied --status any)";
    looser[1].options.edges.status = StatusFilter::any;
    looser[1].options.edges.with_denied = true;
    looser[2].what = "over places and countries they share (--with-attributes)";
    looser[2].options.with_attributes = true;
    for (const Looser& one : looser) {
        if (const auto path = shortest_path(graph, from, to, one.options)) {
            std::cerr << "they are " << one.what << ": " << counted(path->size(), "hop") << '\n';
            return;
        }
    }
}

int run(const PathFlags& flags) {
    auto opened = open_question(flags.words, 2, flags, example);
    if (const int* exit_code = std::get_if<int>(&opened)) {
        return *exit_code;
    }
    const Question& question = std::get<Question>(opened);
    int exit_code = exit_done;
    const auto options = options_of(flags, question.graph, exit_code);
    if (!options) {
        return exit_code;
    }
    const auto [from, to] = std::pair{question.actors[0], question.actors[1]};
    const PathAnswer answer{question.graph, from, to, find_paths(question.graph, from, to, *options)};
    if (flags.format != "text" || !answer.paths.empty()) {
        find_path_format(flags.format)->write(answer, std::cout);
    }
    if (answer.paths.empty()) {
        explain_miss(question.graph, from, to, *options);
        return exit_no_answer;
    }
    return question.exit_code;
}

} // namespace

std::function<int()> add_path(CLI::App& app) {
    auto* command =
        app.add_subcommand("path", "How two actors are connected, with the quotes that prove each hop");
    auto flags = std::make_shared<PathFlags>();
    add_question_words(*command, flags->words, "FROM TO");
    command->add_option("-k", flags->count, "How many paths, best first")->check(CLI::Range(1, 1000))->capture_default_str();
    command->add_flag("--all-shortest", flags->all_shortest, "Every path of fewest hops");
    command->add_option("--max-hops", flags->most_hops, "None longer than this")->type_name("N");
    command->add_flag("--weighted", flags->is_weighted, "Let a longer chain of close, well-sourced ties come first");
    command->add_option("--via", flags->via, "Pass this actor (repeat for several, in order)")->type_name("NAME");
    command->add_option("--avoid", flags->avoid, "Leave this actor out")->type_name("NAME");
    command->add_option("--through", flags->through, "Types of the actors between")
        ->delimiter(',')->check(CLI::IsMember({"person", "organization", "account"}));
    command->add_flag("--with-attributes", flags->with_attributes, "Also hop over places and citizenships");
    command->add_option("--format", flags->format, "Form of the answer")
        ->check(CLI::IsMember(path_format_names()))->capture_default_str();
    add_filter_flags(*command, flags->filter, "alleged");
    add_case_flags(*command, *flags);
    command->footer("Examples:\n  actorgraph path articles/ \"Ana Reyes\" \"Bo Li\"\n"
                    "  actorgraph path case.json Reyes Li -k 3 --without criticized --as-of 2021-05\n"
                    "  actorgraph path case.json Reyes Li --format html > answer.html");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
