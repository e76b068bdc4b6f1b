#include "graph/paths.hpp"

#include "tests/graph/graph_samples.hpp"
#include <catch2/catch.hpp>

#include <random>

using namespace actorgraph;
using samples::actor;
using samples::edge;

namespace {

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

/// Names of the actors on a path, joined by blanks.
std::string names_on(const CaseGraph& graph, const Path& path) {
    std::string names = path.empty() ? "" : graph.actors()[path.front().from].name;
    for (const Hop& hop : path) {
        names += " " + graph.actors()[hop.to].name;
    }
    return names;
}

Actor organization(const std::string& name) {
    Actor made = actor(name);
    made.type = "organization";
    return made;
}

ActorEdge edge_at(std::uint32_t source, std::uint32_t target, const std::string& from, const std::string& to) {
    ActorEdge made = edge(source, target);
    made.evidence.front().time = {from, to};
    return made;
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
    options.edges.with_denied = true;
    CHECK(shortest_path(graph, 0, 1, options).has_value());
}

TEST_CASE("of equally short paths contact comes before words, asserted before alleged", "[graph]") {
    ActorEdge alleged = edge(0, 2);
    alleged.modality = Modality::alleged;
    const CaseGraph graph({actor("a"), actor("party"), actor("friend"), actor("host"), actor("z")},
                          {edge(0, 1, "criticized"), edge(1, 4, "criticized"), alleged, edge(2, 4), edge(0, 3), edge(3, 4)});
    PathOptions options;
    options.count = 5;
    const auto paths = find_paths(graph, 0, 4, options);
    REQUIRE(paths.size() == 3);
    CHECK(names_on(graph, paths[0]) == "a host z");
    CHECK(names_on(graph, paths[1]) == "a friend z");
    CHECK(names_on(graph, paths[2]) == "a party z");
}

TEST_CASE("a path obeys what is asked of it", "[graph]") {
    const CaseGraph graph({actor("a"), organization("firm"), actor("friend"), actor("z"), actor("far")},
                          {edge(0, 1), edge(1, 3), edge(0, 2, "paid"), edge(2, 3, "paid"), edge(2, 4), edge(4, 3)});
    PathOptions options;
    options.avoid = {1};
    CHECK(names_on(graph, *shortest_path(graph, 0, 3, options)) == "a friend z");
    options = {};
    options.through = {"person"};
    CHECK(names_on(graph, *shortest_path(graph, 0, 3, options)) == "a friend z");
    options = {};
    options.via = {4};
    CHECK(names_on(graph, *shortest_path(graph, 0, 3, options)) == "a friend far z");
    options = {};
    options.edges.relations = {"paid"};
    CHECK(names_on(graph, *shortest_path(graph, 0, 3, options)) == "a friend z");
    options.most_hops = 1;
    CHECK_FALSE(shortest_path(graph, 0, 3, options).has_value());
    options = {};
    options.edges.min_sources = 2;
    CHECK_FALSE(shortest_path(graph, 0, 3, options).has_value());
}

TEST_CASE("a path holds at the time asked about", "[graph]") {
    const CaseGraph graph({actor("a"), actor("b"), actor("z")},
                          {edge_at(0, 2, "2010", "2012-05"), edge_at(0, 1, "2015", ""), edge_at(1, 2, "", "2020")});
    PathOptions options;
    options.edges.from = options.edges.to = "2016-03-01";
    CHECK(names_on(graph, *shortest_path(graph, 0, 2, options)) == "a b z");
    options.edges.from = options.edges.to = "2012-01";
    CHECK(names_on(graph, *shortest_path(graph, 0, 2, options)) == "a z");
    options.edges.from = options.edges.to = "2021";
    CHECK_FALSE(shortest_path(graph, 0, 2, options).has_value());
}

TEST_CASE("planned ties count only when any status does", "[graph]") {
    ActorEdge planned = edge(0, 1);
    planned.modality = Modality::planned;
    const CaseGraph graph({actor("a"), actor("b")}, {planned});
    PathOptions options;
    CHECK_FALSE(shortest_path(graph, 0, 1, options).has_value());
    options.edges.status = StatusFilter::any;
    CHECK(shortest_path(graph, 0, 1, options).has_value());
}

TEST_CASE("all shortest paths come, and none that is longer", "[graph]") {
    const CaseGraph graph({actor("a"), actor("b"), actor("c"), actor("z")},
                          {edge(0, 1), edge(1, 3), edge(0, 2), edge(2, 3), edge(1, 2)});
    PathOptions options;
    options.all_shortest = true;
    CHECK(find_paths(graph, 0, 3, options).size() == 2);
}

TEST_CASE("cheap steps let a longer chain of close ties come first", "[graph]") {
    ActorEdge weak = edge(0, 2, "criticized");
    weak.modality = Modality::alleged;
    ActorEdge close = edge(0, 1);
    ActorEdge other = edge(1, 2);
    close.sources = other.sources = 3;
    const CaseGraph graph({actor("a"), actor("b"), actor("z")}, {weak, close, other});
    PathOptions options;
    CHECK(names_on(graph, *shortest_path(graph, 0, 2, options)) == "a z");
    options.costs.step = 2;
    CHECK(names_on(graph, *shortest_path(graph, 0, 2, options)) == "a b z");
}
