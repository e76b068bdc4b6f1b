#include "rules/trigger_index.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

std::uint32_t letters_of(const SkeletonToken& token) {
    return (token.marks | token.marks >> 5U) & token_mark::slots;
}

/// The slots before and behind the token that one has come to.
class SlotSides {
  public:
    explicit SlotSides(std::span<const SkeletonToken> tokens) {
        for (const SkeletonToken& token : tokens) {
            const std::uint32_t letters = letters_of(token);
            for (std::size_t i = 0; letters != 0 && i < left_.size(); ++i) {
                left_[i] += (letters >> i) & 1U;
            }
            behind |= letters;
        }
        all = behind;
    }
    void pass(const SkeletonToken& token) {
        const std::uint32_t letters = letters_of(token);
        for (std::size_t i = 0; letters != 0 && i < left_.size(); ++i) {
            if (((letters >> i) & 1U) != 0 && --left_[i] == 0) {
                behind &= ~(1U << i);
            }
        }
        before |= letters;
    }
    bool fit(const SlotGate& gate) const {
        return (gate.source == 0 || (gate.source & all) != 0) &&
               (gate.target == 0 || (gate.target & all) != 0) &&
               (gate.lead == 0 || (gate.lead & before) != 0) &&
               (gate.tail == 0 || (gate.tail & behind) != 0);
    }

    std::uint32_t all = 0, before = 0, behind = 0;

  private:
    std::array<std::uint32_t, 5> left_{};
};

} // namespace

void TriggerIndex::add(std::uint32_t rule, const TriggerWords& words, SlotGate gate,
                       WordTable& table) {
    if (words.trigger.empty()) {
        always_.push_back(rule);
    }
    for (const auto& text : words.trigger) {
        const std::uint32_t number = table.add(text);
        added_.resize(std::max<std::size_t>(added_.size(), number + 1));
        added_[number].push_back(rule);
    }
    also_.resize(std::max<std::size_t>(also_.size(), rule + 1));
    gates_.resize(also_.size());
    gates_[rule] = gate;
    for (const auto& set : words.also) {
        auto& numbers = also_[rule].emplace_back();
        for (const auto& text : set) {
            numbers.push_back(table.add(text));
        }
    }
}

void TriggerIndex::finish() {
    first_.assign(1, 0);
    rules_.clear();
    for (const auto& rules : added_) {
        rules_.insert(rules_.end(), rules.begin(), rules.end());
        first_.push_back(static_cast<std::uint32_t>(rules_.size()));
    }
}

bool TriggerIndex::has_all(std::uint32_t rule, const WakeRoom& room) const {
    return std::all_of(also_[rule].begin(), also_[rule].end(), [&](const auto& set) {
        return std::any_of(set.begin(), set.end(), [&](std::uint32_t word) {
            return word / 64 < room.present.size() &&
                   (room.present[word / 64] >> (word % 64) & 1U) != 0;
        });
    });
}

void TriggerIndex::find_wakes(std::span<const SkeletonToken> tokens, WakeRoom& room) const {
    room.wakes.clear();
    std::fill(room.present.begin(), room.present.end(), 0);
    SlotSides sides(tokens);
    for (const SkeletonToken& token : tokens) {
        sides.pass(token);
        if (token.word == unknown_word) {
            continue;
        }
        room.present.resize(std::max<std::size_t>(room.present.size(), token.word / 64 + 1));
        room.present[token.word / 64] |= std::uint64_t{1} << (token.word % 64);
        if (token.word + 1 >= first_.size()) {
            continue;
        }
        for (std::uint32_t i = first_[token.word]; i < first_[token.word + 1]; ++i) {
            if (sides.fit(gates_[rules_[i]])) {
                room.wakes.push_back({rules_[i], token.begin});
            }
        }
    }
    std::sort(room.wakes.begin(), room.wakes.end());
    std::uint32_t last = unknown_word;
    bool is_awake = false;
    std::erase_if(room.wakes, [&](const Wake& wake) {
        is_awake = wake.rule == last ? is_awake : has_all(wake.rule, room);
        last = wake.rule;
        return !is_awake;
    });
}

std::vector<std::uint32_t> TriggerIndex::woken_by(std::span<const SkeletonToken> tokens,
                                                  WakeRoom& room) const {
    find_wakes(tokens, room);
    std::vector<std::uint32_t> woken = always_;
    for (const Wake& wake : room.wakes) {
        woken.push_back(wake.rule);
    }
    std::sort(woken.begin(), woken.end());
    woken.erase(std::unique(woken.begin(), woken.end()), woken.end());
    return woken;
}

} // namespace actorgraph
