#pragma once

#include "core/decision.hpp"
#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Decisions as plain text: a head line, then a line each with tab-separated kind, side a, side b (or the new name or
/// type), why, user, time; anchors of a side are joined by " | ". Decisions that were undone are left out.
std::string write_decisions(const std::vector<Decision>& decisions);

/// Reads such text; lines that begin with # and empty ones are skipped. Numbers are not given. Problems name `file` and line.
Result<std::vector<Decision>> read_decisions(std::string_view text, const std::string& file);

} // namespace actorgraph
