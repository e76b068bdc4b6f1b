#pragma once

#include "core/facts.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace actorgraph {

/// What a text says of its own place in a row of versions.
enum class Revision { none, update, correction };

/// What is kept of a document's wording when its text is dropped: at most two kilobytes. Stretches that
/// `skipped` sets aside (credits, promo) do not count.
struct TextSketch {
    std::vector<std::uint32_t> shingles; ///< the smallest hashes of runs of five words, ascending
    std::size_t shingle_count = 0;       ///< how many different runs the text has
    std::vector<std::uint32_t> figures;  ///< hashes of its numbers, ascending
    std::vector<std::uint32_t> names;    ///< hashes of words written with a capital, ascending
    std::string agency;                  ///< news agency named in dateline or credit, or empty
    Revision revision = Revision::none;
};

/// O(n log n) in the text. A document without text gives an empty sketch, which is like no other.
TextSketch sketch_of(const DocumentFacts& facts);

/// How alike two texts are.
struct Likeness {
    double runs = 0;    ///< Jaccard of their five-word runs (Broder 1997: smallest hashes of the union)
    double figures = 0; ///< share of the numbers of the one with fewer that the other has too
    double names = 0;   ///< the same of capitalised words
    std::size_t fewest_figures = 0;
    std::size_t fewest_names = 0;
};
Likeness likeness(const TextSketch& a, const TextSketch& b);

/// One text is a copy, an update or a correction of the other. Market notices of one wording with other
/// figures or other names are not.
bool is_near_duplicate(const TextSketch& a, const TextSketch& b);

} // namespace actorgraph
