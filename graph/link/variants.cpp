#include "graph/link/variants.hpp"

#include "graph/link/name_key.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

namespace actorgraph {
namespace {

constexpr std::size_t shortest_misspelt = 5; ///< letters
constexpr std::size_t largest_block = 64;    ///< names that are compared with one another

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

/// Full names of persons by block, and what joins them.
class Variants {
  public:
    Variants(const DocumentActors& actors, const KeyCompany& company, Clusters& clusters, std::vector<Doubt>& doubts)
        : actors_(actors), company_(company), clusters_(clusters), doubts_(doubts) {
        for (std::uint32_t key = 0; key < actors.keys.size(); ++key) {
            if (actors.keys[key].starts_with("person:")) {
                PersonName name = person_name(words_of_key(actors.keys[key]));
                if (!name.given.empty()) {
                    keys_.push_back(key);
                    names_.push_back(std::move(name));
                }
            }
        }
    }

    void run() {
        join_seniors();
        join_middle_names();
        join_initials();
        join_spellings();
        join_misspelt();
    }

  private:
    using Blocks = std::unordered_map<std::string, std::vector<std::uint32_t>>; ///< numbers into names_, ascending

    template <typename Key> Blocks blocks(const Key& key_of) const {
        Blocks result;
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            result[key_of(names_[i])].push_back(i);
        }
        return result;
    }
    /// Blocks of two or more in a fixed order.
    static std::vector<const std::vector<std::uint32_t>*> in_order(const Blocks& blocks) {
        std::vector<const std::vector<std::uint32_t>*> result;
        for (const auto& [key, members] : blocks) {
            if (members.size() > 1) {
                result.push_back(&members);
            }
        }
        std::sort(result.begin(), result.end(), [](const auto* a, const auto* b) { return *a < *b; });
        return result;
    }

    std::uint32_t node_of(std::uint32_t i) const { return *actors_.begin_of(keys_[i]); }

    /// Is the name one actor, not several namesakes?
    bool is_one(std::uint32_t i) {
        const std::uint32_t key = keys_[i];
        const std::uint32_t first = clusters_.find(node_of(i));
        return std::all_of(actors_.begin_of(key), actors_.end_of(key),
                           [&](std::uint32_t node) { return clusters_.find(node) == first; });
    }
    bool may_join(std::uint32_t i, std::uint32_t k) {
        return is_one(i) && is_one(k) && !company_.stand_together(keys_[i], keys_[k]);
    }
    void join(std::uint32_t i, std::uint32_t k, JoinReason reason) { clusters_.join({node_of(i), node_of(k), reason}); }
    void doubt(std::uint32_t i, std::uint32_t k, const char* reason, double likeness) {
        doubts_.push_back({node_of(i), node_of(k), reason, likeness});
    }

    /// "X Sr" is "X" when "X Jr" is in the case and no document tells "X" and "X Sr" apart.
    void join_seniors() {
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            const std::string& key = actors_.keys[keys_[i]];
            if (names_[i].suffix != "sr") {
                continue;
            }
            const std::string bare = key.substr(0, key.size() - 3);
            const std::uint32_t elder = actors_.find(bare);
            const bool has_younger = actors_.find(bare + " jr") != actors_.keys.size();
            if (elder != actors_.keys.size() && has_younger && !company_.stand_together(elder, keys_[i])) {
                clusters_.join({*actors_.begin_of(elder), node_of(i), JoinReason::senior});
            }
        }
    }

    static bool agree(const std::vector<std::string>& a, const std::vector<std::string>& b) {
        if (a.empty() || b.empty()) {
            return true;
        }
        const bool has_initial = a[0].size() == 1 || b[0].size() == 1;
        return a.size() == b.size() && (a == b || (a.size() == 1 && has_initial && a[0][0] == b[0][0]));
    }

    void join_middle_names() {
        const auto all = blocks([](const PersonName& n) { return n.given + ' ' + n.surname + ' ' + n.suffix; });
        for (const auto* block : in_order(all)) {
            bool is_of_one = true;
            for (std::size_t i = 0; i < block->size(); ++i) {
                for (std::size_t k = 0; k < i; ++k) {
                    is_of_one = is_of_one && agree(names_[(*block)[i]].middle, names_[(*block)[k]].middle);
                }
            }
            for (std::size_t i = 1; i < block->size(); ++i) {
                const std::uint32_t first = block->front();
                const std::uint32_t other = (*block)[i];
                if (is_of_one && names_[first].given.size() > 1 && may_join(first, other)) {
                    join(first, other, JoinReason::middle_name);
                } else if (agree(names_[first].middle, names_[other].middle)) {
                    doubt(first, other, "the same name with and without middle names", 0.6);
                }
            }
        }
    }

    void join_initials() {
        const auto all = blocks([](const PersonName& n) { return n.surname + ' ' + n.suffix + ' ' + n.given[0]; });
        for (const auto* block : in_order(all)) {
            for (const std::uint32_t i : *block) {
                if (names_[i].given.size() == 1) {
                    find_bearer(i, *block);
                }
            }
        }
    }

