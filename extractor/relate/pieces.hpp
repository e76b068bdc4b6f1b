#pragma once

#include "extractor/relate/views.hpp"
#include "rules/rulebook.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// A token of a view: a slot or a word, with its bytes.
struct Piece {
    Span span;
    std::string_view word; ///< lower case
    std::uint32_t marks = 0; ///< token_mark
    bool is_slot() const { return word.size() > 2 && word[0] == '<'; }
    bool is_slot(char letter) const { return is_slot() && word[1] == letter; }
};

/// Text of a view in lower case, for `pieces_of`.
std::string folded_text(const View& view);
/// Tokens of a view, in order. Their words are views into `folded`. O(length).
std::vector<Piece> pieces_of(const View& view, std::string_view folded);

/// "lawyer", "president", "founder": words for what a person is.
bool denotes_person(std::string_view word, const Lexicon& lexicon);

/// Auxiliaries, verbs of the rules and words in -ed.
bool is_finite_verb(const Piece& piece);

} // namespace actorgraph
