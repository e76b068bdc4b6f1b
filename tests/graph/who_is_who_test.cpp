#include "tests/graph/link_samples.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;

namespace {

using Ids = std::vector<std::string>;

/// Ids of the actors of documents a, b, c … that name these.
Ids actors_of(const std::vector<std::vector<std::string>>& documents) {
    SampleCase input;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        input.facts.push_back(naming(std::string(1, static_cast<char>('a' + i)), documents[i]));
    }
    return ids_of(linked_case(input));
}

} // namespace

TEST_CASE("names of two documents are one actor or two", "[graph][link]") {
    const std::string company = "organization:Kelm Shipyard";
    const std::string more = "Ola Berg";
    const struct {
        const char* what;
        std::vector<std::vector<std::string>> documents;
        std::size_t actors; ///< without the company they keep
    } cases[] = {
        {"the same full name", {{"Ana Reyes"}, {"Ana Reyes"}}, 1},
        {"case and accents", {{"Ána Reyés"}, {"ANA REYES"}}, 1},
        {"surname first", {{"Reyes, Ana"}, {"Ana Reyes"}}, 1},
        {"a surname with one bearer", {{"Ana Reyes"}, {"Reyes"}}, 1},
        {"a surname with two bearers", {{"Ana Reyes"}, {"Maria Reyes"}, {"Reyes"}}, 3},
        {"told apart in one document", {{"Ana Reyes", "Reyes"}}, 2},
        {"Jr is another", {{"Karl Brandt Jr."}, {"Karl Brandt"}}, 2},
        {"Sr is the one without, beside a Jr", {{"Karl Brandt Sr"}, {"Karl Brandt", "Karl Brandt Jr"}}, 2},
        {"Sr stays alone without a Jr", {{"Karl Brandt Sr"}, {"Karl Brandt"}}, 2},
        {"a middle name more", {{"Karl Otto Brandt"}, {"Karl Brandt"}}, 1},
        {"a middle initial", {{"Karl O. Brandt"}, {"Karl Otto Brandt"}}, 1},
        {"two middle names", {{"Karl Otto Brandt"}, {"Karl Emil Brandt"}, {"Karl Brandt"}}, 3},
        {"an initial without company", {{"K. Brandt"}, {"Karl Brandt"}}, 2},
        {"an initial in company", {{"K. Brandt", company}, {"Karl Brandt", company}}, 1},
        {"umlauts without company", {{"Jan Müller"}, {"Jan Mueller"}}, 2},
        {"umlauts in company", {{"Jan Müller", company}, {"Jan Mueller", company}}, 1},
        {"a transliteration in company", {{"Mohammed Karim", company}, {"Muhammad Karim", company}}, 1},
        {"a typing error without company", {{"Michael Brandt"}, {"Micheal Brandt"}}, 2},
        {"a typing error in company", {{"Michael Brandt", company, more}, {"Micheal Brandt", company, more}}, 1},
        {"both spellings in one document", {{"Michael Brandt", "Micheal Brandt", company, more}, {company, more}}, 2},
        {"a man and a woman", {{"Mario Gomez", company, more}, {"Maria Gomez", company, more}}, 2},
        {"legal form and article", {{"organization:The Tidewatch Inc."}, {"organization:Tidewatch"}}, 1},
        {"initials without company", {{"organization:Kelm Port Authority"}, {"organization:KPA"}}, 2},
        {"initials in company", {{"organization:Kelm Port Authority", more}, {"organization:KPA", more}}, 1},
        {"a word known as an organization", {{"organization:Tidewatch"}, {"Tidewatch"}}, 1},
        {"a person and an account", {{"anareyes"}, {"account:anareyes"}}, 2},
        {"accounts that look alike", {{"account:kelm_port"}, {"account:keIm_port"}}, 2},
    };
    for (const auto& one : cases) {
        CAPTURE(one.what);
        Ids ids = actors_of(one.documents);
        std::erase_if(ids, [](const std::string& id) { return id == "organization:kelm-shipyard" || id == "person:ola-berg"; });
        CAPTURE(ids);
        CHECK(ids.size() == one.actors);
    }
}

TEST_CASE("an acronym that a document gives beside the full name is that organization", "[graph][link]") {
    SampleCase input;
    input.facts = {naming("a", {}), naming("b", {"organization:KPA"}), naming("c", {"organization:Other Body"})};
    input.facts[0].entities.push_back(named("organization:Port Authority of Kelm", {"KPA"}));
    CHECK(ids_of(linked_case(input)) == Ids{"organization:other-body", "organization:port-authority-of-kelm"});
    input.facts[2].entities.push_back(named("organization:Kelm Press Agency", {"KPA"}));
    CHECK(ids_of(linked_case(input)).size() == 4);
}

