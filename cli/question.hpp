#pragma once

#include "cli/command.hpp"

#include <string>
#include <variant>
#include <vector>

namespace actorgraph {

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

} // namespace actorgraph
