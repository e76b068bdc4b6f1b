#pragma once

#include <CLI/CLI.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace actorgraph {

/// A script that completes commands, flags, their values and file names in one shell.
struct Completion {
    const char* shell;
    void (*write)(const CLI::App& app, std::ostream& out);
};
const std::vector<Completion>& completions();

} // namespace actorgraph
