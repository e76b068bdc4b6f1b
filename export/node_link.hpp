#pragma once

#include "core/result.hpp"
#include "export/formats.hpp"

#include <string>
#include <string_view>

namespace actorgraph {

/// Node-link JSON as NetworkX ≥ 3.4 reads it (`nodes`, `edges`), with full evidence on every edge.
/// Denied and negated edges are always in it, marked by polarity, modality and key.
void write_node_link(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);

/// Reads what write_node_link wrote: an equal graph. Also node-link JSON of NetworkX and others (`edges` or `links`, ids that
/// are numbers): a node without `name` takes its `label`, then its id; an edge without relation its `key`, `kind` or
/// `label`, then "linked_to"; one without evidence gets the file as its document.
Result<CaseGraph> read_node_link(std::string_view text, const std::string& file);

} // namespace actorgraph
