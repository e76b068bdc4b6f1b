#include "extractor/analyse.hpp"
#include "extractor/resolve/adjective_names.hpp"
#include "tests/extractor/resolve_text.hpp"
#include "tests/extractor/shipped_view.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace actorgraph;
using namespace actorgraph::testing;

namespace {

Lexicon with_callings() {
    Lexicon lexicon;
    for (const char* word :
         {"lawyer", "spokesman", "secretary", "chairman", "partner", "adviser"}) {
        lexicon.add(word, mask(LexClass::occupation));
    }
    lexicon.add("president", mask(LexClass::title));
    return lexicon;
}

const std::vector<Named> people{{"Ana Reyes", "person", "female"},
                                {"Bo Holm", "person"},
                                {"Reyes", "person"},
                                {"Tidewatch", "organization"},
                                {"Twitter", "organization", "", "platform"}};

} // namespace

TEST_CASE("a person told of by somebody else's name is called by the phrase",
          "[extractor][resolve]") {
    const struct {
        std::string text, name, words;
    } cases[] = {
        {"Reporters asked Ana Reyes's lawyer to speak.", "Ana Reyes's lawyer",
         "Ana Reyes's lawyer"},
        {"Ana Reyes came. Her press secretary left.", "Ana Reyes's press secretary",
         "Her press secretary"},
        {"A lawyer for Ana Reyes left.", "Ana Reyes's lawyer", "A lawyer"},
        {"Files of Ana Reyes's 2016 campaign chairman leaked.", "Ana Reyes's campaign chairman",
         "Ana Reyes's 2016 campaign chairman"},
        {"Papers went from President Ana Reyes's lawyers to court.", "Ana Reyes's lawyers",
         "President Ana Reyes's lawyers"},
    };
    const Lexicon lexicon = with_callings();
    for (const auto& one : cases) {
        INFO(one.text);
        const auto entities = resolve_text(one.text, people, lexicon);
        CHECK(mentions_of(one.text, entities, one.name) == Strings{one.words});
        CHECK(sieve_of(one.text, entities, one.words) == "resolve.described");
    }
}

TEST_CASE("a phrase that says something of a named person makes nobody new",
          "[extractor][resolve]") {
    const Lexicon lexicon = with_callings();
    for (const std::string text :
         {"Bo Holm, Ana Reyes's lawyer, left.", "Bo Holm is Ana Reyes's lawyer.",
          "Ana Reyes's lawyer Bo Holm left.", "It made Bo Holm Ana Reyes's adviser.",
          "Bo Holm came as Ana Reyes's adviser.", "Ana Reyes's partner of ten years left.",
          "Ana Reyes's lawyer of old left."}) {
        INFO(text);
        for (const Entity& entity : resolve_text(text, people, lexicon)) {
            CHECK(entity.subtype != "unnamed");
        }
    }
}

TEST_CASE("who is named beside the phrase or speaks next is the one it means",
          "[extractor][resolve]") {
    const Lexicon lexicon = with_callings();
    const std::string beside = "Ana Reyes's lawyer, Bo Holm, left.";
    CHECK(mentions_of(beside, resolve_text(beside, people, lexicon), "Bo Holm") ==
          Strings{"Ana Reyes's lawyer", "Bo Holm"});
    const std::string speaks =
        "Ana Reyes's lawyer said files were sent. \"We hide nothing,\" said Bo Holm.";
    CHECK(mentions_of(speaks, resolve_text(speaks, people, lexicon), "Bo Holm") ==
          Strings{"Ana Reyes's lawyer", "Bo Holm"});
    const std::string known =
        "Bo Holm came. Ana Reyes's lawyer said files were sent. \"We hide nothing,\" said Bo Holm.";
    CHECK(mentions_of(known, resolve_text(known, people, lexicon), "Bo Holm") ==
          Strings{"Bo Holm", "Bo Holm"});
}

TEST_CASE("an account told of by its holder is called by the phrase", "[extractor][resolve]") {
    const struct {
        std::string text, name, words;
    } cases[] = {
        {"She wrote to the Twitter account behind Tidewatch.", "Tidewatch's Twitter account",
         "the Twitter account"},
        {"Ana Reyes's private Twitter account closed.", "Ana Reyes's Twitter account",
         "Ana Reyes's private Twitter account"},
        {"He wrote to the Tidewatch Twitter account.", "Tidewatch's Twitter account",
         "the Tidewatch Twitter account"},
    };
    for (const auto& one : cases) {
        INFO(one.text);
        CHECK(mentions_of(one.text, resolve_text(one.text, people), one.name) ==
              Strings{one.words});
    }
    for (const std::string text :
         {"Ana Reyes's account of the storm was long.", "A Twitter account was closed.",
          "Ana Reyes's bank account was empty."}) {
        INFO(text);
        for (const Entity& entity : resolve_text(text, people)) {
            CHECK(entity.type != "account");
        }
    }
}

