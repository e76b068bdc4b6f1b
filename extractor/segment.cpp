#include "extractor/segment.hpp"

#include "extractor/boilerplate.hpp"
#include "extractor/tokenise.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

constexpr std::uint32_t longest_sentence = 120; ///< tokens; text without punctuation is cut here
constexpr std::uint32_t unpunctuated_piece = 40;

std::string_view word(std::string_view text, const Token& token) { return slice(text, token.span); }

bool ends_sentence(std::string_view mark) {
    return mark == "." || mark == "!" || mark == "?" || mark == "\xE2\x80\xA6";
}

bool closes(std::string_view mark) {
    return mark == "\"" || mark == "'" || mark == ")" || mark == "]" || mark == "\xE2\x80\x9D" ||
           mark == "\xE2\x80\x99" || mark == "\xC2\xBB" || ends_sentence(mark);
}

/// Words that begin a sentence but no name: "…in the U.S. The company…".
bool is_opener(std::string_view w) {
    static constexpr std::string_view openers[] = {"The", "He",  "She", "It",   "In",   "But",  "They",
                                                   "A",   "An",  "On",  "At",   "We",   "I",    "This",
                                                   "That", "His", "Her", "Its",  "And",  "As",   "If"};
    return std::find(std::begin(openers), std::end(openers), w) != std::end(openers);
}

/// Lines of a hard-wrapped text go on in lower case without closing punctuation.
bool is_hard_wrapped(std::string_view text) {
    std::size_t breaks = 0;
    std::size_t continued = 0;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos && at + 1 < text.size();
         at = text.find('\n', at + 1)) {
        const char before = at > 0 ? text[at - 1] : '\n';
        const char after = text[at + 1];
        if (before == '\n' || after == '\n' || before == '\r' || after == '\r') {
            continue;
        }
        ++breaks;
        const bool is_open = before != '.' && before != '!' && before != '?' && before != '"';
        continued += is_open && after >= 'a' && after <= 'z' ? 1U : 0U;
    }
    return breaks >= 3 && continued * 10 >= breaks * 4;
}

/// Blocks of text that sentences never cross: lines, or paragraphs of a hard-wrapped text.
std::vector<Span> blocks_of(std::string_view text, const std::vector<SkippedText>& skipped) {
    const bool wrapped = is_hard_wrapped(text);
    std::vector<Span> blocks;
    const auto push = [&](std::size_t begin, std::size_t end) {
        if (begin < end) {
            blocks.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        }
    };
    std::size_t begin = 0;
    auto skip = skipped.begin();
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (skip != skipped.end() && at == skip->span.begin) {
            push(begin, at);
            begin = at = skip->span.end;
            ++skip;
        }
        const bool is_end = at >= text.size();
        const bool is_break = !is_end && text[at] == '\n' &&
                              (!wrapped || at + 1 >= text.size() || text[at + 1] == '\n' ||
                               text[at + 1] == '\r');
        if (is_end || is_break) {
            push(begin, std::min(at, text.size()));
            begin = at + 1;
        }
    }
    return blocks;
}

/// Whether the token at `i` closes a sentence, given the next token.
bool is_boundary(std::string_view text, const std::vector<Token>& tokens, std::size_t i,
                 std::size_t end) {
    if (i + 1 >= end) {
        return true;
    }
    const Token& token = tokens[i];
    const Token& next = tokens[i + 1];
    const bool has_blank = next.span.begin > token.span.end;
    if (token.kind == TokenKind::word) {
        const std::string_view w = word(text, token);
        return w.size() > 2 && w.back() == '.' && has_blank && next.capitalised &&
               is_opener(word(text, next));
    }
    const std::string_view mark = word(text, token);
    const std::string_view following = word(text, next);
    if (!closes(mark) || (closes(following) && !has_blank)) {
        return false;
    }
    if (i > 0 && !ends_sentence(mark) && token.span.begin > tokens[i - 1].span.end) {
        return false; // a quote behind a blank opens what follows
    }
    std::size_t k = i;
    while (k > 0 && closes(word(text, tokens[k])) && !ends_sentence(word(text, tokens[k]))) {
        --k;
    }
    if (!ends_sentence(word(text, tokens[k]))) {
        return false;
    }
    const bool opens = next.capitalised || next.kind != TokenKind::word;
    return opens && (has_blank || k != i);
}

SentenceKind kind_of_block(std::string_view text, const std::vector<Token>& tokens, std::size_t first,
                           std::size_t end) {
    const std::string_view last = word(text, tokens[end - 1]);
    if (ends_sentence(last) || closes(last) || end - first > 25 || last.back() == '.') {
        return SentenceKind::prose;
    }
    return SentenceKind::headline;
}

void cut_sentences(std::string_view text, std::size_t first, std::vector<Token>& tokens,
                   std::vector<Sentence>& sentences) {
    const std::size_t end = tokens.size();
    if (first == end) {
        return;
    }
    const SentenceKind kind = kind_of_block(text, tokens, first, end);
    const bool is_unpunctuated =
        end - first > longest_sentence &&
        std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(first), tokens.end(),
                     [&](const Token& t) { return ends_sentence(word(text, t)); });
    std::size_t begin = first;
    for (std::size_t i = first; i < end; ++i) {
        const std::size_t length = i + 1 - begin;
        const bool is_cut = is_unpunctuated ? length >= unpunctuated_piece
                                            : length >= 4 * std::size_t{longest_sentence};
        if (i + 1 == end || is_cut || is_boundary(text, tokens, i, end)) {
            sentences.push_back({{tokens[begin].span.begin, tokens[i].span.end},
                                 static_cast<std::uint32_t>(begin),
                                 static_cast<std::uint32_t>(i + 1),
                                 kind});
            begin = i + 1;
        }
    }
}

/// Boilerplate and what the reader set aside, in text order and without overlap.
std::vector<SkippedText> skipped_of(const Document& document) {
    std::vector<SkippedText> skipped = find_boilerplate(document.text);
    if (document.set_aside.empty()) {
        return skipped;
    }
    const auto is_set_aside = [&](const SkippedText& one) {
        return std::any_of(document.set_aside.begin(), document.set_aside.end(),
                           [&](const SkippedText& other) { return overlaps(one.span, other.span); });
    };
    skipped.erase(std::remove_if(skipped.begin(), skipped.end(), is_set_aside), skipped.end());
    skipped.insert(skipped.end(), document.set_aside.begin(), document.set_aside.end());
    std::sort(skipped.begin(), skipped.end(),
              [](const SkippedText& a, const SkippedText& b) { return a.span < b.span; });
    return skipped;
}

/// Nearly no capitals, or nearly nothing else.
bool lacks_case(const std::vector<Token>& tokens) {
    std::size_t words = 0;
    std::size_t capitalised = 0;
    std::size_t all_caps = 0;
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::word) {
            ++words;
            capitalised += token.capitalised ? 1U : 0U;
            all_caps += token.all_caps ? 1U : 0U;
        }
    }
    return words >= 8 && (capitalised * 100 <= words || all_caps * 10 >= words * 8);
}

} // namespace

Segmentation segment(const Document& document) {
    const std::string_view text = document.text;
    Segmentation result;
    result.skipped = skipped_of(document);
    result.tokens.reserve(text.size() / 5);
    for (const Span block : blocks_of(text, result.skipped)) {
        const std::size_t first = result.tokens.size();
        tokenise(text, block, result.tokens);
        cut_sentences(text, first, result.tokens, result.sentences);
    }
    result.is_caseless = lacks_case(result.tokens);
    return result;
}

} // namespace actorgraph
