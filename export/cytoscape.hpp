#pragma once

#include "export/formats.hpp"

namespace actorgraph {

/// Cytoscape JSON (`elements`): nodes with position, edges with `interaction`; ids are unique over both.
void write_cytoscape(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);

} // namespace actorgraph
