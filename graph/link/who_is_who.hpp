#pragma once

#include "core/decision.hpp"
#include "graph/link/anchors.hpp"
#include "graph/link/clusters.hpp"
#include "graph/link/document_actors.hpp"
#include "graph/link/doubt.hpp"
#include "graph/link/profile.hpp"

#include <string>
#include <vector>

namespace actorgraph {

/// Two nodes that a decision keeps apart.
struct Veto {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t decision = 0; ///< index into the decisions given
};

/// Who is who in a case.
struct WhoIsWho {
    DocumentActors actors;
    std::vector<std::uint32_t> cluster; ///< of each node: the smallest node of its cluster
    std::vector<Join> joins;            ///< a forest over the nodes
    std::vector<Doubt> doubts;          ///< pairs of different clusters that no decision speaks of
    std::vector<Veto> vetoes;           ///< one for each decision that keeps apart
    std::vector<DecisionState> states;  ///< of the decisions given
};

/// A pure function: `facts` in a fixed order, `profiles` of the same documents, decisions in the order made.
WhoIsWho who_is_who(const std::vector<const DocumentFacts*>& facts, const std::vector<const std::vector<Profile>*>& profiles,
                    const std::vector<Decision>& decisions);

} // namespace actorgraph
