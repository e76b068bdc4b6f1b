#include "tests/extractor/resolve_text.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;
using namespace actorgraph::testing;

TEST_CASE("a surname joins the person named in full", "[extractor][resolve]") {
    const std::string text = "Lena Voss left. Voss was late.";
    const auto entities = resolve_text(text, {{"Lena Voss", "person"}, {"Voss", "person"}});
    CHECK(mentions_of(text, entities, "Lena Voss") == Strings{"Lena Voss", "Voss"});
}

TEST_CASE("father and son with Jr stay two", "[extractor][resolve]") {
    const std::string text = "Karl Brandt met Karl Brandt Jr. Brandt Jr spoke; Brandt did not.";
    const auto entities = resolve_text(text, {{"Karl Brandt Jr", "person"},
                                              {"Karl Brandt", "person"},
                                              {"Brandt Jr", "person"},
                                              {"Brandt", "person"}});
    CHECK(entities.size() == 2);
    CHECK(mentions_of(text, entities, "Karl Brandt") == Strings{"Karl Brandt", "Brandt"});
    CHECK(mentions_of(text, entities, "Karl Brandt Jr") == Strings{"Karl Brandt Jr", "Brandt Jr"});
}

TEST_CASE("an acronym joins the organisation it abbreviates", "[extractor][resolve]") {
    const std::string text = "The Harbour Safety Board (HSB) met. The HSB agreed.";
    const auto entities =
        resolve_text(text, {{"Harbour Safety Board", "organization"}, {"HSB", "organization"}});
    REQUIRE(entities.size() == 1);
    CHECK(entities[0].mentions.size() == 3);
    CHECK(entities[0].aliases == Strings{"HSB"});
}

TEST_CASE("pronouns follow gender and subject", "[extractor][resolve]") {
    const std::string text = "Lena Voss called Karl Brandt. She thanked his bank.";
    const auto entities =
        resolve_text(text, {{"Lena Voss", "person", "female"}, {"Karl Brandt", "person", "male"}});
    CHECK(mentions_of(text, entities, "Lena Voss") == Strings{"Lena Voss", "She"});
    CHECK(mentions_of(text, entities, "Karl Brandt") == Strings{"Karl Brandt", "his"});
}

TEST_CASE("a kin phrase finds the one namesake that fits", "[extractor][resolve]") {
    const std::string text = "Karl Brandt's eldest son left early. Max Brandt said so.";
    const auto entities =
        resolve_text(text, {{"Karl Brandt", "person", "male"}, {"Max Brandt", "person", "male"}});
    CHECK(mentions_of(text, entities, "Max Brandt") ==
          Strings{"Karl Brandt's eldest son", "Max Brandt"});
}

TEST_CASE("the younger X is the one called Jr", "[extractor][resolve]") {
    const std::string text = "Karl Brandt and Karl Brandt Jr met. The younger Brandt left.";
    const auto entities = resolve_text(
        text, {{"Karl Brandt Jr", "person"}, {"Karl Brandt", "person"}, {"Brandt", "person"}});
    CHECK(mentions_of(text, entities, "Karl Brandt Jr") ==
          Strings{"Karl Brandt Jr", "The younger Brandt"});
}

TEST_CASE("a role phrase finds the person introduced with that role", "[extractor][resolve]") {
    Lexicon lexicon;
    lexicon.add("founder", mask(LexClass::occupation));
    const std::string text = "Ada Quill, the founder of Tidewatch, spoke. The founder left.";
    const auto entities =
        resolve_text(text, {{"Ada Quill", "person"}, {"Tidewatch", "organization"}}, lexicon);
    CHECK(mentions_of(text, entities, "Ada Quill") == Strings{"Ada Quill", "The founder"});
}

TEST_CASE("the company is the nearest company", "[extractor][resolve]") {
    const std::string text = "Tidewatch grew. Later the company closed.";
    const auto entities = resolve_text(text, {{"Tidewatch", "organization", "", "company"}});
    CHECK(mentions_of(text, entities, "Tidewatch") == Strings{"Tidewatch", "the company"});
}

TEST_CASE("a short form of a short form joins the longest name", "[extractor][resolve]") {
    const std::string text = "Brandt spoke. Brandt Steel grew. Brandt Steel Works closed.";
    const auto entities = resolve_text(text, {{"Brandt Steel Works", "organization"},
                                              {"Brandt Steel", "organization"},
                                              {"Brandt", "organization"}});
    std::size_t mentions = 0;
    for (const Entity& entity : entities) {
        CHECK_FALSE(entity.mentions.empty());
        mentions += entity.mentions.size();
    }
    CHECK(mentions == 3);
}
