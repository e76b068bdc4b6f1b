#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace actorgraph {

/// A node of a pattern's character automaton (Thompson's construction).
struct PatternNode {
    enum class Kind : std::uint8_t {
        empty,    ///< goes on without reading: `next` and `other`
        letter,   ///< reads `letter` (lower case)
        wild,     ///< reads some character that is no blank
        anything, ///< reads some character, a blank too
        blank,
        token,  ///< reads a whole token that has one of `marks`
        open,   ///< the group `marks` begins
        close,  ///< the group `marks` ends
        accept, ///< the end
    };
    Kind kind = Kind::empty;
    char letter = 0;
    bool may_be_slot = false; ///< of `wild` and `anything`: may read "<"
    std::uint32_t marks = 0;  ///< of `accept`: the number of the pattern
    std::uint32_t shape = 0;  ///< of `token`: number of a shape it has besides, plus one; 0: any
    std::uint32_t next = 0;   ///< node behind; 0: none. Of an `empty` node: the way to try first
    std::uint32_t other = 0;  ///< second way of an `empty` node; 0: none
};

/// Patterns as alternatives. Node 1 is the start of all of them.
struct PatternGraph {
    struct Pattern {
        std::uint32_t start = 0;         ///< its first node
        std::uint32_t end = 0;           ///< behind its last node
        bool is_anchored = false;        ///< it begins with `^`
        bool is_exact = true;            ///< false: it has what is read here as something wider
        std::vector<std::string> groups; ///< names by number
    };
    std::vector<PatternNode> nodes;
    std::vector<Pattern> patterns;
    std::vector<std::string> shapes; ///< expressions for the letters of a token
};

/// Reads patterns in RE2 syntax with token classes (`token_class`). What RE2 accepts is accepted
/// here too, case folded; counted classes are read as starred, anchors that are not first as nothing.
PatternGraph pattern_graph(std::span<const std::string> patterns);

} // namespace actorgraph
