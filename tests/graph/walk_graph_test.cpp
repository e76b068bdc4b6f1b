#include "graph/walk_graph.hpp"

#include "graph/measures.hpp"
#include "graph/path_search.hpp"
#include "graph/walk_graph_boost.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <catch2/catch.hpp>

#include <functional>
#include <numeric>
#include <random>
#include <set>

using namespace actorgraph;

namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<WalkGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<WalkGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<WalkGraph>));

WalkGraph random_walk_graph(std::mt19937& random, std::uint32_t vertices, std::size_t ties) {
    std::uniform_int_distribution<std::uint32_t> vertex(0, vertices - 1);
    std::uniform_int_distribution<std::uint32_t> cost(1, 9);
    std::vector<WalkTie> made;
    for (std::uint32_t e = 0; e < ties; ++e) {
        made.push_back({vertex(random), vertex(random), cost(random), e});
    }
    return {vertices, std::move(made)};
}

/// Every chain without repeats between two vertices, by plain recursion.
std::vector<Chain> every_chain(const WalkGraph& graph, std::uint32_t from, std::uint32_t to) {
    std::vector<Chain> found;
    Chain chain{{from}, 0};
    std::vector<bool> is_used(graph.vertices(), false);
    is_used[from] = true;
    const std::function<void()> extend = [&] {
        const std::uint32_t at = chain.vertices.back();
        if (at == to) {
            found.push_back(chain);
            return;
        }
        for (std::uint32_t h = graph.first(at); h < graph.end(at); ++h) {
            const std::uint32_t next = graph.target(h);
            if (is_used[next]) {
                continue;
            }
            is_used[next] = true;
            chain.vertices.push_back(next);
            chain.cost += graph.cost(h);
            extend();
            chain.cost -= graph.cost(h);
            chain.vertices.pop_back();
            is_used[next] = false;
        }
    };
    extend();
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint64_t> costs_of(const std::vector<Chain>& chains) {
    std::vector<std::uint64_t> costs;
    for (const Chain& chain : chains) {
        costs.push_back(chain.cost);
    }
    return costs;
}

} // namespace

TEST_CASE("a walk graph keeps pairs once and their ties cheapest first", "[graph]") {
    const WalkGraph graph(3, {{1, 0, 5, 0}, {0, 1, 2, 1}, {2, 1, 1, 2}, {2, 2, 1, 3}});
    CHECK(graph.half_edges() == 4);
    CHECK(graph.degree(1) == 2);
    const std::uint32_t pair = graph.half_edge(0, 1);
    REQUIRE(pair != WalkGraph::none);
    CHECK(graph.cost(pair) == 2);
    const auto edges = graph.edges(pair);
    CHECK(std::vector<std::uint32_t>(edges.begin(), edges.end()) == std::vector<std::uint32_t>{1, 0});
    CHECK(graph.half_edge(0, 2) == WalkGraph::none);
    CHECK(WalkGraph(0, {}).vertices() == 0);
}

TEST_CASE("distances are those of Boost's own searches", "[graph][property]") {
    std::mt19937 random(11);
    for (int round = 0; round < 1000; ++round) {
        const WalkGraph graph = random_walk_graph(random, 14, 6 + static_cast<std::size_t>(round % 30));
        PathSearch search(graph);
        std::vector<std::uint32_t> cheapest(graph.vertices());
        boost::dijkstra_shortest_paths(graph, 0U,
                                       boost::distance_map(boost::make_iterator_property_map(
                                           cheapest.begin(), get(boost::vertex_index, graph))));
        std::vector<std::size_t> steps(graph.vertices(), 0);
        boost::breadth_first_search(graph, 0U,
                                    boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                        boost::make_iterator_property_map(steps.begin(), get(boost::vertex_index, graph)),
                                        boost::on_tree_edge()))));
        for (std::uint32_t to = 1; to < graph.vertices(); ++to) {
            const bool is_connected = cheapest[to] != std::numeric_limits<std::uint32_t>::max();
            const auto chain = search.cheapest(0, to);
            const auto fewest = search.fewest_steps(0, to);
            REQUIRE(chain.has_value() == is_connected);
            REQUIRE(fewest.has_value() == is_connected);
            if (is_connected) {
                CHECK(chain->cost == cheapest[to]);
                CHECK(fewest->size() == steps[to] + 1);
            }
        }
    }
}

