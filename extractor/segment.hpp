#pragma once

#include "core/document.hpp"

#include <string_view>
#include <vector>

namespace actorgraph {

enum class TokenKind { word, number, punctuation, symbol };

struct Token {
    Span span;
    TokenKind kind = TokenKind::word;
    bool capitalised = false; ///< first letter is upper case
    bool all_caps = false;    ///< at least two letters, all upper case
};

enum class SentenceKind { prose, headline, caption };

/// A sentence: its bytes and its tokens `[first_token, end_token)`.
struct Sentence {
    Span span;
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;
    SentenceKind kind = SentenceKind::prose;
};

/// What the text is made of. Tokens and sentences are in text order; skipped text has none of either.
struct Segmentation {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<SkippedText> skipped;
    bool is_caseless = false; ///< nearly no capitals, or nearly nothing else
};

/// Sentences and tokens of a cleaned text; boilerplate lines go to `skipped`. O(n).
/// Possessive 's is a token of its own; hyphenated words and abbreviations ("U.S.") are one token.
Segmentation segment(const Document& document);

/// Bytes of `span` in `text`.
inline std::string_view slice(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

} // namespace actorgraph
