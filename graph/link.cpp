#include "graph/link.hpp"

#include "core/utf8.hpp"
#include "graph/link/wordings.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace actorgraph {
namespace {

std::string folded(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        char32_t c = next_code_point(text, at);
        if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) {
            c += 32;
        }
        append_utf8(out, c);
    }
    return out;
}

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char c : folded(name)) {
        if (c == ' ' || c == ',' || c == '\n') {
            if (!words.back().empty()) {
                words.emplace_back();
            }
        } else if (c != '.') {
            words.back() += c;
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

bool is_legal_form(const std::string& word) {
    static const std::unordered_set<std::string> forms{"inc", "ltd", "plc", "corp", "co", "llc",
                                                       "gmbh", "ag", "sa", "nv", "limited"};
    return forms.contains(word);
}

/// What must be equal for two document entities to be one actor.
std::string key_of(const Entity& entity) {
    if (entity.account) {
        return "account:" + entity.account->kind + ":" + entity.account->value;
    }
    std::vector<std::string> words = words_of(entity.name);
    if (entity.type == "organization") {
        if (words.size() > 1 && words.front() == "the") {
            words.erase(words.begin());
        }
        while (words.size() > 1 && is_legal_form(words.back())) {
            words.pop_back();
        }
    }
    return entity.type + ":" + joined(words);
}

/// ASCII letters and digits of a key, the rest as dashes; words of other scripts as hex.
std::string slug(std::string_view key) {
    std::string out;
    for (const char c : key) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '@' ||
                              c == '.' || c == '_' || c == '+' || c == '/';
        if (is_plain) {
            out += c;
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            static constexpr char digits[] = "0123456789abcdef";
            out += digits[static_cast<unsigned char>(c) >> 4U];
            out += digits[static_cast<unsigned char>(c) & 15U];
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    return out;
}

bool is_actor_type(const std::string& type) {
    return type == "person" || type == "organization" || type == "account";
}

struct DraftActor {
    Actor actor;
    std::map<std::string, std::size_t> names; ///< form → mentions
    std::set<std::string> aliases;
    std::set<std::string> documents;
    std::vector<std::pair<std::string, std::uint32_t>> members; ///< document, entity
};

/// Facts in a fixed order, each text once; with the source group of each.
struct OrderedFacts {
    std::vector<const DocumentFacts*> facts;
    std::vector<std::uint32_t> groups;
};

OrderedFacts ordered(const LinkInput& input) {
    const SourceGroups sources = group_sources(input);
    std::vector<std::uint32_t> order(input.facts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(input.facts[a].id, input.facts[a].sha256) < std::tie(input.facts[b].id, input.facts[b].sha256);
    });
    OrderedFacts result;
    std::unordered_set<std::string> seen;
    for (const std::uint32_t one : order) {
        const DocumentFacts& facts = input.facts[one];
        if (facts.sha256.empty() || seen.insert(facts.sha256).second) {
            result.facts.push_back(&facts);
            result.groups.push_back(sources.group[one]);
        }
    }
    return result;
}

bool is_suffix(const std::string& word) {
    return word == "jr" || word == "sr" || word == "ii" || word == "iii";
}

/// Full names of the case by surname and suffix; "Brandt" joins the only Brandt named in full, "Brandt Jr"
/// the only Brandt Jr.
class ShortNames {
  public:
    explicit ShortNames(const std::vector<const DocumentFacts*>& facts) {
        for (const DocumentFacts* one : facts) {
            for (const Entity& entity : one->entities) {
                if (entity.type == "organization" && !entity.name.empty()) {
                    organisations_.insert(key_of(entity));
                }
                if (entity.type == "person" && !is_short(words_of(entity.name))) {
                    full_[surname(words_of(entity.name))].insert(key_of(entity));
                } else if (entity.type == "organization" && words_of(entity.name).size() > 1) {
                    for (const std::string& alias : entity.aliases) {
                        if (alias.find(' ') == std::string::npos) {
                            acronyms_[folded(alias)].insert(key_of(entity));
                        }
                    }
                }
            }
        }
    }

    /// Key of the actor that a short name stands for; the entity's own when unsure.
    std::string resolve(const Entity& entity) const {
        const auto words = words_of(entity.name);
        if (entity.account || !is_actor_type(entity.type) || words.empty() || !is_short(words)) {
            return key_of(entity);
        }
        const auto& table = entity.type == "person" ? full_ : acronyms_;
        const auto found = table.find(entity.type == "person" ? surname(words) : words.front());
        if (found != table.end()) {
            return found->second.size() == 1 ? *found->second.begin() : key_of(entity);
        }
        // One word that no document names in full is the organisation that others know by it.
        const std::string as_organisation = "organization:" + joined(words);
        return organisations_.contains(as_organisation) ? as_organisation : key_of(entity);
    }

  private:
    static bool is_short(const std::vector<std::string>& words) {
        return words.size() == 1 || (words.size() == 2 && is_suffix(words.back()));
    }

    /// "brandt" or "brandt jr".
    static std::string surname(const std::vector<std::string>& words) {
        if (words.size() > 1 && is_suffix(words.back())) {
            return words[words.size() - 2] + " " + words.back();
        }
        return words.empty() ? "" : words.back();
    }
    std::map<std::string, std::set<std::string>> full_;
    std::map<std::string, std::set<std::string>> acronyms_;
    std::set<std::string> organisations_;
};

std::string fullest(const DraftActor& draft) {
    std::string best;
    std::size_t best_words = 0;
    std::size_t best_count = 0;
    for (const auto& [name, count] : draft.names) {
        const bool has_case = folded(name) != name;
        const std::size_t words = 2 * words_of(name).size() + (has_case ? 1U : 0U);
        if (words > best_words || (words == best_words && count > best_count)) {
            best = name;
            best_words = words;
            best_count = count;
        }
    }
    return best;
}

bool is_denial(const ActorEdge& edge) {
    return edge.polarity == Polarity::negated || edge.modality == Modality::denied;
}

/// An edge while evidence is collected; `groups` are the source groups of its evidence.
struct DraftEdge {
    ActorEdge edge;
    std::vector<std::uint32_t> groups;
};

void finish(DraftEdge& draft) {
    ActorEdge& edge = draft.edge;
    std::vector<QuotedSource> quotes;
    for (std::size_t i = 0; i < edge.evidence.size(); ++i) {
        quotes.push_back({edge.evidence[i].quote, draft.groups[i]});
    }
    const auto numbers = independent_sources(quotes);
    edge.sources = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end()) + 1U;
    std::sort(edge.evidence.begin(), edge.evidence.end(), [](const Evidence& a, const Evidence& b) {
        if (a.confidence != b.confidence) {
            return a.confidence > b.confidence;
        }
        return std::tie(a.date, a.document, a.start, a.rule) <
               std::tie(b.date, b.document, b.start, b.rule);
    });
    std::set<std::string> documents;
    for (const Evidence& one : edge.evidence) {
        documents.insert(one.document);
        if (!one.date.empty()) {
            if (edge.first_reported.empty() || one.date < edge.first_reported) {
                edge.first_reported = one.date;
            }
            edge.last_reported = std::max(edge.last_reported, one.date);
        }
    }
    edge.documents.assign(documents.begin(), documents.end());
}

class Linker {
  public:
    Linker(OrderedFacts facts, const std::function<bool(std::string_view)>& is_symmetric)
        : facts_(std::move(facts.facts)), groups_(std::move(facts.groups)), short_names_(facts_),
          is_symmetric_(is_symmetric) {}

    CaseGraph run() {
        collect_actors();
        collect_edges();
        return build();
    }

  private:
    static std::string place_key(const Entity& entity) {
        return entity.type == "location" ? "location:" + joined(words_of(entity.name)) : "";
    }

    std::string key(const Entity& entity) const {
        if (entity.name.empty() || (!is_actor_type(entity.type) && entity.type != "location")) {
            return "";
        }
        return entity.type == "location" ? place_key(entity) : short_names_.resolve(entity);
    }

    void collect_actors() {
        for (const DocumentFacts* one : facts_) {
            std::vector<bool> is_in_claim(one->entities.size(), false);
            for (const Claim& claim : one->claims) {
                is_in_claim[claim.source] = is_in_claim[claim.target] = true;
            }
            for (std::size_t i = 0; i < one->entities.size(); ++i) {
                const Entity& entity = one->entities[i];
                const std::string actor_key = key(entity);
                if (!actor_key.empty() && (is_actor_type(entity.type) || is_in_claim[i])) {
                    add(drafts_[actor_key], actor_key, entity, one->id);
                    drafts_[actor_key].members.emplace_back(one->id, static_cast<std::uint32_t>(i));
                }
            }
        }
    }

    static void add(DraftActor& draft, const std::string& key, const Entity& entity,
                    const std::string& document) {
        if (draft.actor.type.empty()) {
            draft.actor.type = key.substr(0, key.find(':'));
            draft.actor.account = entity.account;
        }
        if (draft.actor.subtype.empty()) {
            draft.actor.subtype = entity.subtype;
        }
        draft.names[entity.name] += entity.mentions.size();
        draft.aliases.insert(entity.aliases.begin(), entity.aliases.end());
        draft.documents.insert(document);
        draft.actor.mentions += entity.mentions.size();
    }

    void collect_edges() {
        for (std::size_t i = 0; i < facts_.size(); ++i) {
            const CodePointIndex index(facts_[i]->text);
            for (const Claim& claim : facts_[i]->claims) {
                add_claim(*facts_[i], groups_[i], index, claim);
            }
        }
    }

    void add_claim(const DocumentFacts& one, std::uint32_t group, const CodePointIndex& index, const Claim& claim) {
        std::string source = key(one.entities[claim.source]);
        std::string target = key(one.entities[claim.target]);
        if (source.empty() || target.empty() || source == target) {
            return;
        }
        const bool symmetric = is_symmetric_(claim.relation);
        if (symmetric && target < source) {
            std::swap(source, target);
        }
        DraftEdge& draft = edges_[{source, target, claim.relation, claim.polarity, claim.modality}];
        draft.groups.push_back(group);
        ActorEdge& edge = draft.edge;
        edge.relation = claim.relation;
        edge.symmetric = symmetric;
        edge.polarity = claim.polarity;
        edge.modality = claim.modality;
        edge.evidence.push_back(evidence_of(one, index, claim));
        if (claim.speaker) {
            edge.evidence.back().speaker = name_of(one.entities[*claim.speaker]);
        }
    }

    /// Name of the actor an entity became; its own when it became none.
    std::string name_of(const Entity& entity) const {
        const auto found = drafts_.find(key(entity));
        return found == drafts_.end() ? entity.name : fullest(found->second);
    }

    static Evidence evidence_of(const DocumentFacts& one, const CodePointIndex& index,
                                const Claim& claim) {
        Evidence evidence;
        evidence.document = one.id;
        evidence.outlet = one.outlet;
        evidence.date = one.date;
        evidence.quote = claim.quote;
        const bool has_text = claim.evidence.end <= one.text.size();
        evidence.start = has_text ? index.to_code_points(claim.evidence.begin) : claim.evidence.begin;
        evidence.end = has_text ? index.to_code_points(claim.evidence.end) : claim.evidence.end;
        evidence.rule = claim.rule;
        evidence.role = claim.role;
        evidence.channel = claim.channel;
        evidence.stage = claim.stage;
        evidence.amount = claim.amount;
        evidence.time = claim.time;
        evidence.confidence = claim.confidence;
        return evidence;
    }

    CaseGraph build() {
        std::vector<Actor> actors;
        std::map<std::string, std::uint32_t> index_of;
        std::set<std::string> ids;
        for (auto& [actor_key, draft] : drafts_) {
            Actor& actor = draft.actor;
            actor.name = fullest(draft);
            for (const auto& [name, count] : draft.names) {
                draft.aliases.insert(name);
            }
            draft.aliases.erase(actor.name);
            actor.aliases.assign(draft.aliases.begin(), draft.aliases.end());
            actor.documents.assign(draft.documents.begin(), draft.documents.end());
            for (const auto& [document, entity] : draft.members) {
                const auto at = std::lower_bound(actor.documents.begin(), actor.documents.end(), document);
                actor.members.push_back({static_cast<std::uint32_t>(at - actor.documents.begin()), entity});
            }
            std::sort(actor.members.begin(), actor.members.end());
            const std::string base = slug(actor_key);
            actor.id = base;
            for (int n = 2; !ids.insert(actor.id).second; ++n) {
                actor.id = base + "-" + std::to_string(n);
            }
            index_of[actor_key] = static_cast<std::uint32_t>(actors.size());
            actors.push_back(actor);
        }
        std::map<std::tuple<std::string, std::string, std::string>, std::size_t> denials;
        for (const auto& [k, draft] : edges_) {
            if (is_denial(draft.edge)) {
                denials[{std::get<0>(k), std::get<1>(k), std::get<2>(k)}] += draft.edge.evidence.size();
            }
        }
        std::vector<ActorEdge> edges;
        for (auto& [k, draft] : edges_) {
            finish(draft);
            ActorEdge& edge = draft.edge;
            edge.source = index_of.at(std::get<0>(k));
            edge.target = index_of.at(std::get<1>(k));
            const auto denied = denials.find({std::get<0>(k), std::get<1>(k), std::get<2>(k)});
            edge.denials = denied == denials.end() ? 0 : denied->second;
            edges.push_back(std::move(edge));
        }
        return {std::move(actors), std::move(edges)};
    }

    using EdgeKey = std::tuple<std::string, std::string, std::string, Polarity, Modality>;
    std::vector<const DocumentFacts*> facts_;
    std::vector<std::uint32_t> groups_; ///< source group of each
    ShortNames short_names_;
    const std::function<bool(std::string_view)>& is_symmetric_;
    std::map<std::string, DraftActor> drafts_;
    std::map<EdgeKey, DraftEdge> edges_;
};

} // namespace

SourceGroups group_sources(const LinkInput& input) {
    std::vector<TextSketch> made;
    if (input.sketches.empty()) {
        std::transform(input.facts.begin(), input.facts.end(), std::back_inserter(made), sketch_of);
    }
    std::vector<VersionMark> marks;
    for (const DocumentFacts& one : input.facts) {
        marks.push_back({one.date, one.id});
    }
    return group_sources(input.sketches.empty() ? made : input.sketches, marks);
}

CaseGraph link(const LinkInput& input, const std::function<bool(std::string_view relation)>& is_symmetric) {
    return Linker(ordered(input), is_symmetric).run();
}

} // namespace actorgraph
