#pragma once

#include "core/facts.hpp"
#include "graph/case_graph.hpp"
#include "graph/link/source_groups.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace actorgraph {

/// All that decides who is who: values only.
struct LinkInput {
    std::vector<DocumentFacts> facts;
    std::vector<TextSketch> sketches; ///< one each of `facts`; empty: made here of the texts `facts` hold
};

/// Who is who across documents: one graph from many documents' facts. A pure function of the set of
/// facts; the order given does not matter. `is_symmetric` tells of a relation whether direction counts.
/// Merges by full name, known aliases and account value, never across types or guards (Jr/Sr,
/// different given names). Locations, dates and works become no actors.
CaseGraph link(const LinkInput& input, const std::function<bool(std::string_view relation)>& is_symmetric);

/// Copies, updates and corrections among the documents; numbers are those of `input.facts`.
SourceGroups group_sources(const LinkInput& input);

} // namespace actorgraph
