#pragma once

#include "core/result.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace actorgraph {

/// Parses JSON that may come from anywhere: nesting deeper than 64 levels is refused before anything
/// is built, ill-formed UTF-8 and syntax errors are diagnostics with the byte they stand at.
Result<nlohmann::json> read_json(std::string_view text, const std::string& file, std::size_t line = 0);

} // namespace actorgraph
