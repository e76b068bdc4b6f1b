#include "extractor/relate/fronted_clause.hpp"
#include "tests/extractor/shipped_view.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;
using namespace actorgraph::testing;

namespace {

/// The clause with its subject put first; empty when there is none.
std::string read(const std::string& text) {
    const View view = view_of(text);
    const auto found = fronted_clause(ViewReader(view), shipped_rules().lexicon);
    const auto part = [&](Span span) { return text.substr(span.begin, length(span)); };
    return found ? part(found->subject) + " " + std::string(found->verb) + part(found->clause) : "";
}

} // namespace

TEST_CASE("a clause before its subject is read behind it", "[extractor]") {
    CHECK(read("Having left <o0> at 24 , <p1> retired .") == "<p1> Having left <o0> at 24");
    CHECK(read("After leaving <o0> , the poet <p1> wrote on .") == "<p1> leaving <o0>");
    CHECK(read("Expelled from <o0> for a prank , <p1> went to <o2> .") == "<p1> was Expelled from <o0> for a prank");
    CHECK(read("Long married to <p0> , she <p1> kept quiet .") == "<p1> was Long married to <p0>");
    CHECK(read("As the chief lobbyist of <o0> , <p1> met <p2> .") == "<p1> , the chief lobbyist of <o0>");
    CHECK(read("Instead of joining <o0> , <p1> retired .") == "<p1> joining <o0>");
    CHECK(read("Far from paying <p0> , <p1> sued .") == "<p1> paying <p0>");
    CHECK(read("Working with her brother , <p0> , the singer <p1> won .") == "<p1> Working with her brother , <p0>");
}

TEST_CASE("what only looks like a clause before a subject is none", "[extractor]") {
    for (const char* text :
         {"According to <o0> , <p1> retired .", "As <p0> said , <p1> retired .",
          "Injured <p0> and <p1> stayed at home , and <p2> left .",
          "Leaving <o0> , said <p1> .", "During the war , <p1> left .", "Founded in 1990 , the firm 's owner <p0> , <p1> .",
          "Joining <o0> ; <p1> left ."}) {
        INFO(text);
        CHECK(read(text) == "");
    }
}
