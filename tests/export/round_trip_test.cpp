#include "export/facts_line.hpp"
#include "export/node_link.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace actorgraph;

namespace {

CaseGraph sample() {
    Actor ana;
    ana.id = "person:ana-reyes";
    ana.name = "Ana Reyes";
    ana.type = "person";
    ana.aliases = {"Reyes"};
    ana.documents = {"a.txt"};
    ana.mentions = 3;
    Actor handle;
    handle.id = "account:handle:anareyes";
    handle.name = "@anareyes";
    handle.type = "account";
    handle.account = Account{"handle", "twitter", "anareyes"};
    ActorEdge edge;
    edge.source = 0;
    edge.target = 1;
    edge.relation = "operates_account";
    edge.modality = Modality::alleged;
    edge.documents = {"a.txt"};
    edge.sources = 1;
    edge.denials = 1;
    Evidence evidence;
    evidence.document = "a.txt";
    evidence.quote = "Ünal says Ana Reyes runs @anareyes.";
    evidence.end = 35;
    evidence.speaker = "Ünal";
    evidence.time = {"2016-09", "2017-07"};
    evidence.confidence = 0.72;
    edge.evidence.push_back(evidence);
    ActorEdge denied = edge;
    denied.modality = Modality::denied;
    return {{ana, handle}, {edge, denied}};
}

std::string written(const CaseGraph& graph) {
    std::ostringstream out;
    ExportOptions options;
    options.with_denied = true;
    write_node_link(graph, options, out);
    return out.str();
}

} // namespace

TEST_CASE("a graph written and read back is equal", "[export][property]") {
    const std::string first = written(sample());
    const auto again = read_node_link(first, "graph.json");
    REQUIRE(again.ok());
    CHECK(written(again.value()) == first);
}

TEST_CASE("a relation of any wording is read back as it stands, a kind loses its status", "[export]") {
    const auto relation_of = [](const std::string& field) {
        const auto graph = read_node_link(R"({"nodes":[{"id":"a"},{"id":"b"}],"edges":[{"source":"a","target":"b",)" +
                                              field + "}]}",
                                          "graph.json");
        REQUIRE(graph.ok());
        const std::string once = written(graph.value());
        CHECK(written(read_node_link(once, "graph.json").value()) == once);
        return graph.value().edges().at(0).relation;
    };
    CHECK(relation_of(R"("relation":"paid [in part]")") == "paid [in part]");
    CHECK(relation_of(R"("relation":"12")") == "12");
    CHECK(relation_of(R"("kind":"met_with [denied]")") == "met_with");
    CHECK(relation_of(R"("key":"0")") == "linked_to");
    CHECK(relation_of(R"("kind":" [denied]")") == "linked_to");
}

TEST_CASE("a broken graph file is refused with its fault", "[export]") {
    const auto message = [](std::string_view text) {
        const auto read = read_node_link(text, "g.json");
        return read.ok() ? "" : read.problems().front().message;
    };
    CHECK(message("{") == "this is no JSON, the fault is at byte 2");
    CHECK(message("[]") == "the JSON has no \"nodes\" and \"edges\"");
    CHECK(message(R"({"nodes":[{"id":"a"}],"edges":[{"source":"a","target":"b"}]})") ==
          "edge 1 joins a node that is not in the file");
    CHECK(message(R"({"nodes":[{"id":"a"},{"id":"a"}],"edges":[]})") ==
          "node 2 has no id or one used before");
    CHECK(message(std::string(100000, '[')) == "the JSON is nested deeper than 64 levels");
}

TEST_CASE("node-link JSON of another program becomes a case", "[export]") {
    const auto read = read_node_link(R"({"nodes":[{"id":7,"label":"Ana"},{"id":"x","name":"Bo","type":"person"}],
        "links":[{"source":7,"target":"x","key":0},{"source":"x","target":7,"label":"paid [alleged]","quote":"So."}]})",
                                     "g.json");
    REQUIRE(read.ok());
    const CaseGraph& graph = read.value();
    CHECK(graph.actors()[0].name == "Ana");
    CHECK(graph.actors()[0].type == "organization");
    CHECK(graph.actors()[1].type == "person");
    CHECK(graph.edges()[0].relation == "linked_to");
    CHECK(graph.edges()[0].evidence.front().document == "g.json");
    CHECK(graph.edges()[1].relation == "paid");
    CHECK(graph.edges()[1].evidence.front().quote == "So.");
}

TEST_CASE("a facts line written and read back is equal", "[export][property]") {
    DocumentFacts facts;
    facts.id = "a.txt";
    facts.sha256 = "00";
    facts.date = "2023-03-14";
    facts.text = "«Ünal» met Bo.";
    facts.skipped.push_back({{0, 2}, "credit"});
    Entity unal;
    unal.type = "person";
    unal.name = "Ünal";
    unal.gender = "male";
    unal.mentions.push_back({{2, 7}, MentionForm::name, {"x"}});
    Entity bo = unal;
    bo.name = "Bo";
    bo.mentions[0].span = {14, 16};
    bo.account = Account{"email", "", "bo@example.org"};
    facts.entities = {unal, bo};
    Claim claim;
    claim.relation = "met_with";
    claim.target = 1;
    claim.polarity = Polarity::negated;
    claim.modality = Modality::planned;
    claim.speaker = 1;
    claim.time = {"2016", ""};
    claim.evidence = {0, 17};
    claim.quote = facts.text;
    claim.rule = "met_with.verb";
    claim.reasons = {"cue: negation.not"};
    claim.confidence = 0.5;
    facts.claims.push_back(claim);
    std::ostringstream first;
    write_facts_line(facts, first);
    const auto again = read_facts_line(first.str(), "f.jsonl", 1);
    REQUIRE(again.ok());
    std::ostringstream second;
    write_facts_line(again.value(), second);
    CHECK(second.str() == first.str());
    CHECK(again.value().entities[0].mentions[0].span == Span{2, 7});
    CHECK_FALSE(read_facts_line("{\"version\":2}", "f.jsonl", 7).ok());
    CHECK(read_facts_line("{\"version\":2}", "f.jsonl", 7).problems().front().line == 7);
}

TEST_CASE("a facts line without text keeps its offsets", "[export]") {
    const std::string line =
        R"({"version":1,"id":"a","sha256":"00","text":"","skipped":[[7,9,"caption"]],"entities":[)"
        R"({"id":"e1","type":"person","name":"Ana","mentions":[{"start":70,"end":73,"form":"name"}]}],"claims":[]})";
    const Result<DocumentFacts> facts = read_facts_line(line, "a.jsonl", 1);
    REQUIRE(facts.ok());
    std::ostringstream out;
    write_facts_line(facts.value(), out);
    CHECK(out.str().find("\"skipped\":[[7,9,\"caption\"]]") != std::string::npos);
    CHECK(out.str().find("\"start\":70,\"end\":73") != std::string::npos);
}
