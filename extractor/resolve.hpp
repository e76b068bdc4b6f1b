#pragma once

#include "core/facts.hpp"
#include "extractor/recognise/accounts.hpp"
#include "extractor/recognise/names.hpp"
#include "extractor/segment.hpp"
#include "rules/lexicon.hpp"

#include <vector>

namespace actorgraph {

/// Groups names, accounts, nominals and pronouns of one document into entities; every mention says the
/// sieve that put it there. Entities are in order of first mention.
std::vector<Entity> resolve(const Document& document, const Segmentation& segmentation,
                            const std::vector<FoundName>& names,
                            const std::vector<FoundAccount>& accounts, const Lexicon& lexicon);

} // namespace actorgraph
