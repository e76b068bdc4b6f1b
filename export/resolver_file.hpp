#pragma once

#include "core/decision.hpp"
#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Decisions as nomenklatura's resolver keeps them: a JSON array a line, [target, source, judgement, score, user,
/// timestamp], judgement positive, negative or unsure; ids are anchors. Renames, types and undone decisions
/// have no place in it.
std::string write_resolver_file(const std::vector<Decision>& decisions);

/// Reads such lines: a decision each between ids; ids that stand for a group only (canonical ones, without a colon) are
/// replaced by the first other id that is positive with them. Problems name `file` and line.
Result<std::vector<Decision>> read_resolver_file(std::string_view text, const std::string& file);

/// Does the text look like a resolver file (its first line is a JSON array)?
bool is_resolver_file(std::string_view text);

} // namespace actorgraph
