#pragma once

#include "graph/case_graph.hpp"
#include "graph/link/case_actors.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Claims of all documents as edges between the actors of the case, ordered by ends, relation and status.
/// `groups` are the source groups of the documents.
std::vector<ActorEdge> case_edges(const std::vector<const DocumentFacts*>& facts, const std::vector<std::uint32_t>& groups,
                                  const DocumentActors& actors, const CaseActors& who,
                                  const std::function<bool(std::string_view relation)>& is_symmetric);

} // namespace actorgraph
