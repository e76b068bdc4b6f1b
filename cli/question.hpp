#pragma once

#include "cli/command.hpp"
#include "cli/filter_flags.hpp"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace actorgraph {

/// Flags that every question about named actors has.
struct QuestionFlags : SharedFlags {
    std::vector<std::string> words; ///< sources, then names
    FilterFlags filter;
};
/// `names` as help shows them; `status` is which claims count when the user says nothing.
void add_question_flags(CLI::App& app, QuestionFlags& flags, const char* names, const std::string& status);

/// A graph and the actors a question is about.
struct Question {
    CaseGraph graph;
    std::vector<std::uint32_t> actors; ///< in the order their names were given
    int exit_code = exit_done;         ///< exit_partial when documents were refused
};

/// Opens the case of all words but the last `names` ones and finds the actors that those name. What stands in the way
/// was printed: then the exit code to leave with. `example` shows how the command is called.
std::variant<Question, int> open_question(const std::vector<std::string>& words, std::size_t names,
                                          const SharedFlags& flags, const char* example);

/// Words of a question as one positional option: sources, then names.
void add_question_words(CLI::App& app, std::vector<std::string>& words, const char* names);

/// Opens the case, finds the actors and gives both with the wanted edges to `answer`, whose exit code it
/// returns; what stands in the way is printed and gives its own.
int ask(const QuestionFlags& flags, std::size_t names, const char* example,
        const std::function<int(const Question& question, const EdgeFilter& filter)>& answer);

/// Edges as the rows of an answer.
RowList edge_rows(const char* name, const CaseGraph& graph, const std::vector<std::uint32_t>& edges);
RowList actor_rows(const char* name, const CaseGraph& graph, const std::vector<std::uint32_t>& actors);

} // namespace actorgraph
