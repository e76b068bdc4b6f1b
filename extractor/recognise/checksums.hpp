#pragma once

#include <cstddef>
#include <string_view>

namespace actorgraph {

/// Characters of an IBAN that begins with this country code; 0 when the country has none. Source: ISO 13616.
std::size_t iban_length(std::string_view iban);

/// IBAN without blanks, upper case: country length and mod-97 remainder 1. Source: ISO 13616.
bool is_iban(std::string_view iban);

/// Digits only, 12 to 19 of them, with a valid Luhn check digit. Source: ISO/IEC 7812-1, annex B.
bool is_card_number(std::string_view digits);

/// Ethereum address `0x…`, 40 hex digits: all of one case, or mixed case that is its own checksum.
/// Source: EIP-55 (Keccak-256).
bool is_ethereum(std::string_view address);

/// IPv4 in four decimal parts without leading zeros. Source: RFC 3986, section 3.2.2.
bool is_ipv4(std::string_view address);

/// IPv6 in any of the forms of RFC 4291, section 2.2.
bool is_ipv6(std::string_view address);

} // namespace actorgraph
