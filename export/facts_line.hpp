#pragma once

#include "core/facts.hpp"
#include "core/result.hpp"

#include <ostream>
#include <string>
#include <string_view>

namespace actorgraph {

/// Writes one document's facts as one JSON line (interchange format version 1, docs/formats.md).
void write_facts_line(const DocumentFacts& facts, std::ostream& out);

/// Reads such a line; `file` and `line_number` name it in diagnostics.
Result<DocumentFacts> read_facts_line(std::string_view line, const std::string& file,
                                      std::size_t line_number);

} // namespace actorgraph
