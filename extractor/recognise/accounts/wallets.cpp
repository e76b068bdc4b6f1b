#include "extractor/recognise/accounts/base58.hpp"
#include "extractor/recognise/accounts/bech32.hpp"
#include "extractor/recognise/accounts/page.hpp"
#include "extractor/recognise/checksums.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace actorgraph {
namespace {

/// A chain whose addresses are base58check: first characters, version bytes and size with the checksum.
struct Base58Chain {
    std::string_view kind;
    std::string_view first;    ///< characters an address may begin with
    std::string_view versions; ///< bytes that may stand before the hash
    std::string_view alphabet = bitcoin_alphabet;
};
// Version bytes: chainparams of the reference clients; Tron and XRP Ledger documentation.
constexpr Base58Chain base58_chains[] = {
    {"bitcoin", "13", std::string_view("\x00\x05", 2)},
    {"litecoin", "LM3", "\x30\x32"},
    {"dogecoin", "DA9", "\x1e\x16"},
    {"dash", "X7", "\x4c\x10"},
    {"tron", "T", "\x41"},
    {"ripple", "r", std::string_view("\x00", 1), ripple_alphabet},
};

bool is_on_chain(const Base58Chain& chain, std::string_view address) {
    constexpr std::size_t payload = 25;
    if (chain.first.find(address.front()) == std::string_view::npos || address.size() < 25 || address.size() > 35) {
        return false;
    }
    const auto bytes = decode_base58check(address, chain.alphabet, payload);
    return bytes && chain.versions.find(static_cast<char>(bytes->front())) != std::string_view::npos;
}

/// Zcash transparent addresses have two version bytes.
bool is_zcash(std::string_view address) {
    constexpr std::size_t payload = 26;
    const auto bytes = address.starts_with("t1") || address.starts_with("t3")
                           ? decode_base58check(address, bitcoin_alphabet, payload)
                           : std::nullopt;
    return bytes && (*bytes)[0] == 0x1c && ((*bytes)[1] == 0xb8 || (*bytes)[1] == 0xbd);
}

/// Stellar public key: base 32 of version 6 << 3, key and CRC-16 (XMODEM). Source: SEP-23.
bool is_stellar(std::string_view address) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    if (address.size() != 56 || address.front() != 'G') {
        return false;
    }
    std::array<std::uint8_t, 35> bytes{};
    for (std::size_t i = 0; i < address.size(); ++i) {
        const auto value = alphabet.find(address[i]);
        if (value == std::string_view::npos) {
            return false;
        }
        for (std::size_t bit = 0; bit < 5; ++bit) {
            const std::size_t at = i * 5 + bit;
            bytes[at / 8] |= static_cast<std::uint8_t>((value >> (4 - bit) & 1U) << (7 - at % 8));
        }
    }
    std::uint16_t crc = 0;
    for (std::size_t i = 0; i < bytes.size() - 2; ++i) {
        crc = static_cast<std::uint16_t>(crc ^ bytes[i] << 8U);
        for (int bit = 0; bit < 8; ++bit) {
            crc = static_cast<std::uint16_t>((crc & 0x8000U) != 0 ? crc << 1U ^ 0x1021U : crc << 1U);
        }
    }
    return bytes[33] == (crc & 0xFFU) && bytes[34] == crc >> 8U;
}

std::string_view kind_of_wallet(std::string_view address) {
    if (address.starts_with("0x")) {
        return is_ethereum(address) ? "ethereum" : "";
    }
    const std::string lower = lowered(address.substr(0, 6));
    if (lower.starts_with("bc1")) {
        return is_segwit(address, "bc") ? "bitcoin" : "";
    }
    if (lower.starts_with("ltc1")) {
        return is_segwit(address, "ltc") ? "litecoin" : "";
    }
    if (lower.starts_with("addr1")) {
        return verify_bech32(address, "addr") == Bech32::bech32 ? "cardano" : "";
    }
    if (address.size() == 42 && (lower.front() == 'q' || lower.front() == 'p')) {
        return is_cash_address(address) ? "bitcoin_cash" : "";
    }
    for (const Base58Chain& chain : base58_chains) {
        if (is_on_chain(chain, address)) {
            return chain.kind;
        }
    }
    return is_zcash(address)     ? "zcash"
           : is_stellar(address) ? "stellar"
           : is_monero(address)  ? "monero"
                                 : "";
}

} // namespace

void find_wallets(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    constexpr std::size_t shortest = 14; // the shortest SegWit address that BIP 173 gives
    constexpr std::size_t longest = 110;
    for (std::size_t begin = chunk.begin; begin < chunk.end;) {
        std::size_t end = begin;
        while (end < chunk.end && is_alnum(page.text[end])) {
            ++end;
        }
        const std::string_view word = page.slice(begin, end);
        const bool is_candidate = word.size() >= shortest && word.size() <= longest && !is_word(page.before(begin)) &&
                                  !is_word(page.at(end)) && std::any_of(word.begin(), word.end(), is_digit);
        const std::string_view kind = is_candidate ? kind_of_wallet(word) : "";
        if (!kind.empty()) {
            found.push_back(found_account(begin, end, {std::string(kind), "", std::string(word)}, "account.wallet"));
        }
        begin = end + 1;
    }
}

} // namespace actorgraph
