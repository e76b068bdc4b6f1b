#pragma once

#include <string_view>

namespace actorgraph {

/// IBAN without blanks, upper case: country length and mod-97 remainder 1. Source: ISO 13616.
bool is_iban(std::string_view iban);

/// Digits only, 12 to 19 of them, with a valid Luhn check digit. Source: ISO/IEC 7812-1, annex B.
bool is_card_number(std::string_view digits);

/// Bitcoin address P2PKH or P2SH (base58check, version 0 or 5, double SHA-256).
bool is_base58check_bitcoin(std::string_view address);

/// Bitcoin SegWit address `bc1…`: bech32 for version 0, bech32m for 1 to 16. Source: BIP 173, BIP 350.
bool is_segwit_bitcoin(std::string_view address);

/// Ethereum address `0x…`, 40 hex digits: all of one case, or mixed case that is its own checksum.
/// Source: EIP-55 (Keccak-256).
bool is_ethereum(std::string_view address);

/// IPv4 in four decimal parts without leading zeros. Source: RFC 3986, section 3.2.2.
bool is_ipv4(std::string_view address);

} // namespace actorgraph
