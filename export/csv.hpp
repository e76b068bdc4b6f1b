#pragma once

#include "export/formats.hpp"

namespace actorgraph {

/// Tables for Gephi's spreadsheet import: `Id,Label,Type,…` and `Source,Target,Type,Kind,Weight,…`.
void write_csv_nodes(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);
void write_csv_edges(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);

} // namespace actorgraph
