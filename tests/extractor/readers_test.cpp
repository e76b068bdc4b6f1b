#include "extractor/readers.hpp"

#include "extractor/readers/published_date.hpp"
#include "extractor/readers/text.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace actorgraph;

TEST_CASE("a text file is one document with its opening date", "[extractor][readers]") {
    const auto read = parse_documents("A title\nLISBON, 14 March 2023 - Text.", "a.txt");
    REQUIRE(read.documents.size() == 1);
    CHECK(read.problems.empty());
    CHECK(read.documents[0].title == "A title");
    CHECK(read.documents[0].date == "2023-03-14");
    CHECK(read.documents[0].sha256.size() == 64);
}

TEST_CASE("dates are read in the forms of news", "[extractor][readers]") {
    CHECK(opening_date("March 4, 2021 (Wire)") == "2021-03-04");
    CHECK(opening_date("tue 14 nov 2017 02 10gmt") == "2017-11-14");
    CHECK(opening_date("LONDON 1996-08-30") == "1996-08-30");
    CHECK(opening_date("99 March 2021") == "");
    CHECK(opening_date("no date at all") == "");
}

TEST_CASE("SHA-256 agrees with FIPS 180-4", "[extractor][readers]") {
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("JSONL gives a document a row and names bad rows", "[extractor][readers]") {
    const auto read = parse_documents("{\"id\":\"x\",\"text\":\"One\",\"source\":\"Wire\"}\n"
                                      "{broken\n\n[1]\n{\"id\":\"y\"}\n{\"text\":\"Two\"}\n",
                                      "a.jsonl");
    REQUIRE(read.documents.size() == 2);
    CHECK(read.documents[0].id == "x");
    CHECK(read.documents[0].outlet == "Wire");
    CHECK(read.documents[1].id == "a.jsonl:6");
    REQUIRE(read.problems.size() == 3);
    CHECK(read.problems[0].line == 2);
    CHECK(read.problems[1].message == "the row is an array, not an object");
    CHECK(read.problems[2].message == "the row has no \"text\"");
}

TEST_CASE("deep nesting is refused without a crash", "[extractor][readers]") {
    const std::string deep = "{\"text\":\"x\",\"a\":" + std::string(100000, '[');
    const auto read = parse_documents(deep, "a.jsonl");
    CHECK(read.documents.empty());
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].message == "the row is nested deeper than 64 levels");
}

TEST_CASE("binary files, ill-formed bytes and missing paths are named", "[extractor][readers]") {
    CHECK(parse_documents(std::string_view("a\0b", 3), "a.txt").problems.at(0).message ==
          "the file is binary, not text");
    const auto mended = parse_documents("caf\xC3\xA9, na\xC3\xAFve, d\xC3\xA9j\xC3\xA0 \xFF", "a.txt");
    CHECK(mended.documents.size() == 1);
    CHECK(mended.problems.at(0).severity == Severity::warning);
    const auto [inputs, problems] = list_inputs({"/no/such/path"});
    CHECK(inputs.empty());
    REQUIRE(problems.size() == 1);
    CHECK(to_text(problems[0]) ==
          "/no/such/path: error: no such file or folder\n  hint: check the path");
}

namespace {

struct Encoded {
    const char* charset;
    std::string bytes;
};

} // namespace

TEST_CASE("text of any charset becomes UTF-8", "[extractor][readers]") {
    using namespace std::string_literals;
    const std::vector<Encoded> table{
        {"utf-8", "\xEF\xBB\xBFZo\xC3\xAB M\xC3\xBCller met Ana Su\xC3\xA1rez."},
        {"windows-1252", "Zo\xEB M\xFCller met Ana Su\xE1rez."},
        {"utf-16le", "\xFF\xFEZ\0o\0\xEB\0 \0M\0\xFC\0l\0l\0e\0r\0 \0m\0e\0t\0 \0A\0n\0a\0 \0S\0u\0\xE1\0r\0e\0z\0.\0"s},
        {"utf-16be", "\0Z\0o\0\xEB\0 \0M\0\xFC\0l\0l\0e\0r\0 \0m\0e\0t\0 \0A\0n\0a\0 \0S\0u\0\xE1\0r\0e\0z\0."s},
    };
    for (const Encoded& row : table) {
        INFO(row.charset);
        const DecodedText decoded = decode_text(row.bytes);
        CHECK(decoded.text == "Zo\xC3\xAB M\xC3\xBCller met Ana Su\xC3\xA1rez.");
        CHECK(decoded.charset == row.charset);
        CHECK(decoded.replaced == 0);
    }
    CHECK(decode_text("Zo\xEB", "ISO-8859-1").text == "Zo\xC3\xAB");
    CHECK_FALSE(decode_text("Zo\xEB", "ISO-8859-1").is_guessed);
}

