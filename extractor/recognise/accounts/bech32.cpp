#include "extractor/recognise/accounts/bech32.hpp"

#include "extractor/recognise/accounts/page.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace actorgraph {
namespace {

using Values = std::vector<std::uint8_t>;
constexpr std::string_view alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::size_t checksum_groups = 6;

/// The text in lower case, or nothing when it mixes cases.
std::optional<std::string> in_one_case(std::string_view text) {
    const bool has_lower = std::any_of(text.begin(), text.end(), is_lower);
    const bool has_upper = std::any_of(text.begin(), text.end(), is_upper);
    return has_lower && has_upper ? std::nullopt : std::optional(lowered(text));
}

std::optional<Values> groups_of(std::string_view data) {
    Values values;
    for (const char c : data) {
        const auto value = alphabet.find(c);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        values.push_back(static_cast<std::uint8_t>(value));
    }
    return values;
}

/// BCH checksum over 5-bit groups, BIP 173.
std::uint32_t polymod(const Values& values) {
    constexpr std::array<std::uint32_t, 5> generator{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    std::uint32_t sum = 1;
    for (const std::uint8_t value : values) {
        const std::uint32_t top = sum >> 25U;
        sum = (sum & 0x1ffffffU) << 5U ^ value;
        for (std::size_t i = 0; i < generator.size(); ++i) {
            sum ^= (top >> i & 1U) != 0 ? generator[i] : 0U;
        }
    }
    return sum;
}

/// The same with 40 bits, CashAddr.
std::uint64_t cash_polymod(const Values& values) {
    constexpr std::array<std::uint64_t, 5> generator{0x98f2bc8e61, 0x79b76d99e2, 0xf33e5fb3c4, 0xae2eabe2a8,
                                                     0x1e4f43e470};
    std::uint64_t sum = 1;
    for (const std::uint8_t value : values) {
        const std::uint64_t top = sum >> 35U;
        sum = (sum & 0x07ffffffffU) << 5U ^ value;
        for (std::size_t i = 0; i < generator.size(); ++i) {
            sum ^= (top >> i & 1U) != 0 ? generator[i] : 0U;
        }
    }
    return sum ^ 1U;
}

} // namespace

Bech32 verify_bech32(std::string_view text, std::string_view prefix) {
    const auto lower = in_one_case(text);
    if (!lower || !lower->starts_with(std::string(prefix) + "1") || lower->size() < prefix.size() + 1 + checksum_groups) {
        return Bech32::none;
    }
    Values values;
    for (const char c : prefix) {
        values.push_back(static_cast<std::uint8_t>(c) >> 5U);
    }
    values.push_back(0);
    for (const char c : prefix) {
        values.push_back(static_cast<std::uint8_t>(c) & 31U);
    }
    const auto data = groups_of(std::string_view(*lower).substr(prefix.size() + 1));
    if (!data) {
        return Bech32::none;
    }
    values.insert(values.end(), data->begin(), data->end());
    const std::uint32_t sum = polymod(values);
    return sum == static_cast<unsigned>(Bech32::bech32)    ? Bech32::bech32
           : sum == static_cast<unsigned>(Bech32::bech32m) ? Bech32::bech32m
                                                           : Bech32::none;
}

bool is_segwit(std::string_view address, std::string_view prefix) {
    constexpr std::size_t longest = 90;
    const Bech32 encoding = address.size() > longest ? Bech32::none : verify_bech32(address, prefix);
    const std::size_t data_begin = prefix.size() + 1;
    if (encoding == Bech32::none || address.size() < data_begin + 1 + checksum_groups) {
        return false;
    }
    const auto data = groups_of(lowered(address.substr(data_begin)));
    const std::uint8_t version = data->front();
    const std::size_t groups = data->size() - 1 - checksum_groups;
    const std::size_t program = groups * 5 / 8;
    const std::size_t padding = groups * 5 % 8;
    const bool is_padded = padding < 5 && ((*data)[groups] & ((1U << padding) - 1U)) == 0;
    const bool is_length_right = program >= 2 && program <= 40 && (version != 0 || program == 20 || program == 32);
    return version <= 16 && is_padded && is_length_right &&
           encoding == (version == 0 ? Bech32::bech32 : Bech32::bech32m);
}

bool is_cash_address(std::string_view address) {
    constexpr std::string_view prefix = "bitcoincash";
    const auto lower = in_one_case(address);
    if (!lower) {
        return false;
    }
    std::string_view data = *lower;
    if (data.starts_with("bitcoincash:")) {
        data.remove_prefix(prefix.size() + 1);
    }
    const auto groups = groups_of(data);
    if (!groups || groups->size() != 42) {
        return false;
    }
    Values values;
    for (const char c : prefix) {
        values.push_back(static_cast<std::uint8_t>(c) & 31U);
    }
    values.push_back(0);
    values.insert(values.end(), groups->begin(), groups->end());
    return cash_polymod(values) == 0;
}

} // namespace actorgraph
