#pragma once

#include <string_view>

namespace actorgraph {

/// Checksum constants of the two encodings.
enum class Bech32 : unsigned { none = 0, bech32 = 1, bech32m = 0x2bc830a3 };

/// Which encoding verifies `text` ("prefix1data", one case) with human-readable part `prefix`. BIP 173, BIP 350.
Bech32 verify_bech32(std::string_view text, std::string_view prefix);

/// Whether a SegWit address of the chain with this prefix ("bc", "ltc") has a witness version and program of the
/// lengths BIP 141 allows, encoded as BIP 173 (version 0) or BIP 350 (1 to 16) says.
bool is_segwit(std::string_view address, std::string_view prefix);

/// Whether "bitcoincash:q…" or the same without its prefix verifies. Source: Bitcoin Cash CashAddr specification.
bool is_cash_address(std::string_view address);

} // namespace actorgraph
