#include "rules/token_automaton.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

/// Beyond this many states what was learnt is forgotten.
constexpr std::size_t most_states = 20000;
constexpr std::size_t most_symbols = 50000;
constexpr std::size_t cells = 8192; ///< of the table before `symbols_`, a power of two

} // namespace

TokenAutomaton::TokenAutomaton(const TokenPattern& pattern)
    : pattern_(pattern), symbol_cells_(cells, 0) {
    for (const TokenPattern::WordEdge& edge : pattern_.words_) {
        words_.add_hash(edge.hash);
    }
    for (const TokenPattern::ClassEdge& edge : pattern_.classes_) {
        marks_ |= edge.marks;
    }
    forget();
}

void TokenAutomaton::forget() {
    numbers_.clear();
    sets_.clear();
    ends_.clear();
    steps_.clear();
    number_of({});
    if (!pattern_.states_.empty()) {
        number_of({0});
    }
}

/// A cell holds a key, shifted, and its symbol: both in one read.
std::uint16_t TokenAutomaton::symbol_of(const SkeletonToken& token) {
    const std::uint32_t word = token.is_slot() ? unknown_word : words_.find(token.hash);
    const std::uint64_t key = (std::uint64_t{word + 1} << 32U) | (token.marks & marks_);
    std::uint64_t& cell = symbol_cells_[(key * 0x9E3779B97F4A7C15U) >> 51U];
    if (cell >> 12U == key + 1) {
        return static_cast<std::uint16_t>(cell & 0xFFFU);
    }
    const auto [at, is_new] = symbols_.emplace(key, static_cast<std::uint16_t>(symbols_.size()));
    if (at->second <= 0xFFFU) {
        cell = (key + 1) << 12U | at->second;
    }
    return at->second;
}

std::uint32_t TokenAutomaton::number_of(const Set& set) {
    const auto [at, is_new] = numbers_.emplace(set, static_cast<std::uint32_t>(sets_.size()));
    if (is_new) {
        sets_.push_back(&at->first);
        steps_.emplace_back();
        auto& ends = ends_.emplace_back();
        for (const std::uint16_t number : set) {
            const TokenPattern::State& state = pattern_.states_[number];
            ends.insert(ends.end(), pattern_.ends_.begin() + state.ends,
                        pattern_.ends_.begin() + state.ends_end);
        }
        std::sort(ends.begin(), ends.end());
        ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    }
    return at->second;
}

std::uint32_t TokenAutomaton::step(std::uint32_t state, std::uint16_t symbol,
                                   const SkeletonToken& token) {
    std::vector<std::uint32_t>& known = steps_[state];
    if (known.size() <= symbol) {
        known.resize(std::max<std::size_t>(symbols_.size(), symbol + 1), not_known);
    }
    if (known[symbol] == not_known) {
        Set next;
        for (const std::uint16_t number : *sets_[state]) {
            pattern_.follow(pattern_.states_[number], token,
                            [&next](std::uint16_t to) { next.push_back(to); });
        }
        std::sort(next.begin(), next.end());
        next.erase(std::unique(next.begin(), next.end()), next.end());
        const std::uint32_t to = number_of(next);
        steps_[state][symbol] = to;
    }
    return steps_[state][symbol];
}

void TokenAutomaton::find(std::span<const SkeletonToken> tokens, std::vector<Found>& out) {
    if (pattern_.states_.empty()) {
        find_anything(tokens, out);
        return;
    }
    if (sets_.size() > most_states || symbols_.size() > most_symbols) {
        symbols_.clear();
        std::fill(symbol_cells_.begin(), symbol_cells_.end(), 0);
        forget();
    }
    line_.clear();
    for (const SkeletonToken& token : tokens) {
        line_.push_back(symbol_of(token));
    }
    for (std::uint32_t first = 0; first < tokens.size(); ++first) {
        std::uint32_t state = start;
        for (std::uint32_t i = first; i < tokens.size(); ++i) {
            const std::vector<std::uint32_t>& known = steps_[state];
            const std::uint16_t symbol = line_[i];
            state = symbol < known.size() && known[symbol] != not_known
                        ? known[symbol]
                        : step(state, symbol, tokens[i]);
            if (state == dead) {
                break;
            }
            for (const std::uint32_t pattern : ends_[state]) {
                out.push_back({first, i + 1, pattern});
            }
        }
    }
}

/// Patterns that could not be followed may match everywhere.
void TokenAutomaton::find_anything(std::span<const SkeletonToken> tokens,
                                   std::vector<Found>& out) const {
    const auto end = static_cast<std::uint32_t>(tokens.size());
    for (std::uint32_t first = 0; first < end; ++first) {
        for (std::uint32_t pattern = 0; pattern < pattern_.patterns_; ++pattern) {
            out.push_back({first, end, pattern});
        }
    }
}

AutomatonPool::Lease AutomatonPool::lend() const {
    std::unique_ptr<TokenAutomaton> lent;
    {
        const std::lock_guard lock(mutex_);
        if (!free_.empty()) {
            lent = std::move(free_.back());
            free_.pop_back();
        }
    }
    if (lent == nullptr) {
        lent = std::make_unique<TokenAutomaton>(tokens_.get());
    }
    return {*this, std::move(lent)};
}

void AutomatonPool::take_back(std::unique_ptr<TokenAutomaton> lent) const {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(lent));
}

} // namespace actorgraph
