#pragma once

#include <CLI/CLI.hpp>

#include <ostream>

namespace actorgraph {

/// The man page of the program and all its commands in roff (man(7)), from the definitions of the flags.
void write_manual(const CLI::App& app, std::ostream& out);

} // namespace actorgraph
