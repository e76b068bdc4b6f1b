#pragma once

#include "core/result.hpp"
#include "graph/case_graph.hpp"

#include <string>
#include <string_view>

namespace actorgraph {

/// Reads GraphML: our own, and what Gephi and others save of it or of a graph drawn by hand. Attributes are known by
/// the name of their key; an edge without relation takes its label, then "linked_to". Nodes without name take
/// their label, then their id. External entities and deep nesting are refused. Problems name the line.
Result<CaseGraph> read_graphml(std::string_view text, const std::string& file);

} // namespace actorgraph
