#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Numbers filed under hashes, in the order they were added; built for a known upper bound, without
/// a node for each entry. Different words may share a hash: whoever looks up compares.
class HashChains {
  public:
    explicit HashChains(std::size_t most) {
        while (mask_ + 1 < 2 * most) {
            mask_ = mask_ * 2 + 1;
        }
        first_.assign(mask_ + 1, end);
    }

    void add(std::size_t hash, std::uint32_t value) {
        const auto index = static_cast<std::uint32_t>(entries_.size());
        entries_.push_back({hash, value, end});
        std::uint32_t* at = &first_[hash & mask_];
        while (*at != end) {
            at = &entries_[*at].next;
        }
        *at = index;
    }

    /// Calls `visit(value)` for every number under the hash until it returns true; whether one did.
    template <typename Visit> bool any(std::size_t hash, Visit visit) const {
        for (std::uint32_t i = first_[hash & mask_]; i != end; i = entries_[i].next) {
            if (entries_[i].hash == hash && visit(entries_[i].value)) {
                return true;
            }
        }
        return false;
    }

  private:
    static constexpr std::uint32_t end = 0xFFFFFFFF;
    struct Entry {
        std::size_t hash;
        std::uint32_t value;
        std::uint32_t next;
    };
    std::size_t mask_ = 15;
    std::vector<std::uint32_t> first_;
    std::vector<Entry> entries_;
};

/// FNV-1a, folded once more; stays inside one run.
inline std::size_t hash_of(std::string_view word, char kind = 0) {
    std::uint64_t hash = 0xCBF29CE484222325ULL ^ static_cast<unsigned char>(kind);
    for (const char c : word) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    return static_cast<std::size_t>(hash ^ (hash >> 29U));
}

} // namespace actorgraph
