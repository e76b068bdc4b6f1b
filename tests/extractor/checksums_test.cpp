#include "extractor/recognise/checksums.hpp"

#include "extractor/recognise/accounts/base58.hpp"
#include "extractor/recognise/accounts/bech32.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace actorgraph;

namespace {

bool is_bitcoin_base58(std::string_view address) {
    const auto bytes = decode_base58check(address, bitcoin_alphabet, 25);
    return bytes && (bytes->front() == 0 || bytes->front() == 5);
}

bool is_bitcoin_segwit(std::string_view address) { return is_segwit(address, "bc"); }

} // namespace

TEST_CASE("IBANs obey length and mod-97", "[extractor][accounts]") {
    // Examples of the SWIFT IBAN registry.
    for (const auto* good : {"GB29NWBK60161331926819", "DE89370400440532013000",
                             "FR1420041010050500013M02606", "NO9386011117947"}) {
        CHECK(is_iban(good));
        std::string bad = good;
        bad.back() = bad.back() == '9' ? '8' : static_cast<char>(bad.back() + 1);
        CHECK_FALSE(is_iban(bad));
    }
    CHECK_FALSE(is_iban("GB29NWBK6016133192681"));
    CHECK_FALSE(is_iban("ZZ29NWBK60161331926819"));
    CHECK_FALSE(is_iban(""));
}

TEST_CASE("card numbers obey Luhn", "[extractor][accounts]") {
    CHECK(is_card_number("4111111111111111"));
    CHECK(is_card_number("378282246310005"));
    CHECK_FALSE(is_card_number("4111111111111112"));
    CHECK_FALSE(is_card_number("41111"));
}

TEST_CASE("Bitcoin addresses carry their checksum", "[extractor][accounts]") {
    CHECK(is_bitcoin_base58("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")); // genesis block
    CHECK(is_bitcoin_base58("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy")); // documented P2SH example
    CHECK_FALSE(is_bitcoin_base58("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"));
    CHECK_FALSE(is_bitcoin_base58("0OIl"));
    // BIP 173 and BIP 350 vectors.
    CHECK(is_bitcoin_segwit("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"));
    CHECK(is_bitcoin_segwit("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"));
    CHECK_FALSE(is_bitcoin_segwit("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"));
    CHECK_FALSE(is_bitcoin_segwit("bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4"));
    CHECK_FALSE(is_bitcoin_segwit("bc1"));
}

TEST_CASE("Ethereum addresses in mixed case carry their checksum", "[extractor][accounts]") {
    // Examples of EIP-55.
    CHECK(is_ethereum("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    CHECK(is_ethereum("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));
    CHECK(is_ethereum("0x52908400098527886E0F7030069857D2E4169EE7"));
    CHECK_FALSE(is_ethereum("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed"));
    CHECK_FALSE(is_ethereum("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe"));
}

TEST_CASE("IPv4 addresses have four parts up to 255", "[extractor][accounts]") {
    CHECK(is_ipv4("192.0.2.1"));
    CHECK_FALSE(is_ipv4("192.0.2.256"));
    CHECK_FALSE(is_ipv4("192.0.2"));
    CHECK_FALSE(is_ipv4("192.0.02.1"));
}
