#pragma once

#include "core/facts.hpp"
#include "extractor/segment.hpp"
#include "rules/rulebook.hpp"

#include <vector>

namespace actorgraph {

/// Claims that the relation rules find, with status, speaker and time; in text order, no duplicates.
std::vector<Claim> relate(const Document& document, const Segmentation& segmentation,
                          const std::vector<Entity>& entities, const Rulebook& rules);

/// As `relate`, with no other rules than the ones given by number.
std::vector<Claim> relate_with(const Document& document, const Segmentation& segmentation,
                               const std::vector<Entity>& entities, const Rulebook& rules,
                               const std::vector<std::uint32_t>& only);

/// Runs the examples of all rules through the engine and checks every pattern.
Diagnostics check_rules(const Rulebook& rules);

} // namespace actorgraph
