#pragma once

#include "extractor/resolve/word_class.hpp"
#include "extractor/segment.hpp"
#include "rules/lexicon.hpp"

#include <string_view>
#include <vector>

namespace actorgraph {

/// One document as the sieves read it: its tokens with their word classes. Views the text, the
/// segmentation and the lexicon, which must outlive it.
struct Reading {
    std::string_view text;
    const Segmentation& segmentation;
    const Lexicon& lexicon;
    std::vector<WordInfo> words; ///< one a token
    bool has_he_or_she = false;  ///< whether any token is he, she or a form of them
    bool has_quotes = false;

    std::string_view word(std::uint32_t token) const {
        return slice(text, segmentation.tokens[token].span);
    }
    const Token& token(std::uint32_t at) const { return segmentation.tokens[at]; }
    bool is(std::uint32_t token, WordClass wanted) const { return words[token].is(wanted); }
    /// A word that is not capitalised.
    bool is_lower(std::uint32_t token) const {
        const Token& t = segmentation.tokens[token];
        return t.kind == TokenKind::word && !t.capitalised;
    }
    /// Forms that are nearly always finite verbs or participles: be, auxiliaries, said, went, …ed.
    bool is_verb(std::uint32_t token) const;
    /// Classes of a word that is not capitalised, from the lexicon. O(length).
    LexMask lexicon_classes(std::uint32_t token) const;
    /// First token at or behind a byte. O(log n).
    std::uint32_t token_at(std::uint32_t byte) const;
};

Reading read_words(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon);

} // namespace actorgraph
