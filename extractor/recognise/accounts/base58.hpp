#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Alphabets of base 58, digit 0 first.
inline constexpr std::string_view bitcoin_alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
inline constexpr std::string_view ripple_alphabet = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

/// Bytes of a base58check text without its four checksum bytes (the first of a double SHA-256); nothing when a
/// character or the checksum is wrong. `size`: bytes with the checksum. Source: Bitcoin wiki, Base58Check.
std::optional<std::vector<std::uint8_t>> decode_base58check(std::string_view text, std::string_view alphabet,
                                                            std::size_t size);

/// Whether a Monero address (95 characters, blocks of 11) holds the network byte of the main chain and its
/// Keccak-256 checksum. Source: Monero documentation, standard address.
bool is_monero(std::string_view address);

} // namespace actorgraph
