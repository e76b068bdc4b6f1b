#include "export/turtle.hpp"

#include "export/date_span.hpp"
#include "graph/edge_filter.hpp"

#include <string>

namespace actorgraph {
namespace {

/// A Turtle string literal; control characters by number.
std::string literal(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            out += "\\u00";
            out += digits[byte / 16];
            out += digits[byte % 16];
        } else {
            out += c;
        }
    }
    return out + '"';
}

/// An IRI under a scheme of our own; everything but letters, digits and "-._~" is percent-encoded (RFC 3986).
std::string iri(std::string_view kind, std::string_view id) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "-._~";
    std::string out = "<urn:actorgraph:" + std::string(kind) + ":";
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
                              plain.find(c) != std::string_view::npos;
        if (is_plain) {
            out += c;
        } else {
            out += '%';
            out += digits[byte / 16];
            out += digits[byte % 16];
        }
    }
    return out + ">";
}

std::string_view class_of(const Actor& actor) {
    return actor.type == "person"         ? "foaf:Person"
           : actor.type == "organization" ? "foaf:Organization"
           : actor.type == "account"      ? "foaf:OnlineAccount"
                                          : "foaf:Agent";
}

void write_actor(const Actor& actor, std::ostream& out) {
    out << iri("actor", actor.id) << " a " << class_of(actor) << " ;\n  foaf:name "
        << literal(actor.name.empty() ? actor.id : actor.name);
    for (const std::string& alias : actor.aliases) {
        out << " ;\n  foaf:nick " << literal(alias);
    }
    if (actor.account) {
        out << " ;\n  foaf:accountName " << literal(actor.account->value);
    }
    out << " .\n";
}

void write_date(const char* property, std::string_view date, std::ostream& out) {
    if (!first_day(date).empty()) {
        const char* type = date.size() == 4 ? "xsd:gYear" : date.size() == 7 ? "xsd:gYearMonth" : "xsd:date";
        out << " ;\n  " << property << " \"" << date << "\"^^" << type;
    }
}

void write_evidence(const std::string& statement, std::size_t number, const Evidence& one, std::ostream& out) {
    out << iri("quote", statement + "/" + std::to_string(number)) << " a prov:Entity ;\n  prov:value " << literal(one.quote)
        << " ;\n  prov:wasDerivedFrom " << iri("document", one.document) << " ;\n  ag:start " << one.start << " ;\n  ag:end "
        << one.end << " ;\n  ag:rule " << literal(one.rule);
    if (!one.speaker.empty()) {
        out << " ;\n  ag:speaker " << literal(one.speaker);
    }
    if (!one.outlet.empty()) {
        out << " ;\n  dcterms:publisher " << literal(one.outlet);
    }
    write_date("dcterms:issued", one.date, out);
    write_date("ag:from", one.time.from, out);
    write_date("ag:to", one.time.to, out);
    out << " .\n";
}

void write_edge(const CaseGraph& graph, const ActorEdge& edge, std::size_t number, std::ostream& out) {
    const std::string statement = std::to_string(number);
    out << iri("claim", statement) << " a rdf:Statement, prov:Entity ;\n  rdf:subject "
        << iri("actor", graph.actors()[edge.source].id) << " ;\n  rdf:predicate " << iri("relation", edge.relation)
        << " ;\n  rdf:object " << iri("actor", graph.actors()[edge.target].id) << " ;\n  ag:polarity \""
        << to_string(edge.polarity) << "\" ;\n  ag:modality \"" << to_string(edge.modality) << "\" ;\n  ag:sources "
        << edge.sources << " ;\n  ag:denials " << edge.denials;
    for (std::size_t i = 0; i < edge.evidence.size(); ++i) {
        out << " ;\n  prov:wasDerivedFrom " << iri("quote", statement + "/" + std::to_string(i));
    }
    out << " .\n";
    for (std::size_t i = 0; i < edge.evidence.size(); ++i) {
        write_evidence(statement, i, edge.evidence[i], out);
    }
}

} // namespace

void write_turtle(const CaseGraph& graph, const ExportOptions& options, std::ostream& out) {
    out << "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
           "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
           "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
           "@prefix prov: <http://www.w3.org/ns/prov#> .\n"
           "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
           "@prefix ag: <urn:actorgraph:term:> .\n\n";
    for (const Actor& actor : graph.actors()) {
        write_actor(actor, out);
    }
    std::size_t number = 0;
    for (const ActorEdge& edge : graph.edges()) {
        if (options.with_denied || !is_denied(edge)) {
            write_edge(graph, edge, number++, out);
        }
    }
}

} // namespace actorgraph
