#include "graph/link/short_names.hpp"

#include "graph/fold.hpp"
#include "graph/link/name_key.hpp"
#include "graph/link/same_name.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace actorgraph {
namespace {

constexpr double ambiguous = 0.5;
constexpr std::size_t shortest_acronym = 3;
constexpr std::size_t most_bearers = 16; ///< more of one surname: nothing is tried

std::string surname_of(const PersonName& name) { return name.surname + ' ' + name.suffix; }

/// First letters of an organization's words, small words left out: "fbi"; empty for fewer than three.
std::string initials_of(const std::vector<std::string>& words) {
    static const std::unordered_set<std::string> small{"of", "the", "and", "for", "in", "on", "to", "&"};
    std::string initials;
    for (const std::string& word : words) {
        if (!word.empty() && !small.contains(word)) {
            initials += word[0];
        }
    }
    return initials.size() >= shortest_acronym ? initials : "";
}

/// A cluster that a short name may stand for, by one of its names.
struct Candidate {
    std::uint32_t node = 0;
    std::uint32_t key = 0;
    std::size_t shared = 0; ///< company in common
};

class ShortNames {
  public:
    ShortNames(const DocumentActors& actors, const std::vector<const DocumentFacts*>& facts, const KeyCompany& company,
               Clusters& clusters, std::vector<Doubt>& doubts)
        : actors_(actors), facts_(facts), company_(company), clusters_(clusters), doubts_(doubts) {
        for (std::uint32_t key = 0; key < actors.keys.size(); ++key) {
            add_full_name(key);
        }
    }

    void run() {
        for (std::uint32_t key = 0; key < actors_.keys.size(); ++key) {
            if (is_short_person(actors_.keys[key])) {
                give_bearers(key);
            } else if (actors_.keys[key].starts_with("organization:") &&
                       actors_.keys[key].find(' ') == std::string::npos) {
                spell_out(key);
            }
        }
    }

  private:
    void add_full_name(std::uint32_t key) {
        const std::string& name = actors_.keys[key];
        const auto words = words_of_key(name);
        if (name.starts_with("person:") && !is_short_person(name)) {
            by_surname_[surname_of(person_name(words))].push_back(key);
        } else if (name.starts_with("organization:") && words.size() > 1) {
            add_acronyms(key, words);
        }
    }

    void add_acronyms(std::uint32_t key, const std::vector<std::string>& words) {
        std::unordered_set<std::string> seen;
        for (const auto* node = actors_.begin_of(key); node != actors_.end_of(key); ++node) {
            const DocumentActor& one = actors_.nodes[*node];
            for (const std::string& alias : facts_[one.document]->entities[one.entity].aliases) {
                if (alias.find(' ') == std::string::npos && seen.insert(alias).second) {
                    const std::string acronym = joined(name_words(alias, false));
                    if (std::vector<std::uint32_t>& keys = by_acronym_[acronym]; keys.empty() || keys.back() != key) {
                        keys.push_back(key);
                    }
                }
            }
        }
        if (const std::string initials = initials_of(words); !initials.empty()) {
            by_initials_[initials].push_back(key);
        }
    }

    /// Clusters behind names, each once.
    std::vector<Candidate> candidates(const std::vector<std::uint32_t>& keys) {
        std::vector<Candidate> result;
        std::unordered_set<std::uint32_t> seen;
        for (const std::uint32_t key : keys) {
            for (const auto* node = actors_.begin_of(key); node != actors_.end_of(key); ++node) {
                if (seen.insert(clusters_.find(*node)).second) {
                    result.push_back({*node, key});
                }
            }
        }
        return result;
    }

    void give_bearers(std::uint32_t key) {
        const auto words = words_of_key(actors_.keys[key]);
        const auto found = by_surname_.find(surname_of(person_name(words)));
        std::vector<std::uint32_t> left;
        if (found == by_surname_.end()) {
            const std::uint32_t organization = words.size() == 1 ? actors_.find("organization:" + words[0]) : none();
            for (const auto* node = actors_.begin_of(key); node != actors_.end_of(key); ++node) {
                if (organization == none() || is_told_apart(*node, organization) ||
                    !clusters_.join({*actors_.begin_of(organization), *node, JoinReason::known_as})) {
                    left.push_back(*node);
                }
            }
        } else {
            const auto bearers = candidates(found->second);
            for (const auto* node = actors_.begin_of(key); node != actors_.end_of(key); ++node) {
                if (!give_bearer(*node, bearers)) {
                    left.push_back(*node);
                }
            }
        }
        join_by_company(key, left);
    }

