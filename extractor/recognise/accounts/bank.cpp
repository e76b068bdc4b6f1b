#include "extractor/recognise/accounts/page.hpp"
#include "extractor/recognise/checksums.hpp"

#include <algorithm>
#include <string>

namespace actorgraph {
namespace {

/// Letters and digits from `begin` on, with single blanks or dashes between groups, until `wanted` of them are
/// read. Returns the end, or `begin` when the text does not go on so long.
std::size_t grouped_end(const Page& page, std::size_t begin, std::size_t wanted, std::string& read) {
    std::size_t at = begin;
    while (read.size() < wanted) {
        const char c = page.at(at);
        if (is_digit(c) || is_upper(c)) {
            read += c;
        } else if ((c != ' ' && c != '-') || !is_alnum(page.at(at + 1))) {
            return begin;
        }
        ++at;
    }
    return at;
}

/// Issuers by their first digits and the lengths they use. Source: ISO/IEC 7812-1 and the networks' tables.
bool has_issuer(std::string_view digits) {
    const auto number = [&](std::size_t count) { return std::stoi(std::string(digits.substr(0, count))); };
    const std::size_t size = digits.size();
    const int two = number(2);
    const int four = number(4);
    const bool is_visa = digits[0] == '4' && (size == 16 || size == 19 || size == 13);
    const bool is_mastercard = ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) && size == 16;
    const bool is_amex = (two == 34 || two == 37) && size == 15;
    const bool is_diners = (two == 36 || two == 38 || (four >= 3000 && four <= 3059)) && size == 14;
    const bool is_discover = (four == 6011 || two == 65 || (four >= 6440 && four <= 6499)) && size == 16;
    const bool is_jcb = four >= 3528 && four <= 3589 && size == 16;
    const bool is_unionpay = two == 62 && size >= 16;
    const bool is_debit = (two == 50 || (two >= 56 && two <= 58) || two == 63 || two == 67) && size == 16;
    return is_visa || is_mastercard || is_amex || is_diners || is_discover || is_jcb || is_unionpay || is_debit;
}

bool is_card_named(const Page& page, std::size_t at) {
    return is_announced(page, at, 48, {"card", "cards", "visa", "mastercard", "amex", "diners", "maestro", "discover"});
}

} // namespace

void find_ibans(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    for (std::size_t at = chunk.begin; at + 4 <= chunk.end; ++at) {
        const bool is_start = is_upper(page.text[at]) && is_upper(page.text[at + 1]) && is_digit(page.text[at + 2]) &&
                              is_digit(page.text[at + 3]) && !is_word(page.before(at));
        const std::size_t length = is_start ? iban_length(page.text.substr(at, 2)) : 0;
        if (length == 0) {
            continue;
        }
        std::string value;
        const std::size_t end = grouped_end(page, at, length, value);
        if (end > at && !is_word(page.at(end)) && is_iban(value)) {
            found.push_back(found_account(at, end, {"iban", "", value}, "account.iban"));
            return;
        }
    }
}

void find_bics(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    std::size_t begin = chunk.begin;
    while (begin < chunk.end && !is_alnum(page.text[begin])) {
        ++begin;
    }
    std::size_t end = begin;
    while (end < chunk.end && (is_upper(page.text[end]) || is_digit(page.text[end]))) {
        ++end;
    }
    // ISO 9362: bank (4 letters here), country (2 letters), place (2), optional branch (3).
    const std::string_view code = page.slice(begin, end);
    const bool is_shaped = (code.size() == 8 || code.size() == 11) &&
                           std::all_of(code.begin(), code.begin() + 6, is_upper) && !is_word(page.at(end));
    if (is_shaped && is_announced(page, begin, 16, {"bic", "swift", "swift-code", "swift/bic"})) {
        found.push_back(found_account(begin, end, {"bic", "", std::string(code)}, "account.bic"));
    }
}

void find_cards(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    std::size_t begin = chunk.begin;
    while (begin < chunk.end && !is_digit(page.text[begin])) {
        ++begin;
    }
    const char left = page.before(begin);
    if (begin == chunk.end || is_word(left) || left == '.' || left == '-' || left == '+' || left == '/') {
        return;
    }
    std::string digits;
    std::size_t end = begin;
    for (std::size_t at = begin; digits.size() < 19 && at < page.text.size(); ++at) {
        const char c = page.text[at];
        const bool is_separator = (c == ' ' || c == '-') && is_digit(page.at(at + 1)) && is_digit(page.before(at));
        if (is_digit(c)) {
            digits += c;
            end = at + 1;
        } else if (!is_separator || digits.size() >= 16) {
            break;
        }
    }
    const bool is_alone = !is_word(page.at(end)) && page.at(end) != '-' && !(page.at(end) == '.' && is_digit(page.at(end + 1)));
    if (digits.size() < 13 || !is_alone || !is_card_number(digits) || !has_issuer(digits) ||
        (digits.size() != 15 && digits.size() != 16 && !is_card_named(page, begin))) {
        return;
    }
    std::string masked = std::string(digits.size() - 4, '*') + digits.substr(digits.size() - 4);
    found.push_back(found_account(begin, end, {"credit_card", "", std::move(masked)}, "account.card"));
}

} // namespace actorgraph
