#pragma once

#include "export/formats.hpp"

namespace actorgraph {

/// GEXF 1.3, dynamic: edges with `kind` and the days they are said to hold (`start`/`end`, or `spells` for several
/// spans; partial dates widened to whole days), actors with colour, size and place.
void write_gexf(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);

} // namespace actorgraph
