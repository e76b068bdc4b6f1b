#include "export/read_graphml.hpp"

#include "export/graphml.hpp"
#include "tests/graph/graph_samples.hpp"
#include <catch2/catch.hpp>

#include <sstream>

using namespace actorgraph;
using samples::actor;
using samples::edge;

namespace {

std::string written(const CaseGraph& graph) {
    std::ostringstream out;
    write_graphml(graph, {}, out);
    return out.str();
}

std::string problem_of(const std::string& xml) {
    const auto read = read_graphml(xml, "g.graphml");
    return read ? "" : to_text(read.problems().front());
}

} // namespace

TEST_CASE("GraphML written, read and written again is equal", "[export][property]") {
    Actor ana = actor("Ana \"A\" <Reyes>");
    ana.aliases = {"Ana", "Reyes"};
    ana.mentions = 3;
    ActorEdge tie = edge(0, 1, "paid");
    tie.modality = Modality::alleged;
    tie.documents = {"a b.txt"};
    tie.first_reported = "2021-03-04";
    Evidence& evidence = tie.evidence.front();
    evidence.quote = "Line one\nline two & more";
    evidence.document = "a b.txt";
    evidence.start = 7;
    evidence.end = 31;
    evidence.rule = "paid.verb";
    evidence.speaker = "Ünal";
    const std::string first = written({{ana, actor("Bo")}, {tie, edge(1, 0)}});
    const auto again = read_graphml(first, "g.graphml");
    REQUIRE(again.ok());
    const Evidence& read = again.value().edges()[0].evidence.front();
    CHECK(read.document == "a b.txt");
    CHECK(read.start == 7);
    CHECK(read.end == 31);
    CHECK(read.rule == "paid.verb");
    std::string second = written(again.value());
    // The number of documents an actor stands in is all that GraphML keeps of them.
    CHECK(second == first);
}

TEST_CASE("a graph drawn in another program is understood", "[export]") {
    const auto read = read_graphml(
        "<graphml><key id=\"d0\" for=\"node\" attr.name=\"name\"/><graph edgedefault=\"undirected\">"
        "<node id=\"n1\"><data key=\"d0\">Ana Reyes</data></node><node id=\"person:bo\"/>"
        "<edge source=\"n1\" target=\"person:bo\" label=\"met_with [alleged]\"/><edge source=\"n1\" target=\"n1\"/>"
        "</graph></graphml>",
        "g.graphml");
    REQUIRE(read.ok());
    CHECK(read.value().actors()[0].name == "Ana Reyes");
    CHECK(read.value().actors()[1].type == "person");
    CHECK(read.value().edges()[0].relation == "met_with");
    CHECK(read.value().edges()[1].relation == "linked_to");
}

TEST_CASE("broken GraphML is refused with its line", "[export]") {
    CHECK(problem_of("<graphml>\n<graph>\n</graphml>").find("g.graphml:3") == 0);
    CHECK(problem_of("<graphml><graph><edge source=\"a\" target=\"b\"/></graph></graphml>").find("unknown node 'a'") !=
          std::string::npos);
    CHECK(problem_of("<graphml><graph><node id=\"a\"/><node id=\"a\"/></graph></graphml>").find("stands twice") !=
          std::string::npos);
    CHECK(problem_of("<graphml><graph><node/></graph></graphml>").find("a node has no id") != std::string::npos);
    CHECK(problem_of("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><graphml>&e;</graphml>").find("entities") !=
          std::string::npos);
    std::string deep;
    for (int i = 0; i < 500; ++i) {
        deep += "<a>";
    }
    CHECK(problem_of(deep).find("nested too deep") != std::string::npos);
    CHECK_FALSE(problem_of("").empty());
}
