#include "extractor/relate/why.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace actorgraph;

namespace {

const Rulebook& rules() {
    static const auto loaded = load_rulebook(std::string(ACTORGRAPH_SOURCE_DIR) + "/rules");
    return loaded.value();
}

NearMiss nearest(const char* marked, const char* rule) {
    const auto found = nearest_misses(parse_example(marked), rules(), rule);
    REQUIRE_FALSE(found.empty());
    return found.front();
}

std::string fitted(const NearMiss& miss) {
    return miss.text.substr(miss.fitted.begin, length(miss.fitted));
}

} // namespace

TEST_CASE("a near miss tells the word a rule stops at and what it waited for", "[extractor][why]") {
    const NearMiss miss =
        nearest("[person Ana Reyes] was met at last in [location Rome].", "met_with.frame.passive");
    CHECK_FALSE(miss.is_match);
    CHECK(miss.view == "whole");
    CHECK(fitted(miss) == "<p0> was met at last in");
    CHECK(miss.stopped_at == "<l1>");
    CHECK(std::count(miss.wanted.begin(), miss.wanted.end(), "'by'") == 1);
}

TEST_CASE("a rule that matches says so, a refused one too", "[extractor][why]") {
    CHECK(nearest("[person Ana Reyes] met [person Bo Li].", "met_with.frame").is_match);
    const NearMiss refused =
        nearest("[person Ana Reyes] met friends of [person Bo Li].", "met_with.frame");
    CHECK_FALSE(refused.is_match);
    CHECK(refused.is_refused);
}

TEST_CASE("rules that fit nothing are left out", "[extractor][why]") {
    CHECK(nearest_misses(parse_example("[person Ana Reyes] slept."), rules(), "met_with.frame")
              .empty());
}
