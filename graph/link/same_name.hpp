#pragma once

#include "graph/link/clusters.hpp"
#include "graph/link/document_actors.hpp"
#include "graph/link/doubt.hpp"
#include "graph/link/key_company.hpp"
#include "graph/link/profile.hpp"

#include <vector>

namespace actorgraph {

/// Joins document actors of one name key, unless the name is borne by several persons (tell_apart) or is a single
/// word of a person that no full name stands for in its document (join_short_names sees to those).
void join_same_names(const DocumentActors& actors, const std::vector<const DocumentFacts*>& facts,
                     const std::vector<const std::vector<Profile>*>& profiles,
                     const KeyCompany& company, Clusters& clusters, std::vector<Doubt>& doubts);

/// Is the key of a person a single word, or one with a suffix ("brandt", "brandt jr")?
bool is_short_person(const std::string& key);

} // namespace actorgraph
