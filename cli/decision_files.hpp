#pragma once

#include "cli/command.hpp"

#include <string>

namespace actorgraph {

/// Where decisions go or come from.
struct DecisionTransfer {
    std::string case_file;
    std::string file;
    std::string as; ///< text or resolver
    std::string user;
    double wait = 10; ///< seconds for another writer
};

/// Writes the decisions of a case that were not undone to standard output. Returns the exit code.
int export_decisions(const DecisionTransfer& transfer);

/// Adds the decisions of a file to a case; those it has already are left out. Ids of actors are taken as well as
/// anchors. Nothing is added when a line is wrong. Returns the exit code.
int import_decisions(const DecisionTransfer& transfer, const SharedFlags& flags);

} // namespace actorgraph
