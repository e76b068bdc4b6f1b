#include "export/formats.hpp"

#include "export/graphml.hpp"
#include "export/node_link.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

constexpr ExportFormat formats[] = {
    {"graphml", ".graphml", "GraphML for Gephi, NetworkX, igraph, yEd", write_graphml},
    {"json", ".json", "node-link JSON with the whole evidence", write_node_link},
};

} // namespace

std::span<const ExportFormat> export_formats() { return formats; }

const ExportFormat* find_format(std::string_view name) {
    const auto* found = std::find_if(std::begin(formats), std::end(formats),
                                     [&](const ExportFormat& f) { return f.name == name; });
    return found == std::end(formats) ? nullptr : found;
}

} // namespace actorgraph
