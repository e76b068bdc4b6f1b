#pragma once

#include "cli/case_input.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace actorgraph {

/// A case file with its decisions, linked. The input lives as long as the case that points into it.
struct LinkedCaseFile {
    std::unique_ptr<CaseInput> input;
    LinkedCase linked;
    std::function<bool(std::string_view relation)> is_symmetric;

    /// The case as it would be with another decision.
    LinkedCase with(const Decision& decision) const;
};

/// Reads and links a case file; nullopt: the reason was printed.
std::optional<LinkedCaseFile> open_linked(const std::string& case_file, const SharedFlags& flags);

/// An actor as a user names it.
struct NamedSide {
    std::vector<std::string> anchors;
    std::vector<std::uint32_t> nodes; ///< those of one document, or of the whole actor
    std::uint32_t actor = 0;          ///< index into the graph's actors
};

/// NAME, or NAME@DOCUMENT for the actor that this document (its id) names so. Anchors are the names of the actor, each bound to its
/// documents where others bear it too. nullopt: why not was printed, and `exit_code` is set.
std::optional<NamedSide> find_side(const LinkedCase& linked, const std::string& name, int& exit_code);

/// Those nodes of a side whose own name or alias is `name`; all of them when none is.
std::vector<std::uint32_t> nodes_named(const LinkedCase& linked, const NamedSide& side, const std::string& name);

/// "Ana Reyes (a.txt, b.txt and 3 more)".
std::string describe(const LinkedCase& linked, std::uint32_t actor);

} // namespace actorgraph
