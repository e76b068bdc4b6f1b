#pragma once

#include "extractor/relate/status.hpp"
#include "extractor/segment.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace actorgraph {

/// A stretch of direct speech: between quotation marks, or behind the colon of "Reyes: I paid".
struct Quotation {
    Span span;                             ///< of its words, in document bytes
    std::optional<std::uint32_t> speaker;  ///< entity
    std::optional<std::uint32_t> group;    ///< organization that a speaker's "we" means
    std::optional<std::uint32_t> listener; ///< whom "you" means
    std::optional<std::uint32_t> subject;  ///< "said of X": whom "he" and "she" mean
};

/// Quotations of a document in text order. A quotation left open ends with its paragraph. The
/// speaker is the one of the attribution nearest to it in its sentence; a quotation that is a whole
/// sentence keeps the speaker of the one before it in the paragraph. O(length), only paragraphs
/// with quotation marks or a colon are looked at.
std::vector<Quotation> find_quotations(std::string_view text, const Segmentation& segmentation,
                                       const std::vector<Entity>& entities,
                                       const std::vector<PlacedMention>& mentions,
                                       const Rulebook& rules);

/// The quotation that holds a span; null when there is none.
const Quotation* quotation_at(const std::vector<Quotation>& quotations, Span span);

/// Adds what "I", "me", "we", "you" and, after "said of X", "she" stand for inside quotations.
/// Mentions of named entities stay as they are.
void place_speakers(std::string_view text, const Segmentation& segmentation,
                    const std::vector<Entity>& entities, const std::vector<Quotation>& quotations,
                    std::vector<PlacedMention>& mentions);

} // namespace actorgraph
