#pragma once

#include "rules/token.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace actorgraph {

/// A rule that a word wakes, and the byte where the word begins.
struct Wake {
    std::uint32_t rule = 0;
    std::uint32_t byte = 0;
    friend auto operator<=>(const Wake&, const Wake&) = default;
};

/// The slots that every match of a rule has, as `slot_bits`; 0: may be any or none.
struct SlotGate {
    std::uint8_t source = 0, target = 0; ///< somewhere
    std::uint8_t lead = 0, tail = 0;     ///< before and behind its trigger word
};

/// Words that wake a rule: of `trigger` every match has one, and one of each set of `also`.
struct TriggerWords {
    std::vector<std::string> trigger;
    std::vector<std::vector<std::string>> also;
};

/// Room for finding wakes, kept from sentence to sentence.
struct WakeRoom {
    std::vector<Wake> wakes;            ///< by rule and place
    std::vector<std::uint64_t> present; ///< bits of word numbers
};

/// Which rules a sentence wakes. Its tokens carry the numbers of their words; a word leads to the
/// rules it wakes, and a rule stays awake when its slots stand on the right side of the word and
/// its other words are there. O(tokens + rules that the words name).
class TriggerIndex {
  public:
    void add(std::uint32_t rule, const TriggerWords& words, SlotGate gate, WordTable& table);
    /// To be called when all rules are added.
    void finish();

    const std::vector<std::uint32_t>& always() const { return always_; } ///< rules without a word
    /// Fills `room.wakes`; rules of `always` are not among them.
    void find_wakes(std::span<const SkeletonToken> tokens, WakeRoom& room) const;
    /// Numbers of the rules that are awake, those of `always` too, ascending.
    std::vector<std::uint32_t> woken_by(std::span<const SkeletonToken> tokens,
                                        WakeRoom& room) const;

  private:
    bool has_all(std::uint32_t rule, const WakeRoom& room) const;

    std::vector<std::uint32_t> always_;
    std::vector<std::vector<std::uint32_t>> added_; ///< by word, until `finish`
    std::vector<std::uint32_t> first_;              ///< by word: where its rules begin in `rules_`
    std::vector<std::uint32_t> rules_;
    std::vector<SlotGate> gates_;                               ///< by rule
    std::vector<std::vector<std::vector<std::uint32_t>>> also_; ///< by rule: sets of word numbers
};

} // namespace actorgraph
