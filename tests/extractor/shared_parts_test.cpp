#include "extractor/relate/shared_parts.hpp"
#include "tests/extractor/shipped_view.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace actorgraph;
using namespace actorgraph::testing;

namespace {

std::vector<std::string> parts_of(const std::string& text) {
    std::vector<std::string> out;
    const View view = view_of(text);
    for (const Span cut : shared_part_cuts(view, shipped_rules().lexicon)) {
        out.push_back(std::string(text).erase(cut.begin, length(cut)));
    }
    return out;
}

bool has(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

} // namespace

TEST_CASE("a later description of a person stands where the first one does", "[extractor]") {
    const auto parts = parts_of("<p0> is a chemist , the son of <p1> and founder of <o2> .");
    CHECK(has(parts, "<p0> is the son of <p1> and founder of <o2> ."));
    CHECK(has(parts, "<p0> is founder of <o2> ."));
}

TEST_CASE("behind another person a bare comma leaves open who is meant", "[extractor]") {
    CHECK(parts_of("<p0> is a friend of <p1> , founder of <o2> .").empty());
    CHECK(has(parts_of("<p0> is a friend of <p1> and founder of <o2> ."), "<p0> is founder of <o2> ."));
}

TEST_CASE("a later object or place of the same verb stands where the first one does", "[extractor]") {
    CHECK(has(parts_of("<p0> received a degree from <o1> and a doctorate from <o2> ."),
              "<p0> received a doctorate from <o2> ."));
    CHECK(has(parts_of("<p0> moved to <l1> in 1950 and to <l2> ."), "<p0> moved to <l2> ."));
}

TEST_CASE("an apposition behind an object is no second object", "[extractor]") {
    CHECK(parts_of("<o0> printed a chat of <p1> , a supporter of <p2> .").empty());
    CHECK(has(parts_of("<p0> earned a degree from <o1> , a doctorate from <o2> ."), "<p0> earned a doctorate from <o2> ."));
}

TEST_CASE("a clause behind a description speaks of its subject", "[extractor]") {
    CHECK(has(parts_of("<p0> was a writer who moved to <l1> ."), "<p0> moved to <l1> ."));
    CHECK(has(parts_of("<o0> is a bank founded by <p1> ."), "<o0> founded by <p1> ."));
    CHECK(parts_of("<p0> is a friend of <p1> who moved to <l2> .").empty());
    CHECK(parts_of("<o0> was founded by <p1> .").empty());
}

TEST_CASE("the next verb or clause ends a list", "[extractor]") {
    CHECK(parts_of("<p0> is a chemist , and <p1> is the founder of <o2> .").empty());
    CHECK(parts_of("<p0> is a chemist who knew <p1> and the founder of <o2> .").empty());
}

TEST_CASE("legal forms and honours set off by a comma are no insertion", "[extractor]") {
    const View view = view_of("<o0> , Inc. , is a part of <o1> , LLC .");
    const auto spans = name_suffixes(view);
    REQUIRE(spans.size() == 2);
    CHECK(view.text.substr(spans[0].begin, spans[0].end - spans[0].begin) == ", Inc. ,");
    CHECK(view.text.substr(spans[1].begin, spans[1].end - spans[1].begin) == ", LLC");
    CHECK(name_suffixes(view_of("<o0> , a bank , is a part of <o1> .")).empty());
}