TEST_CASE("the k cheapest chains are the first of all chains", "[graph][property]") {
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        const WalkGraph graph = random_walk_graph(random, 7, 12);
        PathSearch search(graph);
        auto all = every_chain(graph, 0, 6);
        const auto found = search.cheapest_chains(0, 6, 5);
        CHECK(found.size() == std::min<std::size_t>(5, all.size()));
        all.resize(found.size());
        CHECK(costs_of(found) == costs_of(all));
        for (const Chain& chain : found) {
            CHECK(std::set<std::uint32_t>(chain.vertices.begin(), chain.vertices.end()).size() == chain.vertices.size());
        }
    }
}

TEST_CASE("all shortest chains are found, each once", "[graph][property]") {
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        const WalkGraph graph = random_walk_graph(random, 8, 14);
        auto all = every_chain(graph, 0, 7);
        std::size_t fewest = 100;
        for (const Chain& chain : all) {
            fewest = std::min(fewest, chain.vertices.size());
        }
        std::erase_if(all, [&](const Chain& chain) { return chain.vertices.size() != fewest; });
        CHECK(PathSearch(graph).all_shortest(0, 7, 1000) == all);
    }
}

TEST_CASE("betweenness is what Boost finds on the same pairs", "[graph][property]") {
    std::mt19937 random(17);
    for (int round = 0; round < 50; ++round) {
        const WalkGraph graph = random_walk_graph(random, 15, 25);
        boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> same(graph.vertices());
        for (std::uint32_t v = 0; v < graph.vertices(); ++v) {
            for (std::uint32_t h = graph.first(v); h < graph.end(v); ++h) {
                if (v < graph.target(h)) {
                    boost::add_edge(v, graph.target(h), same);
                }
            }
        }
        std::vector<double> expected(graph.vertices(), 0.0);
        boost::brandes_betweenness_centrality(
            same, boost::make_iterator_property_map(expected.begin(), get(boost::vertex_index, same)));
        const auto found = betweenness(graph);
        for (std::size_t v = 0; v < expected.size(); ++v) {
            CHECK(found[v] == Approx(expected[v]).margin(1e-9));
        }
    }
}

TEST_CASE("without a bridge its ends fall apart, without another tie they do not", "[graph][property]") {
    std::mt19937 random(23);
    for (int round = 0; round < 200; ++round) {
        std::vector<WalkTie> ties;
        std::uniform_int_distribution<std::uint32_t> vertex(0, 9);
        for (std::uint32_t e = 0; e < 12; ++e) {
            ties.push_back({vertex(random), vertex(random), 1, e});
        }
        const auto found = bridges(WalkGraph(10, ties));
        for (std::size_t left_out = 0; left_out < ties.size(); ++left_out) {
            const WalkTie tie = ties[left_out];
            std::vector<WalkTie> rest = ties;
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
            const bool falls_apart = tie.a != tie.b && !PathSearch(WalkGraph(10, rest)).fewest_steps(tie.a, tie.b);
            const std::pair pair{std::min(tie.a, tie.b), std::max(tie.a, tie.b)};
            CHECK(falls_apart == (std::find(found.begin(), found.end(), pair) != found.end()));
        }
    }
}

TEST_CASE("two cliques with one tie between them are two communities", "[graph]") {
    std::vector<WalkTie> ties;
    for (std::uint32_t a = 0; a < 5; ++a) {
        for (std::uint32_t b = a + 1; b < 5; ++b) {
            ties.push_back({a, b, 1, 0});
            ties.push_back({a + 5, b + 5, 1, 0});
        }
    }
    ties.push_back({0, 5, 1, 0});
    const WalkGraph graph(10, ties);
    const auto groups = communities(graph);
    CHECK(groups == std::vector<std::uint32_t>{0, 0, 0, 0, 0, 1, 1, 1, 1, 1});
    CHECK(modularity(graph, groups) > modularity(graph, std::vector<std::uint32_t>(10, 0)));
    CHECK(modularity(graph, std::vector<std::uint32_t>(10, 0)) == Approx(0.0).margin(1e-12));
}

TEST_CASE("components are numbered by size", "[graph]") {
    const WalkGraph graph(6, {{1, 2, 1, 0}, {2, 3, 1, 1}, {4, 5, 1, 2}});
    CHECK(components(graph) == std::vector<std::uint32_t>{2, 0, 0, 0, 1, 1});
}
