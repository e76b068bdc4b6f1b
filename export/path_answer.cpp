#include "export/path_answer.hpp"

#include "export/json_writer.hpp"

#include <algorithm>
#include <cmath>

namespace actorgraph {
namespace {

constexpr std::size_t shown_edges = 3;

std::string plural(std::size_t count, const char* noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string status_of(const ActorEdge& edge) {
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

void append_edge(std::string& out, const CaseGraph& graph, const ActorEdge& edge) {
    const Evidence& best = edge.evidence.front();
    out += "     " + edge_text(graph, edge) + "\n";
    out += "       \"" + best.quote + "\"\n";
    out += "       " + best.document + (best.outlet.empty() ? "" : ", " + best.outlet) +
           (best.date.empty() ? "" : ", " + best.date) + "; " +
           plural(edge.sources, "independent source") + " in " +
           plural(edge.documents.size(), "document") +
           (edge.denials > 0 ? "; " + plural(edge.denials, "denial") : "") + "\n";
}

void write_evidence(JsonWriter& json, const Evidence& one) {
    json.begin_object().key("document").value(one.document).key("outlet").value(one.outlet);
    json.key("date").value(one.date).key("quote").value(one.quote);
    json.key("start").value(one.start).key("end").value(one.end);
    json.key("rule").value(one.rule).end_object();
}

void text_or_null(JsonWriter& json, std::string_view key, std::string_view text) {
    json.key(key);
    text.empty() ? json.null() : json.value(text);
}

void write_edge(JsonWriter& json, const CaseGraph& graph, const ActorEdge& edge) {
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
    json.key("documents").value(edge.documents.size()).key("denials").begin_array();
    for (const ActorEdge& other : graph.edges()) {
        const bool is_denial = other.modality == Modality::denied || other.polarity == Polarity::negated;
        if (is_denial && other.relation == edge.relation && other.source == edge.source &&
            other.target == edge.target && &other != &edge) {
            for (const Evidence& one : other.evidence) {
                write_evidence(json, one);
            }
        }
    }
    json.end_array().key("evidence").begin_array();
    for (const Evidence& one : edge.evidence) {
        write_evidence(json, one);
    }
    json.end_array().end_object();
}

void write_actor(JsonWriter& json, const Actor& actor) {
    json.begin_object().key("id").value(actor.id).key("name").value(actor.name);
    json.key("type").value(actor.type).end_object();
}

/// Mean number of independent sources of a path's hops, hops that are only alleged at half weight.
double score_of(const CaseGraph& graph, const std::vector<Hop>& path) {
    double sum = 0.0;
    for (const Hop& hop : path) {
        const ActorEdge& best = graph.edges()[hop.edges.front()];
        const auto sources = static_cast<double>(best.sources);
        sum += best.modality == Modality::reported ? sources : sources / 2;
    }
    return path.empty() ? 0.0 : sum / static_cast<double>(path.size());
}

void write_path(JsonWriter& json, const CaseGraph& graph, std::uint32_t from,
                const std::vector<Hop>& path) {
    json.begin_object().key("length").value(path.size());
    json.key("score").value(score_of(graph, path)).key("nodes").begin_array();
    write_actor(json, graph.actors()[from]);
    for (const Hop& hop : path) {
        write_actor(json, graph.actors()[hop.to]);
    }
    json.end_array().key("hops").begin_array();
    for (const Hop& hop : path) {
        write_edge(json, graph, graph.edges()[hop.edges.front()]);
    }
    json.end_array().end_object();
}

} // namespace

std::string edge_text(const CaseGraph& graph, const ActorEdge& edge) {
    const Evidence& best = edge.evidence.front();
    const std::string& source = graph.actors()[edge.source].name;
    const std::string& target = graph.actors()[edge.target].name;
    std::string details = best.role.empty() ? "" : " (" + best.role + ")";
    details += best.channel.empty() ? "" : " (" + best.channel + ")";
    return source + (edge.symmetric ? " -- " : " -> ") + edge.relation + details +
           (edge.symmetric ? " -- " : " -> ") + target + status_of(edge);
}

std::string path_text(const CaseGraph& graph, const std::vector<Hop>& path) {
    std::string out;
    if (path.empty()) {
        return "both names are the same actor\n";
    }
    out += graph.actors()[path.front().from].name;
    for (const Hop& hop : path) {
        out += " - " + graph.actors()[hop.to].name;
    }
    out += " (" + plural(path.size(), "hop") + ")\n";
    std::size_t number = 1;
    for (const Hop& hop : path) {
        out += "\n  " + std::to_string(number++) + ". " + graph.actors()[hop.from].name + " - " +
               graph.actors()[hop.to].name + "\n";
        for (std::size_t i = 0; i < std::min(shown_edges, hop.edges.size()); ++i) {
            append_edge(out, graph, graph.edges()[hop.edges[i]]);
        }
        if (hop.edges.size() > shown_edges) {
            out += "     and " + plural(hop.edges.size() - shown_edges, "more edge") + "\n";
        }
    }
    return out;
}

void write_path_json(const CaseGraph& graph, std::uint32_t from, std::uint32_t to,
                     const std::optional<std::vector<Hop>>& path, std::ostream& out) {
    JsonWriter json(out, JsonWriter::Style::indented);
    json.begin_object().key("version").value(std::int64_t{1});
    json.key("from");
    write_actor(json, graph.actors()[from]);
    json.key("to");
    write_actor(json, graph.actors()[to]);
    json.key("paths").begin_array();
    if (path) {
        write_path(json, graph, from, *path);
    }
    json.end_array().end_object();
    out.put('\n');
}

} // namespace actorgraph
