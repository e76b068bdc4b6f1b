#include "extractor/recognise/accounts.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace actorgraph;

namespace {

/// "kind value" of every account found.
std::vector<std::string> found_in(const std::string& text) {
    std::vector<std::string> found;
    for (const FoundAccount& one : recognise_accounts(text)) {
        found.push_back(one.account.kind + " " + one.account.value);
        CHECK(one.span.end <= text.size());
    }
    return found;
}

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("accounts are found with their canonical value", "[extractor][accounts]") {
    CHECK(found_in("Write to Ana.Reyes@Example.org.") == Strings{"email ana.reyes@example.org"});
    CHECK(found_in("messages with @TidewatchHQ (soon)") == Strings{"handle tidewatchhq"});
    CHECK(found_in("see https://twitter.com/TidewatchHQ, he said") ==
          Strings{"social_profile tidewatchhq"});
    CHECK(found_in("https://example.org/a?b=c.") == Strings{"url https://example.org/a?b=c"});
    CHECK(found_in("call +44 20 7946 0018 now") == Strings{"phone +442079460018"});
    CHECK(found_in("paid to GB82 WEST 1234 5698 7654 32.") == Strings{"iban GB82WEST12345698765432"});
    CHECK(found_in("wallet 1BoatSLRHtKNngkdXEeobR76b53LETtpyT") ==
          Strings{"bitcoin 1BoatSLRHtKNngkdXEeobR76b53LETtpyT"});
    CHECK(found_in("sent to 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed.") ==
          Strings{"ethereum 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"});
    CHECK(found_in("from 192.0.2.7, they say") == Strings{"ip 192.0.2.7"});
    CHECK(found_in("on harbour-leaks.example today") == Strings{"domain harbour-leaks.example"});
    CHECK(found_in("card 4111 1111 1111 1111") == Strings{"credit_card ************1111"});
}

TEST_CASE("numbers that only look like accounts are left alone", "[extractor][accounts]") {
    CHECK(found_in("It scored 3-1 on 2023-03-14, order 4111111111111112, + 5 percent.").empty());
    CHECK(found_in("GB82 WEST 1234 5698 7654 33").empty());
    CHECK(found_in("Meet @ home, 50 @ 3").empty());
}
