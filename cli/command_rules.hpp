#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace actorgraph {

/// `rules why`: prints how near the rules come to a text, the nearest five, or one by name.
int explain_rules(const Rulebook& rules, const std::string& text, const std::string& rule);

/// `rules stats`: prints what each rule finds in documents, most first, with examples.
int count_rules(const Rulebook& rules, const std::vector<std::string>& paths, std::size_t examples,
                const SharedFlags& flags);

} // namespace actorgraph
