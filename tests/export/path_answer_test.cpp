#include "export/path_answer.hpp"

#include "export/escape.hpp"
#include "tests/graph/graph_samples.hpp"
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace actorgraph;
using samples::actor;
using samples::edge;

namespace {

/// An alleged, a denied and a plain tie; names and quotes that markup could break on.
CaseGraph sample() {
    ActorEdge alleged = edge(0, 1, "paid");
    alleged.modality = Modality::alleged;
    alleged.denials = 1;
    alleged.documents = {"a.txt"};
    Evidence& evidence = alleged.evidence.front();
    evidence.document = "a.txt";
    evidence.date = "2021-03-04";
    evidence.speaker = "Ünal";
    evidence.quote = "Ünal says <b>Ana</b> paid *Bo*.";
    ActorEdge denied = alleged;
    denied.modality = Modality::denied;
    denied.evidence.front().quote = "Bo denies it.";
    return {{actor("Ana Reyes"), actor("Bo <script>alert(1)</script>"), actor("Cy")}, {alleged, denied, edge(1, 2)}};
}

std::string answered(const CaseGraph& graph, std::string_view format, std::uint32_t to) {
    std::ostringstream out;
    find_path_format(format)->write({graph, 0, to, find_paths(graph, 0, to)}, out);
    return out.str();
}

} // namespace

TEST_CASE("a path answer tells status, speaker, quote and sources", "[export]") {
    const CaseGraph graph = sample();
    CHECK(answered(graph, "text", 1) == "Ana Reyes - Bo <script>alert(1)</script> (1 hop)\n"
                                        "\n"
                                        "  1. Ana Reyes - Bo <script>alert(1)</script>\n"
                                        "     Ana Reyes -> paid -> Bo <script>alert(1)</script> [alleged by Ünal]\n"
                                        "       \"Ünal says <b>Ana</b> paid *Bo*.\"\n"
                                        "       a.txt, 2021-03-04; 1 independent source in 1 document; 1 denial\n");
}

TEST_CASE("the JSON answer carries every hop with its denials", "[export]") {
    const auto json = nlohmann::json::parse(answered(sample(), "json", 2));
    CHECK(json["version"] == 1);
    REQUIRE(json["paths"].size() == 1);
    CHECK(json["paths"][0]["length"] == 2);
    const auto& hop = json["paths"][0]["hops"][0];
    CHECK(hop["modality"] == "alleged");
    CHECK(hop["speaker"] == "Ünal");
    CHECK(hop["denials"][0]["quote"] == "Bo denies it.");
    CHECK(json["paths"][0]["hops"][1]["speaker"].is_null());
}

TEST_CASE("names and quotes never become markup", "[export][security]") {
    const CaseGraph graph = sample();
    const std::string html = answered(graph, "html", 1);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("&lt;script&gt;") != std::string::npos);
    const std::string markdown = answered(graph, "markdown", 1);
    CHECK(markdown.find("\\<script\\>") != std::string::npos);
    CHECK(markdown.find("\\*Bo\\*") != std::string::npos);
    CHECK(markdown_escaped("a\nb") == "a b");
}

TEST_CASE("no path is said in every format", "[export]") {
    const CaseGraph graph({actor("a"), actor("b")}, {});
    CHECK(answered(graph, "html", 1).find("Not connected") != std::string::npos);
    CHECK(answered(graph, "markdown", 1).find("Not connected") != std::string::npos);
    CHECK(nlohmann::json::parse(answered(graph, "json", 1))["paths"].empty());
    CHECK(find_path_format("xml") == nullptr);
}
