#pragma once

#include "export/formats.hpp"

namespace actorgraph {

/// GraphML as Gephi, NetworkX and igraph read it without loss (docs/formats.md): one edge for each
/// source, target and kind, the kind as XML attribute `label`, all edges directed plus `symmetric`.
/// Source: graphml.graphdrawing.org, XML 1.0 (fifth edition). Streams; O(V + E).
void write_graphml(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);

} // namespace actorgraph
