#include "export/graphml.hpp"

#include "export/look.hpp"
#include "export/xml_text.hpp"
#include "graph/edge_filter.hpp"

#include <algorithm>
#include <string>

namespace actorgraph {
namespace {

struct Key {
    const char* id;
    const char* type;
};
constexpr Key node_keys[] = {
    {"label", "string"},  {"entity_type", "string"},  {"subtype", "string"},
    {"aliases", "string"}, {"account_kind", "string"}, {"platform", "string"},
    {"documents", "long"}, {"mentions", "long"},       {"size", "double"},
    {"r", "int"},          {"g", "int"},               {"b", "int"},
    {"x", "double"},       {"y", "double"},
};
constexpr Key edge_keys[] = {
    {"edge_id", "string"},        {"kind", "string"},          {"weight", "double"},
    {"relation", "string"},       {"polarity", "string"},      {"modality", "string"},
    {"symmetric", "boolean"},     {"sources", "long"},         {"document_count", "long"},
    {"denials", "long"},          {"first_reported", "string"}, {"last_reported", "string"},
    {"role", "string"},           {"channel", "string"},       {"speaker", "string"},
    {"quote", "string"},          {"evidence", "string"},
};

std::string joined(const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& one : list) {
        out += (out.empty() ? "" : "|") + one;
    }
    return out;
}

/// Writes in blocks: rows are put together in one buffer that keeps its memory.
class GraphmlWriter {
  public:
    GraphmlWriter(const CaseGraph& graph, const ExportOptions& options, std::ostream& out)
        : graph_(graph), options_(options), out_(out) {
        for (const Actor& actor : graph.actors()) {
            ids_.push_back(xml_escaped(actor.id));
        }
    }

    void write() {
        buffer_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
        for (const Key& key : node_keys) {
            declare('n', "node", key);
        }
        for (const Key& key : edge_keys) {
            declare('e', "edge", key);
        }
        buffer_ += " <graph id=\"case\" edgedefault=\"directed\">\n";
        const auto drawn = looks(graph_);
        for (std::uint32_t i = 0; i < graph_.actors().size(); ++i) {
            node(i, drawn[i]);
            flush_when_full();
        }
        std::size_t count = 0;
        for (const ActorEdge& one : graph_.edges()) {
            if (options_.with_denied || !is_denied(one)) {
                edge(one, count++);
                flush_when_full();
            }
        }
        buffer_ += " </graph>\n</graphml>\n";
        flush();
    }

  private:
    void flush() {
        out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        buffer_.clear();
    }
    void flush_when_full() {
        constexpr std::size_t block = 1U << 16U;
        if (buffer_.size() > block) {
            flush();
        }
    }

    void declare(char prefix, const char* domain, const Key& key) {
        buffer_.append(" <key id=\"").append(1, prefix).append("_").append(key.id);
        buffer_.append("\" for=\"").append(domain).append("\" attr.name=\"").append(key.id);
        buffer_.append("\" attr.type=\"").append(key.type).append("\"/>\n");
    }

    void open(const char* key) { buffer_.append("   <data key=\"").append(key).append("\">"); }
    void close() { buffer_.append("</data>\n"); }

    /// Blank texts are left out: some readers lose them, others refuse them.
    void text(const char* key, std::string_view text) {
        if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
            open(key);
            append_xml(buffer_, text);
            close();
        }
    }
    void count(const char* key, std::size_t value) {
        open(key);
        buffer_ += std::to_string(value);
        close();
    }
    void number(const char* key, double value) {
        open(key);
        append_number(buffer_, value);
        close();
    }

    void node(std::uint32_t index, const Look& look) {
        const Actor& actor = graph_.actors()[index];
        buffer_.append("  <node id=\"").append(ids_[index]).append("\">\n");
        text("n_label", actor.name.empty() ? actor.id : actor.name);
        text("n_entity_type", actor.type);
        text("n_subtype", actor.subtype);
        text("n_aliases", joined(actor.aliases));
        if (actor.account) {
            text("n_account_kind", actor.account->kind);
            text("n_platform", actor.account->platform);
        }
        count("n_documents", actor.documents.size());
        count("n_mentions", actor.mentions);
        number("n_size", look.size);
        number("n_r", look.colour.r);
        number("n_g", look.colour.g);
        number("n_b", look.colour.b);
        number("n_x", look.place.x);
        number("n_y", look.place.y);
        buffer_ += "  </node>\n";
    }

    void edge(const ActorEdge& one, std::size_t number_of_edge) {
        const std::string id = "e" + std::to_string(number_of_edge);
        const std::string kind = kind_of(one);
        const Evidence& best = one.evidence.front();
        buffer_.append("  <edge id=\"").append(id).append("\" source=\"").append(ids_[one.source]);
        buffer_.append("\" target=\"").append(ids_[one.target]).append("\" directed=\"true\" label=\"");
        append_xml(buffer_, kind);
        buffer_ += "\">\n";
        text("e_edge_id", id);
        text("e_kind", kind);
        number("e_weight", static_cast<double>(std::max<std::size_t>(1, one.sources)));
        text("e_relation", one.relation);
        text("e_polarity", to_string(one.polarity));
        text("e_modality", to_string(one.modality));
        text("e_symmetric", one.symmetric ? "true" : "false");
        count("e_sources", one.sources);
        count("e_document_count", one.documents.size());
        count("e_denials", one.denials);
        text("e_first_reported", one.first_reported);
        text("e_last_reported", one.last_reported);
        text("e_role", best.role);
        text("e_channel", best.channel);
        text("e_speaker", best.speaker);
        text("e_quote", best.quote);
        text("e_evidence", best.document + " " + std::to_string(best.start) + "-" + std::to_string(best.end) + " " +
                               best.rule);
        buffer_ += "  </edge>\n";
    }

    const CaseGraph& graph_;
    const ExportOptions& options_;
    std::ostream& out_;
    std::vector<std::string> ids_; ///< escaped, by actor
    std::string buffer_;
};

} // namespace

void write_graphml(const CaseGraph& graph, const ExportOptions& options, std::ostream& out) {
    GraphmlWriter(graph, options, out).write();
}

} // namespace actorgraph
