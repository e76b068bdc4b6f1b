#include "export/formats.hpp"

#include "export/csv.hpp"
#include "export/cytoscape.hpp"
#include "export/dossier.hpp"
#include "export/dot.hpp"
#include "export/ftm.hpp"
#include "export/gexf.hpp"
#include "export/graphml.hpp"
#include "export/neo4j.hpp"
#include "export/node_link.hpp"
#include "export/turtle.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

constexpr ExportFormat formats[] = {
    {"graphml", ".graphml", "GraphML for Gephi, NetworkX, igraph, yEd", write_graphml},
    {"json", ".json", "node-link JSON with the whole evidence, read back by every question", write_node_link},
    {"gexf", ".gexf", "GEXF 1.3 with a time line, for Gephi", write_gexf},
    {"cytoscape", ".cyjs", "Cytoscape JSON", write_cytoscape},
    {"ftm", ".ftm.jsonl", "FollowTheMoney entities, for Aleph and OpenSanctions tools", write_ftm},
    {"csv-nodes", ".nodes.csv", "table of actors for Gephi", write_csv_nodes},
    {"csv-edges", ".edges.csv", "table of edges for Gephi", write_csv_edges},
    {"neo4j-nodes", ".neo4j-nodes.csv", "actors for neo4j-admin import", write_neo4j_nodes},
    {"neo4j-edges", ".neo4j-edges.csv", "edges for neo4j-admin import", write_neo4j_edges},
    {"cypher", ".cypher", "Cypher script that merges actors and edges", write_cypher},
    {"dot", ".dot", "Graphviz", write_dot},
    {"turtle", ".ttl", "RDF Turtle with provenance (PROV-O)", write_turtle},
    {"html", ".html", "dossier: one page to click through, offline", write_dossier}, // the last: it may be left out
};

} // namespace

std::span<const ExportFormat> export_formats() {
    const std::span<const ExportFormat> all(formats);
    return has_dossier() ? all : all.first(all.size() - 1);
}

const ExportFormat* find_format(std::string_view name) {
    const auto known = export_formats();
    const auto found = std::find_if(known.begin(), known.end(), [&](const ExportFormat& f) { return f.name == name; });
    return found == known.end() ? nullptr : &*found;
}

} // namespace actorgraph
