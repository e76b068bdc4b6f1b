#include "core/facts.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;

TEST_CASE("every status word reads back as itself", "[core]") {
    for (const auto* word : {"reported", "alleged", "denied", "planned", "hypothetical", "asked"}) {
        REQUIRE(modality_from(word).has_value());
        CHECK(to_string(*modality_from(word)) == word);
    }
    for (const auto* word : {"affirmed", "negated"}) {
        REQUIRE(polarity_from(word).has_value());
        CHECK(to_string(*polarity_from(word)) == word);
    }
    for (const auto* word : {"name", "nominal", "pronoun", "account"}) {
        REQUIRE(mention_form_from(word).has_value());
        CHECK(to_string(*mention_form_from(word)) == word);
    }
    CHECK_FALSE(modality_from("rumoured").has_value());
}

TEST_CASE("spans are half-open", "[core]") {
    CHECK_FALSE(overlaps({0, 3}, {3, 5}));
    CHECK(overlaps({0, 4}, {3, 5}));
    CHECK(contains({0, 4}, {1, 4}));
    CHECK(length({2, 5}) == 3);
}