    std::uint32_t none() const { return static_cast<std::uint32_t>(actors_.keys.size()); }

    /// Does the node's document name the other as well, as somebody else?
    bool is_told_apart(std::uint32_t node, std::uint32_t key) const {
        const std::uint32_t document = actors_.nodes[node].document;
        for (std::uint32_t i = actors_.document_begin[document]; i < actors_.document_begin[document + 1]; ++i) {
            if (actors_.nodes[i].key == key) {
                return true;
            }
        }
        return false;
    }

    bool give_bearer(std::uint32_t node, const std::vector<Candidate>& bearers) {
        const DocumentActor& one = actors_.nodes[node];
        std::vector<Candidate> open;
        if (bearers.size() > most_bearers) {
            return false;
        }
        for (Candidate bearer : bearers) {
            if (!is_told_apart(node, bearer.key) && clusters_.veto_between(node, bearer.node) < 0) {
                bearer.shared = bearers.size() == 1 ? 0 : company_.shared_with_document(one.document, one.key, bearer.key);
                open.push_back(bearer);
            }
        }
        if (open.empty()) {
            return false;
        }
        std::stable_sort(open.begin(), open.end(), [](const auto& a, const auto& b) { return a.shared > b.shared; });
        const bool is_clear = bearers.size() == 1 || (open[0].shared >= 2 && (open.size() == 1 || open[0].shared >= 2 * open[1].shared));
        if (is_clear) {
            return clusters_.join({open.front().node, node, JoinReason::surname});
        }
        for (std::size_t i = 0; i < std::min<std::size_t>(2, open.size()); ++i) {
            doubts_.push_back({open[i].node, node, "a surname with several bearers in the case", ambiguous});
        }
        return false;
    }

    /// Joins surnames that stand in the same company.
    void join_by_company(std::uint32_t key, const std::vector<std::uint32_t>& nodes) {
        std::unordered_map<std::uint32_t, std::uint32_t> first_beside;
        for (const std::uint32_t node : nodes) {
            for (const std::uint32_t name : company_.names_of(actors_.nodes[node].document)) {
                const auto [at, is_new] = first_beside.try_emplace(name, node);
                if (!is_new && name != key) {
                    clusters_.join({at->second, node, JoinReason::same_context});
                }
            }
        }
    }

    void spell_out(std::uint32_t key) {
        const std::string word = actors_.keys[key].substr(actors_.keys[key].find(':') + 1);
        if (const auto known = by_acronym_.find(word); known != by_acronym_.end()) {
            const auto full = candidates(known->second);
            if (full.size() == 1) {
                join_each(key, full.front(), false);
            } else {
                for (const Candidate& one : full) {
                    doubts_.push_back({one.node, *actors_.begin_of(key), "a short form of several organizations", ambiguous});
                }
            }
            return;
        }
        if (const auto spelt = by_initials_.find(word); spelt != by_initials_.end()) {
            if (const auto full = candidates(spelt->second); full.size() == 1) {
                join_each(key, full.front(), true);
            }
        }
    }

    void join_each(std::uint32_t key, const Candidate& full, bool needs_company) {
        if (needs_company && company_.shared(key, full.key) == 0) {
            doubts_.push_back({full.node, *actors_.begin_of(key), "the initials of its name", 0.4});
            return;
        }
        for (const auto* node = actors_.begin_of(key); node != actors_.end_of(key); ++node) {
            if (!is_told_apart(*node, full.key)) {
                clusters_.join({full.node, *node, JoinReason::acronym});
            }
        }
    }

    using ByWord = std::unordered_map<std::string, std::vector<std::uint32_t>>;
    const DocumentActors& actors_;
    const std::vector<const DocumentFacts*>& facts_;
    const KeyCompany& company_;
    Clusters& clusters_;
    std::vector<Doubt>& doubts_;
    ByWord by_surname_, by_acronym_, by_initials_;
};

} // namespace

void join_short_names(const DocumentActors& actors, const std::vector<const DocumentFacts*>& facts,
                      const KeyCompany& company, Clusters& clusters, std::vector<Doubt>& doubts) {
    ShortNames(actors, facts, company, clusters, doubts).run();
}

} // namespace actorgraph
