#pragma once

#include "export/formats.hpp"

namespace actorgraph {

/// Graphviz DOT: actors with colour and place (in points, as `neato -n2` reads them), edges with their kind; symmetric edges without arrow heads, alleged
/// and other unsure ones dashed.
void write_dot(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);

} // namespace actorgraph
