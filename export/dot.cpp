#include "export/dot.hpp"

#include "export/look.hpp"
#include "graph/edge_filter.hpp"

namespace actorgraph {
namespace {

/// A quoted DOT string; backslashes would be read as escapes in labels.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

} // namespace

void write_dot(const CaseGraph& graph, const ExportOptions& options, std::ostream& out) {
    out << "digraph \"case\" {\n  graph [overlap=false, splines=true];\n  node [shape=ellipse, style=filled];\n";
    const auto drawn = looks(graph);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const Actor& actor = graph.actors()[i];
        out << "  " << quoted(actor.id) << " [label=" << quoted(actor.name.empty() ? actor.id : actor.name)
            << ", class=" << quoted(actor.type) << ", fillcolor=\"" << hex_of(drawn[i].colour) << "\", fontcolor=white, pos=\""
            << drawn[i].place.x << ',' << drawn[i].place.y << "\"];\n";
    }
    for (const ActorEdge& edge : graph.edges()) {
        if (is_denied(edge) && !options.with_denied) {
            continue;
        }
        out << "  " << quoted(graph.actors()[edge.source].id) << " -> " << quoted(graph.actors()[edge.target].id)
            << " [label=" << quoted(kind_of(edge)) << ", tooltip=" << quoted(edge.evidence.front().quote)
            << (edge.symmetric ? ", dir=none" : "") << (edge.modality == Modality::reported ? "" : ", style=dashed") << "];\n";
    }
    out << "}\n";
}

} // namespace actorgraph
