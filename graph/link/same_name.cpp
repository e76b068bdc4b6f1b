#include "graph/link/same_name.hpp"

#include "graph/link/name_key.hpp"
#include "graph/link/namesakes.hpp"
#include "graph/link/words.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace actorgraph {
namespace {

constexpr double namesakes_likeness = 0.3;

/// Joins a group of nodes; where vetoes split it, each goes to the first part it may join.
void join_group(const std::vector<std::uint32_t>& nodes, JoinReason reason, Clusters& clusters) {
    std::vector<std::uint32_t> heads;
    for (const std::uint32_t node : nodes) {
        const bool is_joined = std::any_of(heads.begin(), heads.end(), [&](std::uint32_t head) {
            return clusters.join({head, node, reason});
        });
        if (!is_joined) {
            heads.push_back(node);
        }
    }
}

class Namesakes {
  public:
    Namesakes(const DocumentActors& actors, const std::vector<const DocumentFacts*>& facts,
              const std::vector<const std::vector<Profile>*>& profiles,
              const KeyCompany& company)
        : actors_(actors), facts_(facts), profiles_(profiles), company_(company), named_(facts.size()) {}

    /// Bearers of a key when two of them state callings that are not the same; else none.
    std::vector<Bearer> bearers(std::uint32_t key) {
        std::vector<Bearer> result;
        const std::vector<std::uint32_t>* first = nullptr;
        bool differ = false;
        for (const auto* node = actors_.begin_of(key); node != actors_.end_of(key); ++node) {
            const Profile* profile = profile_of(*node);
            result.push_back({*node, profile == nullptr ? std::vector<std::uint32_t>{} : profile->callings, {}, {}});
            const auto& callings = result.back().callings;
            differ = differ || (first != nullptr && !callings.empty() && callings != *first);
            first = first == nullptr && profile != nullptr && !callings.empty() ? &profile->callings : first;
        }
        return differ ? result : std::vector<Bearer>{};
    }

    /// Fills in the company of bearers and counts it.
    void add_company(std::vector<Bearer>& bearers) {
        for (Bearer& one : bearers) {
            const std::uint32_t document = actors_.nodes[one.node].document;
            one.company = named_in(document);
            one.named = company_.names_of(document);
            std::erase(one.named, actors_.nodes[one.node].key);
            if (const Profile* profile = profile_of(one.node)) {
                one.company.insert(one.company.end(), profile->words.begin(), profile->words.end());
            }
            std::sort(one.company.begin(), one.company.end());
            one.company.erase(std::unique(one.company.begin(), one.company.end()), one.company.end());
            for (const std::uint32_t piece : one.company) {
                documents_with_.try_emplace(piece, 0);
            }
        }
    }

    /// How many documents have each piece of company that matters.
    void count_documents() {
        std::vector<std::uint32_t> pieces;
        for (std::uint32_t document = 0; document < facts_.size(); ++document) {
            pieces = named_in(document);
            for (const Profile& profile : *profiles_[document]) {
                pieces.insert(pieces.end(), profile.words.begin(), profile.words.end());
            }
            std::sort(pieces.begin(), pieces.end());
            pieces.erase(std::unique(pieces.begin(), pieces.end()), pieces.end());
            for (const std::uint32_t piece : pieces) {
                if (const auto found = documents_with_.find(piece); found != documents_with_.end()) {
                    ++found->second;
                }
            }
        }
    }

    double weight_of(std::uint32_t piece) const {
        const auto found = documents_with_.find(piece);
        const std::size_t count = found == documents_with_.end() ? 1 : std::max<std::size_t>(1, found->second);
        return std::log(static_cast<double>(facts_.size()) / static_cast<double>(count));
    }

  private:
    const Profile* profile_of(std::uint32_t node) const {
        const DocumentActor& one = actors_.nodes[node];
        const auto& profiles = *profiles_[one.document];
        const auto found = std::lower_bound(profiles.begin(), profiles.end(), one.entity,
                                            [](const Profile& p, std::uint32_t entity) { return p.entity < entity; });
        return found != profiles.end() && found->entity == one.entity ? &*found : nullptr;
    }

    /// Hashes of the persons, organizations and places that a document names.
    const std::vector<std::uint32_t>& named_in(std::uint32_t document) {
        std::vector<std::uint32_t>& named = named_[document];
        if (named.empty()) {
            for (const Entity& one : facts_[document]->entities) {
                if (!one.name.empty() && (is_actor_type(one.type) || one.type == "location")) {
                    named.push_back(spread(hash_of(one.type) * 31 + hash_of(one.name)));
                }
            }
            std::sort(named.begin(), named.end());
            named.erase(std::unique(named.begin(), named.end()), named.end());
        }
        return named;
    }

    const DocumentActors& actors_;
    const std::vector<const DocumentFacts*>& facts_;
    const std::vector<const std::vector<Profile>*>& profiles_;
    const KeyCompany& company_;
    std::vector<std::vector<std::uint32_t>> named_;
    std::unordered_map<std::uint32_t, std::size_t> documents_with_;
};

void join_told_apart(const std::vector<Bearer>& bearers, const std::vector<std::uint32_t>& number, Clusters& clusters,
                     std::vector<Doubt>& doubts) {
    const std::uint32_t groups = *std::max_element(number.begin(), number.end()) + 1;
    std::vector<std::vector<std::uint32_t>> nodes(groups);
    for (std::size_t i = 0; i < bearers.size(); ++i) {
        nodes[number[i]].push_back(bearers[i].node);
    }
    for (const auto& group : nodes) {
        join_group(group, groups == 1 ? JoinReason::same_name : JoinReason::same_context, clusters);
        if (group.front() != nodes.front().front()) {
            doubts.push_back({nodes.front().front(), group.front(), "the same name, another company or calling",
                              namesakes_likeness});
        }
    }
}

} // namespace

bool is_short_person(const std::string& key) {
    return key.starts_with("person:") && person_name(words_of_key(key)).given.empty();
}

void join_same_names(const DocumentActors& actors, const std::vector<const DocumentFacts*>& facts,
                     const std::vector<const std::vector<Profile>*>& profiles,
                     const KeyCompany& company, Clusters& clusters, std::vector<Doubt>& doubts) {
    Namesakes namesakes(actors, facts, profiles, company);
    std::vector<std::vector<Bearer>> unsure;
    for (std::uint32_t key = 0; key < actors.keys.size(); ++key) {
        if (actors.count_of(key) < 2 || is_short_person(actors.keys[key])) {
            continue;
        }
        std::vector<Bearer> bearers;
        if (actors.keys[key].starts_with("person:")) {
            bearers = namesakes.bearers(key);
        }
        if (bearers.empty()) {
            join_group({actors.begin_of(key), actors.end_of(key)}, JoinReason::same_name, clusters);
        } else {
            unsure.push_back(std::move(bearers));
        }
    }
    for (auto& bearers : unsure) {
        namesakes.add_company(bearers);
    }
    if (!unsure.empty()) {
        namesakes.count_documents();
    }
    for (const auto& bearers : unsure) {
        const auto number =
            tell_apart(bearers, [&](std::uint32_t piece) { return namesakes.weight_of(piece); });
        join_told_apart(bearers, number, clusters, doubts);
    }
}

} // namespace actorgraph
