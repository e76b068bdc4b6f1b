#include "extractor/mail_facts.hpp"
#include "extractor/readers.hpp"
#include "extractor/readers/mail/quotes.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace actorgraph;

namespace {

const std::string mail =
    "From: Ana Marsh <ana@lowport.example>\r\n"
    "To: \"Reed, Tom\" <Tom.Reed@dock.example>, office@dock.example\r\n"
    "Cc: =?utf-8?Q?Zo=C3=AB_Holm?= <zoe@dock.example>\r\n"
    "Date: Thu, 5 May 2022 23:30:00 -0500\r\n"
    "Subject: =?utf-8?B?UGxhbnM=?= for Friday\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    "--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    "The caf=E9 is closed.\r\n\r\nOn Monday Tom Reed wrote:\r\n> Is it open?\r\n-- \r\nAna\r\n"
    "--b\r\nContent-Type: text/html\r\n"
    "Content-Disposition: attachment; filename=notes.html\r\n\r\n"
    "<p>The board met in the harbour on Friday and agreed.</p>\r\n"
    "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
    "Content-Disposition: attachment; filename=logo.png\r\n\r\niVBORw0KGgoAAAANSUhEUg==\r\n"
    "--b--\r\n";

std::string words(const Document& document, Span span) {
    return document.text.substr(span.begin, span.end - span.begin);
}

bool is_balanced(const ReadTally& tally) {
    return tally.bytes == tally.read + tally.skipped + tally.refused;
}

} // namespace

TEST_CASE("a mail gives its header, body and attachments", "[extractor][readers]") {
    const auto read = parse_documents(mail, "a.eml");
    REQUIRE(read.documents.size() == 2);
    const Document& letter = read.documents[0];
    CHECK(letter.title == "Plans for Friday");
    CHECK(letter.date == "2022-05-05");
    CHECK(letter.text.rfind(
              "From: Ana Marsh <ana@lowport.example>\nTo: Tom Reed <Tom.Reed@dock.example>, "
              "office@dock.example\nCc: Zo\xC3\xAB Holm <zoe@dock.example>\n"
              "Date: 2022-05-05\nSubject: Plans for Friday\n\nThe caf\xC3\xA9 is closed.",
              0) == 0);
    CHECK(read.documents[1].id == "a.eml/notes.html");
    CHECK(read.documents[1].text == "The board met in the harbour on Friday and agreed.");
    CHECK(is_balanced(read.tally));
}

TEST_CASE("the parties of a mail lie in its text", "[extractor][readers]") {
    const Document letter = parse_documents(mail, "a.eml").documents.at(0);
    REQUIRE(letter.parties.size() == 4);
    CHECK(letter.parties[0].role == "from");
    CHECK(words(letter, letter.parties[0].name) == "Ana Marsh");
    CHECK(words(letter, letter.parties[1].address) == "Tom.Reed@dock.example");
    CHECK(length(letter.parties[2].name) == 0);
    CHECK(words(letter, letter.parties[3].line) == "Cc: Zo\xC3\xAB Holm <zoe@dock.example>");
}

TEST_CASE("quoted replies and signatures are set aside", "[extractor][readers]") {
    const Document letter = parse_documents(mail, "a.eml").documents.at(0);
    REQUIRE(letter.set_aside.size() == 2);
    CHECK(letter.set_aside[0].reason == "quoted reply");
    CHECK(words(letter, letter.set_aside[0].span).rfind("On Monday Tom Reed wrote:", 0) == 0);
    CHECK(letter.set_aside[1].reason == "signature");
    const std::string forwarded = "See below.\n-----Original Message-----\nFrom: X\nText\n";
    const auto found = find_quoted(forwarded, 0);
    REQUIRE(found.size() == 1);
    CHECK(found[0].span == Span{11, static_cast<std::uint32_t>(forwarded.size())});
    CHECK(find_quoted("On Monday he wrote: nothing\nMore\n", 0).empty());
}

