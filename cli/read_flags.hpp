#pragma once

#include "extractor/readers.hpp"

#include <CLI/CLI.hpp>

namespace actorgraph {

/// Flags for the limits of reading and for the field names of JSON rows; a wrong value is a usage error.
void add_read_flags(CLI::App& app, ReadOptions& options);

} // namespace actorgraph
