#include "graph/link/why_same.hpp"

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace actorgraph {
namespace {

/// Joins at each node of one cluster.
using Neighbours = std::unordered_map<std::uint32_t, std::vector<Join>>;

Neighbours neighbours(const WhoIsWho& who, std::uint32_t cluster) {
    Neighbours result;
    for (const Join& join : who.joins) {
        if (who.cluster[join.a] == cluster) {
            result[join.a].push_back(join);
            result[join.b].push_back({join.b, join.a, join.reason, join.decision});
        }
    }
    return result;
}

/// Breadth first from all of `a` to the first of `b`.
std::vector<Join> chain_between(const WhoIsWho& who, std::uint32_t cluster, const std::vector<std::uint32_t>& a,
                                const std::vector<std::uint32_t>& b) {
    const Neighbours joins = neighbours(who, cluster);
    std::unordered_map<std::uint32_t, Join> reached;
    std::deque<std::uint32_t> queue;
    for (const std::uint32_t node : a) {
        if (who.cluster[node] == cluster) {
            reached.try_emplace(node, Join{node, node});
            queue.push_back(node);
        }
    }
    while (!queue.empty()) {
        const std::uint32_t at = queue.front();
        queue.pop_front();
        if (std::binary_search(b.begin(), b.end(), at)) {
            std::vector<Join> chain;
            for (Join step = reached.at(at); step.a != step.b; step = reached.at(step.a)) {
                chain.push_back(step);
            }
            std::reverse(chain.begin(), chain.end());
            return chain;
        }
        const auto found = joins.find(at);
        for (const Join& join : found == joins.end() ? std::vector<Join>{} : found->second) {
            if (reached.try_emplace(join.b, join).second) {
                queue.push_back(join.b);
            }
        }
    }
    return {};
}

bool touches(const WhoIsWho& who, std::uint32_t node, const std::vector<std::uint32_t>& side) {
    return std::any_of(side.begin(), side.end(), [&](std::uint32_t one) { return who.cluster[one] == who.cluster[node]; });
}

std::string why_not(const WhoIsWho& who, const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    for (const Doubt& doubt : who.doubts) {
        if ((touches(who, doubt.a, a) && touches(who, doubt.b, b)) || (touches(who, doubt.a, b) && touches(who, doubt.b, a))) {
            return "in doubt: " + doubt.reason;
        }
    }
    return "no rule joins them: other names, types or bearers";
}

} // namespace

WhySame why_same(const WhoIsWho& who, const std::vector<Decision>& decisions, const std::vector<std::uint32_t>& a,
                 const std::vector<std::uint32_t>& b) {
    for (const std::uint32_t node : a) {
        if (touches(who, node, b)) {
            return {true, chain_between(who, who.cluster[node], a, b), ""};
        }
    }
    WhySame result;
    for (const Veto& veto : who.vetoes) {
        if ((touches(who, veto.a, a) && touches(who, veto.b, b)) || (touches(who, veto.a, b) && touches(who, veto.b, a))) {
            const Decision& one = decisions[veto.decision];
            result.reason = "you decided so (decision " + std::to_string(one.number) + (one.why.empty() ? "" : ": " + one.why) + ")";
            return result;
        }
    }
    result.reason = why_not(who, a, b);
    return result;
}

} // namespace actorgraph
