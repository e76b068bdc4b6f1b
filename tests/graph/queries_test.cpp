#include "graph/queries.hpp"

#include "graph/case_graph_boost.hpp"
#include "graph/measures.hpp"
#include "tests/graph/graph_samples.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <catch2/catch.hpp>

#include <numeric>

using namespace actorgraph;
using samples::actor;
using samples::edge;

namespace {

BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<CaseGraph>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<CaseGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<CaseGraph>));

} // namespace

TEST_CASE("Boost's own algorithms run on a case graph", "[graph]") {
    const CaseGraph graph({actor("a"), actor("b"), actor("c")}, {edge(0, 1), edge(1, 2)});
    std::vector<boost::default_color_type> colour(3);
    std::size_t examined = 0;
    struct Count : boost::default_bfs_visitor {
        std::size_t* count;
        explicit Count(std::size_t* c) : count(c) {}
        void examine_edge(CaseEdge, const CaseGraph&) const { ++*count; }
    };
    boost::breadth_first_search(graph, 0U, boost::visitor(Count(&examined)));
    CHECK(examined == 2);
}

TEST_CASE("page rank sums to one and favours the hub", "[graph]") {
    const CaseGraph graph({actor("hub"), actor("a"), actor("b"), actor("alone")},
                          {edge(1, 0), edge(2, 0)});
    const auto rank = page_rank(graph);
    CHECK(std::accumulate(rank.begin(), rank.end(), 0.0) == Approx(1.0));
    CHECK(rank[0] > rank[1]);
    CHECK(rank[1] > rank[3]);
    CHECK(degrees(graph) == std::vector<std::uint32_t>{2, 1, 1, 0});
}

TEST_CASE("neighbours stand once, those with most edges first", "[graph]") {
    const CaseGraph graph({actor("a"), actor("b"), actor("c")},
                          {edge(0, 1), edge(2, 0), edge(0, 2, "paid"), edge(0, 0)});
    const auto found = neighbours(graph, 0);
    REQUIRE(found.size() == 2);
    CHECK(found[0].actor == 2);
    CHECK(found[0].edges.size() == 2);
}

TEST_CASE("neighbours two steps away name the edges that reach them", "[graph]") {
    const CaseGraph graph({actor("a"), actor("b"), actor("c"), actor("d")}, {edge(0, 1), edge(1, 2), edge(2, 3)});
    const auto found = neighbours(graph, 0, {}, 2);
    REQUIRE(found.size() == 2);
    CHECK(found[1].actor == 2);
    CHECK(found[1].depth == 2);
    CHECK(found[1].edges == std::vector<std::uint32_t>{1});
}

TEST_CASE("common neighbours have an edge with both", "[graph]") {
    const CaseGraph graph({actor("a"), actor("b"), actor("both"), actor("one")},
                          {edge(0, 2), edge(2, 1), edge(0, 3), edge(0, 1)});
    const auto found = common_neighbours(graph, 0, 1);
    REQUIRE(found.size() == 1);
    CHECK(found[0].actor == 2);
    CHECK(found[0].second == std::vector<std::uint32_t>{1});
}

TEST_CASE("between two actors asserted edges stand before alleged and denied ones", "[graph]") {
    ActorEdge denied = edge(0, 1, "paid");
    denied.modality = Modality::denied;
    ActorEdge alleged = edge(1, 0, "paid");
    alleged.modality = Modality::alleged;
    const CaseGraph graph({actor("a"), actor("b")}, {denied, alleged, edge(0, 1)});
    CHECK(edges_between(graph, 0, 1) == std::vector<std::uint32_t>{2, 1, 0});
    EdgeFilter filter;
    filter.with_denied = false;
    CHECK(edges_between(graph, 0, 1, filter).size() == 2);
}

TEST_CASE("a time line runs by event, then by report, undated last", "[graph]") {
    ActorEdge late = edge(0, 1);
    late.evidence.front().date = "2020-05-01";
    ActorEdge early = edge(0, 1, "paid");
    early.evidence.front().date = "2021-01-01";
    early.evidence.front().time.from = "2019";
    const CaseGraph graph({actor("a"), actor("b")}, {edge(0, 1), late, early});
    const auto moments = timeline(graph, edges_of(graph, 0));
    REQUIRE(moments.size() == 3);
    CHECK(moments[0].edge == 2);
    CHECK(moments[0].is_event);
    CHECK(moments[1].when == "2020-05-01");
    CHECK(moments[2].when.empty());
}

TEST_CASE("news are edges and actors that were not reported before", "[graph]") {
    ActorEdge old = edge(0, 1);
    old.first_reported = "2020-01-01";
    ActorEdge fresh = edge(1, 2);
    fresh.first_reported = "2020-03-01";
    ActorEdge later = edge(2, 3);
    later.first_reported = "2020-09-01";
    const CaseGraph graph({actor("a"), actor("b"), actor("c"), actor("d")}, {old, fresh, later});
    const News found = news(graph, "2020-02", "2020-06");
    CHECK(found.edges == std::vector<std::uint32_t>{1});
    CHECK(found.actors == std::vector<std::uint32_t>{2});
}
