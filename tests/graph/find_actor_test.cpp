#include "graph/find_actor.hpp"

#include "tests/graph/graph_samples.hpp"
#include <catch2/catch.hpp>

using namespace actorgraph;
using samples::actor;

TEST_CASE("names are found exactly, by word, and suggested when misspelt", "[graph]") {
    const CaseGraph graph({actor("Ana Reyes"), actor("Bo Reyes"), actor("Cy Holm")}, {});
    CHECK(find_actor(graph, "cy holm").actors == std::vector<std::uint32_t>{2});
    CHECK(find_actor(graph, "Holm").actors == std::vector<std::uint32_t>{2});
    CHECK(find_actor(graph, "Reyes").actors.size() == 2);
    CHECK(find_actor(graph, "Cy Hulm").suggestions == std::vector<std::string>{"Cy Holm"});
}

TEST_CASE("accents and case of a name do not count", "[graph]") {
    const CaseGraph graph({actor("José Nuñez"), actor("ŁUKASZ Öz")}, {});
    CHECK(find_actor(graph, "jose nunez").actors == std::vector<std::uint32_t>{0});
    CHECK(find_actor(graph, "OZ").actors == std::vector<std::uint32_t>{1});
}

TEST_CASE("a search lists whole names first and typing errors last", "[graph]") {
    const CaseGraph graph({actor("Anna Reyes"), actor("Ana"), actor("Diana Holm"), actor("Ana Holm"), actor("Reyez")}, {});
    CHECK(search_actors(graph, "ana", 10) == std::vector<std::uint32_t>{1, 3, 2});
    CHECK(search_actors(graph, "ana", 1) == std::vector<std::uint32_t>{1});
    CHECK(search_actors(graph, "reyes", 10) == std::vector<std::uint32_t>{0, 4});
    CHECK(search_actors(graph, "", 10).empty());
}
