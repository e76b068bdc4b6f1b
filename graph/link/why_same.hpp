#pragma once

#include "graph/link/who_is_who.hpp"

#include <string>
#include <vector>

namespace actorgraph {

/// Why two names are one actor or not.
struct WhySame {
    bool is_same = false;
    std::vector<Join> chain; ///< from the first to the second, each join turned that way; empty when one node has both
    std::string reason;      ///< when not the same
};

/// Looks for the shortest chain of joins between a node of `a` and one of `b` (ascending, not empty).
WhySame why_same(const WhoIsWho& who, const std::vector<Decision>& decisions, const std::vector<std::uint32_t>& a,
                 const std::vector<std::uint32_t>& b);

} // namespace actorgraph
