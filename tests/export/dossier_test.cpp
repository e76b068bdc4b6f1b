#include "export/dossier.hpp"

#include "tests/graph/graph_samples.hpp"
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace actorgraph;
using samples::actor;
using samples::edge;

namespace {

/// The JSON between the two halves of the page; in a build without the page the whole.
std::string written_case(const CaseGraph& graph, bool with_denied = false) {
    std::ostringstream out;
    ExportOptions options;
    options.with_denied = with_denied;
    write_dossier(graph, options, out);
    const std::string page = out.str();
    return page.substr(dossier_head.size(), page.size() - dossier_head.size() - dossier_tail.size());
}

} // namespace

TEST_CASE("no text of a case can end the block it stands in", "[export][security]") {
    Actor bad = actor("</script><script>alert(1)</script>");
    bad.aliases = {"<!--"};
    ActorEdge tie = edge(0, 0);
    tie.evidence.front().quote = "a < b </SCRIPT>";
    tie.evidence.front().speaker = "<";
    const std::string json = written_case({{bad}, {tie}});
    CHECK(json.find('<') == std::string::npos);
    const auto read = nlohmann::json::parse(json);
    CHECK(read["nodes"][0][0] == "</script><script>alert(1)</script>");
    CHECK(read["quotes"][0] == "a < b </SCRIPT>");
}

TEST_CASE("a dossier holds all ties and their quotes, denied ones too", "[export]") {
    ActorEdge denied = edge(0, 1);
    denied.modality = Modality::denied;
    ActorEdge paid = edge(1, 0, "paid");
    paid.evidence.front().quote = "Bo paid Ana.";
    paid.evidence.front().document = "a.txt";
    paid.evidence.front().date = "2021-03";
    const auto read = nlohmann::json::parse(written_case({{actor("Ana"), actor("Bo")}, {denied, paid}}));
    CHECK(read["with_denied"] == false);
    REQUIRE(read["edges"].size() == 2);
    CHECK(read["statuses"][read["edges"][0][3].get<std::size_t>()] == "denied");
    const auto& row = read["edges"][1];
    CHECK(read["relations"][row[2].get<std::size_t>()][0] == "paid");
    CHECK(row[8] == "2021-03-01");
    CHECK(row[9] == "2021-03-31");
    const auto& evidence = row[11][0];
    CHECK(read["documents"][evidence[0].get<std::size_t>()] == nlohmann::json({"a.txt", "", "2021-03"}));
    CHECK(read["quotes"][evidence[1].get<std::size_t>()] == "Bo paid Ana.");
}

TEST_CASE("the page forbids every script but its own and every request", "[export][security]") {
    if (!has_dossier()) {
        WARN("built without the HTML dossier");
        return;
    }
    CHECK(dossier_head.find("default-src 'none'; script-src 'sha256-") != std::string_view::npos);
    CHECK(dossier_head.find("unsafe-inline") == std::string_view::npos);
    CHECK(dossier_head.find(" on") == dossier_head.find(" one")); // no handler in an attribute
}
