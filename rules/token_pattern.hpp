#pragma once

#include "rules/token_net.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// One token of a token pattern that is told by its marks: `<` any of these bits `>`.
std::string token_class(std::uint32_t marks);
/// The same, of tokens whose letters fit a regular expression, case folded.
std::string token_shape(std::uint32_t marks, std::string_view letters);

/// A quick guess at whether a token is one of some classes and words: yes is "perhaps", no is sure.
class TokenFilter {
  public:
    void add_marks(std::uint32_t marks) { marks_ |= marks; }
    void add_word(std::uint32_t hash) { words_[hash >> 30U] |= std::uint64_t{1} << (hash >> 24U & 63U); }
    bool takes_all() const { return (marks_ & token_mark::any) != 0; }
    bool takes(const SkeletonToken& token) const {
        return (token.marks & marks_) != 0 ||
               (words_[token.hash >> 30U] >> (token.hash >> 24U & 63U) & 1U) != 0;
    }

  private:
    std::uint32_t marks_ = 0;
    std::array<std::uint64_t, 4> words_{};
};

/// Where the first of its trigger words may stand in a match.
struct TriggerPlace {
    static constexpr std::uint32_t any_number = 0xFFFFFFFFU;
    std::uint32_t least_before = 0; ///< tokens of the match before it
    std::uint32_t most_before = any_number;
    TokenFilter before, behind; ///< the tokens beside it, of the match or not

    /// Whether the word at `token` may be that of a match.
    bool fits(std::span<const SkeletonToken> tokens, std::size_t token) const {
        return (token == 0 ? least_before == 0 : before.takes(tokens[token - 1])) &&
               (token + 1 == tokens.size() ? behind.takes_all() : behind.takes(tokens[token + 1]));
    }
};

/// Patterns of rules as one small automaton over tokens: where it refuses, no match can begin,
/// where it accepts, RE2 decides. It is made from the patterns themselves (`token_pattern_text`):
/// words become hashes, character classes become classes of tokens. Trying it costs a few
/// comparisons; most tries end at the second token.
class TokenPattern {
  public:
    /// Reads patterns written in RE2 syntax with `token_class` atoms. Never fails: of what it
    /// cannot follow it accepts everything. O(letters of all words in them).
    explicit TokenPattern(std::span<const std::string> patterns);

    /// Behind the last token that a match beginning at token `first` may reach, of any of the
    /// patterns; 0 when there can be no match.
    std::size_t reach(std::span<const SkeletonToken> tokens, std::size_t first) const;
    /// Where the first of the trigger words (hashes) stands in a match of any of the patterns. When a match
    /// may do without them: anywhere. O(edges).
    TriggerPlace place_of(std::span<const std::uint32_t> triggers) const;
    /// How far a try gets, and what it would have taken next.
    struct Progress {
        std::size_t end = 0;              ///< behind the last token that fits
        bool is_complete = false;         ///< a match may end there
        std::vector<std::uint32_t> words; ///< hashes
        std::uint32_t marks = 0;
    };
    Progress progress(std::span<const SkeletonToken> tokens, std::size_t first) const;
    /// The net it was made of, for the groups of a match.
    const TokenNet& net() const { return net_; }

  private:
    friend class TokenPatternBuilder;
    friend class TokenAutomaton;
    struct WordEdge {
        std::uint32_t hash = 0;
        std::uint16_t to = 0;
    };
    struct ClassEdge {
        std::uint32_t marks = 0;
        std::uint16_t to = 0;
    };
    struct State {
        std::uint32_t words = 0, words_end = 0;     ///< into `words_`, by hash
        std::uint32_t classes = 0, classes_end = 0; ///< into `classes_`
        std::uint32_t ends = 0, ends_end = 0;       ///< into `ends_`: patterns that end here
    };
    struct Active;
    class TriggerSearch;
    /// Calls `at_end` for every state reached in which a pattern ends, with the token behind it.
    /// False when there are more states than it can hold.
    template <typename AtEnd>
    bool run(std::span<const SkeletonToken> tokens, std::size_t first, AtEnd&& at_end) const;
    /// Calls `add` for every state that the token leads to.
    template <typename Add>
    void follow(const State& state, const SkeletonToken& token, Add&& add) const;
    bool leaves_second(std::span<const SkeletonToken> tokens, std::size_t first) const;
    /// Adds the tokens that lead on from a state; all, when a match may end there.
    void add_beginnings(const State& state, TokenFilter& out) const;

    TokenNet net_;
    std::vector<State> states_; ///< the first is the start; empty: accepts everything
    std::vector<WordEdge> words_;
    std::vector<ClassEdge> classes_;
    std::vector<std::uint32_t> ends_;
    std::size_t patterns_ = 0;
    bool is_anchored_ = false; ///< all patterns begin at the first token
    TokenFilter start_;        ///< tokens that begin a match
    TokenFilter second_;       ///< tokens behind a slot that begins a match
};

template <typename Add>
void TokenPattern::follow(const State& state, const SkeletonToken& token, Add&& add) const {
    for (std::uint32_t i = state.classes; i < state.classes_end; ++i) {
        if ((classes_[i].marks & token.marks) != 0) {
            add(classes_[i].to);
        }
    }
    if (token.is_slot() || state.words == state.words_end) {
        return;
    }
    const auto end = words_.begin() + state.words_end;
    const auto found =
        std::lower_bound(words_.begin() + state.words, end, token.hash,
                         [](const WordEdge& edge, std::uint32_t hash) { return edge.hash < hash; });
    if (found != end && found->hash == token.hash) {
        add(found->to);
    }
}

} // namespace actorgraph
