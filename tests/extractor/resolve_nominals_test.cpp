#include "tests/extractor/resolve_text.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;
using namespace actorgraph::testing;

TEST_CASE("the Brandt campaign is an organisation and hides the name inside it",
          "[extractor][resolve]") {
    const std::string text =
        "Karl Brandt spoke. The Brandt campaign denied it. Brandt's campaign grew.";
    const auto entities = resolve_text(text, {{"Karl Brandt", "person"}, {"Brandt", "person"}});
    CHECK(mentions_of(text, entities, "Brandt campaign") ==
          Strings{"Brandt campaign", "Brandt's campaign"});
    CHECK(mentions_of(text, entities, "Karl Brandt") == Strings{"Karl Brandt", "Brandt"});
}

TEST_CASE("is the chairman gives a role that a later phrase can ask for", "[extractor][resolve]") {
    Lexicon lexicon;
    lexicon.add("chairman", mask(LexClass::occupation));
    for (const std::string text :
         {"Karl Brandt is the chairman of Tidewatch. The chairman left.",
          "Karl Brandt, the chairman of Tidewatch, spoke. The chairman left."}) {
        INFO(text);
        const auto entities =
            resolve_text(text, {{"Karl Brandt", "person"}, {"Tidewatch", "organization"}}, lexicon);
        CHECK(mentions_of(text, entities, "Karl Brandt") == Strings{"Karl Brandt", "The chairman"});
    }
}

TEST_CASE("the website is not reached across another noun phrase", "[extractor][resolve]") {
    const std::string text = "Tidewatch grew. By the time the website closed, all had left.";
    const auto entities = resolve_text(text, {{"Tidewatch", "organization", "", "media"}});
    CHECK(mentions_of(text, entities, "Tidewatch") == Strings{"Tidewatch", "the website"});
}

TEST_CASE("Sr is the elder whom the text also calls without it", "[extractor][resolve]") {
    const std::string text = "Karl Brandt Sr met Karl Brandt Jr. Karl Brandt left.";
    const auto entities = resolve_text(
        text,
        {{"Karl Brandt Sr", "person"}, {"Karl Brandt Jr", "person"}, {"Karl Brandt", "person"}});
    CHECK(entities.size() == 2);
    CHECK(mentions_of(text, entities, "Karl Brandt Sr") ==
          Strings{"Karl Brandt Sr", "Karl Brandt"});
}

TEST_CASE("Bill is the one William of the text", "[extractor][resolve]") {
    const std::string text = "William Orlov came. Bill left.";
    const std::vector<Named> names{{"William Orlov", "person"}, {"Bill", "person"}};
    const auto entities = resolve_text(text, names);
    REQUIRE(entities.size() == 1);
    CHECK(sieve_of(text, entities, "Bill") == "resolve.short-given-name");
    const std::string two = "William Orlov met William Reyes. Bill left.";
    CHECK(resolve_text(
              two, {{"William Orlov", "person"}, {"William Reyes", "person"}, {"Bill", "person"}})
              .size() == 3);
}

TEST_CASE("a role nobody is said to have goes to the one person of the sentence before",
          "[extractor][resolve]") {
    Lexicon lexicon;
    lexicon.add("minister", mask(LexClass::occupation));
    lexicon.add("lawyer", mask(LexClass::occupation));
    const std::vector<Named> names{
        {"Karl Brandt", "person"}, {"Lena Voss", "person"}, {"Ada Quill", "person"}};
    const std::string one = "Karl Brandt spoke. Lena Voss mocked the minister.";
    const auto entities = resolve_text(one, names, lexicon);
    CHECK(mentions_of(one, entities, "Karl Brandt") == Strings{"Karl Brandt", "the minister"});
    CHECK(sieve_of(one, entities, "the minister") == "resolve.role-topic");
    const std::string third = "Karl Brandt spoke. Lena Voss mocked the lawyer.";
    CHECK(mentions_of(third, resolve_text(third, names, lexicon), "Karl Brandt") ==
          Strings{"Karl Brandt"});
    const std::string two = "Karl Brandt and Ada Quill spoke. Lena Voss mocked the minister.";
    CHECK(mentions_of(two, resolve_text(two, names, lexicon), "Karl Brandt") ==
          Strings{"Karl Brandt"});
}

TEST_CASE("the factory is the one organisation of unknown kind before", "[extractor][resolve]") {
    const std::string text = "Dunley Glass was bankrupt. Lena Voss bought the factory.";
    const auto entities =
        resolve_text(text, {{"Dunley Glass", "organization"}, {"Lena Voss", "person"}});
    CHECK(mentions_of(text, entities, "Dunley Glass") == Strings{"Dunley Glass", "the factory"});
    CHECK(sieve_of(text, entities, "the factory") == "resolve.organisation-topic");
}

TEST_CASE("a possessor between a name and its description refers", "[extractor][resolve]") {
    const std::string text = "Tidewatch grew. Karl Brandt, the company's founder, left.";
    const auto entities = resolve_text(text, {{"Tidewatch", "organization"}, {"Karl Brandt", "person"}});
    CHECK(mentions_of(text, entities, "Tidewatch") == Strings{"Tidewatch", "the company"});
}
