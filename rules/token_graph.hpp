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
        accept, ///< the end
    };
    Kind kind = Kind::empty;
    char letter = 0;
    bool may_be_slot = false; ///< of `wild` and `anything`: may read "<"
    std::uint32_t marks = 0;  ///< of `accept`: the number of the pattern
    std::uint32_t next = 0;   ///< node behind; 0: none
    std::uint32_t other = 0;  ///< second way of an `empty` node; 0: none
};

/// Reads patterns in RE2 syntax with token classes (`token_class`) as alternatives. Node 1 is the
/// start. What RE2 accepts is accepted here too, case folded; counted classes are read as starred.
std::vector<PatternNode> pattern_graph(std::span<const std::string> patterns);

} // namespace actorgraph
