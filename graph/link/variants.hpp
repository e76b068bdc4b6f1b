#pragma once

#include "graph/link/clusters.hpp"
#include "graph/link/doubt.hpp"
#include "graph/link/key_company.hpp"

#include <string_view>
#include <vector>

namespace actorgraph {

/// Joins different spellings of full names of persons: with and without middle names, an initial for a given name,
/// "Sr" that only tells the elder from "Jr", transliterations, one letter off. All but the first and the third
/// need company in common; two names of one document are never joined. What lacks company becomes a doubt,
/// as do accounts that look alike, which are never joined.
void join_variants(const DocumentActors& actors, const KeyCompany& company, Clusters& clusters,
                   std::vector<Doubt>& doubts);

/// Is one word the other with one letter more, less, changed, or two neighbours swapped? Words of five letters or more; a
/// last letter that tells a woman from a man ("Mario", "Maria") does not count as an error.
bool is_one_letter_off(std::string_view a, std::string_view b);

} // namespace actorgraph
