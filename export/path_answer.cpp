#include "export/path_answer.hpp"

#include "export/edge_card.hpp"
#include "export/escape.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace actorgraph {
namespace {

constexpr std::size_t shown_edges = 3;

const std::string& name_of(const PathAnswer& answer, std::uint32_t actor) {
    return answer.graph.actors()[actor].name;
}

std::string chain_text(const PathAnswer& answer, const Path& path) {
    std::string chain = name_of(answer, answer.from);
    for (const Hop& hop : path) {
        chain += " - " + name_of(answer, hop.to);
    }
    return chain + " (" + counted(path.size(), "hop") + ")";
}

std::string more_text(const Hop& hop) {
    return hop.edges.size() > shown_edges ? "and " + counted(hop.edges.size() - shown_edges, "more edge") : "";
}

/// Calls `visit` with each edge of a hop that is shown.
template <typename Visit> void each_shown(const PathAnswer& answer, const Hop& hop, Visit visit) {
    for (std::size_t i = 0; i < std::min(shown_edges, hop.edges.size()); ++i) {
        visit(answer.graph.edges()[hop.edges[i]]);
    }
}

void write_text(const PathAnswer& answer, std::ostream& out) {
    for (std::size_t i = 0; i < answer.paths.size(); ++i) {
        const Path& path = answer.paths[i];
        out << (i > 0 ? "\n" : "");
        if (path.empty()) {
            out << "both names are the same actor\n";
            continue;
        }
        out << chain_text(answer, path) << '\n';
        for (std::size_t h = 0; h < path.size(); ++h) {
            out << "\n  " << h + 1 << ". " << name_of(answer, path[h].from) << " - " << name_of(answer, path[h].to) << '\n';
            each_shown(answer, path[h], [&](const ActorEdge& edge) {
                const Evidence& best = edge.evidence.front();
                const std::string quote = best.quote.empty() ? "(no quote)" : '"' + best.quote + '"';
                out << "     " << edge_text(answer.graph, edge) << "\n       " << quote << "\n       " << place_text(best) << "; " << support_text(edge) << '\n';
            });
            if (const std::string more = more_text(path[h]); !more.empty()) {
                out << "     " << more << '\n';
            }
        }
    }
}

void write_markdown(const PathAnswer& answer, std::ostream& out) {
    out << "# " << markdown_escaped(name_of(answer, answer.from)) << " and " << markdown_escaped(name_of(answer, answer.to))
        << "\n";
    for (const Path& path : answer.paths) {
        out << "\n## " << markdown_escaped(chain_text(answer, path)) << "\n\n";
        for (std::size_t h = 0; h < path.size(); ++h) {
            out << h + 1 << ". **" << markdown_escaped(name_of(answer, path[h].from)) << "** and **"
                << markdown_escaped(name_of(answer, path[h].to)) << "**\n";
            each_shown(answer, path[h], [&](const ActorEdge& edge) {
                const Evidence& best = edge.evidence.front();
                out << "   - " << markdown_escaped(edge_text(answer.graph, edge)) << "\n     > "
                    << markdown_escaped(best.quote) << "\n     >\n     > " << markdown_escaped(place_text(best)) << "; "
                    << support_text(edge) << '\n';
            });
        }
    }
    if (answer.paths.empty()) {
        out << "\nNot connected by anything these documents assert or allege.\n";
    }
}

void write_html_hop(const PathAnswer& answer, const Hop& hop, std::ostream& out) {
    out << "<li><h3>" << html_escaped(name_of(answer, hop.from)) << " – " << html_escaped(name_of(answer, hop.to))
        << "</h3>\n";
    each_shown(answer, hop, [&](const ActorEdge& edge) {
        const Evidence& best = edge.evidence.front();
        out << "<p>" << html_escaped(edge_text(answer.graph, edge)) << "</p>\n<blockquote>" << html_escaped(best.quote)
            << "<footer>" << html_escaped(place_text(best)) << "; " << support_text(edge) << "</footer></blockquote>\n";
    });
    out << "</li>\n";
}

void write_html(const PathAnswer& answer, std::ostream& out) {
    const std::string title =
        html_escaped(name_of(answer, answer.from)) + " and " + html_escaped(name_of(answer, answer.to));
    out << "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
           "<title>" << title << "</title>\n<style>body{font:16px/1.5 serif;max-width:46em;margin:2em auto;padding:0 1em}"
           "blockquote{border-left:3px solid #888;margin:.5em 0;padding-left:1em}footer{color:#555;font-size:.85em}"
           "</style></head>\n<body><h1>" << title << "</h1>\n";
    for (const Path& path : answer.paths) {
        out << "<section><h2>" << html_escaped(chain_text(answer, path)) << "</h2>\n<ol>\n";
        for (const Hop& hop : path) {
            write_html_hop(answer, hop, out);
        }
        out << "</ol></section>\n";
    }
    out << (answer.paths.empty() ? "<p>Not connected by anything these documents assert or allege.</p>\n" : "")
        << "</body></html>\n";
}

/// Mean number of independent sources of a path's hops, hops that are only alleged at half weight.
double score_of(const CaseGraph& graph, const Path& path) {
    double sum = 0.0;
    for (const Hop& hop : path) {
        const ActorEdge& best = graph.edges()[hop.edges.front()];
        const auto sources = static_cast<double>(best.sources);
        sum += best.modality == Modality::reported ? sources : sources / 2;
    }
    return path.empty() ? 0.0 : sum / static_cast<double>(path.size());
}

void write_path_json(JsonWriter& json, const PathAnswer& answer, const Path& path) {
    json.begin_object().key("length").value(path.size());
    json.key("score").value(score_of(answer.graph, path)).key("nodes").begin_array();
    write_actor_json(json, answer.graph.actors()[answer.from]);
    for (const Hop& hop : path) {
        write_actor_json(json, answer.graph.actors()[hop.to]);
    }
    json.end_array().key("hops").begin_array();
    for (const Hop& hop : path) {
        write_edge_json(json, answer.graph, answer.graph.edges()[hop.edges.front()]);
    }
    json.end_array().end_object();
}

void write_json(const PathAnswer& answer, std::ostream& out) {
    JsonWriter json(out, JsonWriter::Style::indented);
    json.begin_object().key("version").value(std::int64_t{1}).key("from");
    write_actor_json(json, answer.graph.actors()[answer.from]);
    json.key("to");
    write_actor_json(json, answer.graph.actors()[answer.to]);
    json.key("paths").begin_array();
    for (const Path& path : answer.paths) {
        write_path_json(json, answer, path);
    }
    json.end_array().end_object();
    out.put('\n');
}

constexpr std::array path_formats{
    PathFormat{"text", write_text},
    PathFormat{"json", write_json},
    PathFormat{"markdown", write_markdown},
    PathFormat{"html", write_html},
};

} // namespace

std::vector<std::string_view> path_format_names() {
    std::vector<std::string_view> names;
    for (const PathFormat& format : path_formats) {
        names.push_back(format.name);
    }
    return names;
}

const PathFormat* find_path_format(std::string_view name) {
    const auto* found = std::find_if(path_formats.begin(), path_formats.end(),
                                     [&](const PathFormat& format) { return format.name == name; });
    return found == path_formats.end() ? nullptr : found;
}

} // namespace actorgraph
