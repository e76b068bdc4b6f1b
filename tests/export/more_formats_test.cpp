#include "export/csv_text.hpp"
#include "export/date_span.hpp"
#include "export/formats.hpp"
#include "export/layout.hpp"
#include "export/quad_tree.hpp"
#include "tests/graph/graph_samples.hpp"
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <set>
#include <sstream>

using namespace actorgraph;
using samples::actor;
using samples::edge;

namespace {

/// Names and quotes that try to leave every format they are written into.
CaseGraph hostile() {
    Actor formula = actor("=HYPERLINK(\"http://x.example\")");
    Actor script = actor("</script><script>alert('x')</script>");
    Actor quote = actor("O'Neil\\\"; MATCH (n) DETACH DELETE n //");
    ActorEdge tie = edge(0, 1, "paid");
    tie.evidence.front().quote = "He said \"{}\"\n'); DROP\x01 TABLE; \xEF\xBF\xBF end";
    tie.evidence.front().document = "a;b,c.txt";
    tie.documents = {"a;b,c.txt"};
    ActorEdge dated = edge(1, 2);
    dated.evidence.front().date = "2021-02";
    Evidence later = dated.evidence.front();
    later.date = "2022-01-05";
    dated.evidence.push_back(later);
    return {{formula, script, quote}, {tie, dated}};
}

std::string written(std::string_view format, const CaseGraph& graph) {
    std::ostringstream out;
    find_format(format)->write(graph, {}, out);
    return out.str();
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("text never becomes code in any format", "[export][security]") {
    const CaseGraph graph = hostile();
    for (const ExportFormat& format : export_formats()) {
        INFO(format.name);
        const std::string out = written(format.name, graph);
        CHECK_FALSE(out.empty());
        CHECK_FALSE(holds(out, "\x01"));
    }
    CHECK(holds(written("csv-nodes", graph), "\"'=HYPERLINK(\"\"http"));
    CHECK(holds(written("gexf", graph), "&lt;/script&gt;"));
    CHECK_FALSE(holds(written("gexf", graph), "<script"));
    CHECK(holds(written("cypher", graph), "'O\\'Neil\\\\\"; MATCH"));
    CHECK(holds(written("dot", graph), "\\\"; MATCH"));
    CHECK(holds(written("turtle", graph), "\\u000A'); DROP\\u0001"));
    CHECK(holds(written("neo4j-edges", graph), "\"a,b,c.txt\""));
}

TEST_CASE("JSON formats parse whatever the names are", "[export]") {
    const CaseGraph graph = hostile();
    const auto cytoscape = nlohmann::json::parse(written("cytoscape", graph));
    CHECK(cytoscape["elements"]["nodes"].size() == 3);
    CHECK(cytoscape["elements"]["edges"][1]["data"]["interaction"] == "met_with");
    std::istringstream lines(written("ftm", graph));
    std::set<std::string> ids;
    for (std::string line; std::getline(lines, line);) {
        const auto entity = nlohmann::json::parse(line);
        CHECK(ids.insert(entity["id"]).second);
        CHECK(entity["properties"].is_object());
    }
    CHECK(ids.size() >= 5);
}

TEST_CASE("ties that a FollowTheMoney schema cannot hold become unknown links", "[export]") {
    Actor firm = actor("Firm");
    firm.type = "organization";
    const CaseGraph graph({actor("Ana"), actor("Bo"), firm},
                          {edge(0, 1, "spouse_of"), edge(0, 2, "spouse_of"), edge(0, 2, "employed_by")});
    const std::string out = written("ftm", graph);
    CHECK(holds(out, "\"schema\":\"Family\""));
    CHECK(holds(out, "\"schema\":\"UnknownLink\""));
    CHECK(holds(out, "\"schema\":\"Employment\""));
}

TEST_CASE("FollowTheMoney gets no value that nobody can see and none too long for it", "[export]") {
    Actor blank = actor("blank");
    blank.name = "\xEF\xBB\xBF \x07";
    Actor endless = actor("endless");
    endless.name = std::string(500, 'x');
    const std::string out = written("ftm", CaseGraph({blank, endless}, {}));
    CHECK(holds(out, "\"name\":[\"person:blank\"]"));
    CHECK(holds(out, "\"name\":[\"" + std::string(384, 'x') + "\"]"));
}

TEST_CASE("partial dates are widened to whole days", "[export]") {
    CHECK(first_day("2016") == "2016-01-01");
    CHECK(last_day("2016") == "2016-12-31");
    CHECK(last_day("2016-02") == "2016-02-29");
    CHECK(last_day("2015-02") == "2015-02-28");
    CHECK(first_day("2016-05-04") == "2016-05-04");
    for (const char* bad : {"", "16", "2016-", "2016-13", "2016-00", "2016-5-4", "yesterday"}) {
        CHECK(first_day(bad).empty());
    }
}

TEST_CASE("days of an edge are joined where they touch", "[export]") {
    ActorEdge tie = edge(0, 1);
    tie.evidence.clear();
    for (const auto& [from, to] : {std::pair{"2016", "2017-03"}, std::pair{"2017", "2018"}, std::pair{"2020", "2020"}}) {
        Evidence one;
        one.time = {from, to};
        tie.evidence.push_back(one);
    }
    CHECK(spans_of(tie) == std::vector<DaySpan>{{"2016-01-01", "2018-12-31"}, {"2020-01-01", "2020-12-31"}});
    tie.evidence[0].time = {"2015", ""};
    CHECK(spans_of(tie) == std::vector<DaySpan>{{"2015-01-01", ""}});
    tie.evidence.assign(1, Evidence{});
    CHECK(spans_of(tie).empty());
}

TEST_CASE("GEXF bounds edges in time", "[export]") {
    const std::string out = written("gexf", hostile());
    CHECK(holds(out, "<spell start=\"2021-02-01\" end=\"2021-02-28\"/><spell start=\"2022-01-05\" end=\"2022-01-05\"/>"));
    CHECK(holds(out, "kind=\"met_with\""));
}

TEST_CASE("CSV fields are quoted and formulas disarmed", "[export][security]") {
    CHECK(csv_field("a\"b,c") == "\"a\"\"b,c\"");
    for (const char* formula : {"=1+1", "+44 20", "-1", "@SUM(A1)", "\tx"}) {
        CHECK(csv_field(formula) == "\"'" + std::string(formula) + "\"");
    }
}

TEST_CASE("far points together push like each of them alone", "[export]") {
    std::vector<Point> points;
    for (int i = 0; i < 300; ++i) {
        points.push_back({std::cos(i) * i * 3, std::sin(i * 1.7) * i * 2});
    }
    const QuadTree tree(points);
    const Point exact = tree.push_on({2000, 100}, 10.0, 0.0);
    const Point near = tree.push_on({2000, 100}, 10.0, 0.9);
    CHECK(near.x == Approx(exact.x).epsilon(0.02));
    CHECK(near.y == Approx(exact.y).epsilon(0.05));
}

TEST_CASE("a layout repeats, is finite and sets actors apart", "[export]") {
    std::vector<Actor> actors;
    std::vector<ActorEdge> edges;
    for (std::uint32_t i = 0; i < 60; ++i) {
        actors.push_back(actor("n" + std::to_string(i)));
        if (i > 0 && i < 50) {
            edges.push_back(edge(i, i / 3));
        }
    }
    const CaseGraph graph(actors, edges);
    const auto first = layout(graph);
    const auto second = layout(graph);
    std::set<std::pair<double, double>> places;
    for (std::size_t i = 0; i < first.size(); ++i) {
        CHECK((first[i].x == second[i].x && first[i].y == second[i].y));
        CHECK(std::isfinite(first[i].x + first[i].y));
        places.insert({first[i].x, first[i].y});
    }
    CHECK(places.size() == first.size());
}
