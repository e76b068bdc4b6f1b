#include "extractor/relate.hpp"

#include "rules/rule_check.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace actorgraph;
namespace fs = std::filesystem;

namespace {

constexpr const char* schema = R"(
[[relation]]
id = "met_with"
symmetric = true
domain = ["person", "organization"]
range = ["person", "organization"]
[[relation]]
id = "attacked"
domain = ["person", "organization"]
range = ["person", "organization"]
[[relation]]
id = "parent_of"
domain = ["person"]
range = ["person"]
)";
constexpr const char* relations = R"(
pack = "test"
[[rule]]
name = "met"
relation = "met_with"
pattern = '{agent:source} {aux}{v:meet|visit} (?:with )?{agent:target}'
finds = ["[person:source Ana] visited [person:target Bo]"]
ignores = ["[person:source Ana] visited a friend of [person:target Bo]"]
[[rule]]
name = "son"
relation = "parent_of"
pattern = "{person:source} 's {n:son} (?:, )?{person:target}"
finds = ["[person:source Ana]'s son [person:target Bo]"]
ignores = ["[person:source Ana]'s sunny [person:target Bo]"]
[[frame]]
name = "attacked"
relation = "attacked"
verbs = ["attack"]
source = "agent"
target = "agent"
passive = true
finds = ["[person:source Ana] attacked [person:target Bo]",
         "[person:target Bo] was attacked by [person:source Ana]"]
ignores = ["[person:source Ana] attacked [person:target Bo]'s lawyer"]
)";
constexpr const char* status = R"(
[[cue]]
name = "not"
effect = "negated"
scope = "inside"
pattern = "\\b(?:not|never|n't|no evidence)\\b"
finds = ["He did not go"]
ignores = ["knot"]
[[cue]]
name = "denies"
effect = "denied"
scope = "before"
pattern = "{agent:speaker} {aux}(?:denies|denied)(?: that)?"
finds = ["[person Ana] denied it"]
ignores = ["Ana went"]
[[cue]]
name = "not.denied"
effect = "none"
scope = "before"
pattern = "did (?:not|n't) deny"
finds = ["[person Ana] did not deny it"]
ignores = ["Ana went"]
[[cue]]
name = "plans"
effect = "planned"
scope = "inside"
pattern = "\\b(?:plans to|will)\\b"
finds = ["she will go"]
ignores = ["she goes"]
[[cue]]
name = "says"
effect = "said"
scope = "sentence"
pattern = "{agent:speaker} (?:said|says)|(?:said|says) {agent}"
finds = ["[person Ana] said so"]
ignores = ["Ana went"]
[[cue]]
name = "if"
effect = "hypothetical"
scope = "before"
pattern = "\\bif\\b"
finds = ["if so"]
ignores = ["gif"]
)";

const Rulebook& rules() {
    static const Rulebook loaded = [] {
        const fs::path folder = fs::temp_directory_path() / "actorgraph_relate_test";
        fs::remove_all(folder);
        fs::create_directories(folder / "relations");
        fs::create_directories(folder / "status");
        std::ofstream(folder / "schema.toml") << schema;
        std::ofstream(folder / "irregular_verbs.tsv") << "meet\tmet\tmet\n";
        std::ofstream(folder / "relations" / "classes.toml") << "[classes]\nbarred = [\"by\"]\n";
        std::ofstream(folder / "relations" / "test.toml") << relations;
        std::ofstream(folder / "status" / "test.toml") << status;
        auto result = load_rulebook(folder);
        fs::remove_all(folder);
        return std::move(result).value();
    }();
    return loaded;
}

/// Claims of a marked sentence, one a line: "relation source target polarity modality speaker".
std::string claims(const std::string& marked, const std::string& date = "") {
    const MarkedExample example = parse_example(marked);
    Document document;
    document.text = example.text;
    document.date = date;
    Segmentation segmentation;
    Sentence sentence;
    sentence.span = {0, static_cast<std::uint32_t>(example.text.size())};
    segmentation.sentences.push_back(sentence);
    std::string out;
    for (const Claim& claim : relate(document, segmentation, example.entities, rules())) {
        const auto name = [&](std::uint32_t i) { return example.entities[i].name; };
        out += out.empty() ? "" : "; ";
        out += name(claim.source) + " " + claim.relation + " " + name(claim.target);
        if (claim.polarity == Polarity::negated) {
            out += " negated";
        }
        if (claim.modality != Modality::reported) {
            out += " " + std::string(to_string(claim.modality));
        }
        if (claim.speaker) {
            out += " by " + name(*claim.speaker);
        }
        if (!claim.time.from.empty()) {
            out += " in " + claim.time.from;
        }
        CHECK(claim.quote == document.text);
        CHECK(claim.confidence > 0.5);
    }
    return out;
}

} // namespace

TEST_CASE("rules make claims from sentences", "[extractor][relate]") {
    CHECK(claims("[person Ana] met [person Bo].") == "Ana met_with Bo");
    CHECK(claims("[person Ana] met [person Bo] in 2016.") == "Ana met_with Bo in 2016");
    CHECK(claims("[person Bo] was attacked by [org Acme].") == "Acme attacked Bo");
    CHECK(claims("[person Ana]'s son, [person Bo], left.") == "Ana parent_of Bo");
    CHECK(claims("[location Rome], 4 May - [person Ana], a clerk, met [person Bo].") ==
          "Ana met_with Bo");
    CHECK(claims("[person Ana] met [location Rome].").empty());
    CHECK(claims("[person Ana] and [person Ana] met [person Ana].").empty());
}

