#include "graph/link/wordings.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;

TEST_CASE("quotes of one wording or of copied texts are one source", "[graph][link][sources]") {
    const struct {
        std::vector<QuotedSource> quotes;
        std::vector<std::uint32_t> expected;
    } cases[] = {
        {{}, {}},
        {{{"Reyes met Li.", 0}, {"Reyes met Li", 1}}, {0, 0}},
        {{{"Reyes met Li.", 0}, {"Li was met by Reyes.", 1}}, {0, 1}},
        {{{"Reyes met Li.", 4}, {"Li was met by Reyes.", 4}}, {0, 0}},
        {{{"On Monday Reyes met Li in the old office of the board, he said.", 0},
          {"\u201cReyes met Li in the Old Office of the Board\u201d.", 1},
          {"Reyes met Li in the office of the board.", 2}},
         {0, 0, 1}},
        {{{"a b c d e f g h", 0}, {"i j k l m n o p", 1}, {"a b c d e f g h i j k l m n o p", 2}}, {0, 0, 0}},
        {{{"Reyes\u2019s brother met Li in the office of the board.", 0},
          {"Reyes's brother met Li in the office of the board.", 1}},
         {0, 0}},
    };
    for (const auto& one : cases) {
        CHECK(independent_sources(one.quotes) == one.expected);
    }
}
