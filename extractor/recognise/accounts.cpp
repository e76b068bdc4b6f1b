#include "extractor/recognise/accounts.hpp"

#include "extractor/recognise/accounts/page.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace actorgraph {
namespace {

/// A kind of account, and what a chunk of text must hold for it: all of `needs` and one of `any`.
struct AccountKind {
    const char* name;
    std::uint32_t needs;
    std::uint32_t any;
    AccountFinder find;
};

// Earlier kinds win on overlap.
constexpr AccountKind account_kinds[] = {
    {"url", mark_colon, mark_colon, find_urls},
    {"defanged", mark_bracket, mark_bracket, find_defanged},
    {"defanged", mark_colon | mark_slash, mark_slash, find_defanged},
    {"email", mark_at, mark_at, find_emails},
    {"handle", 0, mark_at | mark_slash, find_handles},
    {"iban", mark_digit | mark_upper, mark_upper, find_ibans},
    {"wallet", mark_digit, mark_digit, find_wallets},
    {"ip", 0, mark_dot | mark_colon, find_ip_addresses},
    {"mac", 0, mark_colon | mark_dash | mark_dot, find_mac_addresses},
    {"card", mark_digit, mark_digit, find_cards},
    {"phone", 0, mark_digit | mark_plus | mark_wide, find_phones},
    {"domain", mark_dot, mark_dot, find_domains},
    {"bic", mark_upper, mark_upper, find_bics},
    {"hashtag", 0, mark_hash | mark_wide, find_hashtags},
    {"cashtag", mark_dollar, mark_dollar, find_cashtags},
};

constexpr std::uint32_t mark_of(char c) {
    switch (c) {
    case '@': return mark_at;
    case ':': return mark_colon;
    case '/': return mark_slash;
    case '#': return mark_hash;
    case '$': return mark_dollar;
    case '+': return mark_plus;
    case '.': return mark_dot;
    case '-': return mark_dash;
    case '(': case '[': case '{': return mark_bracket;
    default: return is_digit(c) ? mark_digit : is_upper(c) ? mark_upper : is_wide(c) ? mark_wide : 0U;
    }
}

constexpr std::array<std::uint32_t, 256> make_marks() {
    std::array<std::uint32_t, 256> marks{};
    for (std::size_t c = 0; c < marks.size(); ++c) {
        marks[c] = mark_of(static_cast<char>(c));
    }
    return marks;
}
constexpr auto marks = make_marks();

constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// The next stretch without blanks from `at` on, with the marks of what it holds.
Chunk next_chunk(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) {
        ++at;
    }
    Chunk chunk{at, at, 0};
    while (chunk.end < text.size() && !is_blank(text[chunk.end])) {
        chunk.marks |= marks[static_cast<unsigned char>(text[chunk.end])];
        ++chunk.end;
    }
    const bool has_last_dot_only = (chunk.marks & mark_dot) != 0 && text.find('.', chunk.begin) + 1 == chunk.end;
    chunk.marks &= has_last_dot_only ? ~static_cast<std::uint32_t>(mark_dot) : ~0U;
    return chunk;
}

/// Nothing but letters, a dash or a dot at the end: most words of a text.
bool is_plain(const Chunk& chunk) { return (chunk.marks & ~(mark_upper | mark_dash)) == 0; }

bool is_taken(const std::vector<FoundAccount>& kept, Span span) {
    return !kept.empty() && overlaps(kept.back().span, span);
}

} // namespace

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; });
    return out;
}

bool is_announced(const Page& page, std::size_t at, std::size_t reach,
                  std::initializer_list<std::string_view> words) {
    const std::size_t first = at > reach ? at - reach : 0;
    const std::string before = lowered(page.slice(first, at));
    const std::string_view line = std::string_view(before).substr(before.rfind('\n') + 1);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        for (auto found = line.find(word); found != std::string_view::npos; found = line.find(word, found + 1)) {
            const std::size_t end = found + word.size();
            const bool is_whole = (found == 0 || !is_word(line[found - 1])) && (end >= line.size() || !is_word(line[end]));
            if (is_whole) {
                return true;
            }
        }
        return false;
    });
}

std::vector<FoundAccount> recognise_accounts(std::string_view text, std::string_view region) {
    const Page page{text, region};
    std::vector<FoundAccount> kept;
    std::vector<FoundAccount> found;
    for (Chunk chunk = next_chunk(text, 0); chunk.begin < text.size(); chunk = next_chunk(text, chunk.end)) {
        if (is_plain(chunk) && (chunk.marks & mark_upper) == 0) {
            continue;
        }
        std::vector<FoundAccount> here;
        for (const AccountKind& kind : account_kinds) {
            if ((chunk.marks & kind.needs) != kind.needs || (chunk.marks & kind.any) == 0) {
                continue;
            }
            found.clear();
            kind.find(page, chunk, found);
            for (FoundAccount& one : found) {
                const bool overlaps_here = std::any_of(here.begin(), here.end(), [&](const FoundAccount& other) {
                    return overlaps(other.span, one.span);
                });
                if (!overlaps_here && !is_taken(kept, one.span)) {
                    here.push_back(std::move(one));
                }
            }
        }
        std::sort(here.begin(), here.end(),
                  [](const FoundAccount& a, const FoundAccount& b) { return a.span < b.span; });
        std::move(here.begin(), here.end(), std::back_inserter(kept));
    }
    return kept;
}

} // namespace actorgraph
