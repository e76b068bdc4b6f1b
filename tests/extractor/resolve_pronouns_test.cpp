#include "tests/extractor/resolve_text.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;
using namespace actorgraph::testing;

namespace {

const std::vector<Named> cast{{"Lena Voss", "person", "female"},
                              {"Ada Quill", "person", "female"},
                              {"Karl Brandt", "person", "male"},
                              {"Max Orlov", "person", "male"},
                              {"Tidewatch", "organization", "", "company"},
                              {"Mercia", "location"}};

struct Case {
    const char* text;
    const char* name;
    Strings mentions;
};

void check(const std::vector<Case>& cases) {
    Lexicon lexicon;
    lexicon.add("living", mask(LexClass::ordinary_word));
    for (const Case& one : cases) {
        INFO(one.text);
        CHECK(mentions_of(one.text, resolve_text(one.text, cast, lexicon), one.name) ==
              one.mentions);
    }
}

} // namespace

TEST_CASE("he and she go to the subject of fitting gender", "[extractor][resolve]") {
    check({
        {"Karl Brandt met Max Orlov in May. He was late.", "Karl Brandt", {"Karl Brandt", "He"}},
        {"Lena Voss sued Karl Brandt, and she won.", "Lena Voss", {"Lena Voss", "she"}},
        {"Karl Brandt said he would go with Max Orlov.", "Karl Brandt", {"Karl Brandt", "he"}},
        {"Lena Voss fell ill. Max Orlov said she slept.", "Lena Voss", {"Lena Voss", "she"}},
        {"Ada Quill and her bank met Lena Voss.", "Ada Quill", {"Ada Quill", "her"}},
    });
}

TEST_CASE("a pronoun is not the subject of its own verb", "[extractor][resolve]") {
    check({
        {"Max Orlov left. Karl Brandt met him.", "Max Orlov", {"Max Orlov", "him"}},
        {"Lena Voss fell ill. Ada Quill (Max Orlov says) drove her to town.",
         "Lena Voss",
         {"Lena Voss", "her"}},
        {"Karl Brandt left. Max Orlov hurt himself.", "Max Orlov", {"Max Orlov", "himself"}},
    });
}

TEST_CASE("a pronoun in a fronted clause goes to the subject behind it", "[extractor][resolve]") {
    check({
        {"When she was twelve, Lena Voss moved to Mercia.", "Lena Voss", {"she", "Lena Voss"}},
        {"Living with her aunt, Ada Quill studied law.", "Ada Quill", {"her", "Ada Quill"}},
    });
}

TEST_CASE("a clause behind a verb of saying has a subject of its own", "[extractor][resolve]") {
    const std::string text =
        "Karl Brandt's eldest son has confirmed he met Tidewatch. Max Brandt slept.";
    const auto entities = resolve_text(text, {{"Karl Brandt", "person", "male"},
                                              {"Max Brandt", "person", "male"},
                                              {"Tidewatch", "organization"}});
    CHECK(mentions_of(text, entities, "Max Brandt") ==
          Strings{"Karl Brandt's eldest son", "he", "Max Brandt"});
}

TEST_CASE("it is an organisation where an organisation acts", "[extractor][resolve]") {
    check({
        {"Tidewatch grew. Later it bought a mill.", "Tidewatch", {"Tidewatch", "it"}},
        {"Lena Voss founded Tidewatch and sold it to a bank.", "Tidewatch", {"Tidewatch", "it"}},
        {"Tidewatch grew. It was raining.", "Tidewatch", {"Tidewatch", "It"}},
        {"Tidewatch grew. It is clear that it seems big.", "Tidewatch", {"Tidewatch"}},
        {"Mercia sold its ports to Tidewatch.", "Tidewatch", {"Tidewatch"}},
        {"Tidewatch moved to the US. IT grew.", "Tidewatch", {"Tidewatch"}},
    });
}

TEST_CASE("his father is the one relative of that name", "[extractor][resolve]") {
    const std::string text =
        "Karl Brandt Jr wrote. Later his father called. Karl Brandt was angry.";
    const auto entities = resolve_text(
        text, {{"Karl Brandt Jr", "person", "male"}, {"Karl Brandt", "person", "male"}});
    CHECK(mentions_of(text, entities, "Karl Brandt") == Strings{"his father", "Karl Brandt"});
    CHECK(sieve_of(text, entities, "his father") == "resolve.kin-nominal");
}

TEST_CASE("the sieve tells sure pronouns from unsure ones", "[extractor][resolve]") {
    const std::string sure = "Lena Voss spoke. She left.";
    CHECK(sieve_of(sure, resolve_text(sure, cast), "She") == "resolve.pronoun");
    const std::string unsure =
        "Lena Voss and Ada Quill spoke. The hall was full. Her bank was not named.";
    CHECK(sieve_of(unsure, resolve_text(unsure, cast), "Her") == "resolve.pronoun-unsure");
}

TEST_CASE("a word that only a pronoun takes for a name becomes a person", "[extractor][resolve]") {
    Lexicon lexicon;
    lexicon.add("Rivka", mask(LexClass::given_name) | mask(LexClass::given_female));
    const std::string text = "In May the choir and Rivka toured. She sang twice.";
    const auto entities = resolve_text(text, {}, lexicon);
    CHECK(mentions_of(text, entities, "Rivka") == Strings{"Rivka", "She"});
    const std::string idle = "In May the choir and Rivka toured. They sang twice.";
    CHECK(resolve_text(idle, {}, lexicon).empty());
}

TEST_CASE("whoever was he all along is the one then named shortly", "[extractor][resolve]") {
    const std::string text = "He grew up in the north. His school was small. Brandt studied law.";
    const auto entities = resolve_text(text, {{"Brandt", "person"}});
    CHECK(mentions_of(text, entities, "Brandt") == Strings{"He", "His", "Brandt"});
    CHECK(sieve_of(text, entities, "His") == "resolve.pronoun-chain");
}
