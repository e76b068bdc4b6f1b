#include "graph/queries.hpp"

#include "graph/case_graph_boost.hpp"
#include "graph/measures.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <catch2/catch.hpp>

#include <numeric>
#include <random>

using namespace actorgraph;

namespace {

BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<CaseGraph>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<CaseGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<CaseGraph>));

Actor actor(const std::string& name) {
    Actor made;
    made.id = "person:" + name;
    made.name = name;
    made.type = "person";
    return made;
}

ActorEdge edge(std::uint32_t source, std::uint32_t target, const std::string& relation = "met_with") {
    ActorEdge made;
    made.source = source;
    made.target = target;
    made.relation = relation;
    Evidence evidence;
    evidence.quote = "…";
    made.evidence.push_back(evidence);
    made.sources = 1;
    return made;
}

CaseGraph random_graph(std::mt19937& random, std::uint32_t actors, std::size_t edges) {
    std::vector<Actor> a;
    for (std::uint32_t i = 0; i < actors; ++i) {
        a.push_back(actor("n" + std::to_string(i)));
    }
    std::uniform_int_distribution<std::uint32_t> pick(0, actors - 1);
    std::vector<ActorEdge> e;
    for (std::size_t i = 0; i < edges; ++i) {
        e.push_back(edge(pick(random), pick(random)));
    }
    return {std::move(a), std::move(e)};
}

/// Hops from `from` to every actor, direction ignored, by the plainest relaxation there is.
std::vector<std::size_t> slow_distances(const CaseGraph& graph, std::uint32_t from) {
    std::vector<std::size_t> distance(graph.actors().size(), 1000);
    distance[from] = 0;
    for (std::size_t round = 0; round < graph.actors().size(); ++round) {
        for (const ActorEdge& e : graph.edges()) {
            distance[e.target] = std::min(distance[e.target], distance[e.source] + 1);
            distance[e.source] = std::min(distance[e.source], distance[e.target] + 1);
        }
    }
    return distance;
}

} // namespace

TEST_CASE("a shortest path is as short as a slow search finds", "[graph][property]") {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const CaseGraph graph = random_graph(random, 12, 4 + static_cast<std::size_t>(round % 14));
        const auto expected = slow_distances(graph, 0);
        for (std::uint32_t to = 0; to < 12; ++to) {
            const auto path = shortest_path(graph, 0, to);
            REQUIRE(path.has_value() == (expected[to] < 1000));
            if (path) {
                CHECK(path->size() == expected[to]);
                std::uint32_t at = 0;
                for (const Hop& hop : *path) {
                    CHECK(hop.from == at);
                    CHECK_FALSE(hop.edges.empty());
                    at = hop.to;
                }
                CHECK(at == to);
            }
        }
    }
}

TEST_CASE("denied edges and places are no hops", "[graph]") {
    ActorEdge denied = edge(0, 1);
    denied.modality = Modality::denied;
    const CaseGraph graph({actor("a"), actor("b"), actor("c")},
                          {denied, edge(0, 2, "located_in"), edge(1, 2, "located_in")});
    CHECK_FALSE(shortest_path(graph, 0, 1).has_value());
    PathOptions options;
    options.with_denied = true;
    CHECK(shortest_path(graph, 0, 1, options).has_value());
}

TEST_CASE("names are found exactly, by word, and suggested when misspelt", "[graph]") {
    const CaseGraph graph({actor("Ana Reyes"), actor("Bo Reyes"), actor("Cy Holm")}, {});
    CHECK(find_actor(graph, "cy holm").actors == std::vector<std::uint32_t>{2});
    CHECK(find_actor(graph, "Holm").actors == std::vector<std::uint32_t>{2});
    CHECK(find_actor(graph, "Reyes").actors.size() == 2);
    CHECK(find_actor(graph, "Cy Hulm").suggestions == std::vector<std::string>{"Cy Holm"});
}

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
