#include "graph/link/clusters.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {

std::string_view to_string(JoinReason reason) {
    static constexpr std::array<std::string_view, 11> words{
        "you decided so",
        "the same full name",
        "the same name in the same company or calling",
        "a surname with one bearer in the case",
        "a short form of its full name",
        "one word that other documents know as this organization",
        "the elder, whom others call without Sr",
        "the same name with and without middle names",
        "an initial, in the same company",
        "another spelling, in the same company",
        "one letter off, in the same company"};
    return words[static_cast<std::size_t>(reason)];
}

void Clusters::mark(std::uint32_t node, std::uint32_t veto, bool is_second) {
    std::vector<std::uint32_t>& marks = marks_[find(node)];
    const std::uint32_t mark = 2 * veto + (is_second ? 1U : 0U);
    const auto at = std::lower_bound(marks.begin(), marks.end(), mark);
    if (at == marks.end() || *at != mark) {
        marks.insert(at, mark);
    }
}

std::int64_t Clusters::veto_between(std::uint32_t a, std::uint32_t b) {
    if (marks_.empty()) {
        return -1;
    }
    const auto of_a = marks_.find(find(a));
    const auto of_b = marks_.find(find(b));
    if (of_a == marks_.end() || of_b == marks_.end()) {
        return -1;
    }
    for (const std::uint32_t mark : of_a->second) {
        if (std::binary_search(of_b->second.begin(), of_b->second.end(), mark ^ 1U)) {
            return mark / 2;
        }
    }
    return -1;
}

bool Clusters::join(const Join& join) {
    const std::uint32_t a = find(join.a);
    const std::uint32_t b = find(join.b);
    if (a == b) {
        return true;
    }
    if (veto_between(a, b) >= 0) {
        return false;
    }
    sets_.join(a, b);
    joins_.push_back(join);
    const std::uint32_t kept = std::min(a, b);
    const auto gone = marks_.find(std::max(a, b));
    if (gone != marks_.end()) {
        std::vector<std::uint32_t> both;
        const std::vector<std::uint32_t> mine = marks_[kept];
        std::set_union(mine.begin(), mine.end(), gone->second.begin(), gone->second.end(), std::back_inserter(both));
        marks_.erase(std::max(a, b));
        marks_[kept] = std::move(both);
    }
    return true;
}

} // namespace actorgraph
