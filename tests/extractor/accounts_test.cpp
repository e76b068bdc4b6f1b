#include "extractor/recognise/accounts.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace actorgraph;

namespace {

/// "kind value", or "kind:platform value", of every account found.
std::vector<std::string> found_in(const std::string& text, const std::string& region = "") {
    std::vector<std::string> found;
    for (const FoundAccount& one : recognise_accounts(text, region)) {
        const std::string platform = one.account.platform.empty() ? "" : ":" + one.account.platform;
        found.push_back(one.account.kind + platform + " " + one.account.value);
        CHECK(one.span.begin < one.span.end);
        CHECK(one.span.end <= text.size());
    }
    return found;
}

using Strings = std::vector<std::string>;

struct Case {
    std::string text;
    Strings found;
};

void check(const std::vector<Case>& cases) {
    for (const Case& one : cases) {
        INFO(one.text);
        CHECK(found_in(one.text) == one.found);
    }
}

} // namespace

TEST_CASE("mail addresses end where the sentence goes on", "[extractor][accounts]") {
    check({{"Write to Ana.Reyes@Example.org.", {"email ana.reyes@example.org"}},
           {"mail 'desk@tidewatch.example', now", {"email desk@tidewatch.example"}},
           {"josé.li@münchen.example replied", {"email josé.li@münchen.example"}},
           {"ops@[192.0.2.1] bounced", {"email ops@[192.0.2.1]"}},
           {"a..b@example.org, x@example", {}},
           {std::string(65, 'a') + "@example.org", {}}});
}

TEST_CASE("web addresses leave the punctuation of the sentence", "[extractor][accounts]") {
    check({{"https://example.org/a?b=c.", {"url https://example.org/a?b=c"}},
           {"(see http://example.org/x(1)y)", {"url http://example.org/x(1)y"}},
           {"https://example.org/a,then more", {"url https://example.org/a"}},
           {"http://trailing-.example.org and http://-x.example.org", {}},
           {"http://host.notatoplevel/x", {}},
           {"see www.Example.org or tidewatch.org", {"domain www.example.org", "domain tidewatch.org"}},
           {"He left.then came back.so it.is done", {}},
           {"short.example/abc works", {"url short.example/abc"}}});
}

TEST_CASE("profile pages give platform and user", "[extractor][accounts]") {
    check({{"https://twitter.com/TidewatchHQ, he said", {"social_profile:twitter tidewatchhq"}},
           {"https://x.com/TidewatchHQ/status/12345", {"social_profile:twitter tidewatchhq"}},
           {"https://www.youtube.com/@HarbourNews", {"social_profile:youtube harbournews"}},
           {"https://de.linkedin.com/in/ana-reyes-1/", {"social_profile:linkedin ana-reyes-1"}},
           {"https://facebook.com/groups/12", {"url https://facebook.com/groups/12"}},
           {"https://github.com/anareyes/tool", {"url https://github.com/anareyes/tool"}},
           {"https://nottwitter.com/anareyes", {"url https://nottwitter.com/anareyes"}}});
}

TEST_CASE("handles know their platform from the words around", "[extractor][accounts]") {
    check({{"messages with @TidewatchHQ (soon)", {"handle tidewatchhq"}},
           {"on Telegram, @tide_watch wrote", {"handle:telegram tide_watch"}},
           {"his Instagram account (@bo.li) is", {"handle:instagram bo.li"}},
           {"follow @ana@social.example", {"handle:mastodon ana@social.example"}},
           {"on Bluesky: @ana.example", {"handle:bluesky ana.example"}},
           {"follow @ana.social.example", {"handle:bluesky ana.social.example"}},
           {"RT@anareyes and u/harbour_rat", {"handle anareyes", "handle:reddit harbour_rat"}},
           {"Meet @ home, 50 @ 3, a!@b, x@@y", {}}});
}

TEST_CASE("tags are found apart from handles", "[extractor][accounts]") {
    check({{"after #HarbourGate and #12", {"hashtag harbourgate"}},
           {"#порт now", {"hashtag порт"}},
           {"no#tag, &#x27; and /#anchor", {}},
           {"$TDW rose, $5m and $bn did not", {"cashtag tdw"}}});
}

