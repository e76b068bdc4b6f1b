#include "rules/token.hpp"

#include <array>

namespace actorgraph {
namespace {

/// Kinds of bytes, as bits.
enum : std::uint16_t {
    letter = 1,
    digit = 2,
    no_gap = 4,     ///< never in `{gap}`
    no_phrase = 8,  ///< never in `{adj}`, `{np}`, `{role}`
    no_title = 16,  ///< never behind the first letter of a capitalised word
    no_adverb = 32, ///< never in "[a-z]+ly"
    mark = 64,      ///< ASCII punctuation
    no_hyphened = 128, ///< neither a letter nor a hyphen
    no_plain = 256,    ///< neither a letter nor a digit
    no_plain_hyphened = 512
};

constexpr std::array<std::uint16_t, 256> byte_kinds() {
    std::array<std::uint16_t, 256> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool is_digit = c >= '0' && c <= '9';
        const bool is_inner = is_letter || c == '.' || c == '-';
        kinds[c] = static_cast<std::uint16_t>(
            (is_letter ? letter : no_adverb) | (is_digit ? digit : 0) |
            (is_letter || is_digit ? 0 : no_plain) |
            (is_letter || is_digit || c == '-' ? 0 : no_plain_hyphened) |
            (is_inner ? 0 : no_title) |
            (c < 0x80 && !is_letter && !is_digit ? mark : 0) |
            (is_letter || c == '-' ? 0 : no_hyphened));
    }
    for (const char c : std::string_view("<;:\"()")) {
        kinds[static_cast<unsigned char>(c)] |= no_gap | no_phrase;
    }
    kinds[','] |= no_phrase;
    return kinds;
}
constexpr auto kinds = byte_kinds();

std::uint16_t kind(char c) {
    return kinds[static_cast<unsigned char>(c)];
}

/// Marks of "<p0>" and "<p0~>"; 0 for anything else that begins with "<".
std::uint32_t slot_marks(std::string_view token) {
    if (token.size() < 4 || token.back() != '>') {
        return 0;
    }
    const bool owns = token[token.size() - 2] == '~';
    const std::string_view number = token.substr(2, token.size() - (owns ? 4 : 3));
    for (const char c : number) {
        if ((kind(c) & digit) == 0) {
            return 0;
        }
    }
    return number.empty() ? 0 : slot_bit(token[1]) << (owns ? 5U : 0U);
}

std::uint32_t word_marks(std::string_view token, std::uint16_t all) {
    std::uint32_t marks = token_mark::any | token_mark::no_slot;
    marks |= (all & no_gap) == 0 ? token_mark::gap : 0;
    marks |= (all & no_phrase) == 0 ? token_mark::role : 0;
    if ((kind(token[0]) & letter) != 0) {
        marks |= (all & no_phrase) == 0 ? token_mark::phrase : 0;
        const bool goes_on_small = token.size() > 1 && ((token[1] >= 'a' && token[1] <= 'z') || token[1] == '.');
        marks |= token[0] <= 'Z' && goes_on_small && (all & no_title) == 0 ? token_mark::title : 0;
    }
    marks |= (all & mark) != 0 && (all & letter) != 0 ? token_mark::joined : 0;
    marks |= (all & no_adverb) == 0 ? token_mark::letters : 0;
    marks |= (all & no_hyphened) == 0 ? token_mark::hyphened : 0;
    marks |= (all & no_plain) == 0 ? token_mark::plain : 0;
    marks |= (all & no_plain_hyphened) == 0 ? token_mark::plain_hyphened : 0;
    const std::size_t size = token.size();
    marks |= all == (digit | no_title | no_adverb | no_hyphened) && size == 4 ? token_mark::year : 0;
    if ((all & no_adverb) == 0 && size > 2 && (token[size - 1] | 32) == 'y' &&
        (token[size - 2] | 32) == 'l') {
        marks |= token_mark::adverb;
    }
    return marks;
}

} // namespace

std::uint32_t WordTable::find(std::uint32_t hash) const {
    if (cells_.empty()) {
        return unknown_word;
    }
    const std::size_t last = cells_.size() - 1;
    for (std::size_t at = hash & last;; at = (at + 1) & last) {
        if (cells_[at].number == unknown_word || cells_[at].hash == hash) {
            return cells_[at].number;
        }
    }
}

std::uint32_t WordTable::add_hash(std::uint32_t hash) {
    if (const std::uint32_t known = find(hash); known != unknown_word) {
        return known;
    }
    const auto number = static_cast<std::uint32_t>(marks_.size());
    marks_.push_back(0);
    if (marks_.size() * 3 > cells_.size()) {
        grow();
    }
    const std::size_t last = cells_.size() - 1;
    std::size_t at = hash & last;
    while (cells_[at].number != unknown_word) {
        at = (at + 1) & last;
    }
    cells_[at] = {hash, number};
    return number;
}

void WordTable::grow() {
    std::vector<Cell> old(cells_.empty() ? 1024 : cells_.size() * 2);
    old.swap(cells_);
    const std::size_t last = cells_.size() - 1;
    for (const Cell& cell : old) {
        std::size_t at = cell.hash & last;
        while (cell.number != unknown_word && cells_[at].number != unknown_word) {
            at = (at + 1) & last;
        }
        if (cell.number != unknown_word) {
            cells_[at] = cell;
        }
    }
}

void scan_tokens(std::string_view skeleton, const WordTable& words,
                 std::vector<SkeletonToken>& out) {
    out.clear();
    std::size_t at = 0;
    while (at < skeleton.size()) {
        if (skeleton[at] == ' ') {
            ++at;
            continue;
        }
        SkeletonToken token;
        token.begin = static_cast<std::uint32_t>(at);
        std::uint32_t hash = word_hash_start;
        std::uint16_t all = 0;
        for (; at < skeleton.size() && skeleton[at] != ' '; ++at) {
            hash = word_hash_step(hash, skeleton[at]);
            all |= kind(skeleton[at]);
        }
        token.end = static_cast<std::uint32_t>(at);
        token.hash = hash;
        token.word = unknown_word;
        const std::string_view text = skeleton.substr(token.begin, at - token.begin);
        if (text[0] == '<') {
            token.marks = token_mark::any | slot_marks(text);
        } else {
            token.marks = word_marks(text, all);
            token.word = words.find(hash);
            token.marks |= token.word == unknown_word ? 0 : words.marks(token.word);
        }
        out.push_back(token);
    }
}

} // namespace actorgraph
