#include "graph/subgraph.hpp"

#include "tests/graph/graph_samples.hpp"
#include <catch2/catch.hpp>

using namespace actorgraph;
using samples::actor;
using samples::edge;

namespace {

CaseGraph chain() {
    return {{actor("a"), actor("b"), actor("c"), actor("d"), actor("idle")},
            {edge(0, 1), edge(1, 2, "paid"), edge(2, 3), edge(1, 3)}};
}

} // namespace

TEST_CASE("around an actor only who is near is kept", "[graph]") {
    SubgraphOptions options;
    options.around = {0};
    CHECK(subgraph(chain(), options).actors().size() == 2);
    options.depth = 2;
    const CaseGraph near = subgraph(chain(), options);
    CHECK(near.actors().size() == 4);
    CHECK(near.edges().size() == 4);
}

TEST_CASE("edges keep their ends when actors before them go", "[graph]") {
    SubgraphOptions options;
    options.edges.relations = {"paid"};
    options.with_idle = false;
    const CaseGraph part = subgraph(chain(), options);
    REQUIRE(part.actors().size() == 2);
    REQUIRE(part.edges().size() == 1);
    CHECK(part.actors()[part.edges()[0].source].name == "b");
    CHECK(part.actors()[part.edges()[0].target].name == "c");
}

TEST_CASE("the top actors are those of highest rank", "[graph]") {
    SubgraphOptions options;
    options.top = 2;
    const CaseGraph part = subgraph(chain(), options);
    REQUIRE(part.actors().size() == 2);
    CHECK(part.actors()[0].name == "b");
}

TEST_CASE("a denied tie brings nobody near unless asked", "[graph]") {
    ActorEdge denied = edge(0, 1);
    denied.modality = Modality::denied;
    const CaseGraph graph{{actor("a"), actor("b")}, {denied}};
    SubgraphOptions options;
    options.around = {0};
    CHECK(subgraph(graph, options).actors().size() == 1);
    options.reaches_over_denied = true;
    CHECK(subgraph(graph, options).actors().size() == 2);
}

TEST_CASE("who is asked about stays even when no edge is kept", "[graph]") {
    SubgraphOptions options;
    options.around = {4};
    options.with_idle = false;
    REQUIRE(subgraph(chain(), options).actors().size() == 1);
}
