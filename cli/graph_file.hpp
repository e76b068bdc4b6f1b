#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace actorgraph {

/// A file that holds a graph and no documents: GraphML by its extension, JSON by how it begins.
bool is_graph_file(const std::string& path);

/// Reads a graph file; what is wrong with it was printed when it is not open.
OpenCase open_graph_file(const std::string& path);

/// True when the sources hold a graph file beside others; says that a graph is read alone.
bool mixes_graphs(const std::vector<std::string>& sources);

} // namespace actorgraph
