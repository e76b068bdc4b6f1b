#pragma once

#include "graph/case_graph.hpp"

#include <ostream>
#include <span>
#include <string_view>

namespace actorgraph {

struct ExportOptions {
    bool with_denied = false; ///< also edges that are denied or negated
};

/// A graph format: name for `-f`, file extension, writer. The table is the plug-in system.
struct ExportFormat {
    std::string_view name;
    std::string_view extension;
    std::string_view summary;
    void (*write)(const CaseGraph&, const ExportOptions&, std::ostream&);
};

std::span<const ExportFormat> export_formats();
const ExportFormat* find_format(std::string_view name); ///< null when unknown

} // namespace actorgraph
