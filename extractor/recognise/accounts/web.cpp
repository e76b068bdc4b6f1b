#include "extractor/recognise/accounts/host.hpp"
#include "extractor/recognise/accounts/page.hpp"
#include "extractor/recognise/accounts/platforms.hpp"

#include <algorithm>
#include <string>

namespace actorgraph {
namespace {

/// Bytes of path, query and fragment at the start of `text`. Closing brackets count when they were opened;
/// a comma before a letter separates fields; punctuation at the end belongs to the sentence. RFC 3986.
std::size_t path_length(std::string_view text) {
    int depth = 0;
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        const char c = text[end];
        constexpr std::string_view stops = "<>\"`{}|\\^[]";
        depth += c == '(' ? 1 : 0;
        const bool is_field_end = c == ',' && end + 1 < text.size() && is_letter(text[end + 1]);
        const bool is_quote = text.substr(end).starts_with("\xE2\x80\x9D") || text.substr(end).starts_with("\xE2\x80\x99");
        if (stops.find(c) != std::string_view::npos || is_field_end || is_quote || (c == ')' && depth == 0)) {
            break;
        }
        depth -= c == ')' ? 1 : 0;
    }
    constexpr std::string_view sentence = ".,;:!?'*";
    while (end > 0 && sentence.find(text[end - 1]) != std::string_view::npos) {
        --end;
    }
    return end;
}

std::size_t port_length(std::string_view text) {
    if (!text.starts_with(":")) {
        return 0;
    }
    std::size_t end = 1;
    while (end < text.size() && end < 6 && is_digit(text[end])) {
        ++end;
    }
    return end > 1 ? end : 0;
}

/// Bytes of host, port and path at the start of `text`; 0 when no host stands there.
std::size_t address_length(std::string_view text) {
    const std::size_t literal = address_literal_length(text);
    const std::size_t host = literal > 0 ? literal : host_length(text);
    const bool is_known = literal > 0 || (text.substr(0, host).find('.') != std::string_view::npos &&
                                          has_known_suffix(text.substr(0, host)));
    if (host == 0 || !is_known) {
        return 0;
    }
    const std::size_t port = port_length(text.substr(host));
    const std::string_view rest = text.substr(host + port);
    const bool has_path = rest.starts_with("/") || rest.starts_with("?") || rest.starts_with("#");
    const bool breaks_off = !rest.empty() && (is_alnum(rest.front()) || rest.front() == '_' || rest.front() == '-');
    return breaks_off ? 0 : host + port + (has_path ? path_length(rest) : 0);
}

Account account_at(std::string_view url) {
    return profile_of(url).value_or(Account{"url", "", std::string(url)});
}

std::size_t scheme_begin(const Page& page, std::size_t colon) {
    std::size_t begin = colon;
    while (begin > 0 && is_letter(page.text[begin - 1])) {
        --begin;
    }
    return begin;
}

bool is_scheme(std::string_view scheme) {
    const std::string lower = lowered(scheme);
    return lower == "http" || lower == "https" || lower == "ftp";
}

/// Endings that are words of prose or of file names before they are countries.
bool is_doubtful_suffix(std::string_view suffix) {
    static constexpr std::string_view doubtful[] = {
        "am", "as", "at", "be", "by", "cc", "do", "he", "in", "is", "it", "js", "md", "me", "mov", "my", "no",
        "pl", "ps", "py", "rs", "sh", "so", "to", "us", "zip", "new", "day", "now", "one", "name", "post", "how"};
    return std::find(std::begin(doubtful), std::end(doubtful), suffix) != std::end(doubtful);
}

/// A bare name in lower case under a known ending; endings that are words need "www" or an announcement.
bool is_bare_domain(const Page& page, std::size_t begin, std::string_view host, bool has_path) {
    const auto dot = host.rfind('.');
    if (dot == std::string_view::npos || !has_known_suffix(host)) {
        return false;
    }
    const std::string_view suffix = host.substr(dot + 1);
    const bool has_www = lowered(host.substr(0, 4)) == "www.";
    const bool is_lower_case = std::none_of(host.begin(), host.end(), is_upper);
    const bool is_short = host.find('.') == dot && dot < 2;
    const bool is_number = host.substr(0, dot).find_first_not_of("0123456789.-") == std::string_view::npos;
    const bool is_named = is_announced(page, begin, 40,
                                       {"website", "site", "domain", "domains", "webpage", "page", "portal", "url", "visit",
                                        "at", "address", "host", "server", "homepage"});
    if (has_www) {
        return true;
    }
    return is_lower_case && (!is_short || has_path) && !is_number && (!is_doubtful_suffix(suffix) || is_named);
}

} // namespace

void find_urls(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    std::size_t from = chunk.begin;
    for (auto colon = page.text.find("://", from); colon < chunk.end; colon = page.text.find("://", from)) {
        const std::size_t begin = std::max(scheme_begin(page, colon), from);
        const std::size_t length =
            is_scheme(page.slice(begin, colon)) ? address_length(page.slice(colon + 3, chunk.end)) : 0;
        from = colon + 3 + length;
        if (length > 0) {
            found.push_back(found_account(begin, from, account_at(page.slice(begin, from)), "account.url"));
        }
    }
    const bool is_skype = page.slice(chunk.begin, chunk.end).starts_with("skype:");
    if (is_skype) {
        const std::size_t begin = chunk.begin + 6;
        std::size_t end = begin;
        while (end < chunk.end && (is_word(page.text[end]) || page.text[end] == '.' || page.text[end] == '-')) {
            ++end;
        }
        const std::string_view name = page.slice(begin, end);
        end += page.text.substr(end, 5) == "?call" || page.text.substr(end, 5) == "?chat" ? 5 : 0;
        if (name.size() >= 3) {
            found.push_back(found_account(chunk.begin, end,
                                          {"social_profile", "skype", lowered(name)}, "account.url"));
        }
    }
}

void find_domains(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    for (std::size_t begin = chunk.begin; begin < chunk.end;) {
        if (!is_word(page.text[begin])) {
            ++begin;
            continue;
        }
        const std::string_view rest = page.slice(begin, chunk.end);
        const std::size_t host = std::max<std::size_t>(host_length(rest), 1);
        const char left = page.before(begin);
        const bool is_apart = !is_word(left) && left != '@' && left != '-' && left != '.' && left != '/' && left != '%';
        const char right = page.at(begin + host);
        const bool is_whole = right != '@' && right != '-' && right != '_';
        const std::size_t length = std::max(host, address_length(rest));
        const bool has_path = length > host + 1;
        if (is_apart && is_whole && is_bare_domain(page, begin, rest.substr(0, host), has_path)) {
            Account account = has_path ? account_at(rest.substr(0, length))
                                       : Account{"domain", "", lowered(rest.substr(0, host))};
            found.push_back(found_account(begin, begin + (has_path ? length : host), std::move(account),
                                          has_path ? "account.url" : "account.domain"));
            begin += length;
            continue;
        }
        begin += host;
    }
}

} // namespace actorgraph
