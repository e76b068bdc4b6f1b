#include "export/graphml.hpp"

#include "core/utf8.hpp"
#include "export/layout.hpp"
#include "graph/measures.hpp"

#include <charconv>
#include <cmath>
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

struct Colour {
    int r, g, b;
};
Colour colour_of(const std::string& type) {
    if (type == "person") {
        return {31, 119, 180};
    }
    if (type == "organization") {
        return {214, 96, 36};
    }
    return type == "account" ? Colour{44, 140, 80} : Colour{127, 127, 127};
}

bool is_legal(char32_t c) {
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// Text for XML content and attributes; characters that XML 1.0 forbids are dropped.
std::string escaped(std::string_view raw) {
    const std::string text = make_valid_utf8(raw).text;
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const char32_t c = next_code_point(text, at);
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\r': out += "&#13;"; break;
        case '\n': out += "&#10;"; break;
        case '\t': out += "&#9;"; break;
        default:
            if (is_legal(c)) {
                append_utf8(out, c);
            }
        }
    }
    return out;
}

std::string number(double value) {
    char digits[32];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
    return {digits, end};
}

class GraphmlWriter {
  public:
    GraphmlWriter(const CaseGraph& graph, const ExportOptions& options, std::ostream& out)
        : graph_(graph), options_(options), out_(out) {}

    void write() {
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
        for (const Key& key : node_keys) {
            declare('n', "node", key);
        }
        for (const Key& key : edge_keys) {
            declare('e', "edge", key);
        }
        out_ << " <graph id=\"case\" edgedefault=\"directed\">\n";
        const auto rank = page_rank(graph_);
        const auto places = layout(graph_);
        for (std::uint32_t i = 0; i < graph_.actors().size(); ++i) {
            node(i, rank[i], places[i]);
        }
        std::size_t count = 0;
        for (const ActorEdge& one : graph_.edges()) {
            const bool is_denied =
                one.polarity == Polarity::negated || one.modality == Modality::denied;
            if (options_.with_denied || !is_denied) {
                edge(one, count++);
            }
        }
        out_ << " </graph>\n</graphml>\n";
    }

  private:
    void declare(char prefix, const char* domain, const Key& key) {
        out_ << " <key id=\"" << prefix << '_' << key.id << "\" for=\"" << domain
             << "\" attr.name=\"" << key.id << "\" attr.type=\"" << key.type << "\"/>\n";
    }

    void data(char prefix, const char* key, std::string_view text) {
        if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
            out_ << "   <data key=\"" << prefix << '_' << key << "\">" << escaped(text) << "</data>\n";
        }
    }

    void node(std::uint32_t index, double rank, Point place) {
        const Actor& actor = graph_.actors()[index];
        out_ << "  <node id=\"" << escaped(actor.id) << "\">\n";
        data('n', "label", actor.name.empty() ? actor.id : actor.name);
        data('n', "entity_type", actor.type);
        data('n', "subtype", actor.subtype);
        data('n', "aliases", joined(actor.aliases));
        if (actor.account) {
            data('n', "account_kind", actor.account->kind);
            data('n', "platform", actor.account->platform);
        }
        data('n', "documents", std::to_string(actor.documents.size()));
        data('n', "mentions", std::to_string(actor.mentions));
        const auto actors = static_cast<double>(graph_.actors().size());
        data('n', "size", number(8.0 + std::min(40.0, std::floor(6.0 * rank * actors))));
        const Colour colour = colour_of(actor.type);
        data('n', "r", std::to_string(colour.r));
        data('n', "g", std::to_string(colour.g));
        data('n', "b", std::to_string(colour.b));
        data('n', "x", number(place.x));
        data('n', "y", number(place.y));
        out_ << "  </node>\n";
    }

    static std::string joined(const std::vector<std::string>& list) {
        std::string out;
        for (const std::string& one : list) {
            out += (out.empty() ? "" : "|") + one;
        }
        return out;
    }

    void edge(const ActorEdge& one, std::size_t count) {
        const std::string id = "e" + std::to_string(count);
        const std::string kind = kind_of(one);
        const Evidence& best = one.evidence.front();
        out_ << "  <edge id=\"" << id << "\" source=\"" << escaped(graph_.actors()[one.source].id)
             << "\" target=\"" << escaped(graph_.actors()[one.target].id)
             << "\" directed=\"true\" label=\"" << escaped(kind) << "\">\n";
        data('e', "edge_id", id);
        data('e', "kind", kind);
        data('e', "weight", number(static_cast<double>(std::max<std::size_t>(1, one.sources))));
        data('e', "relation", one.relation);
        data('e', "polarity", to_string(one.polarity));
        data('e', "modality", to_string(one.modality));
        data('e', "symmetric", one.symmetric ? "true" : "false");
        data('e', "sources", std::to_string(one.sources));
        data('e', "document_count", std::to_string(one.documents.size()));
        data('e', "denials", std::to_string(one.denials));
        data('e', "first_reported", one.first_reported);
        data('e', "last_reported", one.last_reported);
        data('e', "role", best.role);
        data('e', "channel", best.channel);
        data('e', "speaker", best.speaker);
        data('e', "quote", best.quote);
        data('e', "evidence", best.document + " " + std::to_string(best.start) + "-" +
                                  std::to_string(best.end) + " " + best.rule);
        out_ << "  </edge>\n";
    }

    const CaseGraph& graph_;
    const ExportOptions& options_;
    std::ostream& out_;
};

} // namespace

void write_graphml(const CaseGraph& graph, const ExportOptions& options, std::ostream& out) {
    GraphmlWriter(graph, options, out).write();
}

} // namespace actorgraph
