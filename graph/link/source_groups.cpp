#include "graph/link/source_groups.hpp"

#include "graph/link/disjoint_sets.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace actorgraph {
namespace {

/// So many smallest hashes of a text are looked up. Texts that share a quarter of their runs have none of 24 in
/// common once in 10^5.
constexpr std::size_t looked_up = 24;
/// A run that more texts share is boilerplate: each is compared with so many before it only.
constexpr std::size_t most_compared = 12;

struct Posting {
    std::uint32_t hash;
    std::uint32_t rank;
    friend auto operator<=>(const Posting&, const Posting&) = default;
};

/// Documents in the order in which versions follow one another; undated ones last.
std::vector<std::uint32_t> in_order(const std::vector<TextSketch>& sketches, const std::vector<VersionMark>& marks) {
    std::vector<std::uint32_t> order(sketches.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::make_tuple(marks[a].date.empty(), std::cref(marks[a].date), sketches[a].revision,
                               std::cref(marks[a].name), std::cref(sketches[a].shingles)) <
               std::make_tuple(marks[b].date.empty(), std::cref(marks[b].date), sketches[b].revision,
                               std::cref(marks[b].name), std::cref(sketches[b].shingles));
    });
    return order;
}

void join_duplicates(const std::vector<TextSketch>& sketches, const std::vector<std::uint32_t>& order,
                     DisjointSets& ranks) {
    std::vector<Posting> postings;
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
        const auto& hashes = sketches[order[rank]].shingles;
        for (std::size_t i = 0; i < std::min(looked_up, hashes.size()); ++i) {
            postings.push_back({hashes[i], rank});
        }
    }
    std::sort(postings.begin(), postings.end());
    for (std::size_t begin = 0, i = 0; i < postings.size(); ++i) {
        begin = postings[begin].hash == postings[i].hash ? begin : i;
        for (std::size_t k = i - std::min(i - begin, most_compared); k < i; ++k) {
            const std::uint32_t a = postings[k].rank;
            const std::uint32_t b = postings[i].rank;
            if (ranks.find(a) != ranks.find(b) && is_near_duplicate(sketches[order[a]], sketches[order[b]])) {
                ranks.join(a, b);
            }
        }
    }
}

/// A marked version supersedes what stands before it in its group, unless that is dated later.
void mark_superseded(const std::vector<TextSketch>& sketches, SourceGroups& result) {
    for (const SourceGroup& group : result.groups) {
        std::optional<std::uint32_t> newest;
        for (auto one = group.documents.rbegin(); one != group.documents.rend(); ++one) {
            result.superseded_by[*one] = newest;
            if (!newest && sketches[*one].revision != Revision::none) {
                newest = *one;
            }
        }
    }
}

} // namespace

SourceGroups group_sources(const std::vector<TextSketch>& sketches, const std::vector<VersionMark>& marks) {
    const auto order = in_order(sketches, marks);
    DisjointSets ranks(order.size());
    join_duplicates(sketches, order, ranks);
    SourceGroups result;
    result.group.resize(order.size());
    result.superseded_by.resize(order.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
        const std::uint32_t first = ranks.find(rank);
        if (first == rank) {
            result.group[order[rank]] = static_cast<std::uint32_t>(result.groups.size());
            result.groups.emplace_back();
        }
        const std::uint32_t number = result.group[order[first]];
        result.group[order[rank]] = number;
        SourceGroup& group = result.groups[number];
        group.documents.push_back(order[rank]);
        if (group.agency.empty()) {
            group.agency = sketches[order[rank]].agency;
        }
    }
    mark_superseded(sketches, result);
    return result;
}

} // namespace actorgraph
