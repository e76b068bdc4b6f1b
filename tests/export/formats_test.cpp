#include "export/facts_line.hpp"
#include "export/formats.hpp"
#include "export/json_writer.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <limits>
#include <sstream>

using namespace actorgraph;

namespace {

CaseGraph sample() {
    Actor ana;
    ana.id = "person:ana-reyes";
    ana.name = "Ana \"A\" <Reyes> & Co\x01";
    ana.type = "person";
    Actor site;
    site.id = "organization:tidewatch";
    site.name = "Tidewatch";
    site.type = "organization";
    ActorEdge met;
    met.source = 0;
    met.target = 1;
    met.relation = "communicated_with";
    met.sources = 1;
    Evidence evidence;
    evidence.document = "a.txt";
    evidence.quote = "Ana Reyes wrote\rto Tidewatch.";
    met.evidence.push_back(evidence);
    ActorEdge denied = met;
    denied.modality = Modality::denied;
    return {{ana, site}, {met, denied}};
}

std::string written(const char* format, bool with_denied) {
    std::ostringstream out;
    ExportOptions options;
    options.with_denied = with_denied;
    find_format(format)->write(sample(), options, out);
    return out.str();
}

} // namespace

TEST_CASE("GraphML escapes text, drops illegal characters and labels edges", "[export]") {
    const std::string xml = written("graphml", false);
    CHECK(xml.find("Ana &quot;A&quot; &lt;Reyes&gt; &amp; Co</data>") != std::string::npos);
    CHECK(xml.find('\x01') == std::string::npos);
    CHECK(xml.find("wrote&#13;to") != std::string::npos);
    CHECK(xml.find("directed=\"true\" label=\"communicated_with\"") != std::string::npos);
    CHECK(xml.find("[denied]") == std::string::npos);
    CHECK(written("graphml", true).find("label=\"communicated_with [denied]\"") !=
          std::string::npos);
}

TEST_CASE("node-link JSON parses and keeps denials apart", "[export]") {
    const auto json = nlohmann::json::parse(written("json", false));
    REQUIRE(json["edges"].size() == 2);
    CHECK(json["edges"][1]["key"] == "communicated_with [denied]");
    CHECK(json["edges"][0]["evidence"][0]["document"] == "a.txt");
}

TEST_CASE("the JSON writer escapes, mends UTF-8 and has no infinity", "[export]") {
    std::ostringstream out;
    JsonWriter(out)
        .begin_array()
        .value("a\"\\\n\x02\xFF")
        .value(std::numeric_limits<double>::infinity())
        .value(0.5)
        .end_array();
    CHECK(out.str() == "[\"a\\\"\\\\\\n\\u0002\xEF\xBF\xBD\",null,0.5]");
    CHECK(nlohmann::json::accept(out.str()));
}

TEST_CASE("a facts line counts in code points", "[export]") {
    DocumentFacts facts;
    facts.id = "a.txt";
    facts.text = "«Ünal» left";
    Entity unal;
    unal.type = "person";
    unal.name = "Ünal";
    unal.mentions.push_back({{2, 7}, MentionForm::name, {"person.title"}});
    facts.entities.push_back(unal);
    std::ostringstream out;
    write_facts_line(facts, out);
    const auto json = nlohmann::json::parse(out.str());
    CHECK(json["entities"][0]["mentions"][0]["start"] == 1);
    CHECK(json["entities"][0]["mentions"][0]["end"] == 5);
    CHECK(json["entities"][0]["id"] == "e1");
}
