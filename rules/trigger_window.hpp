#pragma once

#include "rules/token_pattern.hpp"

#include <algorithm>
#include <cstdint>

namespace actorgraph {

/// Numbers of tokens at which a match may begin, given where its trigger words stand: each number
/// once, ascending, when the trigger words come in ascending order.
class TriggerWindow {
  public:
    TriggerWindow(std::span<const SkeletonToken> tokens, const TriggerPlace& place)
        : tokens_(tokens), place_(place) {}

    /// Calls `visit` for the beginnings that the trigger word at `token` adds.
    template <typename Visit> void add(std::uint32_t token, Visit&& visit) {
        if (token < place_.least_before || !place_.fits(tokens_, token)) {
            return;
        }
        const std::uint32_t end = token - place_.least_before + 1;
        const std::uint32_t most = std::min(token, place_.most_before);
        for (std::uint32_t i = std::max(next_, token - most); i < end; ++i) {
            visit(i);
        }
        next_ = std::max(next_, end);
    }

  private:
    std::span<const SkeletonToken> tokens_;
    const TriggerPlace& place_;
    std::uint32_t next_ = 0; ///< all before it are visited, or begin no match
};

} // namespace actorgraph
