#pragma once

#include "core/decision.hpp"
#include "graph/link/clusters.hpp"
#include "graph/link/document_actors.hpp"

#include <string>
#include <vector>

namespace actorgraph {

/// What binds an anchor to one document: the first twelve digits of its SHA-256, or its id when it has none.
std::string document_mark(const DocumentFacts& facts);

/// Anchor of one document actor: its key, bound to its document when `is_bound`.
std::string anchor_of(const DocumentActors& actors, const std::vector<const DocumentFacts*>& facts, std::uint32_t node,
                      bool is_bound);

/// The document actors that anchors name, ascending. Unknown anchors name nobody.
std::vector<std::uint32_t> nodes_of(const DocumentActors& actors, const std::vector<const DocumentFacts*>& facts,
                                    const std::vector<std::string>& anchors);

/// What became of a decision.
enum class DecisionState {
    holds,     ///< it is done
    undone,    ///< taken back
    idle,      ///< no document names the actors any more
    overruled, ///< it would join what another decision keeps apart
};
std::string_view to_string(DecisionState state);

/// Applies the decisions that are not undone: first all that keep apart, then, in their order, those that
/// join. Returns the state of each. A document actor on both sides of a "different" is on neither.
std::vector<DecisionState> apply(const std::vector<Decision>& decisions, const DocumentActors& actors,
                                 const std::vector<const DocumentFacts*>& facts, Clusters& clusters);

} // namespace actorgraph
