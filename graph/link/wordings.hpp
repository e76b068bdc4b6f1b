#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace actorgraph {

/// A quote under an edge and the source group of its document.
struct QuotedSource {
    std::string_view quote;
    std::uint32_t group = 0;
};

/// Which independent source each quote belongs to, numbered from 0 in the order of first use. Quotes are of
/// one source when they share a run of eight words or are the same words, whatever case and punctuation, or
/// when their documents are copies of one text. O(total length).
std::vector<std::uint32_t> independent_sources(const std::vector<QuotedSource>& quotes);

} // namespace actorgraph
