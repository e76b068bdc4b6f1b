#include "extractor/relate/lead_ins.hpp"
#include "tests/extractor/shipped_view.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace actorgraph;
using namespace actorgraph::testing;

namespace {

/// What is left of the text without the lead-ins of all its tokens.
std::string without_lead_ins(std::string text) {
    const View view = view_of(text);
    const ViewReader words(view);
    for (std::size_t i = words.size(); i-- > 0;) {
        const Span cut = lead_in(words, i, shipped_rules().lexicon);
        text.erase(cut.begin, length(cut));
    }
    return std::regex_replace(text, std::regex("  +"), " ");
}

std::string first_role(std::string text) {
    const View view = view_of(text);
    const ViewReader words(view);
    for (std::size_t i = words.size(); i-- > 1;) {
        const Span cut = words.is(i, "and") ? second_role(words, i, shipped_rules().lexicon) : Span{};
        text.erase(cut.begin, length(cut));
    }
    return text;
}

} // namespace

TEST_CASE("time and copula before a description are left out", "[extractor]") {
    CHECK(without_lead_ins("<p0> , who was for ten years a lawyer for <o1> .") == "<p0> , a lawyer for <o1> .");
    CHECK(without_lead_ins("<p0> , until last year the head of <o1> .") == "<p0> , the head of <o1> .");
    CHECK(without_lead_ins("<p0> was for many years a friend of <p1> .") == "<p0> was a friend of <p1> .");
    CHECK(without_lead_ins("<o0> , which is now a unit of <o1> .") == "<o0> , a unit of <o1> .");
    CHECK(without_lead_ins("<p0> , 23 , a lawyer for <o1> .") == "<p0> , a lawyer for <o1> .");
}

TEST_CASE("words that say more than a time stay", "[extractor]") {
    for (const std::string text : {"<p0> , who was not a lawyer for <o1> .", "<p0> , who sued the head of <o1> .",
                                   "<p0> , 2300 , a lawyer .", "<p0> , who was allegedly a lawyer for <o1> ."}) {
        CHECK(without_lead_ins(text) == text);
    }
}

TEST_CASE("the first of two roles is read with the preposition of the second", "[extractor]") {
    CHECK(first_role("<p0> , chairman and founder of <o1> .") == "<p0> , chairman of <o1> .");
    CHECK(first_role("<p0> , lawyer and close friend of <p1> .") == "<p0> , lawyer of <p1> .");
    CHECK(first_role("<p0> left and friends of <p1> came .") == "<p0> left and friends of <p1> came .");
}
