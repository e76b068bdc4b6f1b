#include "export/edge_card.hpp"

namespace actorgraph {
namespace {

void text_or_null(JsonWriter& json, std::string_view key, std::string_view text) {
    json.key(key);
    text.empty() ? json.null() : json.value(text);
}

bool is_denial_of(const ActorEdge& other, const ActorEdge& edge) {
    const bool is_refused = other.modality == Modality::denied || other.polarity == Polarity::negated;
    return is_refused && &other != &edge && other.relation == edge.relation && other.source == edge.source &&
           other.target == edge.target;
}

void write_denials(JsonWriter& json, const CaseGraph& graph, const ActorEdge& edge) {
    json.begin_array();
    const auto [first, last] = graph.out(edge.source);
    for (const std::uint32_t* e = first; e != last; ++e) {
        if (is_denial_of(graph.edges()[*e], edge)) {
            for (const Evidence& one : graph.edges()[*e].evidence) {
                write_evidence_json(json, one);
            }
        }
    }
    json.end_array();
}

} // namespace

std::string counted(std::size_t count, const char* noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string status_text(const ActorEdge& edge) {
    const std::string& speaker = edge.evidence.front().speaker;
    const std::string by = speaker.empty() ? "" : " by " + speaker;
    if (edge.polarity == Polarity::negated) {
        return " [said not to be" + (speaker.empty() ? "" : ", says " + speaker) + "]";
    }
    if (edge.modality == Modality::reported) {
        return speaker.empty() ? "" : " [says " + speaker + "]";
    }
    return " [" + std::string(to_string(edge.modality)) + by + "]";
}

std::string edge_text(const CaseGraph& graph, const ActorEdge& edge) {
    const Evidence& best = edge.evidence.front();
    const std::string& source = graph.actors()[edge.source].name;
    const std::string& target = graph.actors()[edge.target].name;
    std::string details = best.role.empty() ? "" : " (" + best.role + ")";
    details += best.channel.empty() ? "" : " (" + best.channel + ")";
    return source + (edge.symmetric ? " -- " : " -> ") + edge.relation + details +
           (edge.symmetric ? " -- " : " -> ") + target + status_text(edge);
}

std::string place_text(const Evidence& evidence) {
    return evidence.document + (evidence.outlet.empty() ? "" : ", " + evidence.outlet) +
           (evidence.date.empty() ? "" : ", " + evidence.date);
}

std::string support_text(const ActorEdge& edge) {
    return counted(edge.sources, "independent source") + " in " + counted(edge.documents.size(), "document") +
           (edge.denials > 0 ? "; " + counted(edge.denials, "denial") : "");
}

void write_actor_json(JsonWriter& json, const Actor& actor) {
    json.begin_object().key("id").value(actor.id).key("name").value(actor.name);
    json.key("type").value(actor.type).end_object();
}

void write_evidence_json(JsonWriter& json, const Evidence& one) {
    json.begin_object().key("document").value(one.document).key("outlet").value(one.outlet);
    json.key("date").value(one.date).key("quote").value(one.quote);
    json.key("start").value(one.start).key("end").value(one.end);
    json.key("rule").value(one.rule);
    text_or_null(json, "speaker", one.speaker);
    json.end_object();
}

void write_edge_json(JsonWriter& json, const CaseGraph& graph, const ActorEdge& edge) {
    const Evidence& best = edge.evidence.front();
    json.begin_object().key("source").value(graph.actors()[edge.source].id);
    json.key("target").value(graph.actors()[edge.target].id);
    json.key("relation").value(edge.relation);
    text_or_null(json, "role", best.role);
    text_or_null(json, "channel", best.channel);
    json.key("polarity").value(to_string(edge.polarity));
    json.key("modality").value(to_string(edge.modality));
    text_or_null(json, "speaker", best.speaker);
    json.key("time").begin_object();
    text_or_null(json, "from", best.time.from);
    text_or_null(json, "to", best.time.to);
    json.end_object().key("sources").value(edge.sources);
    json.key("documents").value(edge.documents.size()).key("denials");
    write_denials(json, graph, edge);
    json.key("evidence").begin_array();
    for (const Evidence& one : edge.evidence) {
        write_evidence_json(json, one);
    }
    json.end_array().end_object();
}

} // namespace actorgraph
