#pragma once

#include <CLI/CLI.hpp>

#include <memory>

namespace actorgraph {

/// Help in the words of FlagText: "--format text|json  Form of the answer (default: text)".
std::shared_ptr<CLI::FormatterBase> help_format();

} // namespace actorgraph
