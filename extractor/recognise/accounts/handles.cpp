#include "extractor/recognise/accounts/host.hpp"
#include "extractor/recognise/accounts/page.hpp"
#include "extractor/recognise/accounts/platforms.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string>

namespace actorgraph {
namespace {

constexpr std::size_t longest_handle = 30;
constexpr std::size_t context_before = 60;
constexpr std::size_t context_after = 40;

/// Accented Latin letters go on with a word, which then is no handle; other scripts only follow it.
bool goes_on(const Page& page, std::size_t end) {
    const auto c = static_cast<unsigned char>(page.at(end));
    return c == '@' || (c >= 0xC3 && c <= 0xC9);
}

/// "@" opens a handle at the start of a word or behind "RT", not inside one.
bool opens_handle(const Page& page, std::size_t at) {
    const char left = page.before(at);
    constexpr std::string_view closed = "_!#$%&*@/.-+";
    if (at >= 2 && lowered(page.slice(at - 2, at)) == "rt" && (at == 2 || !is_word(page.text[at - 3]))) {
        return true;
    }
    return !is_alnum(left) && closed.find(left) == std::string_view::npos;
}

std::size_t name_length(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && (is_alnum(text[end]) || text[end] == '_')) {
        ++end;
    }
    return end;
}

std::string platform_around(const Page& page, std::size_t begin, std::size_t end) {
    const auto line_begin = page.text.rfind('\n', begin);
    const std::size_t first = std::max(line_begin == std::string_view::npos || begin == 0 ? 0 : line_begin,
                                       begin > context_before ? begin - context_before : 0);
    const std::size_t last = std::min({page.text.find('\n', end), page.text.size(), end + context_after});
    return platform_named(page.slice(first, begin), page.slice(end, last));
}

/// "@user@host.example" (Mastodon and others of the fediverse), or a host name of its own as Bluesky has it.
bool find_hosted_handle(const Page& page, const Chunk& chunk, std::size_t at, std::size_t name,
                        std::string_view platform, std::vector<FoundAccount>& found) {
    const std::size_t behind = at + 1 + name;
    const bool is_federated = page.at(behind) == '@';
    const std::size_t host_begin = std::min(is_federated ? behind + 1 : at + 1, chunk.end);
    const std::string_view rest = page.slice(host_begin, chunk.end);
    const std::string_view host = rest.substr(0, host_length(rest));
    const auto dots = std::count(host.begin(), host.end(), '.');
    const bool is_named_by_host = dots >= 2 || (dots == 1 && platform == "bluesky");
    if (dots == 0 || !has_known_suffix(host) || (!is_federated && !is_named_by_host)) {
        return false;
    }
    const std::size_t end = host_begin + host.size();
    found.push_back(found_account(at, end,
                                  {"handle", is_federated ? "mastodon" : "bluesky", lowered(page.slice(at + 1, end))},
                                  "account.handle"));
    return true;
}

/// Some platforms allow dots inside names.
std::size_t dotted_length(std::string_view text, std::size_t name, std::string_view platform) {
    static constexpr std::string_view dotted[] = {"instagram", "tiktok", "threads", "snapchat", "facebook"};
    if (std::find(std::begin(dotted), std::end(dotted), platform) == std::end(dotted)) {
        return name;
    }
    while (name + 1 < text.size() && text[name] == '.' && is_alnum(text[name + 1])) {
        name += 1 + name_length(text.substr(name + 1));
    }
    return name;
}

void find_reddit_name(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    const auto at = page.text.find("u/", chunk.begin);
    if (at >= chunk.end || is_word(page.before(at)) || (page.before(at) == '/' && at != chunk.begin + 1)) {
        return;
    }
    std::size_t end = at + 2;
    while (end < chunk.end && (is_alnum(page.text[end]) || page.text[end] == '_' || page.text[end] == '-')) {
        ++end;
    }
    const std::size_t length = end - at - 2;
    if (length >= 3 && length <= 20 && !is_word(page.at(end)) && page.at(end) != '/') {
        found.push_back(found_account(at, end, {"handle", "reddit", lowered(page.slice(at + 2, end))}, "account.handle"));
    }
}

} // namespace

