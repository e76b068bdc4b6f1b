#pragma once

#include "export/formats.hpp"

namespace actorgraph {

/// FollowTheMoney entities, one JSON object a line: actors, the documents that speak of them, and one interval entity
/// an edge with its quotes as `summary` and its documents as `proof`. Ties that a schema's domain or range does not
/// allow become UnknownLink with the relation as role. Source: followthemoney 3.
void write_ftm(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);

} // namespace actorgraph
