#pragma once

#include <string_view>

namespace actorgraph {

/// Whether JSON that begins so is a graph (node-link or Cytoscape: an object with `nodes`, `edges`, `links` or `elements`
/// that is a list or an object) and not a document. Looks at the outermost keys and builds nothing.
bool is_graph_json(std::string_view beginning);

} // namespace actorgraph
