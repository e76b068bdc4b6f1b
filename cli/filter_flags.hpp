#pragma once

#include "graph/edge_filter.hpp"

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

namespace actorgraph {

/// Flags that say which edges a question looks at.
struct FilterFlags {
    std::vector<std::string> relations, without;
    std::string status; ///< asserted, alleged or any
    std::vector<std::string> between;
    std::string as_of;
    std::string since;
    std::size_t min_sources = 0;
    bool with_denied = false;
    std::optional<double> min_confidence; ///< nothing said: `default_min_confidence`
};

/// `default_status` is what holds when the user says nothing.
void add_filter_flags(CLI::App& app, FilterFlags& flags, const std::string& default_status);

/// The filter the flags describe, or nothing after saying what is wrong with them.
std::optional<EdgeFilter> filter_of(const FilterFlags& flags);

} // namespace actorgraph
