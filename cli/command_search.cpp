#include "cli/question.hpp"
#include "export/edge_card.hpp"
#include "graph/find_actor.hpp"

#include <iostream>

namespace actorgraph {
namespace {

struct SearchFlags : SharedFlags {
    std::vector<std::string> words; ///< sources, then what to look for
    std::size_t count = 20;
};

void write_text(const CaseGraph& graph, const std::vector<std::uint32_t>& found, std::ostream& out, const Ink& ink) {
    for (const std::uint32_t number : found) {
        const Actor& actor = graph.actors()[number];
        out << ink.bold(actor.name) << " (" << actor.type << ")  " << actor.id << "  "
            << counted(actor.mentions, "mention") << " in " << counted(actor.documents.size(), "document");
        for (std::size_t i = 0; i < actor.aliases.size(); ++i) {
            out << (i == 0 ? "; also " : ", ") << actor.aliases[i];
        }
        out << '\n';
    }
}

int run(const SearchFlags& flags) {
    if (flags.words.size() < 2) {
        std::cerr << "search needs documents, a case or a graph, and a name\n  hint: actorgraph search articles/ reyes\n";
        return exit_usage;
    }
    const OpenCase opened = open_case({flags.words.begin(), flags.words.end() - 1}, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    const auto found = search_actors(opened.graph, flags.words.back(), flags.count);
    const Answer answer{{actor_rows("actors", opened.graph, found)}, [&](std::ostream& out, const Ink& ink) {
                            write_text(opened.graph, found, out, ink);
                        }};
    return tell(answer, flags.format, opened.exit_code,
                "no actor is called anything like '" + flags.words.back() + "'");
}

} // namespace

std::function<int()> add_search(CLI::App& app) {
    auto* command = app.add_subcommand("search", "Actors by name, part of a name, or a name slightly misspelt");
    auto flags = std::make_shared<SearchFlags>();
    command->add_option("words", flags->words, "Documents, folders, a case or one graph .json, then a name")
        ->required()->type_name("SOURCE... NAME");
    command->add_option("-n", flags->count, "How many")->capture_default_str();
    add_answer_format(*command, flags->format);
    add_case_flags(*command, *flags);
    command->footer("Example:\n  actorgraph search articles/ reyes");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
