#pragma once

#include "core/diagnostic.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace actorgraph {

/// The command that the words of a command line name, as deep as they go; the program itself when they name none.
CLI::App& command_named(CLI::App& app, const std::vector<std::string>& words);

/// The settings file: what ACTORGRAPH_CONFIG names, else actorgraph.toml in the current folder; empty when there is
/// none.
std::string settings_file();

/// What is wrong with the settings file: TOML that cannot be read, keys that are no flag of any command.
Diagnostics check_settings(const CLI::App& app);

/// Gives the flags of `command` new defaults: first from the settings file (keys are long names of flags; at the top
/// for all commands, in a table `[path]` for one), then from the environment (ACTORGRAPH_MAX_DOCUMENT for
/// --max-document), so that flags > environment > file. Returns what is wrong with either.
Diagnostics apply_settings(CLI::App& app, CLI::App& command);

/// "ACTORGRAPH_MAX_DOCUMENT" for "--max-document" or "max-document".
std::string environment_name(const std::string& flag);

} // namespace actorgraph
