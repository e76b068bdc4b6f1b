#pragma once

#include "graph/case_graph.hpp"
#include "graph/link/who_is_who.hpp"

#include <vector>

namespace actorgraph {

/// Actors of a case and which of them each document actor is part of.
struct CaseActors {
    std::vector<Actor> actors;           ///< in the order of their keys
    std::vector<std::uint32_t> of_node;  ///< index into `actors` of each node
};

/// Makes an actor of every cluster: its id from the name most documents give it, its name the fullest
/// form; then what the user decided on names and types.
CaseActors case_actors(const std::vector<const DocumentFacts*>& facts, const WhoIsWho& who,
                       const std::vector<Decision>& decisions);

} // namespace actorgraph
