#pragma once

#include "rules/rulebook.hpp"

namespace actorgraph {

/// What loading does not see: patterns that RE2 cannot compile in its budget (errors), and rules
/// that say the same as an earlier one of their relation, so that they never find anything of their
/// own (warnings). Compiles every pattern. In rule order.
Diagnostics lint_rules(const Rulebook& rules);

} // namespace actorgraph
