#pragma once

#include "extractor/resolve/draft.hpp"

namespace actorgraph {

/// First token of the titles and the country before a person's name: "U.S. Vice President Ana
/// Reyes" begins at "U.S."; the first token of the name itself where it has no title.
std::uint32_t titles_before(const Reading& reading, const Drafts& drafts,
                            const std::vector<std::uint32_t>& by_token, const DraftMention& name);

} // namespace actorgraph
