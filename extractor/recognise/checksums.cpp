#include "extractor/recognise/checksums.hpp"

#include <arpa/inet.h>
#include <cryptopp/keccak.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace actorgraph {
namespace {

struct IbanLength {
    std::string_view country;
    std::size_t length;
};
// Source: SWIFT IBAN registry (ISO 13616), lengths of national formats.
constexpr IbanLength iban_lengths[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
    {"BH", 22}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22},
    {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FO", 18}, {"FR", 27},
    {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20},
    {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27},
    {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NL", 18}, {"NO", 15},
    {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24},
    {"SC", 31}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"ST", 25}, {"SV", 28}, {"TL", 23},
    {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

std::size_t iban_length(std::string_view iban) {
    const auto* known = std::find_if(std::begin(iban_lengths), std::end(iban_lengths),
                                     [&](const IbanLength& l) { return iban.starts_with(l.country); });
    return known == std::end(iban_lengths) ? 0 : known->length;
}

bool is_iban(std::string_view iban) {
    if (iban.empty() || iban.size() != iban_length(iban)) {
        return false;
    }
    unsigned remainder = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        if (is_digit(c)) {
            remainder = (remainder * 10 + static_cast<unsigned>(c - '0')) % 97;
        } else if (c >= 'A' && c <= 'Z') {
            remainder = (remainder * 100 + static_cast<unsigned>(c - 'A') + 10) % 97;
        } else {
            return false;
        }
    }
    return remainder == 1;
}

bool is_card_number(std::string_view digits) {
    if (digits.size() < 12 || digits.size() > 19 || !std::all_of(digits.begin(), digits.end(), is_digit)) {
        return false;
    }
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int value = digits[digits.size() - 1 - i] - '0';
        value *= i % 2 == 1 ? 2 : 1;
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

bool is_ethereum(std::string_view address) {
    if (address.size() != 42 || !address.starts_with("0x")) {
        return false;
    }
    const std::string_view digits = address.substr(2);
    std::string lower(digits);
    bool has_upper = false;
    bool has_lower = false;
    for (char& c : lower) {
        const bool is_upper_hex = c >= 'A' && c <= 'F';
        const bool is_lower_hex = c >= 'a' && c <= 'f';
        if (!is_digit(c) && !is_upper_hex && !is_lower_hex) {
            return false;
        }
        has_upper = has_upper || is_upper_hex;
        has_lower = has_lower || is_lower_hex;
        c = is_upper_hex ? static_cast<char>(c + 32) : c;
    }
    if (!has_upper || !has_lower) {
        return true;
    }
    std::array<CryptoPP::byte, 32> hash{};
    CryptoPP::Keccak_256().CalculateDigest(
        hash.data(), reinterpret_cast<const CryptoPP::byte*>(lower.data()), lower.size());
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const unsigned nibble = i % 2 == 0 ? hash[i / 2] >> 4U : hash[i / 2] & 15U;
        const bool is_upper_hex = digits[i] >= 'A' && digits[i] <= 'F';
        if (!is_digit(digits[i]) && is_upper_hex != (nibble >= 8)) {
            return false;
        }
    }
    return true;
}

bool is_ipv4(std::string_view address) {
    int parts = 0;
    while (true) {
        const auto dot = std::min(address.find('.'), address.size());
        const std::string_view part = address.substr(0, dot);
        const bool has_zero = part.size() > 1 && part.front() == '0';
        if (part.empty() || part.size() > 3 || has_zero ||
            !std::all_of(part.begin(), part.end(), is_digit) || std::stoi(std::string(part)) > 255) {
            return false;
        }
        ++parts;
        if (dot == address.size()) {
            return parts == 4;
        }
        address.remove_prefix(dot + 1);
    }
}

bool is_ipv6(std::string_view address) {
    constexpr std::size_t longest = 45;
    in6_addr parsed{};
    return address.size() <= longest && inet_pton(AF_INET6, std::string(address).c_str(), &parsed) == 1;
}

} // namespace actorgraph