TEST_CASE("a header says who wrote to whom and whose address it is", "[extractor][readers]") {
    const Document letter = parse_documents(mail, "a.eml").documents.at(0);
    std::vector<Entity> entities;
    std::vector<Claim> claims;
    add_mail_facts(letter, entities, claims);
    const auto has = [&](const std::string& relation, const std::string& from,
                         const std::string& to) {
        return std::count_if(claims.begin(), claims.end(), [&](const Claim& claim) {
                   return claim.relation == relation && entities[claim.source].name == from &&
                          entities[claim.target].name == to;
               }) == 1;
    };
    CHECK(has("account_of", "ana@lowport.example", "Ana Marsh"));
    CHECK(has("account_of", "Tom.Reed@dock.example", "Tom Reed"));
    CHECK(has("communicated_with", "Ana Marsh", "Tom Reed"));
    CHECK(has("communicated_with", "Ana Marsh", "office@dock.example"));
    CHECK(has("communicated_with", "Ana Marsh", "Zo\xC3\xAB Holm"));
    CHECK(claims.size() == 6);
    for (const Claim& claim : claims) {
        CHECK(words(letter, claim.evidence).size() == claim.quote.size());
        CHECK((claim.relation == "account_of" || claim.time.from == "2022-05-05"));
    }
    std::vector<Entity> known(1);
    known[0].type = "person";
    known[0].name = "Ana Marsh";
    std::vector<Claim> more;
    add_mail_facts(letter, known, more);
    CHECK(std::count_if(known.begin(), known.end(),
                        [](const Entity& one) { return one.name == "Ana Marsh"; }) == 1);
}

TEST_CASE("a mailbox gives a document a mail", "[extractor][readers]") {
    const std::string box =
        "From a@b Thu May  5 10:00:00 2022\nFrom: a@b.example\nSubject: One\n\nFirst\n\n"
        "From c@d Thu May  5 11:00:00 2022\nFrom: c@d.example\nSubject: Two\n\nFrom here on\n";
    for (const char* name : {"a.mbox", "mails"}) {
        const auto read = parse_documents(box, name);
        REQUIRE(read.documents.size() == 2);
        CHECK(read.documents[0].title == "One");
        CHECK(read.documents[1].id == std::string(name) + "#2");
        CHECK(read.documents[1].text.find("From here on") != std::string::npos);
        CHECK(is_balanced(read.tally));
    }
}

TEST_CASE("a mailbox's marks before From are taken away and counted", "[extractor][readers]") {
    const std::string box = "From a@b Thu May  5 10:00:00 2022\nFrom: a@b.example\nSubject: One\n\n"
                            ">From here on\n>>From there\n> From a reply\n";
    const auto read = parse_documents(box, "a.mbox");
    REQUIRE(read.documents.size() == 1);
    CHECK(read.documents[0].text.find("\nFrom here on\n>From there\n> From a reply") != std::string::npos);
    CHECK(read.tally.bytes == box.size());
    CHECK(read.tally.skipped == 2);
    CHECK(is_balanced(read.tally));
}

TEST_CASE("names of a header stand in their natural order", "[extractor][readers]") {
    struct Case {
        const char* written;
        const char* read;
    };
    for (const Case& one : {Case{"\"Reed, Tom\"", "Tom Reed"}, Case{"\"Reed, Tom J.\"", "Tom J. Reed"},
                            Case{"\"Acme, Inc.\"", "Acme, Inc."}, Case{"\"Acme, LLC\"", "Acme, LLC"},
                            Case{"\"Tom Reed, Jr\"", "Tom Reed, Jr"}, Case{"\"Holm, MD\"", "Holm, MD"},
                            Case{"\"Reed, Marsh, Tom\"", "Reed, Marsh, Tom"}, Case{"\", Tom\"", ", Tom"}}) {
        const auto read = parse_documents("From: " + std::string(one.written) + " <a@b.example>\nSubject: x\n\nx\n", "a.eml");
        REQUIRE(read.documents.size() == 1);
        REQUIRE(read.documents[0].parties.size() == 1);
        CHECK(words(read.documents[0], read.documents[0].parties[0].name) == one.read);
    }
}

TEST_CASE("hostile mails are bounded and said so", "[extractor][readers]") {
    std::string deep = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    for (int i = 0; i < 5000; ++i) {
        deep += "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
    }
    const auto refused = parse_documents(deep, "deep.eml");
    CHECK(refused.documents.empty());
    CHECK(refused.problems.at(0).message == "the mail has more than 500 multiparts");
    std::string many = "From: a@b.example\r\nTo: ";
    for (int i = 0; i < 2000; ++i) {
        many += "u" + std::to_string(i) + "@acme.example, ";
    }
    const auto cut = parse_documents(many + "z@acme.example\r\n\r\nhi", "many.eml");
    REQUIRE(cut.documents.size() == 1);
    CHECK(cut.documents[0].parties.size() == 500);
    CHECK(cut.problems.at(0).message == "1502 addresses of the mail are left out: more than 500 in "
                                        "all, or longer than an address can be");
    CHECK(parse_documents("Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!====Sm9o",
                          "b.eml")
              .documents.size() == 1);
    const auto lengthy =
        parse_documents("From: " + std::string(100000, 'a') + "@x.example\r\n\r\nhi", "long.eml");
    REQUIRE(lengthy.documents.size() == 1);
    CHECK(lengthy.documents[0].parties.empty());
    CHECK(lengthy.documents[0].text == "hi");
}
