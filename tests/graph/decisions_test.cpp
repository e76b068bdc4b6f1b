#include "graph/link/why_same.hpp"
#include "tests/graph/link_samples.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace actorgraph;

namespace {

using Ids = std::vector<std::string>;

SampleCase three() {
    SampleCase input;
    input.facts = {naming("a", {"Ana Reyes"}), naming("b", {"Anna Reis"}), naming("c", {"A. M. Reyes"})};
    return input;
}

const std::vector<std::string> ana{"person:ana reyes"};
const std::vector<std::string> anna{"person:anna reis"};
const std::vector<std::string> am{"person:a m reyes"};

} // namespace

TEST_CASE("a decision joins, and its undoing gives back what was", "[graph][link][decisions]") {
    SampleCase input = three();
    const Ids before = ids_of(linked_case(input));
    REQUIRE(before.size() == 3);
    input.decisions = {decided(DecisionKind::same, ana, anna)};
    const LinkedCase linked = linked_case(input);
    CHECK(ids_of(linked) == Ids{"person:a-m-reyes", "person:ana-reyes"});
    CHECK(linked.graph.actors()[1].aliases == Ids{"Anna Reis"});
    input.decisions[0].undone_by = 2;
    CHECK(ids_of(linked_case(input)) == before);
}

TEST_CASE("what is kept apart is not joined by way of a third, in whatever order it was said",
          "[graph][link][decisions]") {
    std::vector<Decision> decisions{decided(DecisionKind::same, ana, anna, 1), decided(DecisionKind::different, anna, am, 2),
                                    decided(DecisionKind::same, ana, am, 3)};
    std::vector<int> order{0, 1, 2};
    do {
        SampleCase input = three();
        for (const int i : order) {
            input.decisions.push_back(decisions[static_cast<std::size_t>(i)]);
        }
        const LinkedCase linked = linked_case(input);
        CHECK(linked.graph.actors().size() == 2);
        CHECK(std::count(linked.who.states.begin(), linked.who.states.end(), DecisionState::overruled) == 1);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("one name of two documents can be told apart", "[graph][link][decisions]") {
    SampleCase input;
    input.facts = {naming("a", {"Tom Reed"}), naming("b", {"Tom Reed"}), naming("c", {"Tom Reed"})};
    input.decisions = {decided(DecisionKind::different, {"person:tom reed @ a"}, {"person:tom reed @ b"})};
    const LinkedCase linked = linked_case(input);
    CHECK(ids_of(linked) == Ids{"person:tom-reed", "person:tom-reed-2"});
    CHECK(linked.graph.actors()[0].documents == Ids{"a", "c"});
}

TEST_CASE("a decision on a name that no document has is idle until one has", "[graph][link][decisions]") {
    SampleCase input = three();
    input.decisions = {decided(DecisionKind::same, ana, {"person:zoe reyes"})};
    CHECK(linked_case(input).who.states == std::vector{DecisionState::idle});
    input.facts.push_back(naming("d", {"Zoe Reyes"}));
    const LinkedCase linked = linked_case(input);
    CHECK(linked.who.states == std::vector{DecisionState::holds});
    CHECK(linked.graph.actors().size() == 3);
}

TEST_CASE("actors are renamed and retyped", "[graph][link][decisions]") {
    SampleCase input = three();
    input.decisions = {decided(DecisionKind::rename, ana, {}), decided(DecisionKind::type, anna, {}, 2)};
    input.decisions[0].text = "Ana María Reyes";
    input.decisions[1].text = "organization";
    const LinkedCase linked = linked_case(input);
    REQUIRE(ids_of(linked) == Ids{"person:a-m-reyes", "person:ana-reyes", "organization:anna-reis"});
    CHECK(linked.graph.actors()[1].name == "Ana María Reyes");
    CHECK(linked.graph.actors()[1].aliases == Ids{"Ana Reyes"});
    CHECK(linked.graph.actors()[2].type == "organization");
}

TEST_CASE("every merge tells its chain of reasons, every refusal its reason", "[graph][link][decisions]") {
    SampleCase input = three();
    input.facts.push_back(naming("d", {"Reis"}));
    input.decisions = {decided(DecisionKind::same, ana, anna, 7), decided(DecisionKind::different, ana, am, 8)};
    input.decisions[1].why = "another office";
    const LinkedCase linked = linked_case(input);
    // Nodes by document: 0 Ana Reyes, 1 Anna Reis, 2 A. M. Reyes, 3 Reis.
    const WhySame joined = why_same(linked.who, input.decisions, {0}, {3});
    REQUIRE(joined.is_same);
    REQUIRE(joined.chain.size() == 2);
    CHECK(joined.chain[0].reason == JoinReason::decision);
    CHECK(joined.chain[0].decision == 7);
    CHECK(joined.chain[1].reason == JoinReason::surname);
    CHECK(joined.chain[1].b == 3);
    const WhySame apart = why_same(linked.who, input.decisions, {3}, {2});
    CHECK_FALSE(apart.is_same);
    CHECK(apart.reason == "you decided so (decision 8: another office)");
}

TEST_CASE("10,000 sequences of decisions: what is kept apart stays apart, undoing all gives back what was",
          "[graph][link][decisions][property]") {
    const std::vector<std::string> names{"Ana Reyes", "Anna Reyes", "Reyes", "Tom Reed", "organization:Reed", "Tom B. Reed"};
    std::mt19937 random(20260101);
    const auto pick = [&random](std::size_t below) { return static_cast<std::size_t>(random() % below); };
    SampleCase input;
    for (const char* id : {"a", "b", "c"}) {
        input.facts.push_back(naming(id, {names[pick(6)], names[pick(6)]}));
    }
    input.sketches.resize(input.facts.size());
    const LinkedCase before = linked_case(input);
    const DocumentActors& actors = before.who.actors;
    for (int sequence = 0; sequence < 10000; ++sequence) {
        input.decisions.clear();
        for (std::size_t i = 0; i < 1 + pick(6); ++i) {
            const auto anchor = [&] {
                return anchor_of(actors, before.facts, static_cast<std::uint32_t>(pick(actors.nodes.size())), pick(3) == 0);
            };
            const auto kind = pick(2) == 0 ? DecisionKind::same : DecisionKind::different;
            input.decisions.push_back(decided(kind, {anchor()}, {anchor()}, static_cast<std::int64_t>(i) + 1));
            if (pick(5) == 0) {
                input.decisions.back().undone_by = 99;
            }
        }
        const LinkedCase linked = linked_case(input);
        for (std::size_t i = 0; i < input.decisions.size(); ++i) {
            const Decision& one = input.decisions[i];
            const auto a = nodes_of(linked.who.actors, linked.facts, one.a);
            const auto b = nodes_of(linked.who.actors, linked.facts, one.b);
            std::vector<std::uint32_t> both;
            std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
            if (one.undone_by || !both.empty()) {
                continue;
            }
            const bool is_one = std::any_of(a.begin(), a.end(), [&](std::uint32_t x) {
                return std::any_of(b.begin(), b.end(), [&](std::uint32_t y) { return linked.who.cluster[x] == linked.who.cluster[y]; });
            });
            if (one.kind == DecisionKind::different ? is_one : linked.who.states[i] == DecisionState::holds && !is_one) {
                FAIL("sequence " << sequence << ", decision " << one.number);
            }
        }
        for (Decision& one : input.decisions) {
            one.undone_by = 99;
        }
        if (linked_case(input).who.cluster != before.who.cluster) {
            FAIL("sequence " << sequence << " leaves a trace");
        }
    }
}
