#pragma once

#include "cli/command.hpp"
#include "cli/filter_flags.hpp"
#include "graph/subgraph.hpp"

#include <optional>
#include <string>
#include <vector>

namespace actorgraph {

/// Flags that say which part of a graph is written.
struct SubgraphFlags {
    FilterFlags filter;
    std::vector<std::string> around;
    std::size_t depth = 1;
    std::size_t top = 0;
    std::string redact; ///< file of names, one a line
};
void add_subgraph_flags(CLI::App& app, SubgraphFlags& flags);

/// Whether anything is to be left out or taken out.
bool narrows(const SubgraphFlags& flags);

/// The options the flags describe, names found in `graph`. Nothing, after saying why, when a name stands for none or several
/// actors, a date is none or the file of names cannot be read: then `exit_code` says how to leave. Only a name to
/// redact may be unknown; it is taken out as it stands, with a note.
std::optional<SubgraphOptions> subgraph_options_of(const SubgraphFlags& flags, const CaseGraph& graph, int& exit_code);

} // namespace actorgraph
