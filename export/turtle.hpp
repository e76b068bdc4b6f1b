#pragma once

#include "export/formats.hpp"

namespace actorgraph {

/// RDF 1.1 Turtle: actors (FOAF), one reified statement an edge (rdf:Statement) with its status, and every quote as a
/// prov:Entity derived from its document and attributed to its speaker (PROV-O).
void write_turtle(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);

} // namespace actorgraph
