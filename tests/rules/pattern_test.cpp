#include "rules/pattern.hpp"

#include <catch2/catch.hpp>
#include <re2/re2.h>

using namespace actorgraph;

namespace {

struct Fixture {
    Inflector inflector;
    WordClasses pack{{"greet", {"hugged", "{v:shake} hands with"}}};
    WordClasses shared{{"boss", {"chief", "head"}}};

    Fixture() {
        inflector.add("meet", {"met"}, {"met"});
        inflector.add("pay", {"paid"}, {"paid"});
    }
    ExpandedPattern expand(std::string_view pattern) const {
        return expand_pattern(pattern, {inflector, pack, shared});
    }
    bool matches(const char* pattern, const char* skeleton) const {
        const re2::RE2 regex(bounded_regex(pattern, expand(pattern).regex));
        INFO(regex.error());
        REQUIRE(regex.ok());
        return re2::RE2::PartialMatch(skeleton, regex);
    }
};

} // namespace

TEST_CASE("macros expand to what the sentence skeleton says", "[rules][pattern]") {
    const Fixture rules;
    const char* met = "{person:source} {adv}{aux}{v:meet} (?:with )?{agent:target}";
    CHECK(rules.matches(met, "<p0> met <p1>"));
    CHECK(rules.matches(met, "<p0> has not yet recently met with the <o1> ."));
    CHECK(rules.matches(met, "<p0> , <p1> and <p2> did n't meet <p3> and <o4>") == true);
    CHECK_FALSE(rules.matches(met, "<o0> met <p1>"));
    CHECK_FALSE(rules.matches(met, "<p0> met a friend of <p1>"));
    CHECK(rules.matches("{agent:source} {c:greet} {agent:target}", "<p0> shook hands with <p1>") ==
          false);
    CHECK(rules.matches("{agent:source} {c:greet} {agent:target}", "<p0> shaked hands with <p1>"));
    CHECK(rules.matches("{person:source}{rel} {vs:run} {org:target}", "<p0> , who runs <o1> ,"));
    CHECK(rules.matches("{person:source}, {rel}{vs:run} {org:target}", "<p0>, who runs <o1> ,"));
    CHECK(rules.matches("{person:source}{gap}{org:target}", "<p0> , a boss of <o1>"));
    CHECK_FALSE(rules.matches("{person:source}{gap}{org:target}", "<p0> ; and <o1>"));
    const char* aside = "{agent:source}{aside} {v:meet} {agent:target}";
    CHECK(rules.matches(aside, "<p0> met <p1>"));
    CHECK(rules.matches(aside, "<p0> , the head of <o2> 's north office , met <p1>"));
    CHECK_FALSE(rules.matches(aside, "<p0> , who left , and came , met <p1>"));
    CHECK_FALSE(rules.matches(aside, "<p0> , \" we said , met <p1>"));
    CHECK(rules.matches("{agent:source} {v:pay} {agent:target} {amount}", "<p0> paid <p1> $1,000"
                                                                         " ."));
    CHECK(rules.matches("{person:source} , {det}{n:head of state} of {location:target}",
                        "<p0> , the heads of state of <l1>"));
}

TEST_CASE("the case of letters counts only behind (?-i)", "[rules][pattern]") {
    const Fixture rules;
    CHECK(rules.matches("CEO of {org:target}", "ceo of <o1>"));
    CHECK_FALSE(rules.matches("(?-i)CEO of {org:target}", "ceo of <o1>"));
}

TEST_CASE("unknown macros and classes are named with the near miss", "[rules][pattern]") {
    const Fixture rules;
    const auto wrong = rules.expand("{persn:source} {c:gret} {person:taget}");
    REQUIRE(wrong.problems.size() == 3);
    CHECK(wrong.problems[0].message == "there is no word class 'gret'");
    CHECK(wrong.problems[0].hint == "did you mean 'greet'?");
    CHECK(wrong.problems[0].offset == 15);
    CHECK(wrong.problems[1].hint == "did you mean 'person'?");
    CHECK(wrong.problems[2].message == "there is no slot role 'taget'");
}

TEST_CASE("a slot that stands twice is told", "[rules][pattern]") {
    const Fixture rules;
    const auto wrong = rules.expand("{person:source} met (?:{person:target}|{org:target})");
    REQUIRE(wrong.problems.size() == 1);
    CHECK(wrong.problems[0].message == "the slot 'target' stands twice");
    CHECK(wrong.problems[0].offset == 39);
}

TEST_CASE("the trigger is a set of words that every match has", "[rules][pattern]") {
    using Words = std::vector<std::string>;
    const Fixture rules;
    CHECK(rules.expand("{person:source} {adv}{aux}{v:meet} (?:with )?{person:target}").trigger ==
          Words{"meet", "meeting", "meets", "met"});
    CHECK(required_words("{person:source} 's lawyer , {person:target}") == Words{"lawyer"});
    CHECK(required_words("{org:source} (?:chief executive|boss) {person:target}") ==
          Words{"boss", "chief"});
    CHECK(required_words("{org:source} friends? {person:target}").empty());
    CHECK(required_words("{org:source} (?:ally )?{person:target}").empty());
    CHECK(required_words("{a:source} of {b:target}") == Words{"of"});
    CHECK(required_words("ally of|friends with") == Words{"ally", "friends"});
    CHECK(required_words("Inc\\. {rel}bought {org:target}").size() == 1);
}

TEST_CASE("slot letters tell which sentences can match at all", "[rules][pattern]") {
    const Fixture rules;
    const auto made = rules.expand("{agent:source} met {org|location:target}");
    CHECK(made.source_letters == "po");
    CHECK(made.target_letters == "ol");
}
