#pragma once

#include "graph/case_graph.hpp"

#include <string>

/// Small graphs for tests.
namespace actorgraph::samples {

inline Actor actor(const std::string& name) {
    Actor made;
    made.id = "person:" + name;
    made.name = name;
    made.type = "person";
    return made;
}

inline ActorEdge edge(std::uint32_t source, std::uint32_t target, const std::string& relation = "met_with") {
    ActorEdge made;
    made.source = source;
    made.target = target;
    made.relation = relation;
    Evidence evidence;
    evidence.quote = "…";
    made.evidence.push_back(evidence);
    made.sources = 1;
    return made;
}

} // namespace actorgraph::samples
