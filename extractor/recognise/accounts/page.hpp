#pragma once

#include "extractor/recognise/accounts.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Characters that a chunk must hold before a kind of account is looked for in it.
enum ChunkMark : std::uint32_t {
    mark_digit = 1U << 0U,
    mark_at = 1U << 1U,
    mark_dot = 1U << 2U,   ///< with more of the chunk behind it
    mark_colon = 1U << 3U,
    mark_slash = 1U << 4U,
    mark_hash = 1U << 5U,
    mark_dollar = 1U << 6U,
    mark_plus = 1U << 7U,
    mark_bracket = 1U << 8U, ///< round, square or curly, or a fullwidth character
    mark_upper = 1U << 9U,
    mark_dash = 1U << 10U,
    mark_wide = 1U << 11U, ///< bytes beyond ASCII
};

/// A stretch of text without blanks.
struct Chunk {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t marks = 0;
};

/// The text that accounts are looked for in.
struct Page {
    std::string_view text;
    std::string_view region; ///< ISO 3166 alpha-2 country of national phone numbers; empty when unknown

    std::string_view slice(std::size_t begin, std::size_t end) const {
        return text.substr(begin, end - begin);
    }
    /// The byte before `at`, or a blank at the start of the text.
    char before(std::size_t at) const { return at == 0 ? ' ' : text[at - 1]; }
    /// The byte at `at`, or a blank behind the end of the text.
    char at(std::size_t at) const { return at < text.size() ? text[at] : ' '; }
};

/// Looks for accounts of one kind that begin in a chunk; they may end behind it.
using AccountFinder = void (*)(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);

void find_emails(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_urls(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_domains(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_defanged(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_handles(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_hashtags(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_cashtags(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_ibans(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_bics(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_cards(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_wallets(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_ip_addresses(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_mac_addresses(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);
void find_phones(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }
constexpr bool is_alnum(char c) { return is_letter(c) || is_digit(c); }
constexpr bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
constexpr bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }
/// A character that a name of letters, digits or underscores may go on with.
constexpr bool is_word(char c) { return is_alnum(c) || c == '_' || is_wide(c); }

std::string lowered(std::string_view text); ///< ASCII letters only

/// Whether one of `words` (lower case) stands as a whole word in the `reach` bytes before `at`, in its line.
bool is_announced(const Page& page, std::size_t at, std::size_t reach,
                  std::initializer_list<std::string_view> words);

inline FoundAccount found_account(std::size_t begin, std::size_t end, Account account, const char* rule) {
    return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, std::move(account), rule};
}

} // namespace actorgraph
