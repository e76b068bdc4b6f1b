#include "rules/rule_lint.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;

namespace {

RelationRule rule(const char* name, std::string regex, std::size_t line) {
    RelationRule made;
    made.name = name;
    made.relation = "met_with";
    made.file = "a.toml";
    made.line = line;
    made.regex = std::make_unique<LazyRegex>(std::move(regex));
    return made;
}

} // namespace

TEST_CASE("lint tells patterns beyond the budget and rules said twice", "[rules][lint]") {
    Rulebook rules;
    rules.relation_rules.push_back(rule("first", "<p0> met <p1>", 3));
    rules.relation_rules.push_back(rule("second", "<p0> met <p1>", 9));
    rules.relation_rules.push_back(rule("large", "(?:(?:[a-z]{1,100} ){1,100}x){1,9}", 12));
    rules.relation_rules.push_back(rule("other", "<p0> saw <p1>", 15));
    rules.relation_rules.push_back(rule("ahead", "met (?=x)", 18));
    const Diagnostics problems = lint_rules(rules);
    REQUIRE(problems.size() == 3);
    CHECK(to_text(problems[0]) == "a.toml:9:1: warning: 'second' is shadowed: its pattern and "
                                  "relation are those of 'first' at "
                                  "a.toml:3\n  hint: remove one of them");
    CHECK(problems[1].severity == Severity::error);
    CHECK(problems[1].line == 12);
    CHECK(problems[1].message.starts_with("RE2 cannot compile 'large'"));
    CHECK(problems[2].hint == "look-around and back-references do not exist in RE2");
}
