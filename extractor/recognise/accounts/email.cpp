#include "extractor/recognise/accounts/host.hpp"
#include "extractor/recognise/accounts/page.hpp"

#include <string>

namespace actorgraph {
namespace {

// RFC 5321, section 4.5.3.1.
constexpr std::size_t longest_local = 64;
constexpr std::size_t longest_path = 254;

/// `atext` of RFC 5322 without the quotes and slashes that prose sets around addresses, and any letter
/// beyond ASCII (RFC 6531).
bool is_local_byte(char c) {
    constexpr std::string_view marks = "!#$%&*+-=^_{}~.'";
    return is_alnum(c) || is_wide(c) || marks.find(c) != std::string_view::npos;
}

std::size_t local_begin(const Page& page, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && is_local_byte(page.text[begin - 1])) {
        --begin;
    }
    constexpr std::string_view openers = "'*=&#$%!{}^.-";
    while (begin < at && openers.find(page.text[begin]) != std::string_view::npos) {
        ++begin;
    }
    return begin;
}

bool is_local_part(std::string_view local) {
    return !local.empty() && local.size() <= longest_local && local.back() != '.' &&
           local.find("..") == std::string_view::npos;
}

/// A last label of letters: known, or long enough to be a private zone rather than a missing blank.
bool is_mail_host(std::string_view host) {
    const auto dot = host.rfind('.');
    if (dot == std::string_view::npos) {
        return false;
    }
    const std::string_view last = host.substr(dot + 1);
    const bool is_wordlike = last.size() >= 2 && last.find_first_of("0123456789_") == std::string_view::npos;
    return is_wordlike || has_known_suffix(host);
}

} // namespace

void find_emails(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    for (std::size_t at = page.text.find('@', chunk.begin); at < chunk.end;
         at = page.text.find('@', at + 1)) {
        const std::size_t begin = local_begin(page, at);
        const std::string_view rest = page.slice(at + 1, chunk.end);
        const std::size_t host = host_length(rest);
        const std::size_t literal = host == 0 ? address_literal_length(rest) : 0;
        const std::size_t end = at + 1 + std::max(host, literal);
        const bool is_host = literal > 0 || is_mail_host(rest.substr(0, host));
        const bool is_whole = page.before(begin) != '@' && page.at(end) != '@' && page.at(end) != '_';
        if (is_host && is_whole && is_local_part(page.slice(begin, at)) && end - begin <= longest_path) {
            found.push_back(found_account(begin, end, {"email", "", lowered(page.slice(begin, end))},
                                          "account.email"));
        }
    }
}

} // namespace actorgraph
