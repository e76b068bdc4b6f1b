#pragma once

#include "rules/lazy_regex.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace actorgraph {

/// A token pattern made deterministic while it reads: every step it has taken once is a look-up
/// from then on (as RE2's own automaton works, but over tokens). One thread at a time.
class TokenAutomaton {
  public:
    explicit TokenAutomaton(const TokenPattern& pattern);

    struct Found {
        std::uint32_t first = 0; ///< token that the match begins with
        std::uint32_t end = 0;   ///< token behind it
        std::uint32_t pattern = 0;
    };
    /// Appends all places where a match may lie, by beginning. O(tokens × length of a match).
    void find(std::span<const SkeletonToken> tokens, std::vector<Found>& out);

  private:
    using Set = std::vector<std::uint16_t>; ///< states of the pattern

    /// What a pattern can tell of a token: its word, if some pattern has it, and its marks.
    std::uint16_t symbol_of(const SkeletonToken& token);
    std::uint32_t step(std::uint32_t state, std::uint16_t symbol, const SkeletonToken& token);
    std::uint32_t number_of(const Set& set);
    void forget();
    void find_anything(std::span<const SkeletonToken> tokens, std::vector<Found>& out) const;

    static constexpr std::uint32_t dead = 0;
    static constexpr std::uint32_t start = 1;
    static constexpr std::uint32_t not_known = 0xFFFFFFFFU;

    const TokenPattern& pattern_;
    WordTable words_;         ///< of all patterns
    std::uint32_t marks_ = 0; ///< that some pattern asks for
    std::map<std::uint64_t, std::uint16_t> symbols_;
    std::vector<std::uint64_t> symbol_cells_; ///< a table before `symbols_`, by hash
    std::map<Set, std::uint32_t> numbers_;
    std::vector<const Set*> sets_;                  ///< by state
    std::vector<std::vector<std::uint32_t>> ends_;  ///< by state: patterns that end in it
    std::vector<std::vector<std::uint32_t>> steps_; ///< by state and symbol
    std::vector<std::uint16_t> line_;               ///< symbols of the tokens being read
};

/// Automata of one pattern, each lent to one reader at a time, so that what one has learnt serves
/// the next.
class AutomatonPool {
  public:
    explicit AutomatonPool(std::vector<std::string> words) : tokens_(std::move(words)) {}

    const LazyTokens& tokens() const { return tokens_; }

    class Lease {
      public:
        Lease(const AutomatonPool& pool, std::unique_ptr<TokenAutomaton> lent)
            : pool_(pool), lent_(std::move(lent)) {}
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease() { pool_.take_back(std::move(lent_)); }
        TokenAutomaton& operator*() const { return *lent_; }
        TokenAutomaton* operator->() const { return lent_.get(); }

      private:
        const AutomatonPool& pool_;
        std::unique_ptr<TokenAutomaton> lent_;
    };
    Lease lend() const;

  private:
    void take_back(std::unique_ptr<TokenAutomaton> lent) const;

    LazyTokens tokens_;
    mutable std::mutex mutex_;
    mutable std::vector<std::unique_ptr<TokenAutomaton>> free_;
};

} // namespace actorgraph