TEST_CASE("bank accounts and cards are verified", "[extractor][accounts]") {
    check({{"paid to GB82 WEST 1234 5698 7654 32.", {"iban GB82WEST12345698765432"}},
           {"to GB82-WEST-1234-5698-7654-32 X", {"iban GB82WEST12345698765432"}},
           {"GB82 WEST 1234 5698 7654 33", {}},
           {"BIC: DEUTDEFF500", {"bic DEUTDEFF500"}},
           {"an INDEPENDENT bank", {}},
           {"card 4111 1111 1111 1111", {"credit_card ************1111"}},
           {"order 4111111111111112, 9111111111111111", {}}});
}

TEST_CASE("wallets of the large chains carry their checksum", "[extractor][accounts]") {
    // Addresses that the projects' own documentation gives as examples.
    check({{"wallet 1BoatSLRHtKNngkdXEeobR76b53LETtpyT", {"bitcoin 1BoatSLRHtKNngkdXEeobR76b53LETtpyT"}},
           {"wallet 1BoatSLRHtKNngkdXEeobR76b53LETtpyU", {}},
           {"sent to 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed.",
            {"ethereum 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"}},
           {"rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", {"ripple rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh"}},
           {"GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ",
            {"stellar GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ"}},
           {"bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
            {"bitcoin_cash qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a"}},
           {"qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6b", {}}});
}

TEST_CASE("network addresses are told from versions and times", "[extractor][accounts]") {
    check({{"from 192.0.2.7, they say", {"ip 192.0.2.7"}},
           {"net 192.0.2.0/24 and [2001:DB8::1]:80", {"ip 192.0.2.0/24", "ip 2001:db8::1"}},
           {"version 10.2.30.4 at 12:34:56, section 1.2.3.4", {}},
           {"192.0.2.256, 1.2.3, std::string, a::b", {}},
           {"MAC 00-1A-2B-3C-4D-5E or 001a.2b3c.4d5e", {"mac 00:1a:2b:3c:4d:5e", "mac 00:1a:2b:3c:4d:5e"}},
           {"ff:ff:ff:ff:ff:ff", {}}});
}

TEST_CASE("phones with a country code need no region", "[extractor][accounts]") {
    check({{"call +44 20 7946 0018 now", {"phone +442079460018"}},
           {"(+49) 30 123456-0", {"phone +49301234560"}},
           {"+44 20 7946 0018 ext. 12", {"phone +442079460018;ext=12"}},
           {"up +5 percent, +3-1, +1.25", {}}});
}

TEST_CASE("national phones follow the plan of their region", "[extractor][accounts]") {
    CHECK(found_in("Call 020 7946 0018 today", "GB") == Strings{"phone +442079460018"});
    CHECK(found_in("his number is 030 901820", "DE") == Strings{"phone +4930901820"});
    CHECK(found_in("(212) 736-5000 rang") == Strings{"phone +12127365000"});
    CHECK(found_in("It scored 3-1 on 2023-03-14; order 030 901820", "DE").empty());
    CHECK(found_in("won 6-7 (3-7) 6-3 6-3, called 12/05/2021").empty());
}

TEST_CASE("defanged addresses are read as they were meant", "[extractor][accounts]") {
    check({{"ana [at] example [dot] org wrote", {"email ana@example.org"}},
           {"hxxps://evil[.]example/pay", {"url https://evil.example/pay"}},
           {"the host evil[.]example fell", {"domain evil.example"}},
           {"192[.]0[.]2[.]7 answered", {"ip 192.0.2.7"}},
           {"He looked (at it) and [dot] left", {}}});
}

TEST_CASE("accounts come in text order without overlaps", "[extractor][accounts]") {
    const auto found = recognise_accounts("x@example.org, @ana, https://example.org/@bo #tag +44 20 7946 0018");
    REQUIRE(found.size() == 5);
    for (std::size_t i = 1; i < found.size(); ++i) {
        CHECK(found[i - 1].span.end <= found[i].span.begin);
    }
}
