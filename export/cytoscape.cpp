#include "export/cytoscape.hpp"

#include "export/json_writer.hpp"
#include "export/look.hpp"
#include "graph/edge_filter.hpp"

namespace actorgraph {
namespace {

void write_node(JsonWriter& json, const Actor& actor, const Look& look) {
    json.begin_object().key("data").begin_object().key("id").value(actor.id);
    json.key("name").value(actor.name).key("label").value(actor.name.empty() ? actor.id : actor.name);
    json.key("entity_type").value(actor.type).key("subtype").value(actor.subtype);
    json.key("mentions").value(actor.mentions).key("documents").value(actor.documents.size());
    json.key("size").value(look.size).key("color").value(hex_of(look.colour)).end_object();
    json.key("position").begin_object().key("x").value(look.place.x).key("y").value(-look.place.y);
    json.end_object().end_object();
}

void write_edge(JsonWriter& json, const CaseGraph& graph, const ActorEdge& edge, std::size_t number) {
    const Evidence& best = edge.evidence.front();
    json.begin_object().key("data").begin_object().key("id").value("edge:" + std::to_string(number));
    json.key("source").value(graph.actors()[edge.source].id).key("target").value(graph.actors()[edge.target].id);
    json.key("interaction").value(kind_of(edge)).key("relation").value(edge.relation);
    json.key("polarity").value(to_string(edge.polarity)).key("modality").value(to_string(edge.modality));
    json.key("symmetric").value(edge.symmetric).key("sources").value(edge.sources).key("denials").value(edge.denials);
    json.key("first_reported").value(edge.first_reported).key("last_reported").value(edge.last_reported);
    json.key("speaker").value(best.speaker).key("quote").value(best.quote).key("document").value(best.document);
    json.end_object().end_object();
}

} // namespace

void write_cytoscape(const CaseGraph& graph, const ExportOptions& options, std::ostream& out) {
    JsonWriter json(out, JsonWriter::Style::indented);
    json.begin_object().key("format_version").value("1.0").key("generated_by").value("actorgraph");
    json.key("data").begin_object().key("name").value("case").end_object();
    json.key("elements").begin_object().key("nodes").begin_array();
    const auto drawn = looks(graph);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        write_node(json, graph.actors()[i], drawn[i]);
    }
    json.end_array().key("edges").begin_array();
    std::size_t number = 0;
    for (const ActorEdge& edge : graph.edges()) {
        if (options.with_denied || !is_denied(edge)) {
            write_edge(json, graph, edge, number++);
        }
    }
    json.end_array().end_object().end_object();
    out.put('\n');
}

} // namespace actorgraph
