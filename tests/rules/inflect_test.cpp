#include "rules/inflect.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace actorgraph;
using Words = std::vector<std::string>;

TEST_CASE("regular verbs follow their spelling", "[rules][inflect]") {
    const Inflector inflector;
    CHECK(inflector.forms("visit") == Words{"visit", "visits", "visited", "visiting"});
    CHECK(inflector.forms("marry") == Words{"marry", "marries", "married", "marrying"});
    CHECK(inflector.forms("stab") == Words{"stab", "stabs", "stabbed", "stabbing"});
    CHECK(inflector.forms("accuse") == Words{"accuse", "accuses", "accused", "accusing"});
    CHECK(inflector.forms("attack") == Words{"attack", "attacks", "attacked", "attacking"});
    CHECK(inflector.forms("push") == Words{"push", "pushes", "pushed", "pushing"});
    CHECK(inflector.forms("employ") == Words{"employ", "employs", "employed", "employing"});
    CHECK(inflector.gerunds("tie") == Words{"tying"});
}

TEST_CASE("only the first word of a phrase is inflected", "[rules][inflect]") {
    Inflector inflector;
    inflector.add("take", {"took"}, {"taken"});
    CHECK(inflector.finite("take over from") ==
          Words{"take over from", "takes over from", "took over from"});
    CHECK(inflector.participles("take over") == Words{"taken over"});
    CHECK(inflector.gerunds("take over") == Words{"taking over"});
}

TEST_CASE("the table knows irregular verbs and their variants", "[rules][inflect]") {
    const auto path = std::filesystem::temp_directory_path() / "actorgraph_inflect_test.tsv";
    std::ofstream(path) << "# base\nbe\twas/were\tbeen\nrefer\treferred\treferred\n"
                           "found\tfounded\tfounded\n";
    const auto inflector = Inflector::load(path);
    REQUIRE(inflector.ok());
    CHECK(inflector.value().forms("be") ==
          Words{"be", "is", "are", "was", "were", "been", "being"});
    CHECK(inflector.value().gerunds("refer") == Words{"referring"});
    CHECK(inflector.value().finite("co-found") == Words{"co-found", "co-founds", "co-founded"});
    std::ofstream(path) << "go went gone\n";
    const auto broken = Inflector::load(path);
    REQUIRE_FALSE(broken.ok());
    CHECK(broken.problems()[0].line == 1);
    std::filesystem::remove(path);
}

TEST_CASE("nouns take their plural at the head", "[rules][inflect]") {
    CHECK(noun_forms("lawyer") == Words{"lawyer", "lawyers"});
    CHECK(noun_forms("attack on") == Words{"attack on", "attacks on"});
    CHECK(noun_forms("chief of staff") == Words{"chief of staff", "chiefs of staff"});
    CHECK(noun_forms("son-in-law") == Words{"son-in-law", "sons-in-law"});
    CHECK(noun_forms("spokeswoman") == Words{"spokeswoman", "spokeswomen"});
    CHECK(noun_forms("press secretary") == Words{"press secretary", "press secretaries"});
    CHECK(noun_forms("wife") == Words{"wife", "wives"});
}
