#include "cli/settings.hpp"

#include "cli/flag_text.hpp"
#include "core/near_miss.hpp"

#include <toml++/toml.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>

namespace actorgraph {
namespace {

Diagnostic problem_at(const std::string& file, const toml::source_region& place, std::string message, std::string hint) {
    return {Severity::error, file, place.begin.line, place.begin.column, std::move(message), std::move(hint)};
}

std::optional<toml::table> parse_file(const std::string& file, Diagnostics& problems) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        problems.push_back({Severity::error, file, 0, 0, "the settings file cannot be opened",
                            "check the path in ACTORGRAPH_CONFIG"});
        return std::nullopt;
    }
    try {
        return toml::parse(in, file);
    } catch (const toml::parse_error& error) {
        problems.push_back(problem_at(file, error.source(), std::string(error.description()), "mend the TOML"));
        return std::nullopt;
    }
}

/// Long names of the flags that may be set, without dashes.
std::vector<std::string> settable(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            if (name != "help" && name != "version") {
                names.push_back(name);
            }
        }
    }
    return names;
}

void add_settable_below(const CLI::App& command, std::vector<std::string>& names) {
    for (const CLI::App* one : commands_of(command)) {
        const auto own = settable(*one);
        names.insert(names.end(), own.begin(), own.end());
        add_settable_below(*one, names);
    }
}

const CLI::App* command_called(const CLI::App& app, std::string_view name) {
    for (const CLI::App* one : commands_of(app)) {
        if (one->get_name() == name) {
            return one;
        }
    }
    return nullptr;
}

/// Values of a key: one, or those of a list; nothing for what is neither text, number nor truth.
std::vector<std::string> values_of(const toml::node& node) {
    std::vector<std::string> values;
    if (const toml::array* list = node.as_array()) {
        for (const toml::node& one : *list) {
            const auto inner = values_of(one);
            values.insert(values.end(), inner.begin(), inner.end());
        }
    } else if (const auto text = node.value_exact<std::string>()) {
        values.push_back(*text);
    } else if (const auto flag = node.value_exact<bool>()) {
        values.emplace_back(*flag ? "true" : "false");
    } else if (const auto whole = node.value_exact<std::int64_t>()) {
        values.push_back(std::to_string(*whole));
    } else if (const auto number = node.value_exact<double>()) {
        values.push_back(CLI::detail::to_string(*number));
    }
    return values;
}

/// Keys must be flags of `command` or, at the top, of any; tables must be commands.
void check_table(const std::string& file, const toml::table& table, const CLI::App& command, Diagnostics& problems) {
    std::vector<std::string> known = settable(command);
    if (!commands_of(command).empty()) {
        add_settable_below(command, known);
    }
    for (const auto& [key, node] : table) {
        const std::string name(key.str());
        const CLI::App* below = command_called(command, name);
        if (const toml::table* inner = node.as_table(); inner != nullptr && below != nullptr) {
            check_table(file, *inner, *below, problems);
            continue;
        }
        if (!node.is_table() && std::find(known.begin(), known.end(), name) != known.end()) {
            if (values_of(node).empty()) {
                problems.push_back(problem_at(file, node.source(), "'" + name + "' has no value that a flag may take",
                                              "give a text, a number, true, false or a list of texts"));
            }
            continue;
        }
        const std::string near = near_miss(name, known);
        problems.push_back(problem_at(file, key.source(), "there is no flag '--" + name + "' to set",
                                      near.empty() ? "actorgraph help --man lists the flags"
                                                   : "did you mean '" + near + "'?"));
    }
}

/// Makes values the default of a flag; throws CLI::Error when the flag does not take them.
void set_default(CLI::Option& option, const std::vector<std::string>& values) {
    std::string shown;
    for (const std::string& value : values) {
        option.add_result(value);
        shown += (shown.empty() ? "" : ",") + value;
    }
    option.run_callback();
    option.clear();
    option.default_str(shown);
}

class Defaults {
  public:
    explicit Defaults(CLI::App& command) : command_(command) {}

    void from_table(const std::string& file, const toml::table& table) {
        for (CLI::Option* option : command_.get_options()) {
            for (const std::string& name : option->get_lnames()) {
                if (const toml::node* node = table.get(name); node != nullptr && !node->is_table()) {
                    set(*option, values_of(*node), problem_at(file, node->source(), "", ""));
                }
            }
        }
    }

    void from_environment() {
        for (const std::string& name : settable(command_)) {
            const std::string variable = environment_name(name);
            const char* value = std::getenv(variable.c_str());
            if (value != nullptr && *value != '\0') {
                set(*command_.get_option("--" + name), {value}, {Severity::error, variable, 0, 0, "", ""});
            }
        }
    }

    Diagnostics problems;

  private:
    void set(CLI::Option& option, const std::vector<std::string>& values, Diagnostic place) {
        try {
            set_default(option, values);
        } catch (const CLI::Error& error) {
            place.message = error.what();
            place.hint = "actorgraph " + name_of(command_) + " --help";
            problems.push_back(std::move(place));
        }
    }

    CLI::App& command_;
};

} // namespace

CLI::App& command_named(CLI::App& app, const std::vector<std::string>& words) {
    CLI::App* command = &app;
    for (const std::string& word : words) {
        const auto below = command->get_subcommands([&](CLI::App* one) { return one->get_name() == word; });
        if (word.empty() || below.empty()) {
            break;
        }
        command = below.front();
    }
    return *command;
}

std::string settings_file() {
    const char* named = std::getenv("ACTORGRAPH_CONFIG");
    if (named != nullptr && *named != '\0') {
        return named;
    }
    std::error_code failure;
    return std::filesystem::is_regular_file("actorgraph.toml", failure) ? "actorgraph.toml" : "";
}

Diagnostics check_settings(const CLI::App& app) {
    Diagnostics problems;
    const std::string file = settings_file();
    if (!file.empty()) {
        if (const auto table = parse_file(file, problems)) {
            check_table(file, *table, app, problems);
        }
    }
    return problems;
}

Diagnostics apply_settings(CLI::App& app, CLI::App& command) {
    Diagnostics problems = check_settings(app);
    const std::string file = settings_file();
    if (!problems.empty()) {
        return problems;
    }
    Defaults defaults(command);
    if (!file.empty()) {
        const auto table = parse_file(file, problems);
        const toml::table* deep = table ? &*table : nullptr;
        std::string path = name_of(command);
        while (deep != nullptr) { // from the top to the command's own table, which comes last and wins
            defaults.from_table(file, *deep);
            const std::string next = path.substr(0, path.find(' '));
            path = path.find(' ') == std::string::npos ? "" : path.substr(path.find(' ') + 1);
            const toml::node* inner = next.empty() ? nullptr : deep->get(next);
            deep = inner == nullptr ? nullptr : inner->as_table();
        }
    }
    defaults.from_environment();
    problems.insert(problems.end(), defaults.problems.begin(), defaults.problems.end());
    return problems;
}

std::string environment_name(const std::string& flag) {
    std::string name = "ACTORGRAPH_";
    for (const char c : flag.substr(std::min(flag.find_first_not_of('-'), flag.size()))) {
        name += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    return name;
}

} // namespace actorgraph
