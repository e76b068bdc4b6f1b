#pragma once

#include "extractor/readers/intake.hpp"

namespace actorgraph {

/// One JSON object that is a document: delivers it, or refuses it by its line. Without an id of its own it
/// is called by its file and `place`: ":12", "#3". Fields of objects inside are named with a dot: `source.name`.
void read_row(std::string_view row, const Intake& reading, std::size_t line, const std::string& place);

} // namespace actorgraph
