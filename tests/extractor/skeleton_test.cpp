#include "extractor/relate/skeleton.hpp"

#include "rules/rule_check.hpp"
#include "rules/rule_match.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;

namespace {

std::string skeleton(const MarkedExample& example,
                     NominalReading reading = NominalReading::slot) {
    const Skeleton made = build_skeleton(
        example.text, {0, static_cast<std::uint32_t>(example.text.size())},
        place_mentions(example.entities), reading);
    CHECK(made.origin.size() == made.text.size());
    return made.text;
}

std::string skeleton(const char* marked) { return skeleton(parse_example(marked)); }

} // namespace

TEST_CASE("a skeleton shows slots, parted punctuation and straight quotes", "[extractor][skeleton]") {
    CHECK(skeleton("[person Ana Reyes]’s lawyer, [person Bo Li], met “X”.") ==
          "<p0~> 's lawyer , <p1> , met \" X \" .");
    CHECK(skeleton("Sen. [person Ana Reyes] didn’t pay [org Acme] $1,000 (again).") ==
          "Sen. <p0> did n't pay <o1> $1,000 ( again ) .");
    CHECK(skeleton("[person Bo] — a spy — ran [org Acme]?") == "<p0> , a spy , ran <o1> ?");
    CHECK(skeleton("[org Acme Works]' boss can't go to [location Rome]") ==
          "<o0~> 's boss ca n't go to <l1>");
    CHECK(skeleton("[account @bo] and\n [misc Cup]") == "<a0> and <m1>");
}

TEST_CASE("possessive pronouns keep their possession", "[extractor][skeleton]") {
    MarkedExample example = parse_example("[person his] wife told [person her] on Monday");
    for (auto& entity : example.entities) {
        entity.mentions[0].form = MentionForm::pronoun;
    }
    CHECK(skeleton(example) == "<p0~> 's wife told <p1> on Monday");
}

TEST_CASE("a noun phrase is a slot, or words with the slot behind", "[extractor][skeleton]") {
    MarkedExample example = parse_example("[person Bo Li]'s son met [person Ana]");
    Entity son;
    son.type = "person";
    Mention mention;
    mention.span = {0, 11};
    mention.form = MentionForm::nominal;
    son.mentions.push_back(mention);
    example.entities.push_back(son);
    CHECK(skeleton(example) == "<p0> met <p1>");
    CHECK(skeleton(example, NominalReading::words_and_slot) == "<p0~> 's son <p1> met <p2>");
}

TEST_CASE("slots are found again in skeleton text", "[extractor][skeleton]") {
    const auto slots = slots_in("a <p0> and <o12>");
    REQUIRE(slots.size() == 2);
    CHECK(slots[1].number == 12);
    CHECK(slots[1].span == Span{11, 16});
}
