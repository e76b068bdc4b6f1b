#pragma once

#include "rules/rulebook.hpp"

namespace actorgraph {

/// Takes out of the rule book the relation rules that the choice leaves out. A name that no pack and no theme
/// has is a problem with the nearest name as its hint. O(rules).
void choose_packs(const PackChoice& choice, Rulebook& rulebook, Diagnostics& problems);

} // namespace actorgraph
