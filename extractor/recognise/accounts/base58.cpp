#include "extractor/recognise/accounts/base58.hpp"

#include <cryptopp/keccak.h>
#include <cryptopp/sha.h>

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

using Bytes = std::vector<std::uint8_t>;
constexpr std::size_t checksum_size = 4;

/// Big-endian number of exactly `size` bytes; nothing when it does not fit or a character is foreign.
std::optional<Bytes> decode(std::string_view text, std::string_view alphabet, std::size_t size) {
    Bytes bytes(size, 0);
    for (const char c : text) {
        const auto digit = alphabet.find(c);
        if (digit == std::string_view::npos) {
            return std::nullopt;
        }
        auto carry = static_cast<unsigned>(digit);
        for (std::size_t i = size; i-- > 0;) {
            carry += 58U * bytes[i];
            bytes[i] = static_cast<std::uint8_t>(carry & 0xFFU);
            carry >>= 8U;
        }
        if (carry != 0) {
            return std::nullopt;
        }
    }
    return bytes;
}

std::array<std::uint8_t, 32> sha256(const std::uint8_t* data, std::size_t size) {
    std::array<std::uint8_t, 32> digest{};
    CryptoPP::SHA256().CalculateDigest(digest.data(), data, size);
    return digest;
}

/// Whether leading zero bytes and leading zero digits are equally many, as the encoding demands.
bool has_right_zeros(std::string_view text, char zero, const Bytes& bytes) {
    const auto digits = std::min(text.find_first_not_of(zero), text.size());
    const auto zeros = std::find_if(bytes.begin(), bytes.end(), [](std::uint8_t b) { return b != 0; });
    return digits == static_cast<std::size_t>(zeros - bytes.begin());
}

} // namespace

std::optional<Bytes> decode_base58check(std::string_view text, std::string_view alphabet, std::size_t size) {
    auto bytes = decode(text, alphabet, size);
    if (!bytes || !has_right_zeros(text, alphabet[0], *bytes)) {
        return std::nullopt;
    }
    const auto first = sha256(bytes->data(), size - checksum_size);
    const auto second = sha256(first.data(), first.size());
    if (!std::equal(second.begin(), second.begin() + checksum_size, bytes->end() - checksum_size)) {
        return std::nullopt;
    }
    bytes->resize(size - checksum_size);
    return bytes;
}

bool is_monero(std::string_view address) {
    constexpr std::size_t characters = 95;
    constexpr std::size_t block = 11;
    constexpr std::uint8_t standard = 18;
    constexpr std::uint8_t subaddress = 42;
    if (address.size() != characters) {
        return false;
    }
    Bytes bytes;
    for (std::size_t at = 0; at < address.size(); at += block) {
        const std::string_view part = address.substr(at, block);
        const auto decoded = decode(part, bitcoin_alphabet, part.size() == block ? 8 : 5);
        if (!decoded) {
            return false;
        }
        bytes.insert(bytes.end(), decoded->begin(), decoded->end());
    }
    std::array<std::uint8_t, 32> hash{};
    CryptoPP::Keccak_256().CalculateDigest(hash.data(), bytes.data(), bytes.size() - checksum_size);
    return (bytes[0] == standard || bytes[0] == subaddress) &&
           std::equal(bytes.end() - checksum_size, bytes.end(), hash.begin());
}

} // namespace actorgraph
