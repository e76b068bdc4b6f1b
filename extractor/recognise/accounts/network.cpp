#include "extractor/recognise/accounts/page.hpp"
#include "extractor/recognise/checksums.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <string>

namespace actorgraph {
namespace {

bool is_address_byte(char c) { return is_hex(c) || c == ':' || c == '.'; }

/// "/24" behind an address: its bytes, or 0 when it is more than the address has bits.
std::size_t prefix_length(std::string_view text, int most) {
    std::size_t end = 1;
    int bits = 0;
    while (text.starts_with("/") && end < text.size() && end <= 3 && is_digit(text[end])) {
        bits = bits * 10 + (text[end] - '0');
        ++end;
    }
    const bool ends = end >= text.size() || !(is_word(text[end]) || text[end] == '/');
    return end > 1 && ends && bits <= most ? end : 0;
}

/// Version numbers and paragraphs are written alike.
bool is_numbering(const Page& page, std::size_t begin, std::string_view address, bool has_prefix) {
    const bool is_announced_version = is_announced(
        page, begin, 24, {"version", "versions", "v", "release", "firmware", "build", "update", "section", "chapter", "clause", "article"});
    const bool is_small = address.size() == 7 && address != "0.0.0.0" && address != "1.1.1.1" && address != "8.8.8.8";
    return is_announced_version ||
           (is_small && !has_prefix && !is_announced(page, begin, 40, {"ip", "ips", "address", "server", "host", "from"}));
}

/// Two colons after a number, or between letters alone, stand in code and tables too.
bool is_doubtful(const Page& page, std::size_t begin, std::size_t end) {
    const std::string_view address = page.slice(begin, end);
    const bool is_open_end = address.ends_with("::") && address.find(':') == address.size() - 2 && address.size() <= 5;
    const bool has_digit = std::any_of(address.begin(), address.end(), is_digit);
    return (is_open_end || !has_digit) && page.before(begin) != '=' && page.at(end) != '/';
}

void add_address(const Page& page, std::size_t begin, std::size_t end, std::vector<FoundAccount>& found) {
    const std::string_view address = page.slice(begin, end);
    const bool is_v4 = address.find(':') == std::string_view::npos;
    const std::size_t prefix = prefix_length(page.text.substr(end), is_v4 ? 32 : 128);
    const bool is_valid = is_v4 ? is_ipv4(address) && !is_numbering(page, begin, address, prefix > 0)
                                : is_ipv6(address) && !is_doubtful(page, begin, end);
    if (is_valid) {
        found.push_back(found_account(begin, end + prefix, {"ip", "", lowered(page.slice(begin, end + prefix))},
                                      "account.ip"));
    }
}

} // namespace

void find_ip_addresses(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    for (std::size_t begin = chunk.begin; begin < chunk.end; ++begin) {
        if (!is_address_byte(page.text[begin])) {
            continue;
        }
        std::size_t end = begin;
        while (end < chunk.end && is_address_byte(page.text[end])) {
            ++end;
        }
        const bool is_cut = is_word(page.before(begin)) || is_word(page.at(end)) || page.before(begin) == '-' ||
                            page.at(end) == '-';
        const std::size_t run_end = end;
        while (end > begin && (page.text[end - 1] == '.' || (page.text[end - 1] == ':' && !page.slice(begin, end).ends_with("::")))) {
            --end;
        }
        const std::string_view run = page.slice(begin, end);
        const auto colon = run.rfind(':');
        const auto dots = std::count(run.begin(), run.end(), '.');
        if (!is_cut && std::count(run.begin(), run.end(), ':') >= 2 && is_ipv6(run)) {
            add_address(page, begin, end, found);
        } else if (dots == 3 && colon != std::string_view::npos && is_cut) {
            add_address(page, begin + colon + 1, end, found); // behind a word that is no address
        } else if (dots == 3 && !is_cut) {
            const std::size_t first = run.find_first_not_of(":.");
            const std::size_t port = run.find(':', first);
            add_address(page, begin + first, port == std::string_view::npos ? end : begin + port, found);
        }
        begin = run_end;
    }
}

void find_mac_addresses(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    // IEEE 802: EUI-48 in pairs or, as routers print it, in fours.
    static const RE2 shape(R"(((?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}))");
    const std::string_view text = page.slice(chunk.begin, chunk.end);
    re2::StringPiece match;
    if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), shape, &match)) {
        return;
    }
    const auto begin = static_cast<std::size_t>(match.data() - page.text.data());
    const std::size_t end = begin + match.size();
    const auto separates = [](char c) { return is_word(c) || c == ':' || c == '-'; };
    std::string value = lowered({match.data(), match.size()});
    std::erase_if(value, [](char c) { return !is_hex(c); });
    const bool is_group = value == "ffffffffffff" || value == "000000000000";
    const bool is_number = value.find_first_not_of("0123456789") == std::string::npos && match.size() == 14;
    if (!separates(page.before(begin)) && !separates(page.at(end)) && !is_group && !is_number) {
        for (std::size_t i = 10; i > 0; i -= 2) {
            value.insert(i, ":");
        }
        found.push_back(found_account(begin, end, {"mac", "", value}, "account.mac"));
    }
}

} // namespace actorgraph
