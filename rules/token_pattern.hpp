#pragma once

#include "rules/token.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// One token of a token pattern that is told by its marks: `<` any of these bits `>`.
std::string token_class(std::uint32_t marks);

/// Patterns of rules as one small automaton over tokens: where it refuses, no match can begin,
/// where it accepts, RE2 decides. It is made from the patterns themselves (`token_pattern_text`):
/// words become hashes, character classes become classes of tokens. Trying it costs a few
/// comparisons; most tries end at the second token.
class TokenPattern {
  public:
    /// Reads patterns written in RE2 syntax with `token_class` atoms. Never fails: of what it
    /// cannot follow it accepts everything. O(letters of all words in them).
    explicit TokenPattern(std::span<const std::string> patterns);

    /// A pattern of which a match may end before token `end`.
    struct Ending {
        std::uint32_t pattern = 0;
        std::uint32_t end = 0;
    };

    /// Behind the last token that a match beginning at token `first` may reach, of any of the
    /// patterns; 0 when there can be no match.
    std::size_t reach(std::span<const SkeletonToken> tokens, std::size_t first) const;
    /// Appends where matches that begin at `first` may end; the longest of a pattern comes last.
    void find_endings(std::span<const SkeletonToken> tokens, std::size_t first,
                      std::vector<Ending>& out) const;
    /// How far a try gets, and what it would have taken next.
    struct Progress {
        std::size_t end = 0;              ///< behind the last token that fits
        bool is_complete = false;         ///< a match may end there
        std::vector<std::uint32_t> words; ///< hashes
        std::uint32_t marks = 0;
    };
    Progress progress(std::span<const SkeletonToken> tokens, std::size_t first) const;
    /// False when it accepts everything.
    bool is_exact() const { return !states_.empty(); }

  private:
    friend class TokenPatternBuilder;
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
    /// Calls `at_end` for every state reached in which a pattern ends, with the token behind it.
    /// False when there are more states than it can hold.
    template <typename AtEnd>
    bool run(std::span<const SkeletonToken> tokens, std::size_t first, AtEnd&& at_end) const;
    void follow(const State& state, const SkeletonToken& token, Active& next) const;
    bool leaves_second(std::span<const SkeletonToken> tokens, std::size_t first) const;
    bool leaves_start(const SkeletonToken& token) const {
        return (token.marks & start_marks_) != 0 || (start_words_ >> (token.hash >> 26U) & 1U) != 0;
    }

    std::vector<State> states_; ///< the first is the start; empty: accepts everything
    std::vector<WordEdge> words_;
    std::vector<ClassEdge> classes_;
    std::vector<std::uint32_t> ends_;
    std::size_t patterns_ = 0;
    std::uint32_t start_marks_ = 0;  ///< classes that begin a match
    std::uint64_t start_words_ = 0;  ///< words that begin a match, by the upper bits of their hash
    std::uint32_t second_marks_ = 0; ///< the same of the token behind a slot that begins a match
    std::array<std::uint64_t, 4> second_words_{};
};

} // namespace actorgraph
