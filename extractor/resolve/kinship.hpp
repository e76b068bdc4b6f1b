#pragma once

#include "extractor/resolve/draft.hpp"

#include <cstdint>

namespace actorgraph {

/// The one person of the document that can be the `kin` of a person: a namesake of fitting gender
/// and generation, named in full. `none` when nobody fits or several do.
std::uint32_t relative_of(const Drafts& drafts, std::uint32_t possessor, const KinNoun& kin);

} // namespace actorgraph