void find_handles(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    for (auto at = page.text.find('@', chunk.begin); at < chunk.end; at = page.text.find('@', at + 1)) {
        const std::string_view rest = page.slice(at + 1, chunk.end);
        std::size_t name = name_length(rest);
        const bool has_letter = std::any_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(name), is_letter);
        if (!has_letter || name > longest_handle || !opens_handle(page, at)) {
            continue;
        }
        std::string platform = platform_around(page, at, at + 1 + name);
        if (find_hosted_handle(page, chunk, at, name, platform, found) || goes_on(page, at + 1 + name)) {
            continue;
        }
        name = dotted_length(rest, name, platform);
        found.push_back(found_account(at, at + 1 + name,
                                      {"handle", std::move(platform), lowered(rest.substr(0, name))}, "account.handle"));
    }
    if ((chunk.marks & mark_slash) != 0) {
        find_reddit_name(page, chunk, found);
    }
}

void find_hashtags(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    // Letters, marks and digits of any script, and the joiners that words of some scripts hold.
    static const RE2 tag("(?:^|[^\\p{L}\\p{Nd}_&/])([#\xEF\xBC\x83]"
                         "([\\p{L}\\p{M}\\p{Nd}_\\x{200c}\\x{200d}\\x{a67e}\\x{05be}\\x{05f3}\\x{05f4}\\x{ff5e}"
                         "\\x{301c}\\x{309b}\\x{309c}\\x{30a0}\\x{30fb}\\x{3003}\\x{0f0b}\\x{0f0c}\\x{00b7}]*"
                         "[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Nd}_\\x{200c}\\x{200d}\\x{a67e}\\x{05be}\\x{05f3}\\x{05f4}"
                         "\\x{ff5e}\\x{301c}\\x{309b}\\x{309c}\\x{30a0}\\x{30fb}\\x{3003}\\x{0f0b}\\x{0f0c}\\x{00b7}]*))");
    const std::string_view chunk_text = page.slice(chunk.begin, chunk.end);
    re2::StringPiece rest(chunk_text.data(), chunk_text.size());
    re2::StringPiece whole;
    re2::StringPiece name;
    while (RE2::FindAndConsume(&rest, tag, &whole, &name)) {
        const auto begin = static_cast<std::size_t>(whole.data() - page.text.data());
        const std::size_t end = begin + whole.size();
        const bool is_address = page.text.substr(end).starts_with("://");
        if (!is_address && page.at(end) != '#') {
            found.push_back(found_account(begin, end, {"hashtag", "", lowered({name.data(), name.size()})},
                                          "account.hashtag"));
        }
    }
}

void find_cashtags(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    // Amounts and currencies are written with the same sign.
    static constexpr std::array<std::string_view, 16> amounts{"m",  "mn", "mln", "bn",  "b",  "k",   "tn", "us",
                                                              "au", "nz", "hk",  "can", "ca", "aus", "sg", "mm"};
    static const RE2 tag(R"((\$([A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?))(?:[^\w$.]|\.?$|\.[^\w]))");
    const std::string_view text = page.slice(chunk.begin, chunk.end);
    re2::StringPiece whole;
    re2::StringPiece name;
    const re2::StringPiece piece(text.data(), text.size());
    if (!RE2::PartialMatch(piece, tag, &whole, &name) || whole.data() != text.data()) {
        return;
    }
    const std::string value = lowered({name.data(), name.size()});
    if (std::find(amounts.begin(), amounts.end(), value) == amounts.end()) {
        found.push_back(found_account(chunk.begin, chunk.begin + whole.size(), {"cashtag", "", value}, "account.cashtag"));
    }
}

} // namespace actorgraph