TEST_CASE("what lacks company is in doubt, and so are accounts that look alike", "[graph][link]") {
    SampleCase input;
    input.facts = {naming("a", {"Jan Müller", "account:kelm_port"}), naming("b", {"Jan Mueller", "account:keIm_port"})};
    const LinkedCase linked = linked_case(input);
    REQUIRE(linked.who.doubts.size() == 2);
    CHECK(linked.who.doubts[0].reason.starts_with("accounts that look alike"));
    input.decisions = {decided(DecisionKind::unsure, {"person:jan muller"}, {"person:jan mueller"})};
    CHECK(linked_case(input).who.doubts.size() == 1);
}

TEST_CASE("namesakes of different callings stay apart, whoever shares company is joined", "[graph][link]") {
    const IsCalling is_calling = [](std::string_view word) {
        return word == "coach" || word == "bishop" || word == "analyst" || word == "chairman";
    };
    const std::vector<std::string> texts{
        "The swimming coach Tom Reed praised his relay team in the Kelm pool before the summer games.",
        "Coach Tom Reed took the relay team of the Kelm pool to another medal at the summer games.",
        "Bishop Tom Reed blessed the new chapel at Norden on Sunday and spoke of charity and prayer.",
        "Tom Reed, an analyst at Sturm Brokers, said shares of steel makers looked cheap before earnings.",
        "Shares looked cheap, said Tom Reed, an analyst at Sturm Brokers who follows steel makers."};
    SampleCase input;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        DocumentFacts facts = naming(std::string(1, static_cast<char>('a' + i)), {"Tom Reed"});
        facts.text = texts[i];
        const auto at = static_cast<std::uint32_t>(texts[i].find("Tom Reed"));
        facts.entities[0].mentions[0].span = {at, at + 8};
        input.profiles.push_back(profiles_of(facts, is_calling));
        input.facts.push_back(std::move(facts));
    }
    const LinkedCase linked = linked_case(input);
    REQUIRE(ids_of(linked) == Ids{"person:tom-reed", "person:tom-reed-2", "person:tom-reed-3"});
    CHECK(linked.graph.actors()[0].documents == Ids{"a", "b"});
    CHECK(linked.graph.actors()[1].documents == Ids{"c"});
    CHECK(linked.graph.actors()[2].documents == Ids{"d", "e"});
    CHECK(linked.who.doubts.size() == 2);
}

TEST_CASE("one who is called by several callings in one company is one", "[graph][link]") {
    const IsCalling is_calling = [](std::string_view word) { return word == "chairman" || word == "founder"; };
    SampleCase input;
    for (const std::string text : {"Ida Lund, founder of Sturm Works of Kelm, spoke.", "The chairman of Sturm Works of Kelm, Ida Lund, left."}) {
        DocumentFacts facts = naming(text.substr(0, 3), {"Ida Lund", "organization:Sturm Works", "Ola Berg"});
        facts.text = text;
        const auto at = static_cast<std::uint32_t>(text.find("Ida Lund"));
        facts.entities[0].mentions[0].span = {at, at + 8};
        input.profiles.push_back(profiles_of(facts, is_calling));
        input.facts.push_back(std::move(facts));
    }
    CHECK(ids_of(linked_case(input)) == Ids{"organization:sturm-works", "person:ida-lund", "person:ola-berg"});
}

TEST_CASE("a tie to somebody is no calling: it tells no namesakes apart", "[graph][link]") {
    const IsCalling is_calling = [](std::string_view word) { return word == "chairman" || word == "partner"; };
    SampleCase input;
    for (const std::string text : {"Ida Lund, chairman of Sturm Works, spoke.", "Ola Berg, a partner of Ida Lund, left."}) {
        DocumentFacts facts = naming(text.substr(0, 3), {"Ida Lund"});
        facts.text = text;
        const auto at = static_cast<std::uint32_t>(text.find("Ida Lund"));
        facts.entities[0].mentions[0].span = {at, at + 8};
        input.profiles.push_back(profiles_of(facts, is_calling));
        input.facts.push_back(std::move(facts));
    }
    CHECK(ids_of(linked_case(input)) == Ids{"person:ida-lund"});
}
