#include "cli/mistake.hpp"

#include "cli/flag_text.hpp"
#include "cli/settings.hpp"
#include "core/near_miss.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

std::string said(const std::string& what, const std::string& hint) { return "error: " + what + "\n  hint: " + hint; }

std::string help_of(const CLI::App& command) {
    const std::string name = name_of(command);
    return "actorgraph " + (name.empty() ? "help" : name + " --help");
}

std::string meant(const std::string& word, const std::vector<std::string>& known, const std::string& otherwise) {
    const std::string near = near_miss(word, known);
    return near.empty() ? otherwise : "did you mean '" + near + "'? " + otherwise;
}

std::string unknown_command(const CLI::App& above, const std::string& word) {
    std::vector<std::string> names;
    for (const CLI::App* one : commands_of(above)) {
        names.push_back(one->get_name());
    }
    const std::string name = name_of(above);
    return said("there is no command '" + (name.empty() ? "" : name + " ") + word + "'", meant(word, names, help_of(above)));
}

std::string unknown_flag(const CLI::App& command, const std::string& word) {
    std::vector<std::string> names;
    for (const FlagText& flag : flags_of(command)) {
        names.insert(names.end(), flag.names.begin(), flag.names.end());
    }
    const std::string flag = word.substr(0, word.find('='));
    return said("'" + name_of(command) + "' has no flag '" + flag + "'", meant(flag, names, help_of(command)));
}

/// CLI11 writes "--format: jsn not in {text,json}".
std::string wrong_value(const CLI::App& command, const std::string& message) {
    const auto colon = message.find(": ");
    const auto end = message.find(" not in {");
    if (colon == std::string::npos || end == std::string::npos || end < colon + 2) {
        return said(message, help_of(command));
    }
    for (const FlagText& flag : flags_of(command)) {
        if (flag.key == message.substr(0, colon)) {
            return said(message, meant(message.substr(colon + 2, end - colon - 2), flag.choices, help_of(command)));
        }
    }
    return said(message, help_of(command));
}

/// How many words name a command.
std::size_t depth_of(const CLI::App& command) {
    return command.get_parent() == nullptr ? 0 : 1 + depth_of(*command.get_parent());
}

} // namespace

std::string explain_mistake(CLI::App& app, const std::vector<std::string>& words, const CLI::ParseError& error) {
    const CLI::App& command = command_named(app, words);
    if (!commands_of(command).empty()) { // a command below it was to be named
        const std::size_t depth = depth_of(command);
        if (words.size() > depth && !words[depth].starts_with("-")) {
            return unknown_command(command, words[depth]);
        }
        if (words.size() <= depth) {
            return said("a command is missing", help_of(command));
        }
    }
    const auto extra = app.remaining(true);
    const auto flag = std::find_if(extra.begin(), extra.end(), [](const std::string& word) {
        return word.size() > 1 && word.front() == '-';
    });
    if (flag != extra.end()) {
        return unknown_flag(command, *flag);
    }
    return wrong_value(command, error.what());
}

} // namespace actorgraph
