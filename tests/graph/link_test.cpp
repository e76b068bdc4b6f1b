#include "graph/link.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace actorgraph;

namespace {

Entity entity(const std::string& type, const std::string& name,
              std::vector<std::string> aliases = {}) {
    Entity made;
    made.type = type;
    made.name = name;
    made.aliases = std::move(aliases);
    made.mentions.push_back({{0, 1}, MentionForm::name, {}});
    return made;
}

DocumentFacts document(const std::string& id, std::vector<Entity> entities, const std::string& quote,
                       Modality modality = Modality::reported) {
    DocumentFacts facts;
    facts.id = id;
    facts.date = "2023-03-14";
    facts.entities = std::move(entities);
    Claim claim;
    claim.relation = "met_with";
    claim.source = 0;
    claim.target = 1;
    claim.modality = modality;
    claim.quote = quote;
    claim.rule = "met_with.verb";
    facts.claims.push_back(claim);
    return facts;
}

CaseGraph linked(const std::vector<DocumentFacts>& facts) {
    return link({facts, {}}, [](std::string_view relation) { return relation == "met_with"; });
}

} // namespace

TEST_CASE("a surname of one document joins the only full name of the case", "[graph][link]") {
    const CaseGraph graph =
        linked({document("a", {entity("person", "Ana Reyes"), entity("person", "Bo Li")}, "x"),
                document("b", {entity("person", "Reyes"), entity("person", "Bo Li")}, "y")});
    REQUIRE(graph.actors().size() == 2);
    REQUIRE(graph.edges().size() == 1);
    CHECK(graph.edges()[0].sources == 2);
    CHECK(graph.edges()[0].documents == std::vector<std::string>{"a", "b"});
}

TEST_CASE("two namesakes leave a surname alone", "[graph][link]") {
    const CaseGraph graph = linked(
        {document("a", {entity("person", "Max Brandt"), entity("person", "Karl Brandt")}, "x"),
         document("b", {entity("person", "Brandt"), entity("person", "Bo Li")}, "y")});
    CHECK(graph.actors().size() == 4);
}

TEST_CASE("Jr is somebody else, whoever is called so in short", "[graph][link]") {
    const CaseGraph graph = linked(
        {document("a", {entity("person", "Karl Brandt Jr."), entity("person", "Karl Brandt")}, "x"),
         document("b", {entity("person", "Brandt Jr"), entity("person", "Bo Li")}, "y"),
         document("c", {entity("person", "Brandt"), entity("person", "Bo Li")}, "z")});
    CHECK(graph.actors().size() == 3);
    CHECK(graph.edges().size() == 3);
}

TEST_CASE("a shared wording counts as one source", "[graph][link]") {
    const std::string copy = "the minister met the banker in the old harbour office on Monday night";
    const CaseGraph graph = linked(
        {document("a", {entity("person", "Ana Reyes"), entity("person", "Bo Li")}, copy),
         document("b", {entity("person", "Ana Reyes"), entity("person", "Bo Li")}, "Yes: " + copy)});
    REQUIRE(graph.edges().size() == 1);
    CHECK(graph.edges()[0].sources == 1);
    CHECK(graph.edges()[0].evidence.size() == 2);
}

TEST_CASE("a denial stands beside the report", "[graph][link]") {
    const CaseGraph graph = linked(
        {document("a", {entity("person", "Ana Reyes"), entity("person", "Bo Li")}, "x"),
         document("b", {entity("person", "Ana Reyes"), entity("person", "Bo Li")}, "no",
                  Modality::denied)});
    REQUIRE(graph.edges().size() == 2);
    CHECK(std::all_of(graph.edges().begin(), graph.edges().end(),
                      [](const ActorEdge& e) { return e.denials == 1; }));
    CHECK(kind_of(graph.edges()[1]) == "met_with [denied]");
}

TEST_CASE("the order of documents changes nothing", "[graph][link][property]") {
    std::vector<DocumentFacts> facts{
        document("c", {entity("person", "Ana Reyes"), entity("organization", "Tidewatch")}, "one"),
        document("a", {entity("person", "Reyes"), entity("person", "Bo Li")}, "two"),
        document("b", {entity("person", "Bo Li"), entity("person", "Ana Reyes")}, "three")};
    const CaseGraph first = linked(facts);
    std::reverse(facts.begin(), facts.end());
    const CaseGraph second = linked(facts);
    REQUIRE(first.actors().size() == second.actors().size());
    for (std::size_t i = 0; i < first.actors().size(); ++i) {
        CHECK(first.actors()[i].id == second.actors()[i].id);
    }
    REQUIRE(first.edges().size() == second.edges().size());
    for (std::size_t i = 0; i < first.edges().size(); ++i) {
        CHECK(first.edges()[i].source == second.edges()[i].source);
        CHECK(first.edges()[i].evidence.front().quote == second.edges()[i].evidence.front().quote);
    }
}

TEST_CASE("copies of one article are one source, however each sentence was understood", "[graph][link]") {
    const std::string text = "The harbour board sold the north quay to Tidewatch for 14 million euros. "
                             "Ana Reyes met Bo Li in Kelm twice before. Nobody else had made an offer.";
    auto first = document("a", {entity("person", "Ana Reyes"), entity("person", "Bo Li")}, "Ana Reyes met Bo Li");
    auto copy = document("b", {entity("person", "Ana Reyes"), entity("person", "Bo Li")}, "another sentence");
    auto other = document("c", {entity("person", "Ana Reyes"), entity("person", "Bo Li")}, "a third sentence");
    first.text = text;
    copy.text = text + " More follows.";
    other.text = "Reyes and Li are said to have been seen together in the summer.";
    const CaseGraph graph = linked({first, copy, other});
    REQUIRE(graph.edges().size() == 1);
    CHECK(graph.edges()[0].evidence.size() == 3);
    CHECK(graph.edges()[0].sources == 2);
}
