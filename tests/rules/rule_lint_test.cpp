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
    made.tokens = std::make_unique<LazyTokens>(std::vector<std::string>{"met"});
    return made;
}

/// "(?:w1000|w1001|…)": so many words.
std::string words(int count) {
    std::string out = "(?:";
    for (int i = 0; i < count; ++i) {
        out += (i == 0 ? "w" : "|w") + std::to_string(1000 + i);
    }
    return out + ")";
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

TEST_CASE("lint tells patterns that glue lists of words together", "[rules][lint]") {
    Rulebook rules;
    rules.relation_rules.push_back(rule("glued", "<p0> met <p1>", 3));
    rules.relation_rules.back().tokens = std::make_unique<LazyTokens>(
        std::vector<std::string>{words(800) + "?(?: )?" + words(800)});
    rules.relation_rules.push_back(rule("apart", "<p0> saw <p1>", 9));
    rules.relation_rules.back().tokens = std::make_unique<LazyTokens>(
        std::vector<std::string>{"(?:" + words(800) + " )?" + words(800)});
    const Diagnostics problems = lint_rules(rules);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].severity == Severity::warning);
    CHECK(problems[0].message == "the pattern of 'glued' has too many words glued together");
}
