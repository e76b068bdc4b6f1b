#pragma once

#include "cli/command.hpp"
#include "graph/link_case.hpp"

#include <string>
#include <vector>

namespace actorgraph {

/// All that a case is linked from.
struct CaseInput {
    LinkInput documents;
    LinkAids aids;
};

/// Reads documents, and the decisions of those paths that are case files; problems are printed.
CaseInput read_case_input(const std::vector<std::string>& paths, const Rulebook& rules, const SharedFlags& flags,
                          CaseReport& report);

/// Links them; directions by the rule book's schema. `rules` must outlive the call only.
LinkedCase link_case(const CaseInput& input, const Rulebook& rules);

} // namespace actorgraph