TEST_CASE("an adjective of a country means the country", "[extractor][resolve]") {
    CHECK(country_of("Norwegian") == "Norway");
    CHECK(country_of("Britons") == "United Kingdom");
    CHECK(country_of("Swiss") == "Switzerland");
    CHECK(country_of("Kurdish").empty());
    CHECK(country_of("").empty());
    const std::string text = "The U.S. left. American ships came. Norwegian ships left.";
    const auto entities =
        resolve_text(text, {{"U.S.", "location"}, {"American", "misc"}, {"Norwegian", "misc"}});
    CHECK(mentions_of(text, entities, "U.S.") == Strings{"U.S.", "American"});
    CHECK(mentions_of(text, entities, "Norway") == Strings{"Norwegian"});
}

TEST_CASE("a platform that only carries words is marked as a medium", "[extractor][resolve]") {
    const std::string text =
        "She wrote on Twitter. They read Twitter messages. Reyes sued Twitter.";
    for (const Entity& entity : resolve_text(text, people)) {
        if (entity.name == "Twitter") {
            REQUIRE(entity.mentions.size() == 3);
            CHECK(entity.mentions[0].rules.front() == "resolve.medium");
            CHECK(entity.mentions[1].rules.front() == "resolve.medium");
            CHECK(entity.mentions[2].rules.front() != "resolve.medium");
        }
    }
}

TEST_CASE("several bodies that act as one, and a party before its member", "[extractor][resolve]") {
    const std::string text = "Ana Reyes wrote to federal prosecutors and the senate energy "
                             "committee. Democrat Bo Holm left.";
    const auto entities = resolve_text(text, people);
    CHECK(mentions_of(text, entities, "federal prosecutors") == Strings{"federal prosecutors"});
    CHECK(mentions_of(text, entities, "Senate Energy Committee") ==
          Strings{"senate energy committee"});
    CHECK(mentions_of(text, entities, "Democratic Party") == Strings{"Democrat"});
    const std::string longer = "Liberal Democrat Bo Holm left.";
    const auto others = resolve_text(longer, people);
    CHECK(mentions_of(longer, others, "Liberal Democrats") == Strings{"Liberal Democrat"});
    CHECK(mentions_of(longer, others, "Democratic Party").empty());
}

TEST_CASE("behind a comma the phrase means the one named before it, and nobody where none is",
          "[extractor][resolve]") {
    const Lexicon lexicon = with_callings();
    const std::string opening = "In a note, Ana Reyes's lawyer left.";
    CHECK(mentions_of(opening, resolve_text(opening, people, lexicon), "Ana Reyes's lawyer") ==
          Strings{"Ana Reyes's lawyer"});
    const std::string party = "Ana Reyes's adviser, Democrat Bo Holm, left.";
    CHECK(mentions_of(party, resolve_text(party, people, lexicon), "Bo Holm") ==
          Strings{"Ana Reyes's adviser", "Bo Holm"});
}

TEST_CASE("a platform met as a medium is not the website spoken of next", "[extractor][resolve]") {
    const std::string text =
        "Tidewatch sold files. Ana Reyes wrote on Twitter of it. The website closed.";
    const auto entities = resolve_text(text, {{"Tidewatch", "organization", "", "media"},
                                              {"Ana Reyes", "person"},
                                              {"Twitter", "organization", "", "platform"}});
    CHECK(sieve_of(text, entities, "The website") == "resolve.organisation-nominal");
    CHECK(mentions_of(text, entities, "Twitter") == Strings{"Twitter"});
}

TEST_CASE("an account in a stretch set aside at the end of a text has no tokens", "[extractor][resolve]") {
    Document document;
    document.text = "Ana Reyes met Bo Holm on Monday. Her lawyer came too.\n\nSee more of her work at reyes-works.com.";
    const DocumentFacts facts = analyse(document, shipped_rules()); // a sanitizer build tells of reads and writes beyond
    CHECK(std::any_of(facts.entities.begin(), facts.entities.end(),
                      [](const Entity& one) { return one.account && one.account->value == "reyes-works.com"; }));
    CHECK_FALSE(facts.skipped.empty());
}
