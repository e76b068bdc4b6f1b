#pragma once

#include "graph/paths.hpp"

#include <ostream>
#include <string_view>
#include <vector>

namespace actorgraph {

/// What was asked and what was found; `paths` are best first and may be empty.
struct PathAnswer {
    const CaseGraph& graph;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::vector<Path> paths;
};

/// A way to write answer cards: every hop with its relation, status and speaker, the best quote with document
/// and date, the number of independent sources and denials. `html` is one page without scripts or links.
struct PathFormat {
    std::string_view name; ///< text, json, markdown, html
    void (*write)(const PathAnswer&, std::ostream&);
};
std::vector<std::string_view> path_format_names();
const PathFormat* find_path_format(std::string_view name); ///< null when unknown

} // namespace actorgraph
