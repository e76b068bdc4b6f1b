#pragma once

#include "graph/link/clusters.hpp"
#include "graph/link/doubt.hpp"
#include "graph/link/key_company.hpp"

#include <vector>

namespace actorgraph {

/// Gives short names their bearers: a surname of one document to the one full name of the case, or to the one
/// of several that is named in the same company; an acronym to the organization that some document calls so beside its
/// full name, or whose initials it is and whose company it shares; a single word that other documents know as an
/// organization to that. A document that tells the two apart is believed. Surnames without a bearer are joined
/// with one another where they share company.
void join_short_names(const DocumentActors& actors, const std::vector<const DocumentFacts*>& facts,
                      const KeyCompany& company, Clusters& clusters, std::vector<Doubt>& doubts);

} // namespace actorgraph