    /// The one full name that an initial may stand for.
    void find_bearer(std::uint32_t initial, const std::vector<std::uint32_t>& block) {
        std::set<std::uint32_t> clusters;
        std::uint32_t found = initial;
        for (const std::uint32_t k : block) {
            if (names_[k].given.size() > 1) {
                clusters.insert(clusters_.find(node_of(k)));
                found = k;
            }
        }
        if (clusters.size() != 1) {
            return;
        }
        const bool has_company = company_.shared(keys_[initial], keys_[found]) > 0;
        if (has_company && may_join(initial, found)) {
            join(found, initial, JoinReason::initial);
        } else {
            doubt(found, initial, "an initial and one full name", 0.5);
        }
    }

    void join_spellings() {
        const auto all = blocks([](const PersonName& n) {
            std::string sound = sound_of(n.given);
            for (const std::string& middle : n.middle) {
                sound += ' ' + sound_of(middle);
            }
            return sound + ' ' + sound_of(n.surname) + ' ' + n.suffix;
        });
        for (const auto* block : in_order(all)) {
            const std::uint32_t main = most_named(*block);
            for (const std::uint32_t other : *block) {
                if (other != main) {
                    join_with_company(main, other, 1, JoinReason::spelling, "sounds like the other name");
                }
            }
        }
    }

    std::uint32_t most_named(const std::vector<std::uint32_t>& block) const {
        return *std::max_element(block.begin(), block.end(), [&](std::uint32_t a, std::uint32_t b) {
            return actors_.count_of(keys_[a]) < actors_.count_of(keys_[b]);
        });
    }

    void join_with_company(std::uint32_t main, std::uint32_t other, std::size_t wanted, JoinReason reason,
                           const char* why_not) {
        if (clusters_.find(node_of(main)) == clusters_.find(node_of(other))) {
            return;
        }
        const std::size_t shared = company_.shared(keys_[main], keys_[other]);
        if (shared >= wanted && may_join(main, other)) {
            join(main, other, reason);
        } else if (!company_.stand_together(keys_[main], keys_[other])) {
            doubt(main, other, why_not, shared > 0 ? 0.7 : 0.4);
        }
    }

    void join_misspelt() {
        const auto by_surname =
            blocks([](const PersonName& n) { return n.surname + ' ' + n.suffix + ' ' + n.given.substr(0, 2); });
        compare(by_surname, [](const PersonName& a, const PersonName& b) {
            return a.middle == b.middle && is_one_letter_off(a.given, b.given);
        });
        const auto by_given = blocks([](const PersonName& n) { return n.given + ' ' + n.suffix + ' ' + n.surname[0]; });
        compare(by_given, [](const PersonName& a, const PersonName& b) {
            return a.given.size() > 1 && a.middle == b.middle && is_one_letter_off(a.surname, b.surname);
        });
    }

    template <typename Test> void compare(const Blocks& all, const Test& is_like) {
        for (const auto* block : in_order(all)) {
            if (block->size() > largest_block) {
                continue;
            }
            for (std::size_t i = 0; i < block->size(); ++i) {
                for (std::size_t k = 0; k < i; ++k) {
                    const std::uint32_t a = (*block)[k];
                    const std::uint32_t b = (*block)[i];
                    if (is_like(names_[a], names_[b])) {
                        const bool is_first = actors_.count_of(keys_[a]) >= actors_.count_of(keys_[b]);
                        join_with_company(is_first ? a : b, is_first ? b : a, 2, JoinReason::typing_error,
                                          "one letter off");
                    }
                }
            }
        }
    }

    const DocumentActors& actors_;
    const KeyCompany& company_;
    Clusters& clusters_;
    std::vector<Doubt>& doubts_;
    std::vector<std::uint32_t> keys_;
    std::vector<PersonName> names_; ///< of keys_
};

void doubt_lookalikes(const DocumentActors& actors, std::vector<Doubt>& doubts) {
    std::map<std::string, std::uint32_t> first_of;
    for (std::uint32_t key = 0; key < actors.keys.size(); ++key) {
        if (!actors.keys[key].starts_with("account:handle:")) {
            continue;
        }
        const auto [at, is_new] = first_of.try_emplace(lookalike(actors.keys[key]), key);
        if (!is_new) {
            doubts.push_back({*actors.begin_of(at->second), *actors.begin_of(key),
                              "accounts that look alike: one may pose as the other", 0.8});
        }
    }
}

} // namespace

bool is_one_letter_off(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (a.size() < shortest_misspelt || b.size() - a.size() > 1 || a == b) {
        return false;
    }
    std::size_t same = 0;
    while (same < a.size() && a[same] == b[same]) {
        ++same;
    }
    const std::string_view rest_a = a.substr(same);
    const std::string_view rest_b = b.substr(same);
    if (a.size() < b.size()) {
        return rest_a == rest_b.substr(1) && !(rest_a.empty() && is_vowel(b.back()));
    }
    const bool is_swapped =
        rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
    const bool tells_sex = rest_a.size() == 1 && is_vowel(rest_a[0]) && is_vowel(rest_b[0]);
    return is_swapped || (rest_a.substr(1) == rest_b.substr(1) && !tells_sex);
}

void join_variants(const DocumentActors& actors, const KeyCompany& company, Clusters& clusters,
                   std::vector<Doubt>& doubts) {
    Variants(actors, company, clusters, doubts).run();
    doubt_lookalikes(actors, doubts);
}

} // namespace actorgraph
