#include "export/csv.hpp"

#include "export/csv_text.hpp"
#include "graph/edge_filter.hpp"

#include <algorithm>

namespace actorgraph {

void write_csv_nodes(const CaseGraph& graph, const ExportOptions&, std::ostream& out) {
    out << "Id,Label,entity_type,subtype,aliases,documents,mentions\n";
    for (const Actor& actor : graph.actors()) {
        std::string aliases;
        for (const std::string& alias : actor.aliases) {
            aliases += (aliases.empty() ? "" : "|") + alias;
        }
        out << csv_field(actor.id) << ',' << csv_field(actor.name) << ',' << csv_field(actor.type) << ','
            << csv_field(actor.subtype) << ',' << csv_field(aliases) << ',' << actor.documents.size() << ','
            << actor.mentions << '\n';
    }
}

void write_csv_edges(const CaseGraph& graph, const ExportOptions& options, std::ostream& out) {
    out << "Source,Target,Type,Kind,Weight,relation,polarity,modality,symmetric,sources,documents,denials,"
           "first_reported,last_reported,speaker,quote,evidence\n";
    for (const ActorEdge& edge : graph.edges()) {
        if (is_denied(edge) && !options.with_denied) {
            continue;
        }
        const Evidence& best = edge.evidence.front();
        out << csv_field(graph.actors()[edge.source].id) << ',' << csv_field(graph.actors()[edge.target].id)
            << ",Directed," << csv_field(kind_of(edge)) << ',' << std::max<std::size_t>(1, edge.sources) << ','
            << csv_field(edge.relation) << ',' << to_string(edge.polarity) << ',' << to_string(edge.modality) << ','
            << (edge.symmetric ? "true" : "false") << ',' << edge.sources << ',' << edge.documents.size() << ','
            << edge.denials << ',' << csv_field(edge.first_reported) << ',' << csv_field(edge.last_reported) << ','
            << csv_field(best.speaker) << ',' << csv_field(best.quote) << ','
            << csv_field(best.document + " " + std::to_string(best.start) + "-" + std::to_string(best.end)) << '\n';
    }
}

} // namespace actorgraph
