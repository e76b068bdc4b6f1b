#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace actorgraph {

/// Union-find whose representative is the smallest member, so that it does not depend on the order of
/// joins.
class DisjointSets {
  public:
    explicit DisjointSets(std::size_t size) : parent_(size) {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }
    std::uint32_t find(std::uint32_t one) {
        while (parent_[one] != one) {
            one = parent_[one] = parent_[parent_[one]];
        }
        return one;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = find(a);
        b = find(b);
        parent_[a > b ? a : b] = a > b ? b : a;
    }

  private:
    std::vector<std::uint32_t> parent_;
};

} // namespace actorgraph
