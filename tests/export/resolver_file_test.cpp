#include "export/resolver_file.hpp"

#include "core/decision_text.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;

namespace {

std::vector<Decision> sample() {
    std::vector<Decision> all(5);
    all[0] = {1, DecisionKind::same, {"person:ana reyes", "person:reyes"}, {"person:a m reyes"}, "", "2026-01-02T03:04:05Z", "eva", "same office", {}};
    all[1] = {2, DecisionKind::different, {"person:tom reed @ 0123456789ab"}, {"person:tom reed @ b.txt"}, "", "", "", "", {}};
    all[2] = {3, DecisionKind::unsure, {"person:x y"}, {"person:x z"}, "", "", "eva", "", {}};
    all[3] = {4, DecisionKind::rename, {"person:x y"}, {}, "Xaver\tYork", "", "", "", {}};
    all[4] = {5, DecisionKind::same, {"person:x y"}, {"person:q"}, "", "", "", "", 6};
    return all;
}

} // namespace

TEST_CASE("decisions come back from plain text; undone ones stay out", "[export][decisions]") {
    const auto read = read_decisions(write_decisions(sample()), "d.tsv");
    REQUIRE(read);
    std::vector<Decision> expected = sample();
    expected.pop_back();
    expected[3].text = "Xaver York";
    for (Decision& one : expected) {
        one.number = 0;
    }
    CHECK(read.value() == expected);
}

TEST_CASE("a wrong line of decisions is named", "[export][decisions]") {
    const auto read = read_decisions("# head\n\nsame\tperson:a\tperson:b\nmaybe\tx\ty\nsame\tx\n", "d.tsv");
    REQUIRE_FALSE(read);
    REQUIRE(read.problems().size() == 2);
    CHECK(read.problems()[0].line == 4);
    CHECK(read.problems()[1].line == 5);
}

TEST_CASE("decisions are written as a resolver file and read back", "[export][decisions]") {
    const std::string text = write_resolver_file(sample());
    CHECK(text ==
          "[\"person:reyes\",\"person:ana reyes\",\"positive\",null,\"eva\",\"2026-01-02T03:04:05Z\"]\n"
          "[\"person:ana reyes\",\"person:a m reyes\",\"positive\",null,\"eva\",\"2026-01-02T03:04:05Z\"]\n"
          "[\"person:tom reed @ b.txt\",\"person:tom reed @ 0123456789ab\",\"negative\",null,\"\",\"\"]\n"
          "[\"person:x z\",\"person:x y\",\"unsure\",null,\"eva\",\"\"]\n");
    CHECK(is_resolver_file(text));
    CHECK_FALSE(is_resolver_file(write_decisions(sample())));
    const auto read = read_resolver_file(text, "r.ijson");
    REQUIRE(read);
    REQUIRE(read.value().size() == 4);
    CHECK(read.value()[2].kind == DecisionKind::different);
}

TEST_CASE("canonical ids of a resolver file stand for the group they head", "[export][decisions]") {
    const auto read = read_resolver_file("[\"NK-1\",\"person:ana reyes\",\"positive\",0.9,\"eva\",\"2026\"]\n"
                                         "[\"NK-1\",\"person:a m reyes\",\"positive\",null,null,null]\n"
                                         "[\"NK-1\",\"person:tom reed\",\"negative\",null,null,null]\n"
                                         "[\"NK-2\",\"NK-1\",\"no_judgement\",null,null,null]\n",
                                         "r.ijson");
    REQUIRE(read);
    REQUIRE(read.value().size() == 2);
    CHECK(read.value()[0].kind == DecisionKind::same);
    CHECK(read.value()[0].a[0] != read.value()[0].b[0]);
    CHECK(read.value()[1].a == std::vector<std::string>{"person:a m reyes"});
    CHECK(read.value()[1].b == std::vector<std::string>{"person:tom reed"});
    CHECK_FALSE(read_resolver_file("{}\n", "r.ijson"));
}
