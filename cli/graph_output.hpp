#pragma once

#include "cli/subgraph_flags.hpp"

#include <string>

namespace actorgraph {

/// Where a graph or facts go and in which format; shared by `extract` and `export`.
struct OutputFlags {
    std::string output = "-";
    std::string format;
    SubgraphFlags part;
};
void add_output_flags(CLI::App& app, OutputFlags& flags);

/// Reads the sources, documents or one graph file, and writes them as the flags say; returns the exit code.
int write_sources(const std::vector<std::string>& sources, const SharedFlags& shared,
                  const OutputFlags& flags);

} // namespace actorgraph
