#pragma once

#include "core/facts.hpp"
#include "graph/case_graph.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Who is who across documents: one graph from many documents' facts. A pure function of the set of
/// facts; the order given does not matter. `is_symmetric` tells of a relation whether direction counts.
/// Merges by full name, known aliases and account value, never across types or guards (Jr/Sr,
/// different given names). Locations, dates and works become no actors.
CaseGraph link(const std::vector<DocumentFacts>& facts,
               const std::function<bool(std::string_view relation)>& is_symmetric);

} // namespace actorgraph
