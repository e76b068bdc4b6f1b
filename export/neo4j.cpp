#include "export/neo4j.hpp"

#include "export/csv_text.hpp"
#include "graph/edge_filter.hpp"

#include <algorithm>
#include <cctype>

namespace actorgraph {
namespace {

/// "person" -> "Person"
std::string label_of(const Actor& actor) {
    std::string label = actor.type.empty() ? "Actor" : actor.type;
    label[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(label[0])));
    return label;
}

/// "met_with" -> "MET_WITH"; the status is a property.
std::string type_of(const ActorEdge& edge) {
    std::string type;
    for (const char c : edge.relation) {
        const auto byte = static_cast<unsigned char>(c);
        type += std::isalnum(byte) != 0 ? static_cast<char>(std::toupper(byte)) : '_';
    }
    return type;
}

/// Array items cannot hold the delimiter.
std::string array_field(const std::vector<std::string>& list) {
    std::string joined;
    for (std::string one : list) {
        std::replace(one.begin(), one.end(), ';', ',');
        joined += (joined.empty() ? "" : ";") + one;
    }
    return csv_field(joined);
}

/// A Cypher string literal; nothing in it can end it early.
std::string literal(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        switch (c) {
        case '\'': out += "\\'"; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default: out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return out + "'";
}

std::string literal_list(const std::vector<std::string>& list) {
    std::string out = "[";
    for (const std::string& one : list) {
        out += (out.size() > 1 ? ", " : "") + literal(one);
    }
    return out + "]";
}

/// Types come from rule files: in backticks they are names and nothing else.
std::string quoted_name(std::string name) {
    std::erase(name, '`');
    return "`" + name + "`";
}

bool is_written(const ActorEdge& edge, const ExportOptions& options) {
    return options.with_denied || !is_denied(edge);
}

} // namespace

void write_neo4j_nodes(const CaseGraph& graph, const ExportOptions&, std::ostream& out) {
    out << "id:ID,name,subtype,aliases:string[],documents:string[],mentions:long,:LABEL\n";
    for (const Actor& actor : graph.actors()) {
        out << csv_field(actor.id) << ',' << csv_field(actor.name) << ',' << csv_field(actor.subtype) << ','
            << array_field(actor.aliases) << ',' << array_field(actor.documents) << ',' << actor.mentions << ','
            << csv_field("Actor;" + label_of(actor)) << '\n';
    }
}

void write_neo4j_edges(const CaseGraph& graph, const ExportOptions& options, std::ostream& out) {
    out << ":START_ID,:END_ID,:TYPE,kind,polarity,modality,symmetric:boolean,sources:long,denials:long,"
           "documents:string[],first_reported,last_reported,speaker,quote\n";
    for (const ActorEdge& edge : graph.edges()) {
        if (!is_written(edge, options)) {
            continue;
        }
        const Evidence& best = edge.evidence.front();
        out << csv_field(graph.actors()[edge.source].id) << ',' << csv_field(graph.actors()[edge.target].id) << ','
            << csv_field(type_of(edge)) << ',' << csv_field(kind_of(edge)) << ',' << to_string(edge.polarity) << ','
            << to_string(edge.modality) << ',' << (edge.symmetric ? "true" : "false") << ',' << edge.sources << ','
            << edge.denials << ',' << array_field(edge.documents) << ',' << csv_field(edge.first_reported) << ','
            << csv_field(edge.last_reported) << ',' << csv_field(best.speaker) << ',' << csv_field(best.quote) << '\n';
    }
}

void write_cypher(const CaseGraph& graph, const ExportOptions& options, std::ostream& out) {
    out << "CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE;\n";
    for (const Actor& actor : graph.actors()) {
        out << "MERGE (a:Actor {id: " << literal(actor.id) << "}) SET a:" << quoted_name(label_of(actor))
            << ", a.name = " << literal(actor.name) << ", a.aliases = " << literal_list(actor.aliases)
            << ", a.documents = " << literal_list(actor.documents) << ";\n";
    }
    for (const ActorEdge& edge : graph.edges()) {
        if (!is_written(edge, options)) {
            continue;
        }
        const Evidence& best = edge.evidence.front();
        out << "MATCH (a:Actor {id: " << literal(graph.actors()[edge.source].id) << "}), (b:Actor {id: "
            << literal(graph.actors()[edge.target].id) << "}) MERGE (a)-[r:" << quoted_name(type_of(edge))
            << " {kind: " << literal(kind_of(edge)) << "}]->(b) SET r.sources = " << edge.sources
            << ", r.denials = " << edge.denials << ", r.documents = " << literal_list(edge.documents)
            << ", r.first_reported = " << literal(edge.first_reported) << ", r.speaker = " << literal(best.speaker)
            << ", r.quote = " << literal(best.quote) << ";\n";
    }
}

} // namespace actorgraph
