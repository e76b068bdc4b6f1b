#include "graph/redact.hpp"
#include "graph/subgraph.hpp"

#include "tests/graph/graph_samples.hpp"
#include <catch2/catch.hpp>

using namespace actorgraph;
using samples::actor;
using samples::edge;

namespace {

CaseGraph redacted(const CaseGraph& graph, const std::vector<std::uint32_t>& who) {
    SubgraphOptions options;
    options.redacted = who;
    return subgraph(graph, options);
}

Actor ana() {
    Actor made = actor("Ana Reyes Jr.");
    made.aliases = {"Doña Ana"};
    made.account = Account{"email", "", "ana@harbour.example"};
    return made;
}

} // namespace

TEST_CASE("a redacted actor leaves no name behind", "[graph][security]") {
    ActorEdge tie = edge(0, 1);
    tie.evidence.front().quote = "Ana Reyes Jr. met Bo; Reyes left.";
    tie.evidence.front().speaker = "Reyes";
    tie.evidence.front().document = "mail/ana-reyes-jr..txt";
    tie.documents = {"mail/ana-reyes-jr..txt"};
    Actor fund = actor("Reyes Fund");
    fund.id = "organization:reyes-fund";
    fund.type = "organization";
    const CaseGraph part = redacted({{ana(), actor("Bo"), fund}, {tie}}, {0});
    CHECK(part.actors()[0].name == "[redacted 1]");
    CHECK(part.actors()[0].id == "person:redacted-1");
    CHECK(part.actors()[0].aliases.empty());
    CHECK_FALSE(part.actors()[0].account);
    CHECK(part.actors()[2].name == "[redacted 1] Fund");
    CHECK(part.actors()[2].id == "organization:partly-redacted-1");
    CHECK(part.edges()[0].evidence.front().quote == "[redacted 1] met Bo; [redacted 1] left.");
    CHECK(part.edges()[0].evidence.front().speaker == "[redacted 1]");
    CHECK(part.edges()[0].evidence.front().document == "mail/[redacted 1].txt");
    CHECK(part.edges()[0].documents.front() == "mail/[redacted 1].txt");
}

TEST_CASE("names are taken out as whole words, in any case and spacing", "[graph][security]") {
    const CaseGraph graph{{ana()}, {}};
    const Redaction redaction(graph, {0}, {"Li"});
    struct Case {
        const char* text;
        const char* wanted;
    };
    const Case cases[] = {
        {"REYES spoke", "[redacted 1] spoke"},
        {"Reyesland is far", "Reyesland is far"},
        {"Sanreyes too", "Sanreyes too"},
        {"DOÑA  ANA and doña-ana", "[redacted 1] and [redacted 1]"},
        {"write to ANA@harbour.example!", "write to [redacted 1]!"},
        {"Li flew to Libya", "[redacted 2] flew to Libya"},
        {"Reyes's car", "[redacted 1]'s car"},
        {"", ""},
        {"\xff Reyes", "\xff [redacted 1]"},
    };
    for (const Case& one : cases) {
        CHECK(redaction.applied(one.text) == one.wanted);
    }
}

TEST_CASE("accounts of a redacted actor go with it", "[graph][security]") {
    Actor handle = actor("@ana_r");
    handle.type = "account";
    handle.id = "account:handle:ana_r";
    ActorEdge tie = edge(1, 0, "account_of");
    tie.evidence.front().quote = "Reyes (@ana_r) answers.";
    const CaseGraph part = redacted({{ana(), handle}, {tie}}, {0});
    CHECK(part.actors()[1].name == "[redacted 2]");
    CHECK(part.actors()[1].id == "account:redacted-2");
    CHECK(part.edges()[0].evidence.front().quote == "[redacted 1] ([redacted 2]) answers.");
}

TEST_CASE("words that name no actor are taken out too", "[graph][security]") {
    ActorEdge tie = edge(0, 0);
    tie.evidence.front().quote = "Cy Doe saw it.";
    SubgraphOptions options;
    options.redacted_words = {"Cy Doe"};
    const CaseGraph part = subgraph({{actor("Bo")}, {tie}}, options);
    CHECK(part.edges()[0].evidence.front().quote == "[redacted 1] saw it.");
}
