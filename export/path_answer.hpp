#pragma once

#include "graph/queries.hpp"

#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace actorgraph {

/// Answer card of a path for a terminal: every hop with its relation, status and speaker, the best
/// quote with document and date, the number of independent sources and denials. Ends with a newline.
std::string path_text(const CaseGraph& graph, const std::vector<Hop>& path);

/// The same as JSON, version 1 (docs/formats.md). No path: `paths` is empty.
void write_path_json(const CaseGraph& graph, std::uint32_t from, std::uint32_t to,
                     const std::optional<std::vector<Hop>>& path, std::ostream& out);

/// One edge in words: "Ana Reyes -> accused -> Bo Li [alleged by the ministry]".
std::string edge_text(const CaseGraph& graph, const ActorEdge& edge);

} // namespace actorgraph
