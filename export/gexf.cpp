#include "export/gexf.hpp"

#include "export/date_span.hpp"
#include "export/look.hpp"
#include "export/xml_text.hpp"
#include "graph/edge_filter.hpp"

#include <algorithm>
#include <string>

namespace actorgraph {
namespace {

struct Attribute {
    const char* id;
    const char* type;
};
constexpr Attribute node_attributes[] = {
    {"entity_type", "string"}, {"subtype", "string"}, {"aliases", "string"}, {"documents", "long"}, {"mentions", "long"},
};
constexpr Attribute edge_attributes[] = {
    {"kind", "string"},     {"relation", "string"}, {"polarity", "string"},       {"modality", "string"},
    {"symmetric", "boolean"}, {"sources", "long"},  {"document_count", "long"},   {"denials", "long"},
    {"speaker", "string"},  {"quote", "string"},    {"first_reported", "string"}, {"last_reported", "string"},
};

class GexfWriter {
  public:
    GexfWriter(const CaseGraph& graph, const ExportOptions& options, std::ostream& out)
        : graph_(graph), options_(options), out_(out) {}

    void write() {
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
                " <meta><creator>actorgraph</creator></meta>\n"
                " <graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" "
                "timerepresentation=\"interval\">\n";
        declare("node", node_attributes);
        declare("edge", edge_attributes);
        write_nodes();
        write_edges();
        out_ << " </graph>\n</gexf>\n";
    }

  private:
    template <std::size_t Count> void declare(const char* of, const Attribute (&attributes)[Count]) {
        out_ << "  <attributes class=\"" << of << "\">\n";
        for (const Attribute& one : attributes) {
            out_ << "   <attribute id=\"" << one.id << "\" title=\"" << one.id << "\" type=\"" << one.type << "\"/>\n";
        }
        out_ << "  </attributes>\n";
    }

    void value(const char* name, std::string_view text) {
        if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
            out_ << "<attvalue for=\"" << name << "\" value=\"" << xml_escaped(text) << "\"/>";
        }
    }
    void value(const char* name, std::size_t count) { value(name, std::to_string(count)); }

    void write_nodes() {
        const auto drawn = looks(graph_);
        out_ << "  <nodes>\n";
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            const Actor& actor = graph_.actors()[i];
            out_ << "   <node id=\"" << xml_escaped(actor.id) << "\" label=\""
                 << xml_escaped(actor.name.empty() ? actor.id : actor.name) << "\"><attvalues>";
            value("entity_type", actor.type);
            value("subtype", actor.subtype);
            std::string aliases;
            for (const std::string& alias : actor.aliases) {
                aliases += (aliases.empty() ? "" : "|") + alias;
            }
            value("aliases", aliases);
            value("documents", actor.documents.size());
            value("mentions", actor.mentions);
            const Look& look = drawn[i];
            out_ << "</attvalues><viz:size value=\"" << look.size << "\"/><viz:position x=\"" << look.place.x << "\" y=\""
                 << look.place.y << "\" z=\"0\"/><viz:color r=\"" << look.colour.r << "\" g=\"" << look.colour.g
                 << "\" b=\"" << look.colour.b << "\"/></node>\n";
        }
        out_ << "  </nodes>\n";
    }

    void write_bounds(const DaySpan& span) {
        if (!span.first.empty()) {
            out_ << " start=\"" << span.first << '"';
        }
        if (!span.last.empty()) {
            out_ << " end=\"" << span.last << '"';
        }
    }

    void write_edges() {
        out_ << "  <edges>\n";
        std::size_t number = 0;
        for (const ActorEdge& edge : graph_.edges()) {
            if (options_.with_denied || !is_denied(edge)) {
                write_edge(edge, number++);
            }
        }
        out_ << "  </edges>\n";
    }

    void write_edge(const ActorEdge& edge, std::size_t number) {
        const std::string kind = kind_of(edge);
        const auto spans = spans_of(edge);
        out_ << "   <edge id=\"e" << number << "\" source=\"" << xml_escaped(graph_.actors()[edge.source].id)
             << "\" target=\"" << xml_escaped(graph_.actors()[edge.target].id) << "\" type=\"directed\" kind=\""
             << xml_escaped(kind) << "\" label=\"" << xml_escaped(kind) << "\" weight=\""
             << std::max<std::size_t>(1, edge.sources) << '"';
        if (spans.size() == 1) {
            write_bounds(spans.front());
        }
        out_ << "><attvalues>";
        const Evidence& best = edge.evidence.front();
        value("kind", kind);
        value("relation", edge.relation);
        value("polarity", to_string(edge.polarity));
        value("modality", to_string(edge.modality));
        value("symmetric", edge.symmetric ? "true" : "false");
        value("sources", edge.sources);
        value("document_count", edge.documents.size());
        value("denials", edge.denials);
        value("speaker", best.speaker);
        value("quote", best.quote);
        value("first_reported", edge.first_reported);
        value("last_reported", edge.last_reported);
        out_ << "</attvalues>";
        if (spans.size() > 1) {
            out_ << "<spells>";
            for (const DaySpan& span : spans) {
                out_ << "<spell";
                write_bounds(span);
                out_ << "/>";
            }
            out_ << "</spells>";
        }
        out_ << "</edge>\n";
    }

    const CaseGraph& graph_;
    const ExportOptions& options_;
    std::ostream& out_;
};

} // namespace

void write_gexf(const CaseGraph& graph, const ExportOptions& options, std::ostream& out) {
    GexfWriter(graph, options, out).write();
}

} // namespace actorgraph
