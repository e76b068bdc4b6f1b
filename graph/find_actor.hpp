#pragma once

#include "graph/case_graph.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// What a name given by a user stands for: exact name, alias, id or unambiguous part of a name.
struct NameMatch {
    std::vector<std::uint32_t> actors;    ///< one = found; more = ambiguous, best first
    std::vector<std::string> suggestions; ///< when none: names that are spelt alike
};

/// Case and Latin accents do not count. O(actors).
NameMatch find_actor(const CaseGraph& graph, std::string_view name);

/// Actors whose names, aliases or account hold `wanted`: whole first, then as their beginning, as the beginning of a
/// word, anywhere, and last with up to two typing errors; within each, most mentioned first. At most `most`.
std::vector<std::uint32_t> search_actors(const CaseGraph& graph, std::string_view wanted, std::size_t most);

} // namespace actorgraph
