#pragma once

#include "core/facts.hpp"

#include <ostream>

namespace actorgraph {

/// Writes one document's facts as one JSON line (interchange format version 1, docs/formats.md).
void write_facts_line(const DocumentFacts& facts, std::ostream& out);

} // namespace actorgraph
