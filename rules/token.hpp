#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace actorgraph {

/// What a token of skeleton text can be for a pattern, as bits: one comparison instead of a search.
namespace token_mark {
constexpr std::uint32_t slots = 0x1FU; ///< `<p0>` `<o1>` `<a2>` `<l3>` `<m4>`, one bit each
constexpr std::uint32_t possessors = 0x1FU << 5U; ///< the same as possessors, `<p0~>`
constexpr std::uint32_t any = 1U << 10U;          ///< every token
constexpr std::uint32_t no_slot = 1U << 11U;      ///< begins with something else than `<`
constexpr std::uint32_t adverb = 1U << 12U;       ///< one-word adverbs of `{adv}`
constexpr std::uint32_t auxiliary = 1U << 13U;    ///< auxiliaries of `{aux}`
constexpr std::uint32_t determiner = 1U << 14U;   ///< one-word determiners of `{det}`
constexpr std::uint32_t phrase = 1U << 15U;       ///< may stand in `{adj}` and `{np}`
constexpr std::uint32_t gap = 1U << 16U;          ///< may stand in `{gap}`
constexpr std::uint32_t role = 1U << 17U;         ///< may stand in `{role}`
constexpr std::uint32_t title = 1U << 18U;        ///< a capitalised word: "Mayor", "J.", not "BID"
constexpr std::uint32_t joined = 1U << 20U;       ///< has words and punctuation in it: "ex-chief"
constexpr std::uint32_t finite_verb = 1U << 19U;  ///< a third-person or past form of a rule's verb
constexpr std::uint32_t letters = 1U << 21U;      ///< ASCII letters only, `[a-z]+`
constexpr std::uint32_t hyphened = 1U << 22U;     ///< ASCII letters and hyphens only, `[a-z-]+`
constexpr std::uint32_t year = 1U << 23U;         ///< four digits, `[0-9]{4}`
constexpr std::uint32_t plain = 1U << 24U;        ///< ASCII letters and digits only, `[a-z0-9]+`
constexpr std::uint32_t plain_hyphened = 1U << 25U; ///< the same with hyphens, `[a-z0-9-]+`
} // namespace token_mark

/// The bit of a slot letter among `token_mark::slots`; 0 for other letters.
constexpr std::uint32_t slot_bit(char letter) {
    constexpr std::string_view letters = "poalm";
    const std::size_t at = letters.find(letter);
    return at == std::string_view::npos ? 0U : 1U << at;
}
/// Bits of several slot letters.
constexpr std::uint32_t slot_bits(std::string_view letters) {
    std::uint32_t bits = 0;
    for (const char letter : letters) {
        bits |= slot_bit(letter);
    }
    return bits;
}

/// Hash of a word in lower case (FNV-1a, 32 bits). Two words may share one: whoever must be sure
/// compares the words.
constexpr std::uint32_t word_hash_start = 2166136261U;
constexpr std::uint32_t word_hash_step(std::uint32_t hash, char c) {
    const auto byte = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return (hash ^ byte) * 16777619U;
}
constexpr std::uint32_t word_hash(std::string_view word) {
    std::uint32_t hash = word_hash_start;
    for (const char c : word) {
        hash = word_hash_step(hash, c);
    }
    return hash;
}

/// A word, punctuation mark or slot of skeleton text.
struct SkeletonToken {
    std::uint32_t begin = 0; ///< byte of the text
    std::uint32_t end = 0;
    std::uint32_t hash = 0;
    std::uint32_t marks = 0;
    std::uint32_t word = 0; ///< number in the word table, or `unknown_word`

    bool is_slot() const { return (marks & (token_mark::slots | token_mark::possessors)) != 0; }
    bool is_slot(char letter) const {
        const std::uint32_t bit = slot_bit(letter);
        return (marks & (bit | bit << 5U)) != 0;
    }
};

constexpr std::uint32_t unknown_word = 0xFFFFFFFFU;

/// The words that the rules know, numbered, each with its marks. Open addressing on `word_hash`: a
/// look-up is one multiplication and, most often, one cache line.
class WordTable {
  public:
    /// Number of a word, new or known. `word` in lower case.
    std::uint32_t add(std::string_view word) { return add_hash(word_hash(word)); }
    std::uint32_t add_hash(std::uint32_t hash);
    void mark(std::string_view word, std::uint32_t marks) { marks_[add(word)] |= marks; }
    /// Number of the word with this hash, or `unknown_word`. O(1).
    std::uint32_t find(std::uint32_t hash) const;
    std::uint32_t marks(std::uint32_t number) const { return marks_[number]; }
    std::size_t size() const { return marks_.size(); }

  private:
    struct Cell {
        std::uint32_t hash = 0;
        std::uint32_t number = unknown_word;
    };
    void grow();

    std::vector<Cell> cells_;
    std::vector<std::uint32_t> marks_;
};

/// Tokens of skeleton text, appended to `out` after it is emptied. O(length).
void scan_tokens(std::string_view skeleton, const WordTable& words,
                 std::vector<SkeletonToken>& out);

} // namespace actorgraph
