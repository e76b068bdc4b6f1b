#include "extractor/tokenise.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace actorgraph {
namespace {

constexpr std::string_view abbreviations[] = {
    "adm",   "al",   "apr",  "assn", "aug",  "ave",   "bros", "brig", "capt", "cmdr",
    "co",   "col",   "corp",  "cos",  "dec",  "dept", "dr",   "est",   "etc",  "feb",  "fr",   "gen",
    "gov",  "hon",   "inc",   "jan",  "jr",   "lt",   "ltd",  "maj",   "messrs", "mr", "mrs",  "ms",
    "mt",   "nov",   "oct",   "pfc",  "plc",  "prof", "rep",  "reps",  "rev",  "sen",  "sens", "sept",
    "sgt",  "sr",    "st",    "supt", "univ", "vs",   "wash", "minn",  "calif", "conn", "mass", "mich",
    "tenn", "va",    "pa",    "ariz", "ala",  "ark",  "colo", "del",   "fla",  "ga",   "ill",  "ind",
    "kan",  "ky",    "la",    "md",   "miss", "mo",   "mont", "neb",   "nev",  "okla", "ore",  "vt",
    "wis",  "wyo",
};

/// A letter, digit or mark; punctuation blocks of UTF-8 are not. Moves nothing.
struct Char {
    char32_t code = 0;
    std::size_t bytes = 1;
};

Char char_at(std::string_view text, std::size_t at) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
        return {static_cast<char32_t>(text[at]), 1};
    }
    std::size_t next = at;
    const char32_t code = next_code_point(text, next);
    return {code, next - at};
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) {
    if (c < 0x80) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    const bool is_punctuation = (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) ||
                                c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) ||
                                (c >= 0x3000 && c <= 0x303F) || c == 0xFEFF || c == 0xFFFD;
    return !is_punctuation;
}

bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }

bool is_upper(char32_t c) {
    if (c < 0x80) {
        return c >= 'A' && c <= 'Z';
    }
    if (c >= 0xC0 && c <= 0xDE) {
        return c != 0xD7;
    }
    if (c >= 0x100 && c <= 0x17F) {
        const bool even_upper = c <= 0x137 || (c >= 0x14A && c <= 0x177);
        return even_upper ? c % 2 == 0 : c % 2 == 1;
    }
    return (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

/// End of the token that begins with a word character at `at`.
std::size_t word_end(std::string_view text, std::size_t at, std::size_t end) {
    const auto peek = [&](std::size_t i) { return i < end ? char_at(text, i) : Char{0, 0}; };
    bool only_initials = true; // so far "U" or "U.S"
    std::size_t letters_in_part = 0;
    const std::size_t begin = at;
    while (at < end) {
        const Char c = char_at(text, at);
        if (is_word(c.code)) {
            at += c.bytes;
            ++letters_in_part;
            only_initials = only_initials && letters_in_part == 1 && is_letter(c.code);
            continue;
        }
        const Char after = peek(at + c.bytes);
        if (is_apostrophe(c.code) && is_letter(after.code)) {
            const std::size_t behind = at + c.bytes + after.bytes;
            const bool is_possessive = (after.code == 's' || after.code == 'S') &&
                                       (behind >= end || !is_word(peek(behind).code));
            if (is_possessive) {
                return at;
            }
            at += c.bytes;
            continue;
        }
        if ((c.code == '-' || c.code == 0x2011) && is_word(after.code)) {
            at += c.bytes;
            only_initials = false;
            continue;
        }
        if (c.code == '.' || c.code == ',') {
            const char32_t before = static_cast<unsigned char>(text[at - 1]);
            if (is_digit(before) && is_digit(after.code)) {
                at += 1;
                continue;
            }
        }
        if (c.code == '.') {
            if (only_initials && letters_in_part == 1) {
                const char32_t first = char_at(text, begin).code;
                if (is_letter(after.code) && is_upper(first)) {
                    at += 1; // the dot inside "U.S"
                    letters_in_part = 0;
                    continue;
                }
                return is_upper(first) ? at + 1 : at; // "J." or the last dot of "U.S."
            }
            if (is_abbreviation(text.substr(begin, at - begin))) {
                return at + 1;
            }
        }
        return at;
    }
    return at;
}

Token describe(std::string_view text, Span span) {
    Token token{span, TokenKind::word, false, false};
    std::size_t uppers = 0;
    std::size_t lowers = 0;
    bool has_letter = false;
    std::size_t at = span.begin;
    while (at < span.end) {
        const Char next = char_at(text, at);
        const char32_t c = next.code;
        at += next.bytes;
        if (is_letter(c)) {
            if (!has_letter) {
                token.capitalised = is_upper(c);
            }
            has_letter = true;
            (is_upper(c) ? uppers : lowers) += 1;
        }
    }
    token.kind = has_letter ? TokenKind::word : TokenKind::number;
    token.all_caps = uppers >= 2 && lowers == 0;
    return token;
}

} // namespace

bool is_abbreviation(std::string_view word) {
    if (word.size() > 6) {
        return false;
    }
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    });
    if (word.empty() || word.front() < 'A' || word.front() > 'Z') {
        return lower == "vs" || lower == "etc" || lower == "al";
    }
    return std::find(std::begin(abbreviations), std::end(abbreviations), lower) !=
           std::end(abbreviations);
}

void tokenise(std::string_view text, Span span, std::vector<Token>& tokens) {
    const auto make_span = [](std::size_t a, std::size_t b) {
        return Span{static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)};
    };
    std::size_t at = span.begin;
    while (at < span.end) {
        const Char c = char_at(text, at);
        if (c.code <= ' ' || c.code == 0xA0 || (c.code >= 0x2000 && c.code <= 0x200F) ||
            c.code == 0x3000) {
            at += c.bytes;
            continue;
        }
        if (is_word(c.code)) {
            const std::size_t end = word_end(text, at, span.end);
            tokens.push_back(describe(text, make_span(at, end)));
            at = end;
            continue;
        }
        std::size_t end = at + c.bytes;
        if (is_apostrophe(c.code) && end < span.end && (text[end] == 's' || text[end] == 'S') &&
            (end + 1 >= span.end || !is_word(char_at(text, end + 1).code)) && at > span.begin &&
            text[at - 1] != ' ') {
            ++end;
        }
        const bool is_symbol = c.code == '&' || c.code == '$' || c.code == '@' || c.code == '#' ||
                               c.code == '%' || c.code == '+' || c.code == '/';
        tokens.push_back({make_span(at, end), is_symbol ? TokenKind::symbol : TokenKind::punctuation,
                          false, false});
        at = end;
    }
}

} // namespace actorgraph
