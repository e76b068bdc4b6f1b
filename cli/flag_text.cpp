#include "cli/flag_text.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

/// The words between the braces of "TEXT:{text,json}", which is how a set of values describes itself.
std::vector<std::string> choices_in(const std::string& type) {
    const auto begin = type.find('{');
    const auto end = type.find('}', begin);
    if (begin == std::string::npos || end == std::string::npos) {
        return {};
    }
    std::vector<std::string> choices;
    std::string rest = type.substr(begin + 1, end - begin - 1);
    for (std::size_t comma = 0; comma != std::string::npos;) {
        comma = rest.find(',');
        choices.push_back(rest.substr(0, comma));
        rest = comma == std::string::npos ? "" : rest.substr(comma + 1);
    }
    return choices;
}

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string out;
    for (const std::string& word : words) {
        out += (out.empty() ? "" : between) + word;
    }
    return out;
}

/// "FILE" of "FILE", "N" of "N:INT in [1 - 20]", "text|json" of "TEXT:{text,json}".
std::string argument_of(const std::string& type, const std::vector<std::string>& choices) {
    std::string name = choices.empty() ? type.substr(0, type.find(':')) : joined(choices, "|");
    if (name == "INT" || name == "UINT" || name == "FLOAT") {
        return "N";
    }
    return name == "TEXT" ? "WORD" : name;
}

} // namespace

FlagText flag_of(const CLI::Option& option) {
    FlagText flag;
    flag.key = option.get_name();
    for (const std::string& name : option.get_snames()) {
        flag.names.push_back("-" + name);
    }
    for (const std::string& name : option.get_lnames()) {
        flag.names.push_back("--" + name);
    }
    const bool takes_value = option.get_items_expected_max() > 0;
    const std::string type = takes_value ? option.get_type_name() : "";
    flag.choices = choices_in(type);
    flag.argument = takes_value ? argument_of(type, flag.choices) : "";
    flag.what = option.get_description();
    flag.standard = option.get_default_str();
    flag.group = option.get_group();
    flag.is_required = option.get_required();
    flag.is_repeated = option.get_items_expected_max() >= CLI::detail::expected_max_vector_size;
    return flag;
}

std::vector<FlagText> flags_of(const CLI::App& command) {
    std::vector<FlagText> flags;
    for (const CLI::Option* option : command.get_options()) {
        flags.push_back(flag_of(*option));
    }
    return flags;
}

std::string name_of(const CLI::App& command) {
    if (command.get_parent() == nullptr) {
        return "";
    }
    const std::string above = name_of(*command.get_parent());
    return above.empty() ? command.get_name() : above + " " + command.get_name();
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App* one) { return !one->get_name().empty(); });
}

std::string synopsis_of(const CLI::App& command) {
    const std::string name = name_of(command);
    std::string line = "actorgraph" + (name.empty() ? "" : " " + name);
    if (!commands_of(command).empty()) {
        return line + " COMMAND";
    }
    line += " [OPTIONS]";
    for (const FlagText& flag : flags_of(command)) {
        if (flag.names.empty()) {
            const bool has_dots = flag.is_repeated && flag.argument.find("...") == std::string::npos;
            const std::string word = flag.argument + (has_dots ? "..." : "");
            line += flag.is_required ? " " + word : " [" + word + "]";
        }
    }
    return line;
}

} // namespace actorgraph
