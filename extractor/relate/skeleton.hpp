#pragma once

#include "core/facts.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// A mention of the document with the entity it stands for.
struct PlacedMention {
    Span span;
    std::uint32_t entity = 0;
    MentionForm form = MentionForm::name;
    char letter = 'm'; ///< of its slot
};

/// Mentions of all entities that can be slots, by position, longer ones first.
std::vector<PlacedMention> place_mentions(const std::vector<Entity>& entities);

struct Slot {
    std::uint32_t entity = 0;
    MentionForm form = MentionForm::name;
    char letter = 'm';
};

/// A sentence with its mentions replaced by `<p0>`, `<o1>` …, its punctuation parted by blanks and
/// its quotes made straight. `origin[i]` is the byte of the document that text byte `i` stands for.
struct Skeleton {
    std::string text;
    std::vector<std::uint32_t> origin;
    std::vector<Slot> slots;
};

/// How noun phrases such as "the president's son" are shown: as a slot, or in words with the slot
/// behind them, so that rules can read the words as well.
enum class NominalReading { slot, words_and_slot };

/// Skeleton of one sentence. O(length + mentions in it).
Skeleton build_skeleton(std::string_view text, Span sentence,
                        const std::vector<PlacedMention>& mentions, NominalReading reading);
/// The same into a skeleton whose room is kept.
void build_skeleton(std::string_view text, Span sentence, const std::vector<PlacedMention>& mentions,
                    NominalReading reading, Skeleton& out);

/// The mentions that begin in a sentence. O(log mentions).
std::span<const PlacedMention> mentions_in(Span sentence, const std::vector<PlacedMention>& mentions);

} // namespace actorgraph
