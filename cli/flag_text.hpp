#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace actorgraph {

/// What help, man page and completions say of one flag or argument, read from its one definition.
struct FlagText {
    std::string key;                ///< what CLI11 calls it in its messages: "--output", "paths"
    std::vector<std::string> names; ///< "-o", "--output"; empty for an argument without a dash
    std::string argument;           ///< "FILE", "text|json"; empty for a switch
    std::vector<std::string> choices;
    std::string what;
    std::string standard; ///< default; empty when there is none worth telling
    std::string group;
    bool is_required = false;
    bool is_repeated = false;
};

FlagText flag_of(const CLI::Option& option);

/// Flags and arguments of a command in the order of their definition, `--help` included.
std::vector<FlagText> flags_of(const CLI::App& command);

/// "path", "rules test": how a command is called behind the program's name; empty for the program.
std::string name_of(const CLI::App& command);

/// The commands below one that a user may call, in the order of the table.
std::vector<const CLI::App*> commands_of(const CLI::App& app);

/// "actorgraph path [OPTIONS] SOURCE... FROM TO"
std::string synopsis_of(const CLI::App& command);

} // namespace actorgraph
