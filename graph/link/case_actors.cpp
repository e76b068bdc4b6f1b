#include "graph/link/case_actors.hpp"

#include "graph/fold.hpp"
#include "graph/link/name_key.hpp"
#include "graph/link/same_name.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace actorgraph {
namespace {

/// ASCII letters and digits of a key, the rest as dashes; words of other scripts as hex.
std::string slug(std::string_view key) {
    static constexpr std::string_view digits = "0123456789abcdef";
    static constexpr std::string_view kept = ":@._+/";
    std::string out;
    for (const char c : key) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              kept.find(c) != std::string_view::npos;
        if (is_plain) {
            out += c;
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            out += digits[static_cast<unsigned char>(c) >> 4U];
            out += digits[static_cast<unsigned char>(c) & 15U];
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    return out;
}

/// Number of words of a name; "Sr" only tells the elder from the younger and does not count.
std::size_t word_count(const std::string& name) {
    const auto words = name_words(name, true);
    return words.size() - (words.size() > 1 && words.back() == "sr" ? 1U : 0U);
}

std::string fullest(const std::map<std::string, std::size_t>& names) {
    std::string best;
    std::size_t best_words = 0;
    std::size_t best_count = 0;
    for (const auto& [name, count] : names) {
        const std::size_t words = 2 * word_count(name) + (folded(name) != name ? 1U : 0U);
        if (words > best_words || (words == best_words && count > best_count)) {
            best = name;
            best_words = words;
            best_count = count;
        }
    }
    return best;
}

/// The clusters as lists of nodes, and the key each is called by.
struct Cluster {
    std::string key;
    std::vector<std::uint32_t> nodes;
};

/// The type most nodes have (an organization rather than a person), and of that type the name most documents give,
/// full names before short ones.
std::string main_key(const DocumentActors& actors, const std::vector<std::uint32_t>& nodes) {
    std::map<std::string_view, std::size_t> types;
    std::map<std::uint32_t, std::size_t> keys;
    for (const std::uint32_t node : nodes) {
        const std::uint32_t key = actors.nodes[node].key;
        ++keys[key];
        const bool is_name = !is_short_person(actors.keys[key]);
        types[type_of_key(actors.keys[key])] += is_name ? 1000U : 1U;
    }
    const auto type = std::max_element(types.begin(), types.end(), [](const auto& a, const auto& b) {
                          return std::tuple(a.second, b.first) < std::tuple(b.second, a.first);
                      })->first;
    const auto worth = [&](const std::pair<const std::uint32_t, std::size_t>& one) {
        const std::string& key = actors.keys[one.first];
        const std::size_t words = words_of_key(key).size();
        return std::tuple(type_of_key(key) == type, !is_short_person(key) && (words > 1 || type != "organization"),
                          one.second, words);
    };
    const auto best = std::max_element(keys.begin(), keys.end(),
                                       [&](const auto& a, const auto& b) { return worth(a) < worth(b); });
    return actors.keys[best->first];
}

std::vector<Cluster> clusters_of(const WhoIsWho& who) {
    std::vector<Cluster> clusters;
    std::vector<std::uint32_t> number(who.cluster.size());
    for (std::uint32_t node = 0; node < who.cluster.size(); ++node) {
        if (who.cluster[node] == node) {
            number[node] = static_cast<std::uint32_t>(clusters.size());
            clusters.emplace_back();
        }
        clusters[number[who.cluster[node]]].nodes.push_back(node);
    }
    for (Cluster& one : clusters) {
        one.key = main_key(who.actors, one.nodes);
    }
    std::sort(clusters.begin(), clusters.end(),
              [](const Cluster& a, const Cluster& b) { return std::tie(a.key, a.nodes) < std::tie(b.key, b.nodes); });
    return clusters;
}

void add_members(const std::vector<const DocumentFacts*>& facts, const WhoIsWho& who, const Cluster& cluster, Actor& actor) {
    for (const std::uint32_t node : cluster.nodes) {
        actor.documents.push_back(facts[who.actors.nodes[node].document]->id);
    }
    std::sort(actor.documents.begin(), actor.documents.end());
    actor.documents.erase(std::unique(actor.documents.begin(), actor.documents.end()), actor.documents.end());
    for (const std::uint32_t node : cluster.nodes) {
        const DocumentActor& one = who.actors.nodes[node];
        const auto at = std::lower_bound(actor.documents.begin(), actor.documents.end(), facts[one.document]->id);
        actor.members.push_back({static_cast<std::uint32_t>(at - actor.documents.begin()), one.entity});
    }
    std::sort(actor.members.begin(), actor.members.end());
}

Actor actor_of(const std::vector<const DocumentFacts*>& facts, const WhoIsWho& who, const Cluster& cluster) {
    Actor actor;
    actor.type = type_of_key(cluster.key);
    std::map<std::string, std::size_t> names;
    std::set<std::string> aliases;
    for (const std::uint32_t node : cluster.nodes) {
        const DocumentActor& one = who.actors.nodes[node];
        const Entity& entity = facts[one.document]->entities[one.entity];
        actor.account = actor.account ? actor.account : entity.account;
        if (actor.subtype.empty() && entity.type == actor.type) {
            actor.subtype = entity.subtype;
        }
        names[entity.name] += entity.mentions.size();
        aliases.insert(entity.name);
        aliases.insert(entity.aliases.begin(), entity.aliases.end());
        actor.mentions += entity.mentions.size();
    }
    actor.name = fullest(names);
    aliases.erase(actor.name);
    actor.aliases.assign(aliases.begin(), aliases.end());
    add_members(facts, who, cluster, actor);
    return actor;
}

/// The actor that has most of the nodes.
std::uint32_t most_of(const std::vector<std::uint32_t>& nodes, const std::vector<std::uint32_t>& of_node) {
    std::map<std::uint32_t, std::size_t> counts;
    for (const std::uint32_t node : nodes) {
        ++counts[of_node[node]];
    }
    return std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

void rename(Actor& actor, const std::string& name) {
    if (actor.name == name) {
        return;
    }
    std::set<std::string> aliases(actor.aliases.begin(), actor.aliases.end());
    aliases.insert(actor.name);
    aliases.erase(name);
    actor.name = name;
    actor.aliases.assign(aliases.begin(), aliases.end());
}

} // namespace

CaseActors case_actors(const std::vector<const DocumentFacts*>& facts, const WhoIsWho& who,
                       const std::vector<Decision>& decisions) {
    CaseActors result;
    result.of_node.resize(who.cluster.size());
    const auto clusters = clusters_of(who);
    for (std::uint32_t i = 0; i < clusters.size(); ++i) {
        result.actors.push_back(actor_of(facts, who, clusters[i]));
        for (const std::uint32_t node : clusters[i].nodes) {
            result.of_node[node] = i;
        }
    }
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        const Decision& one = decisions[i];
        const bool is_of_one = one.kind == DecisionKind::rename || one.kind == DecisionKind::type;
        if (!is_of_one || who.states[i] != DecisionState::holds) {
            continue;
        }
        Actor& actor = result.actors[most_of(nodes_of(who.actors, facts, one.a), result.of_node)];
        if (one.kind == DecisionKind::rename) {
            rename(actor, one.text);
        } else {
            actor.type = one.text;
        }
    }
    std::unordered_set<std::string> ids;
    std::unordered_map<std::string, int> last_number; // of namesakes, so that many of them cost no more
    for (std::uint32_t i = 0; i < clusters.size(); ++i) {
        Actor& actor = result.actors[i];
        const std::string base = slug(actor.type + clusters[i].key.substr(clusters[i].key.find(':')));
        actor.id = base;
        for (int& n = last_number.try_emplace(base, 1).first->second; !ids.insert(actor.id).second;) {
            actor.id = base + "-" + std::to_string(++n);
        }
    }
    return result;
}

} // namespace actorgraph
