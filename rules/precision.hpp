#pragma once

#include "rules/rulebook.hpp"

namespace actorgraph {

/// Reads the measured precision of rules and sets their confidence to it. A row is rule, precision (0 to 1) and
/// the number of claims it was measured on, with tabs between; `#` begins a comment. Rules without a row keep
/// the confidence they are written with, and rows of rules that are not there say nothing. No file: nothing is done. Source of the shipped table:
/// bench/quality/rule_precision.py. All problems at once, each with its line.
void read_precision(const std::filesystem::path& file, std::vector<RelationRule>& rules, Diagnostics& problems);

} // namespace actorgraph
