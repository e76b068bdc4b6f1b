#pragma once

#include "export/formats.hpp"

namespace actorgraph {

/// Tables for `neo4j-admin database import` (`id:ID`, `:LABEL`; `:START_ID`, `:END_ID`, `:TYPE`; arrays with ";").
void write_neo4j_nodes(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);
void write_neo4j_edges(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);

/// One Cypher script that MERGEs all actors and edges, so that it may run twice. Texts are quoted literals.
void write_cypher(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);

} // namespace actorgraph
