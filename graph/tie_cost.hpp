#pragma once

#include "graph/case_graph.hpp"

#include <cstdint>
#include <string_view>

namespace actorgraph {

/// How close a relation brings two actors: contact, kinship, money and posts before words about each other.
enum class TieClass { close, formal, spoken, attribute };
TieClass tie_class(std::string_view relation); ///< `formal` when the relation is not known

/// How a path is weighed. Costs are whole numbers, so that they add up alike everywhere.
struct TieCosts {
    /// Of every step. High: fewest steps come first and the rest breaks ties; low: a longer chain of close and
    /// well-sourced ties may come before a short one of words.
    std::uint32_t step = 1000;
};

/// Step, class of the relation, status (alleged, planned …) and number of independent sources. At least 1.
std::uint32_t tie_cost(const ActorEdge& edge, const TieCosts& costs);

/// What walking through an actor with so many neighbours adds: everybody knows a hub.
std::uint32_t hub_cost(std::uint32_t degree);

} // namespace actorgraph