TEST_CASE("a long text is read in parts that lose no byte", "[extractor][readers]") {
    ReadOptions options;
    options.limits.part_bytes = 1000;
    std::string text;
    for (int i = 0; i < 300; ++i) {
        text += "Paragraph " + std::to_string(i) + " tells of M\xC3\xBCller.\n\n";
    }
    const auto read = parse_documents(text, "long.txt", options);
    std::string joined;
    for (const Document& document : read.documents) {
        CHECK(document.text.size() <= 1000);
        joined += document.text;
    }
    CHECK(joined == text);
    CHECK(read.documents.size() > 5);
    CHECK(read.documents[1].id == "long.txt#2");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].message == "the text is longer than 1000 bytes and is read in parts");
    CHECK(read.tally.bytes == text.size());
    CHECK(read.tally.read == text.size());
}

TEST_CASE("a text beyond its limit is read up to it and the rest refused", "[extractor][readers]") {
    ReadOptions options;
    options.limits.part_bytes = 100;
    options.limits.text_bytes = 250;
    const std::string text(5000, 'a');
    const auto read = parse_documents(text, "long.txt", options);
    CHECK(read.documents.size() == 3);
    CHECK(read.problems.back().severity == Severity::error);
    CHECK(read.tally.read + read.tally.refused == 5000);
    CHECK(read.tally.bytes == 5000);
}

TEST_CASE("a JSON file gives a document an object, in an array or not", "[extractor][readers]") {
    for (const char* json : {R"([{"text":"One"}, {"text":"T]wo"}])", R"({"text":"One"}
{"text":"T]wo"})", R"({"text":"One"},{"text":"T]wo"})"}) {
        INFO(json);
        const auto read = parse_documents(json, "a.json");
        REQUIRE(read.documents.size() == 2);
        CHECK(read.problems.empty());
        CHECK(read.documents[1].text == "T]wo");
        CHECK(read.tally.read + read.tally.skipped == read.tally.bytes);
    }
    const auto broken = parse_documents(R"([{"text":"One"}, 5, {"text":"Two")", "a.json");
    CHECK(broken.documents.size() == 1);
    CHECK(broken.problems.size() == 2);
    CHECK(broken.tally.read + broken.tally.skipped + broken.tally.refused == broken.tally.bytes);
    CHECK(parse_documents(std::string(100000, '['), "a.json").documents.empty());
}

TEST_CASE("fields of a row are mapped by name, also inside objects", "[extractor][readers]") {
    ReadOptions options;
    CHECK(apply_field_mapping("text=content.plain,outlet=site,title=head", options.fields).empty());
    const auto read = parse_documents(
        R"({"content":{"plain":"Body"},"site":"The Wire","head":"Top","date_publish":"2020-05-06 07:08"})",
        "a.jsonl", options);
    REQUIRE(read.documents.size() == 1);
    CHECK(read.documents[0].text == "Body");
    CHECK(read.documents[0].outlet == "The Wire");
    CHECK(read.documents[0].title == "Top");
    CHECK(read.documents[0].date == "2020-05-06");
    CHECK(apply_field_mapping("body=x", options.fields) ==
          "there is no field \"body\"; the fields are id, text, title, date, outlet, url, region");
    CHECK(apply_field_mapping("text", options.fields) == "\"text\" is not of the form field=name");
}

TEST_CASE("stamps of pages, mails and dumps give a day", "[extractor][readers]") {
    CHECK(published_date("2021-03-04T23:10:00+01:00") == "2021-03-04");
    CHECK(published_date("20210304101500") == "2021-03-04");
    CHECK(published_date("Thu, 4 Mar 2021 10:00:00 +0100") == "2021-03-04");
    CHECK(published_date("March 4, 2021 at 9 pm") == "2021-03-04");
    CHECK(published_date("1614816000") == "2021-03-04");
    CHECK(published_date("1614816000000") == "2021-03-04");
    CHECK(published_date("2021-03") == "2021-03");
    CHECK(published_date("2021-13-45").empty());
    CHECK(published_date("yesterday").empty());
}

TEST_CASE("every byte of rows is read, skipped or refused", "[extractor][readers]") {
    ReadOptions options;
    options.limits.document_bytes = 60;
    const std::string rows = "{\"text\":\"One\"}\n\n{broken\n{\"text\":\"" + std::string(200, 'x') +
                             "\"}\n{\"text\":\"Last\"}";
    const auto read = parse_documents(rows, "a.jsonl", options);
    CHECK(read.documents.size() == 2);
    REQUIRE(read.problems.size() == 2);
    CHECK(read.problems[1].message == "the row is longer than the limit of 60 bytes");
    CHECK(read.tally.bytes == rows.size());
    CHECK(read.tally.read + read.tally.skipped + read.tally.refused == rows.size());
}
