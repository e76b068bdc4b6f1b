#include "extractor/readers.hpp"

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
    const auto mended = parse_documents("a\xFF" "b", "a.txt");
    CHECK(mended.documents.size() == 1);
    CHECK(mended.problems.at(0).severity == Severity::warning);
    const auto [inputs, problems] = list_inputs({"/no/such/path"});
    CHECK(inputs.empty());
    REQUIRE(problems.size() == 1);
    CHECK(to_text(problems[0]) ==
          "/no/such/path: error: no such file or folder\n  hint: check the path");
}
