#pragma once

#include "core/span.hpp"
#include "rules/rulebook.hpp"

#include <string>
#include <string_view>
#include <span>
#include <vector>

namespace actorgraph {

/// One slot as it stands in skeleton text: its number and its bytes.
struct SlotAt {
    std::size_t number = 0;
    Span span;
};

/// Slots in skeleton text, in order.
std::vector<SlotAt> slots_in(std::string_view text);

/// A rule that fits a text, with the slots it binds and the attributes it reads.
struct RuleMatch {
    const RelationRule* rule = nullptr;
    Span span;                       ///< in the text
    std::vector<std::size_t> sources; ///< slot numbers
    std::vector<std::size_t> targets;
    std::string role, channel, stage, amount; ///< captured, or as the rule fixes them
};

/// Skeleton text that rules are tried on.
struct MatchText {
    std::string_view text;
    std::span<const SkeletonToken> tokens;
    /// Byte of the sentence that each byte comes from; one entry more than the text.
    std::span<const std::uint32_t> origin;
    bool is_rewritten = false; ///< some of its words are not the sentence's
    /// By token, whether a match that begins there may be new: where a view reads as the sentence
    /// does, all was found.
    std::span<const std::uint8_t> is_new;
};

/// Fills `out` for `MatchText::is_new`. `only_leaves_out`: the text is the sentence's with gaps;
/// beginnings with no gap in reach are not new. False when nothing is.
bool find_new_beginnings(const MatchText& text, bool only_leaves_out, std::vector<std::uint8_t>& out);

/// What matches were found in stretches of one sentence, so that views that share one ask once.
struct MatchMemory {
    struct Tried {
        const RelationRule* rule = nullptr;
        Span stretch; ///< bytes of the sentence
        bool is_match = false;
        std::size_t parts = 0; ///< first group in `parts`
    };
    std::vector<Tried> tried;
    std::vector<Span> parts; ///< groups, counted from the begin of the stretch; without part: end < begin
    void clear() {
        tried.clear();
        parts.clear();
    }
};

/// A rule made ready for the texts of one sentence.
struct ReadyRule {
    const RelationRule* rule = nullptr;
    const TokenPattern* tokens = nullptr;
    const GroupNumbers* groups = nullptr; ///< of `tokens`; null: RE2 must read the groups
    const TriggerPlace* trigger_place = nullptr;
    std::uint32_t lead = 0; ///< `slot_bits` that begin a match; 0: a word may
    /// Places of its trigger words in the sentence; empty: it is awake everywhere.
    std::span<const Wake> wakes;
};
ReadyRule ready(const RelationRule& rule, std::span<const Wake> wakes);

/// Appends all matches of a rule in skeleton text that pass the guards: possessors and the ends of "of X"
/// phrases are no subjects, what stands before " 's" or a word for its people is no object.
void find_matches(const MatchText& text, const ReadyRule& rule, const Rulebook& rules,
                  MatchMemory& memory, std::vector<RuleMatch>& out);

} // namespace actorgraph
