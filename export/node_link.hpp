#pragma once

#include "export/formats.hpp"

namespace actorgraph {

/// Node-link JSON as NetworkX ≥ 3.4 reads it (`nodes`, `edges`), with full evidence on every edge.
void write_node_link(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);

} // namespace actorgraph
