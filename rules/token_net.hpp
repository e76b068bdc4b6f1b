#pragma once

#include "core/span.hpp"
#include "rules/token.hpp"
#include "rules/token_graph.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <re2/re2.h>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Patterns over tokens: between two blanks, all ways of the character automaton that read letters
/// only become words, all others a class of tokens. Nodes lie between tokens; their edges stand in
/// the order in which RE2 prefers them.
class TokenNet {
  public:
    struct Edge {
        std::uint32_t label = 0; ///< hash of a word, or marks of a class
        std::uint32_t to = 0;    ///< node
        /// Of a word: its letters begin here in the texts. Of a class: number of its shape, plus one.
        std::uint32_t text = 0;
        std::uint8_t size = 0;   ///< and are so many; 0: the edge is a class
        std::uint8_t begins = 0; ///< groups that begin or end before the token
        std::uint8_t ends = 0;   ///< groups that begin or end behind it
        std::uint32_t marks = 0; ///< where these stand in the list of marks
        bool is_word() const { return size > 0; }
    };
    struct Node {
        std::uint32_t edges = 0, edges_end = 0;
        std::uint32_t accepts = 0, accepts_end = 0; ///< patterns that end here
    };

    /// Patterns as for `pattern_graph`. O(letters of all words in them).
    explicit TokenNet(std::span<const std::string> patterns);

    /// False when the patterns were too large to be followed; then it has no nodes.
    bool is_complete() const { return !nodes_.empty(); }
    std::size_t size() const { return nodes_.size(); }
    const Node& node(std::uint32_t number) const { return nodes_[number]; } ///< 0: the start of all
    std::span<const Edge> edges(const Node& node) const {
        return {edges_.data() + node.edges, edges_.data() + node.edges_end};
    }
    std::span<const std::uint32_t> accepts(const Node& node) const {
        return {accepts_.data() + node.accepts, accepts_.data() + node.accepts_end};
    }

    /// One of the patterns alone.
    struct Pattern {
        std::uint32_t start = 0; ///< node
        bool is_anchored = false; ///< it matches at the first token only
        bool is_exact = false;   ///< it accepts what RE2 accepts, no more: `match` can be asked
        std::vector<std::string> groups; ///< names by number
    };
    const Pattern& pattern(std::size_t number) const { return patterns_[number]; }

    /// Bytes of a group; begin > end: it is not part of the match.
    using Groups = std::vector<Span>;
    /// The match of an exact pattern that begins at token `first`, as RE2 would choose it: the
    /// token behind it, and its groups. Nothing when there is none. O(nodes × tokens).
    std::optional<std::size_t> match(std::size_t pattern, std::string_view text,
                                     std::span<const SkeletonToken> tokens, std::size_t first,
                                     Groups& groups) const;

  private:
    friend class TokenNetBuilder;
    class Walk;

    std::vector<Node> nodes_;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> accepts_;
    std::vector<std::uint8_t> marks_; ///< group × 2, plus 1 for its end
    std::string texts_;
    std::vector<std::unique_ptr<re2::RE2>> shapes_;
    std::vector<Pattern> patterns_;
};

} // namespace actorgraph
