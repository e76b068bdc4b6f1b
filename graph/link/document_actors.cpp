#include "graph/link/document_actors.hpp"

#include "graph/link/name_key.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace actorgraph {
namespace {

/// Gives keys their place in the sorted order.
void sort_keys(DocumentActors& actors) {
    std::vector<std::uint32_t> order(actors.keys.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return actors.keys[a] < actors.keys[b]; });
    std::vector<std::uint32_t> place(order.size());
    std::vector<std::string> sorted(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        sorted[i] = std::move(actors.keys[order[i]]);
    }
    actors.keys = std::move(sorted);
    for (DocumentActor& node : actors.nodes) {
        node.key = place[node.key];
    }
}

void index_by_key(DocumentActors& actors) {
    actors.key_begin.assign(actors.keys.size() + 1, 0);
    for (const DocumentActor& node : actors.nodes) {
        ++actors.key_begin[node.key + 1];
    }
    std::partial_sum(actors.key_begin.begin(), actors.key_begin.end(), actors.key_begin.begin());
    std::vector<std::uint32_t> next(actors.key_begin.begin(), actors.key_begin.end());
    actors.by_key.resize(actors.nodes.size());
    for (std::uint32_t i = 0; i < actors.nodes.size(); ++i) {
        actors.by_key[next[actors.nodes[i].key]++] = i;
    }
}

} // namespace

std::uint32_t DocumentActors::find(std::string_view key) const {
    const auto found = std::lower_bound(keys.begin(), keys.end(), key);
    return static_cast<std::uint32_t>((found != keys.end() && *found == key ? found : keys.end()) - keys.begin());
}

DocumentActors document_actors(const std::vector<const DocumentFacts*>& facts) {
    DocumentActors actors;
    std::unordered_map<std::string, std::uint32_t> number_of;
    for (std::uint32_t document = 0; document < facts.size(); ++document) {
        actors.document_begin.push_back(static_cast<std::uint32_t>(actors.nodes.size()));
        const DocumentFacts& one = *facts[document];
        std::vector<bool> is_in_claim(one.entities.size(), false);
        for (const Claim& claim : one.claims) {
            is_in_claim[claim.source] = is_in_claim[claim.target] = true;
        }
        for (std::uint32_t entity = 0; entity < one.entities.size(); ++entity) {
            if (!is_actor_type(one.entities[entity].type) && !is_in_claim[entity]) {
                continue;
            }
            std::string key = name_key(one.entities[entity]);
            if (key.empty()) {
                continue;
            }
            const auto number = static_cast<std::uint32_t>(actors.keys.size());
            const auto [at, is_new] = number_of.try_emplace(std::move(key), number);
            if (is_new) {
                actors.keys.push_back(at->first);
            }
            actors.nodes.push_back({document, entity, at->second});
        }
    }
    actors.document_begin.push_back(static_cast<std::uint32_t>(actors.nodes.size()));
    sort_keys(actors);
    index_by_key(actors);
    return actors;
}

} // namespace actorgraph
