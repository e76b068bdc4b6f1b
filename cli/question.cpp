#include "cli/question.hpp"

#include <fmt/core.h>

#include <iostream>

namespace actorgraph {

std::variant<Question, int> open_question(const std::vector<std::string>& words, std::size_t names,
                                          const SharedFlags& flags, const char* example) {
    if (words.size() <= names) {
        std::cerr << fmt::format("this needs documents, a case or a graph, and {}\n  hint: {}\n",
                                 names == 1 ? "a name" : fmt::format("{} names", names), example);
        return exit_usage;
    }
    const auto first_name = words.end() - static_cast<std::ptrdiff_t>(names);
    OpenCase opened = open_case({words.begin(), first_name}, flags);
    if (!opened.is_open) {
        return opened.exit_code;
    }
    Question question{std::move(opened.graph), {}, opened.exit_code};
    for (auto name = first_name; name != words.end(); ++name) {
        int exit_code = exit_done;
        const auto actor = choose_actor(question.graph, *name, exit_code);
        if (!actor) {
            return exit_code;
        }
        question.actors.push_back(*actor);
    }
    return question;
}

void add_question_words(CLI::App& app, std::vector<std::string>& words, const char* names) {
    app.add_option("words", words, fmt::format("Documents, folders, a case or one graph (.json, .graphml), then {}", names))
        ->required()
        ->type_name(std::string("SOURCE... ") + names);
}

} // namespace actorgraph