TEST_CASE("every member of a list is an argument", "[extractor][relate]") {
    CHECK(claims("[person Ana], [person Bo] and [person Cy] met [person Di].") ==
          "Ana met_with Di; Bo met_with Di; Cy met_with Di");
    CHECK(claims("After a talk with [person Ana], [person Bo] met [person Cy].") ==
          "Bo met_with Cy");
    CHECK(claims("[person Ana] met [person Bo], [person Cy]") == "Ana met_with Bo; Ana met_with Cy");
    CHECK(claims("[person Ana], like [person Bo], met [person Cy].") == "Ana met_with Cy; Bo met_with Cy");
    CHECK(claims("[person Ana], head of a mill, and [person Bo], a baker, met [person Cy].") ==
          "Ana met_with Cy; Bo met_with Cy");
    CHECK(claims("[person Ana] but not [person Bo] met [person Cy].") ==
          "Ana met_with Cy; Bo met_with Cy negated");
}

TEST_CASE("somebody who belongs to an actor is not the actor", "[extractor][relate]") {
    CHECK(claims("[person Ana]'s lawyer met [person Bo].").empty());
    CHECK(claims("The lawyer of [person Ana] met [person Bo].").empty());
    CHECK(claims("A spokesman for [org Acme] attacked [person Bo].").empty());
    CHECK(claims("[person Ana] attacked [person Bo]'s lawyer.").empty());
    CHECK(claims("[person Ana] met [org Acme] officials.").empty());
    CHECK(claims("Former [org Acme] staff met [person Bo].").empty());
    CHECK(claims("[person Ana] attacked the [org Acme] offer.").empty());
    CHECK(claims("[person Ana] met [person Bo]'s baker, [person Cy].") == "Ana met_with Cy");
    CHECK(claims("[person Ana] met [person Bo]'s baker, [person Cy] said.").empty());
}

TEST_CASE("insertions do not part an actor from the verb", "[extractor][relate]") {
    CHECK(claims("[person Ana], who never smiled, met [person Bo].") == "Ana met_with Bo");
    CHECK(claims("[person Ana], a lawyer, met [person Bo].") == "Ana met_with Bo");
    CHECK(claims("[person Ana] (of [org Acme]) met [person Bo].") == "Ana met_with Bo");
    CHECK(claims("[person Ana] of [org Acme] met [org Acme] lawyer [person Bo].") ==
          "Ana met_with Bo");
}

TEST_CASE("status cues decide polarity, modality and speaker", "[extractor][relate]") {
    CHECK(claims("[person Ana] did not meet [person Bo].") == "Ana met_with Bo negated");
    CHECK(claims("[person Ana] will meet [person Bo].") == "Ana met_with Bo planned");
    CHECK(claims("[person Ana] will not meet [person Bo].") == "Ana met_with Bo negated planned");
    CHECK(claims("[person Ana] plans to meet [person Bo].") == "Ana met_with Bo planned");
    CHECK(claims("[person Ana] denied meeting [person Bo].") == "Ana met_with Bo denied by Ana");
    CHECK(claims("[person Cy] denied that [person Ana] met [person Bo].") ==
          "Ana met_with Bo denied by Cy");
    CHECK(claims("[person Cy] said [person Ana] met [person Bo].") == "Ana met_with Bo by Cy");
    CHECK(claims("There is no evidence that [person Ana] met [person Bo].") ==
          "Ana met_with Bo negated");
    CHECK(claims("If [person Ana] meets [person Bo], all is well.") ==
          "Ana met_with Bo hypothetical");
    CHECK(claims("Did [person Ana] meet [person Bo]?") == "Ana met_with Bo asked");
    CHECK(claims("Why did [person Ana] meet [person Bo]?") == "Ana met_with Bo");
    CHECK(claims("He did not speak, but [person Ana] met [person Bo].") == "Ana met_with Bo");
}

TEST_CASE("a view and a pronoun cost confidence and leave a reason", "[extractor][relate]") {
    MarkedExample example = parse_example("[person Ana], a spy, met [person him]");
    example.entities[1].mentions[0].form = MentionForm::pronoun;
    Document document;
    document.text = example.text;
    Segmentation segmentation;
    Sentence sentence;
    sentence.span = {0, static_cast<std::uint32_t>(example.text.size())};
    segmentation.sentences.push_back(sentence);
    const auto found = relate(document, segmentation, example.entities, rules());
    REQUIRE(found.size() == 1);
    CHECK(found[0].confidence == Approx(0.8 * 0.9 * 0.9));
    CHECK(found[0].reasons == std::vector<std::string>{"view: main clause (x0.90)",
                                                       "argument: pronoun (x0.90)"});
}

TEST_CASE("the examples of rules and cues are run by the check", "[extractor][relate]") {
    for (const auto& problem : check_rules(rules())) {
        CAPTURE(to_text(problem));
        CHECK(problem.severity != Severity::error);
    }
}
