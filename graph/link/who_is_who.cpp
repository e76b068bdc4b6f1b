#include "graph/link/who_is_who.hpp"

#include "graph/link/key_company.hpp"
#include "graph/link/name_key.hpp"
#include "graph/link/same_name.hpp"
#include "graph/link/short_names.hpp"
#include "graph/link/variants.hpp"

#include <algorithm>
#include <set>

namespace actorgraph {
namespace {

using ClusterPair = std::pair<std::uint32_t, std::uint32_t>;

ClusterPair ordered(std::uint32_t a, std::uint32_t b) { return {std::min(a, b), std::max(a, b)}; }

/// Pairs of clusters that a decision speaks of: nobody need be asked about them again.
std::set<ClusterPair> decided(const std::vector<Decision>& decisions, const DocumentActors& actors,
                              const std::vector<const DocumentFacts*>& facts, Clusters& clusters) {
    std::set<ClusterPair> pairs;
    for (const Decision& one : decisions) {
        if (one.undone_by) {
            continue;
        }
        for (const std::uint32_t a : nodes_of(actors, facts, one.a)) {
            for (const std::uint32_t b : nodes_of(actors, facts, one.b)) {
                pairs.insert(ordered(clusters.find(a), clusters.find(b)));
            }
        }
    }
    return pairs;
}

/// Doubts whose actors are two still, each pair of clusters once, the likeliest reason first.
std::vector<Doubt> open_doubts(std::vector<Doubt> doubts, const std::set<ClusterPair>& decided, Clusters& clusters) {
    std::stable_sort(doubts.begin(), doubts.end(), [](const Doubt& a, const Doubt& b) { return a.likeness > b.likeness; });
    std::set<ClusterPair> seen = decided;
    std::erase_if(doubts, [&](const Doubt& one) {
        const ClusterPair pair = ordered(clusters.find(one.a), clusters.find(one.b));
        return pair.first == pair.second || !seen.insert(pair).second;
    });
    return doubts;
}

std::vector<Veto> vetoes_of(const std::vector<Decision>& decisions, const std::vector<DecisionState>& states,
                            const DocumentActors& actors, const std::vector<const DocumentFacts*>& facts) {
    std::vector<Veto> vetoes;
    for (std::uint32_t i = 0; i < decisions.size(); ++i) {
        if (decisions[i].kind == DecisionKind::different && states[i] == DecisionState::holds) {
            vetoes.push_back({nodes_of(actors, facts, decisions[i].a).front(),
                              nodes_of(actors, facts, decisions[i].b).front(), i});
        }
    }
    return vetoes;
}

} // namespace

WhoIsWho who_is_who(const std::vector<const DocumentFacts*>& facts, const std::vector<const std::vector<Profile>*>& profiles,
                    const std::vector<Decision>& decisions) {
    WhoIsWho result;
    result.actors = document_actors(facts);
    Clusters clusters(result.actors.nodes.size());
    result.states = apply(decisions, result.actors, facts, clusters);
    std::vector<Doubt> doubts;
    const KeyCompany company(result.actors);
    join_same_names(result.actors, facts, profiles, company, clusters, doubts);
    join_variants(result.actors, company, clusters, doubts);
    join_short_names(result.actors, facts, company, clusters, doubts);
    result.doubts = open_doubts(std::move(doubts), decided(decisions, result.actors, facts, clusters), clusters);
    for (std::uint32_t node = 0; node < result.actors.nodes.size(); ++node) {
        result.cluster.push_back(clusters.find(node));
    }
    result.vetoes = vetoes_of(decisions, result.states, result.actors, facts);
    result.joins = clusters.joins();
    return result;
}

} // namespace actorgraph
