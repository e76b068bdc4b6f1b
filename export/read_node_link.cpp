#include "export/node_link.hpp"

#include "export/read_json.hpp"

#include <unordered_map>

namespace actorgraph {
namespace {

using nlohmann::json;

std::string text_of(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

/// The first of the keys that holds text, or a whole number in digits.
std::string first_of(const json& object, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
        const auto found = object.find(key);
        if (found != object.end() && found->is_number_integer()) {
            return std::to_string(found->get<std::int64_t>());
        }
        if (std::string text = text_of(object, key); !text.empty()) {
            return text;
        }
    }
    return "";
}

/// A node that tells no type takes the beginning of its id when that names one, else organization, as in GraphML.
std::string type_of(const json& node, const std::string& id) {
    const std::string type = first_of(node, {"type", "entity_type"});
    const std::string prefix = id.substr(0, std::min(id.find(':'), id.size()));
    const bool is_known = prefix == "person" || prefix == "account";
    return !type.empty() ? type : is_known ? prefix : "organization";
}

std::size_t count_of(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number_unsigned() ? found->get<std::size_t>() : 0;
}

std::vector<std::string> list_of(const json& object, const char* key) {
    std::vector<std::string> list;
    const auto found = object.find(key);
    if (found != object.end() && found->is_array()) {
        for (const json& one : *found) {
            if (one.is_string()) {
                list.push_back(one.get<std::string>());
            }
        }
    }
    return list;
}

/// [[document, entity], …]; pairs that are none, or point past the documents, are left out.
std::vector<ActorMember> members_of(const json& node, std::size_t documents) {
    std::vector<ActorMember> members;
    const auto found = node.find("members");
    for (const json& pair : found != node.end() && found->is_array() ? *found : json::array()) {
        const bool is_pair = pair.is_array() && pair.size() == 2 && pair[0].is_number_unsigned() &&
                             pair[1].is_number_unsigned() && pair[0].get<std::size_t>() < documents;
        if (is_pair) {
            members.push_back({pair[0].get<std::uint32_t>(), pair[1].get<std::uint32_t>()});
        }
    }
    return members;
}

Actor actor_of(const json& node) {
    Actor actor;
    actor.id = first_of(node, {"id"});
    actor.name = first_of(node, {"name", "label", "id"});
    actor.type = type_of(node, actor.id);
    actor.subtype = text_of(node, "subtype");
    actor.aliases = list_of(node, "aliases");
    actor.documents = list_of(node, "documents");
    actor.members = members_of(node, actor.documents.size());
    actor.mentions = count_of(node, "mentions");
    if (const auto account = node.find("account"); account != node.end() && account->is_object()) {
        actor.account = Account{text_of(*account, "kind"), text_of(*account, "platform"),
                                text_of(*account, "value")};
    }
    return actor;
}

Evidence evidence_of(const json& one) {
    Evidence evidence;
    evidence.document = text_of(one, "document");
    evidence.outlet = text_of(one, "outlet");
    evidence.date = text_of(one, "date");
    evidence.quote = text_of(one, "quote");
    evidence.start = count_of(one, "start");
    evidence.end = count_of(one, "end");
    evidence.rule = text_of(one, "rule");
    evidence.speaker = text_of(one, "speaker");
    evidence.role = text_of(one, "role");
    evidence.channel = text_of(one, "channel");
    evidence.stage = text_of(one, "stage");
    evidence.amount = text_of(one, "amount");
    evidence.time = {text_of(one, "from"), text_of(one, "to")};
    const auto confidence = one.find("confidence");
    evidence.confidence = confidence != one.end() && confidence->is_number() ? confidence->get<double>() : 0;
    return evidence;
}

std::string relation_of(const json& one) {
    if (std::string relation = text_of(one, "relation"); !relation.empty()) {
        return relation;
    }
    const std::string kind = first_of(one, {"kind", "label", "key"});
    const bool is_number = kind.find_first_not_of("0123456789") == std::string::npos; // NetworkX numbers parallel edges
    const std::string name = kind.substr(0, std::min(kind.find(" ["), kind.size()));
    return is_number || name.empty() ? "linked_to" : name;
}

ActorEdge edge_of(const json& one, const std::string& file) {
    ActorEdge edge;
    edge.relation = relation_of(one);
    edge.symmetric = one.value("symmetric", json(false)) == json(true);
    edge.polarity = polarity_from(text_of(one, "polarity")).value_or(Polarity::affirmed);
    edge.modality = modality_from(text_of(one, "modality")).value_or(Modality::reported);
    edge.documents = list_of(one, "documents");
    edge.sources = count_of(one, "sources");
    edge.denials = count_of(one, "denials");
    edge.first_reported = text_of(one, "first_reported");
    edge.last_reported = text_of(one, "last_reported");
    if (const auto list = one.find("evidence"); list != one.end() && list->is_array()) {
        for (const json& evidence : *list) {
            if (evidence.is_object()) {
                edge.evidence.push_back(evidence_of(evidence));
            }
        }
    }
    if (edge.evidence.empty()) {
        Evidence drawn;
        drawn.document = file;
        drawn.quote = text_of(one, "quote");
        edge.evidence.push_back(std::move(drawn));
        edge.documents = edge.documents.empty() ? std::vector{file} : edge.documents;
        edge.sources = std::max<std::size_t>(edge.sources, 1);
    }
    return edge;
}

Diagnostic fault(const std::string& file, std::string message) {
    return {Severity::error, file, 0, 0, std::move(message),
            "give node-link JSON, as 'actorgraph extract -f json' and NetworkX write it"};
}

} // namespace

Result<CaseGraph> read_node_link(std::string_view text, const std::string& file) {
    const Result<json> parsed = read_json(text, file);
    if (!parsed) {
        return parsed.problems();
    }
    const json& root = parsed.value();
    const char* edges_key = root.is_object() && root.contains("edges") ? "edges" : "links";
    const bool has_shape = root.is_object() && root.contains("nodes") && root.contains(edges_key) &&
                           root["nodes"].is_array() && root[edges_key].is_array();
    if (!has_shape) {
        return fault(file, "the JSON has no \"nodes\" and \"edges\"");
    }
    std::vector<Actor> actors;
    std::unordered_map<std::string, std::uint32_t> index_of;
    for (const json& node : root["nodes"]) {
        Actor actor = node.is_object() ? actor_of(node) : Actor{};
        const auto index = static_cast<std::uint32_t>(actors.size());
        if (actor.id.empty() || !index_of.try_emplace(actor.id, index).second) {
            return fault(file, "node " + std::to_string(index + 1) + " has no id or one used before");
        }
        actors.push_back(std::move(actor));
    }
    std::vector<ActorEdge> edges;
    for (const json& one : root[edges_key]) {
        const auto source = one.is_object() ? index_of.find(first_of(one, {"source"})) : index_of.end();
        const auto target = one.is_object() ? index_of.find(first_of(one, {"target"})) : index_of.end();
        const std::string number = std::to_string(edges.size() + 1);
        if (source == index_of.end() || target == index_of.end()) {
            return fault(file, "edge " + number + " joins a node that is not in the file");
        }
        ActorEdge edge = edge_of(one, file);
        edge.source = source->second;
        edge.target = target->second;
        edges.push_back(std::move(edge));
    }
    return CaseGraph(std::move(actors), std::move(edges));
}

} // namespace actorgraph
