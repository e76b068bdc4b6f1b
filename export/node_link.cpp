#include "export/node_link.hpp"

#include "export/json_writer.hpp"

namespace actorgraph {
namespace {

void strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& list) {
    json.key(key).begin_array();
    for (const std::string& one : list) {
        json.value(one);
    }
    json.end_array();
}

void write_actor(JsonWriter& json, const Actor& actor) {
    json.begin_object().key("id").value(actor.id).key("name").value(actor.name);
    json.key("type").value(actor.type).key("subtype").value(actor.subtype);
    strings(json, "aliases", actor.aliases);
    if (actor.account) {
        json.key("account").begin_object().key("kind").value(actor.account->kind);
        json.key("platform").value(actor.account->platform);
        json.key("value").value(actor.account->value).end_object();
    }
    strings(json, "documents", actor.documents);
    json.key("members").begin_array();
    for (const ActorMember& one : actor.members) {
        json.begin_array().value(std::size_t{one.document}).value(std::size_t{one.entity}).end_array();
    }
    json.end_array().key("mentions").value(actor.mentions).end_object();
}

void write_evidence(JsonWriter& json, const Evidence& one) {
    json.begin_object().key("document").value(one.document).key("outlet").value(one.outlet);
    json.key("date").value(one.date).key("quote").value(one.quote);
    json.key("start").value(one.start).key("end").value(one.end).key("rule").value(one.rule);
    json.key("speaker").value(one.speaker).key("role").value(one.role);
    json.key("channel").value(one.channel).key("stage").value(one.stage);
    json.key("amount").value(one.amount).key("from").value(one.time.from);
    json.key("to").value(one.time.to).key("confidence").value(one.confidence).end_object();
}

void write_edge(JsonWriter& json, const CaseGraph& graph, const ActorEdge& edge) {
    json.begin_object().key("source").value(graph.actors()[edge.source].id);
    json.key("target").value(graph.actors()[edge.target].id).key("key").value(kind_of(edge));
    json.key("relation").value(edge.relation).key("symmetric").value(edge.symmetric);
    json.key("polarity").value(to_string(edge.polarity));
    json.key("modality").value(to_string(edge.modality));
    json.key("sources").value(edge.sources).key("denials").value(edge.denials);
    strings(json, "documents", edge.documents);
    json.key("first_reported").value(edge.first_reported);
    json.key("last_reported").value(edge.last_reported).key("evidence").begin_array();
    for (const Evidence& one : edge.evidence) {
        write_evidence(json, one);
    }
    json.end_array().end_object();
}

} // namespace

void write_node_link(const CaseGraph& graph, const ExportOptions&, std::ostream& out) {
    JsonWriter json(out, JsonWriter::Style::indented);
    json.begin_object().key("directed").value(true).key("multigraph").value(true);
    json.key("graph").begin_object().key("version").value(std::int64_t{1});
    json.key("generator").value("actorgraph").end_object().key("nodes").begin_array();
    for (const Actor& actor : graph.actors()) {
        write_actor(json, actor);
    }
    json.end_array().key("edges").begin_array();
    for (const ActorEdge& edge : graph.edges()) {
        write_edge(json, graph, edge);
    }
    json.end_array().end_object();
    out.put('\n');
}

} // namespace actorgraph
