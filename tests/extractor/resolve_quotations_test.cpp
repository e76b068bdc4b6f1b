#include "tests/extractor/resolve_text.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;
using namespace actorgraph::testing;

namespace {

const std::vector<Named> cast{{"Lena Voss", "person", "female"},
                              {"Karl Brandt Jr", "person", "male"},
                              {"Karl Brandt", "person", "male"},
                              {"Tidewatch", "organization", "", "company"}};

} // namespace

TEST_CASE("I and my in a quotation are its speaker", "[extractor][resolve]") {
    const char* texts[] = {
        "\xE2\x80\x9CI sold my share,\xE2\x80\x9D Lena Voss said.",
        "\xE2\x80\x9CI sold my share,\xE2\x80\x9D said Lena Voss.",
        "\"I sold my share,\" said the owner, Lena Voss.",
        "Lena Voss told Karl Brandt: \"I sold my share.\"",
        "Lena Voss sent Karl Brandt a letter, writing: \"I sold my share.\"",
    };
    for (const std::string text : texts) {
        INFO(text);
        const auto entities = resolve_text(text, cast);
        CHECK(sieve_of(text, entities, "my") == "resolve.quoted-speaker");
        CHECK(mentions_of(text, entities, "Lena Voss").size() == 3);
    }
}

TEST_CASE("we in a quotation is an organisation only when one speaks", "[extractor][resolve]") {
    const std::string company = "\"We sold it,\" Tidewatch said.";
    CHECK(mentions_of(company, resolve_text(company, cast), "Tidewatch") ==
          Strings{"We", "Tidewatch"});
    const std::string person = "\"We sold it,\" Lena Voss said.";
    CHECK(mentions_of(person, resolve_text(person, cast), "Lena Voss") == Strings{"Lena Voss"});
}

TEST_CASE("your father is a relative of the one addressed", "[extractor][resolve]") {
    const std::string text =
        "Tidewatch wrote to Karl Brandt Jr: \"Ask your father.\" Karl Brandt slept.";
    const auto entities = resolve_text(text, cast);
    CHECK(mentions_of(text, entities, "Karl Brandt Jr") == Strings{"Karl Brandt Jr", "your"});
    CHECK(mentions_of(text, entities, "Karl Brandt") == Strings{"your father", "Karl Brandt"});
}

TEST_CASE("a second quotation in the paragraph has the same speaker", "[extractor][resolve]") {
    const std::string text = "\"I agree,\" Lena Voss said. \"But I wait.\"\n\n\"I do not.\"";
    CHECK(mentions_of(text, resolve_text(text, cast), "Lena Voss") ==
          Strings{"I", "Lena Voss", "I"});
}
