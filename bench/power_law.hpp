#pragma once

#include "graph/case_graph.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace actorgraph {

/// Whole numbers that repeat for the same seed on every machine (SplitMix64, Steele et al. 2014).
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// Below `bound`, which is above 0.
    std::uint32_t below(std::size_t bound) { return static_cast<std::uint32_t>(next() % bound); }

  private:
    std::uint64_t state_;
};

/// Ends of the edges of a multigraph whose degrees fall by a power law of exponent 2.5 (Chung & Lu 2002). No loops.
std::vector<std::pair<std::uint32_t, std::uint32_t>> power_law_pairs(std::size_t vertices, std::size_t edges,
                                                                     std::uint64_t seed);

/// A case of such edges with relations, sources and a quote each, as a large investigation might have.
CaseGraph power_law_case(std::size_t vertices, std::size_t edges, std::uint64_t seed);

} // namespace actorgraph
