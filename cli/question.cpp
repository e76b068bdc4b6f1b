#include "cli/question.hpp"

#include "export/edge_card.hpp"

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

int ask(const QuestionFlags& flags, std::size_t names, const char* example,
        const std::function<int(const Question& question, const EdgeFilter& filter)>& answer) {
    const auto filter = filter_of(flags.filter);
    if (!filter) {
        return exit_usage;
    }
    const auto opened = open_question(flags.words, names, flags, example);
    if (const int* exit_code = std::get_if<int>(&opened)) {
        return *exit_code;
    }
    return answer(std::get<Question>(opened), *filter);
}

RowList edge_rows(const char* name, const CaseGraph& graph, const std::vector<std::uint32_t>& edges) {
    return {name, edges.size(), [&graph, &edges](JsonWriter& json, std::size_t row) {
                write_edge_json(json, graph, graph.edges()[edges[row]]);
            }};
}

RowList actor_rows(const char* name, const CaseGraph& graph, const std::vector<std::uint32_t>& actors) {
    return {name, actors.size(), [&graph, &actors](JsonWriter& json, std::size_t row) {
                write_actor_json(json, graph.actors()[actors[row]]);
            }};
}

void add_question_flags(CLI::App& app, QuestionFlags& flags, const char* names, const std::string& status) {
    add_question_words(app, flags.words, names);
    add_filter_flags(app, flags.filter, status);
    add_answer_format(app, flags.format);
    add_case_flags(app, flags);
}

void add_question_words(CLI::App& app, std::vector<std::string>& words, const char* names) {
    app.add_option("words", words, fmt::format("Documents, folders, a case or one graph (.json, .graphml), then {}", names))
        ->required()
        ->type_name(std::string("SOURCE... ") + names);
}

} // namespace actorgraph
