#pragma once

#include "core/facts.hpp"
#include "rules/rulebook.hpp"

namespace actorgraph {

/// The walk of one document: text → segments → accounts and names → entities → claims.
DocumentFacts analyse(const Document& document, const Rulebook& rules);

} // namespace actorgraph
