#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace actorgraph {

/// What is wrong with a command line and what may have been meant: "error: …", then "  hint: …".
std::string explain_mistake(CLI::App& app, const std::vector<std::string>& words, const CLI::ParseError& error);

} // namespace actorgraph
