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

/// All matches of a rule in skeleton text that pass the guards: possessors and the ends of "of X" phrases
/// are no subjects, what stands before " 's" or a word for its people is no object.
/// `wakes`: places of the rule's trigger words in `text`; empty when it has none. `origin`: for a view that
/// only leaves text out, the byte of the sentence each byte comes from: stretches without a gap are not
/// searched again; empty: everything is.
std::vector<RuleMatch> match_rule(std::string_view text, const RelationRule& rule,
                                  const Rulebook& rules, std::span<const Wake> wakes,
                                  std::span<const std::uint32_t> origin);

} // namespace actorgraph
