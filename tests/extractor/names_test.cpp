#include "extractor/recognise/names.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace actorgraph;

namespace {

const Lexicon& lexicon() {
    static const Result<Lexicon> loaded = Lexicon::load(ACTORGRAPH_SOURCE_DIR "/rules/lexicon");
    REQUIRE(loaded.ok());
    return loaded.value();
}

const NameWeights& weights() {
    static const Result<NameWeights> loaded =
        NameWeights::load(ACTORGRAPH_SOURCE_DIR "/rules/names/weights.tsv");
    REQUIRE(loaded.ok());
    return loaded.value();
}

/// "type: name" of every name found.
std::vector<std::string> names_in(const std::string& text) {
    Document document;
    document.text = text;
    const Segmentation segmentation = segment(document);
    std::vector<std::string> found;
    for (const FoundName& name : recognise_names(text, segmentation, {}, lexicon(), weights())) {
        found.push_back(name.type + ": " + std::string(slice(text, name.span)));
    }
    return found;
}

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("people are named without title, article and possessive", "[extractor][names]") {
    CHECK(names_in("On Monday Mr. Peter Marsh's aide met Sen. Anna Keller in Lisbon.") ==
          Strings{"person: Peter Marsh", "person: Anna Keller", "location: Lisbon"});
    CHECK(names_in("It was Karl Brandt, Jr. who called.") == Strings{"person: Karl Brandt, Jr."});
    CHECK(names_in("A talk with Ludwig van Hoorn followed.") == Strings{"person: Ludwig van Hoorn"});
}

TEST_CASE("organisations are known by head, legal form and ampersand", "[extractor][names]") {
    CHECK(names_in("He joined the Harbour Safety Board and Marsh & Sons Ltd.") ==
          Strings{"organization: Harbour Safety Board", "organization: Marsh & Sons Ltd"});
    CHECK(names_in("They sued the Department of Ports and Inland Waters.") ==
          Strings{"organization: Department of Ports and Inland Waters"});
}

TEST_CASE("a surname alone is a person once the text names him in full", "[extractor][names]") {
    CHECK(names_in("We spoke with Peter Marsh. Later Marsh left.") ==
          Strings{"person: Peter Marsh", "person: Marsh"});
}

TEST_CASE("a given name and a surname are a person though both are words", "[extractor][names]") {
    CHECK(names_in("Anna Keller left. Peter Marsh sued the city.") ==
          Strings{"person: Anna Keller", "person: Peter Marsh"});
}

TEST_CASE("ordinary words, days and titles alone are no names", "[extractor][names]") {
    CHECK(names_in("Police arrived on Monday. Yesterday the President left. However, nothing came.")
              .empty());
}

TEST_CASE("a headline in capitals is read through the body", "[extractor][names]") {
    CHECK(names_in("MARSH LEAVES HARBOUR BOARD\nPeter Marsh left on Monday.") ==
          Strings{"person: Peter Marsh"});
    CHECK(names_in("PETER MARSH LEAVES LISBON TODAY\nPeter Marsh left on Monday.") ==
          Strings{"person: PETER MARSH", "location: LISBON", "person: Peter Marsh"});
}

TEST_CASE("text without capitals gives names that the lexicon is sure of", "[extractor][names]") {
    CHECK(names_in("yesterday anna keller met the head of goldman sachs in lisbon and keller left") ==
          Strings{"person: anna keller", "organization: goldman sachs", "location: lisbon",
                  "person: keller"});
}

TEST_CASE("the letters of an acronym tell where a name begins", "[extractor][names]") {
    CHECK(names_in("They joined the Rally for the Return of Ports (RRP) and left.") ==
          Strings{"organization: Rally for the Return of Ports", "organization: RRP"});
}

TEST_CASE("a year, a name and an election are one event", "[extractor][names]") {
    CHECK(names_in("He lost the 1994 Labour Party leadership election to Anna Keller.") ==
          Strings{"misc: 1994 Labour Party leadership election", "person: Anna Keller"});
}

TEST_CASE("hyphened modifiers, shouted words and hashtags are no part of names", "[extractor][names]") {
    CHECK(names_in("The London-based Marsh & Sons Ltd grew.") ==
          Strings{"organization: Marsh & Sons Ltd"});
    CHECK(names_in("We have NO idea what #Lisbon means.").empty());
}

TEST_CASE("the full stop of a sentence is outside a legal form", "[extractor][names]") {
    CHECK(names_in("She left Brindle Foods Inc.") == Strings{"organization: Brindle Foods Inc"});
    CHECK(names_in("She left Brindle Foods Inc. on Monday.") ==
          Strings{"organization: Brindle Foods Inc."});
}

TEST_CASE("places in lines of results and fixtures are teams", "[extractor][names]") {
    CHECK(names_in("Lisbon 2 Seville 0") == Strings{"organization: Lisbon", "organization: Seville"});
    CHECK(names_in("Playing Sunday : Seville v Lisbon") ==
          Strings{"organization: Seville", "organization: Lisbon"});
    CHECK(names_in("They flew to Lisbon on Sunday.") == Strings{"location: Lisbon"});
}

TEST_CASE("what was weighed and not taken can be asked for", "[extractor][names]") {
    Document document;
    document.text = "However, nothing came. Ingrid Keller left.";
    const auto considered =
        consider_names(document.text, segment(document), {}, lexicon(), weights());
    REQUIRE(considered.size() == 1);
    CHECK(considered[0].is_name);
    CHECK(considered[0].type == "person");
    CHECK(considered[0].cues.test(static_cast<std::size_t>(NameCue::given_name_first)));
}

TEST_CASE("an unknown word that ends like a people is no person before an office", "[extractor][names]") {
    CHECK(names_in("The Velmarian transport minister Anna Keller left.") == Strings{"misc: Velmarian", "person: Anna Keller"});
}

TEST_CASE("what stands beside an unknown name tells its type", "[extractor][names]") {
    const std::pair<const char*, const char*> rows[] = {
        {"Costa Mirela's foreign minister spoke.", "location: Costa Mirela"},
        {"They have mills in Almora, Murcal and Jelindar.", "location: Jelindar"},
        {"Anna Keller was dismissed from Vinterhus.", "organization: Vinterhus"},
        {"The fee went to Casa Brunelo's managing director.", "organization: Casa Brunelo"},
        {"We met her lawyer, Davit Melikyar, on Monday.", "person: Davit Melikyar"},
        {"It sold its subsidiary, Brelvane, on Monday.", "organization: Brelvane"},
        {"Anna Keller founded Copper Freight and Amber Group.", "organization: Amber Group"}};
    for (const auto& [text, name] : rows) {
        INFO(text);
        const Strings found = names_in(text);
        CHECK(std::find(found.begin(), found.end(), name) != found.end());
    }
}

TEST_CASE("a noun right before a name says that it is an organisation", "[extractor][names]") {
    CHECK(names_in("She is a partner of the law firm Marsh Keller.") == Strings{"organization: Marsh Keller"});
    CHECK(names_in("He owns a third of the ferry line Azzurra.") == Strings{"organization: Azzurra"});
    CHECK(names_in("They met at the company Karl founded.") == Strings{"person: Karl"});
    CHECK(names_in("They met at the firm Anna led for years.") == Strings{"person: Anna"});
    CHECK(names_in("She was a nurse at St Brendan's Hospital.") == Strings{"organization: St Brendan's Hospital"});
}

TEST_CASE("a description may open the text", "[extractor][names]") {
    for (const char* text : {"law firm Stokes said no.", "firm Stokes said no.", "the firm Stokes said no.",
                             "old law firm Stokes said no.", "sons Bo and Tom left."}) {
        INFO(text);
        CHECK(names_in(text).size() <= 2); // and no word before the first is asked for
    }
}

TEST_CASE("single names in a list of kin are persons", "[extractor][names]") {
    CHECK(names_in("Anna Keller left the house to her sons Bo, Tom and Karl.") ==
          Strings{"person: Anna Keller", "person: Bo", "person: Tom", "person: Karl"});
}
