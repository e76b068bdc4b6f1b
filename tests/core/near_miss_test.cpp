#include "core/near_miss.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;

TEST_CASE("the distance counts letters put in, left out and replaced", "[core]") {
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("extract", "extrct") == 1);
    CHECK(edit_distance("path", "path") == 0);
    CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("a mistyped word means the nearest known one, or none", "[core]") {
    const std::vector<std::string> known{"export", "extract", "path"};
    CHECK(near_miss("extrct", known) == "extract");
    CHECK(near_miss("exprt", known) == "export");
    CHECK(near_miss("pth", known) == "path");
    CHECK(near_miss("zzzzz", known).empty());
    CHECK(near_miss("", known).empty());
}
