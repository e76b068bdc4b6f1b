#pragma once

#include "core/decision.hpp"
#include "graph/link.hpp"
#include "graph/link/profile.hpp"
#include "graph/link/who_is_who.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace actorgraph {

/// What helps to tell who is who beside the facts.
struct LinkAids {
    std::vector<std::vector<Profile>> profiles; ///< one each of the facts; empty: nothing is known of callings
    std::vector<Decision> decisions;            ///< in the order they were made
};

/// A case and how it came about. `facts` point into the input.
struct LinkedCase {
    CaseGraph graph;
    std::vector<const DocumentFacts*> facts; ///< in the order of the documents' numbers in `who`
    WhoIsWho who;
    std::vector<std::uint32_t> actor_of; ///< index into graph.actors() of each node of `who`
};

/// The same as link(), with profiles and decisions, and with its reasons. Rules: docs/linking.md.
LinkedCase link_case(const LinkInput& input, const LinkAids& aids,
                     const std::function<bool(std::string_view relation)>& is_symmetric);

} // namespace actorgraph
