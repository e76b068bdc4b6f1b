#pragma once

#include "cli/command.hpp"

namespace actorgraph {

std::function<int()> add_decide(CLI::App& app);
std::function<int()> add_review(CLI::App& app);
std::function<int()> add_why_same(CLI::App& app);

} // namespace actorgraph
