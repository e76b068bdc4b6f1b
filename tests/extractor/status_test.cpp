#include "extractor/relate.hpp"

#include "extractor/segment.hpp"
#include "rules/rule_check.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace actorgraph;

namespace {

const Rulebook& rules() {
    static const Rulebook loaded = [] {
        auto result = load_rulebook(ACTORGRAPH_SOURCE_DIR "/rules");
        return std::move(result).value();
    }();
    return loaded;
}

/// The given names of the entities, "Ana Reyes" → "Ana".
std::string short_name(const Entity& entity) { return entity.name.substr(0, entity.name.find(' ')); }

/// Claims of a relation in a marked text, in the order of their words: "Ana>Bo denied by Ana; …".
/// The pair of met_with is written in the order of the alphabet.
std::string claims(const std::string& marked, const std::string& relation = "met_with") {
    const MarkedExample example = parse_example(marked);
    Document document;
    document.text = example.text;
    const Segmentation segmentation = segment(document);
    std::vector<std::string> found;
    for (const Claim& claim : relate(document, segmentation, example.entities, rules())) {
        if (claim.relation != relation) {
            continue;
        }
        std::string from = short_name(example.entities[claim.source]);
        std::string to = short_name(example.entities[claim.target]);
        if (relation == "met_with" && to < from) {
            std::swap(from, to);
        }
        std::string line = from + ">" + to;
        line += claim.polarity == Polarity::negated ? " no" : "";
        line += claim.modality != Modality::reported ? " " + std::string(to_string(claim.modality)) : "";
        line += claim.speaker ? " by " + short_name(example.entities[*claim.speaker]) : "";
        if (std::find(found.begin(), found.end(), line) == found.end()) {
            found.push_back(line);
        }
    }
    std::string out;
    for (const std::string& line : found) {
        out += (out.empty() ? "" : "; ") + line;
    }
    return out;
}

struct Row {
    const char* text;
    const char* claims;
};

void check(std::initializer_list<Row> rows, const char* relation = "met_with") {
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(claims(row.text, relation) == row.claims);
    }
}

} // namespace

#define ANA "[person Ana Reyes]"
#define BO "[person Bo Holm]"
#define CY "[person Cy Vane]"
#define ACME "[org Acme Freight]"
#define BOLT "[org Daily Bolt]"

TEST_CASE("a no in the clause makes a negated claim", "[extractor][status]") {
    check({{ANA " did not meet " BO " in May.", "Ana>Bo no"},
           {ANA " never once met " BO ".", "Ana>Bo no"},
           {ANA " has yet to meet " BO ".", "Ana>Bo no"},
           {ANA " failed to meet " BO ".", "Ana>Bo no"},
           {ANA " declined to meet " BO ".", "Ana>Bo no"},
           {ANA " was unable to meet " BO ".", "Ana>Bo no"},
           {BO " met neither " ANA " nor " CY ".", "Ana>Bo no; Bo>Cy no"},
           {"There is no proof that " ANA " met " BO ".", "Ana>Bo no"},
           {"Nothing suggests that " ANA " met " BO ".", "Ana>Bo no"},
           {"At no time did " ANA " meet " BO ".", "Ana>Bo no"},
           {"It is untrue that " ANA " met " BO ".", "Ana>Bo no"},
           {ANA " did not resign, but " CY " met " BO ".", "Bo>Cy"},
           {ANA " did not resign after " CY " met " BO ".", "Bo>Cy"},
           {"Without a word, " ANA " met " BO ".", "Ana>Bo"},
           {"Instead of resting, " ANA " met " BO ".", "Ana>Bo"},
           {"It is not true that " ANA " never met " BO ".", "Ana>Bo"},
           {ANA " did not meet " BO " until June.", "Ana>Bo"}});
}

TEST_CASE("who denies something is its speaker", "[extractor][status]") {
    check({{ANA " denied meeting " BO ".", "Ana>Bo denied by Ana"},
           {ANA " denied on Monday that " CY " had met " BO ".", "Bo>Cy denied by Ana"},
           {ANA " rejected as absurd the claim that " CY " met " BO ".", "Bo>Cy denied by Ana"},
           {ANA " called the report that " CY " met " BO " “pure fiction”.", "Bo>Cy denied by Ana"},
           {ANA " denied that, after the vote, " CY " met " BO ".", "Bo>Cy denied by Ana"},
           {"“I have never met " BO ",” " ANA " told the court.", "Ana>Bo denied by Ana"},
           {ANA " says " ANA " has not met " BO ".", "Ana>Bo denied by Ana"},
           {CY " says " ANA " has not met " BO ".", "Ana>Bo no by Cy"},
           {"Lawyers for " ANA " deny that " CY " met " BO ".", "Bo>Cy denied"},
           {ANA " did not deny meeting " BO ".", "Ana>Bo by Ana"},
           {ANA " would neither confirm nor deny that " CY " met " BO ".", ""}});
}

TEST_CASE("a retraction is a denial by its outlet", "[extractor][status]") {
    check({{BOLT " has withdrawn its report that " ANA " met " BO ".", "Ana>Bo denied by Daily"},
           {BOLT " apologised for wrongly reporting that " ANA " met " BO ".", "Ana>Bo denied by Daily"},
           {"Correction: an earlier text said that " ANA " met " BO ".", "Ana>Bo no"},
           {"We were wrong to report that " ANA " met " BO ".", "Ana>Bo no"},
           {"The tape said to show " ANA " meeting " BO " is a crude fake.", "Ana>Bo no"},
           {"A post falsely claimed that " ANA " met " BO ".", "Ana>Bo no"},
           {"The claim that " ANA " met " BO " was later debunked.", "Ana>Bo no"}});
}

TEST_CASE("what is only said to be so is alleged", "[extractor][status]") {
    check({{ANA " allegedly met " BO ".", "Ana>Bo alleged"},
           {"Reportedly, " ANA " met " BO ".", "Ana>Bo alleged"},
           {ANA " is said to have met " BO ".", "Ana>Bo alleged"},
           {ANA " may have met " BO ".", "Ana>Bo alleged"},
           {ANA " must have met " BO ", investigators believe.", "Ana>Bo alleged"},
           {"Prosecutors allege that " ANA " met " BO ".", "Ana>Bo alleged"},
           {CY " suspects that " ANA " met " BO ".", "Ana>Bo alleged by Cy"},
           {CY " accused " ANA " of meeting " BO ".", "Ana>Bo alleged by Cy"},
           {ANA ", suspected of having met " BO ", was freed.", "Ana>Bo alleged"},
           {"Rumours that " ANA " met " BO " persist.", "Ana>Bo alleged"},
           {ANA " 'met " BO " before raid', court told", "Ana>Bo alleged"}});
}

TEST_CASE("plans, conditions and questions are no facts", "[extractor][status]") {
    check({{ANA " will meet " BO ".", "Ana>Bo planned"},
           {ANA " to meet " BO "", "Ana>Bo planned"},
           {ANA " hopes to meet " BO ".", "Ana>Bo planned"},
           {ANA " is in talks to meet " BO ".", "Ana>Bo planned"},
           {ANA " has ruled out meeting " BO ".", "Ana>Bo no planned by Ana"},
           {"If " ANA " had met " BO ", all would be well.", "Ana>Bo hypothetical"},
           {"Had " ANA " met " BO ", all would be well.", "Ana>Bo hypothetical"},
           {"Unless " ANA " meets " BO ", all is lost.", "Ana>Bo hypothetical"},
           {ANA " would have met " BO ".", "Ana>Bo hypothetical"},
           {ANA " acted as if " CY " had met " BO ".", "Bo>Cy hypothetical"},
           {ANA " will meet " BO " if he calls.", "Ana>Bo hypothetical"},
           {ANA " met " BO " to see if he was well.", "Ana>Bo"},
           {"Did " ANA " meet " BO "?", "Ana>Bo asked"},
           {"It is unclear whether " ANA " met " BO ".", "Ana>Bo asked"},
           {"Why did " ANA " meet " BO "?", "Ana>Bo"},
           {"Although " ANA " met " BO ", nothing changed.", "Ana>Bo"},
           {"Suppose " ANA " met " BO ": what then?", "Ana>Bo hypothetical"},
           {"A man posing as " ANA " met " BO ".", ""}});
}

TEST_CASE("the speaker is found around indirect and direct speech", "[extractor][status]") {
    check({{CY " said that " ANA " met " BO ".", "Ana>Bo by Cy"},
           {ANA " met " BO ", " CY " said.", "Ana>Bo by Cy"},
           {ANA " met " BO ", said " CY ", a clerk.", "Ana>Bo by Cy"},
           {"According to " CY ", " ANA " met " BO ".", "Ana>Bo by Cy"},
           {"In the view of " CY ", " ANA " met " BO ".", "Ana>Bo by Cy"},
           {"“" ANA " met " BO ",” said " CY ".", "Ana>Bo by Cy"},
           {CY " told the court: “" ANA " met " BO ".”", "Ana>Bo by Cy"},
           {"“I met " BO ",” " ANA " said.", "Ana>Bo by Ana"},
           {"“He met me,” " ANA " said of " BO ".", "Ana>Bo by Ana"},
           {CY ": " ANA " met " BO, "Ana>Bo by Cy"},
           {"A report by " BOLT " said " ANA " met " BO ".", "Ana>Bo by Daily"},
           {ANA " admitted meeting " BO ".", "Ana>Bo by Ana"},
           {ANA " recalled meeting " BO ".", "Ana>Bo by Ana"},
           {"“It was cold. I met " BO ",” said " ANA ".", "Ana>Bo by Ana"}});
}

TEST_CASE("we in a quotation is the organization of the speaker", "[extractor][status]") {
    check({{"“We have bought " ACME ",” said " ANA ", chief executive of " BOLT ".", "Daily>Acme by Ana"},
           {"“We have bought " ACME ",” " BOLT " announced.", "Daily>Acme by Daily"},
           {"“We have bought " ACME ",” " ANA " said.", ""}},
          "owns");
}

TEST_CASE("a later denial stands beside the claim it answers", "[extractor][status]") {
    check({{BOLT " reported that " ANA " met " BO ". " ANA " denies it.",
            "Ana>Bo by Daily; Ana>Bo denied by Ana"},
           {BOLT " reported that " ANA " met " BO "; " ANA " called it a lie.",
            "Ana>Bo by Daily; Ana>Bo denied by Ana"},
           {CY " accused " ANA " of meeting " BO ". " ANA " rejected the allegation.",
            "Ana>Bo alleged by Cy; Ana>Bo denied by Ana"},
           {"“You met " BO ",” a lawyer said. “I did not,” replied " ANA ".",
            "Ana>Bo alleged; Ana>Bo denied by Ana"},
           {"“You met " BO ",” a lawyer said. “I did,” replied " ANA ".",
            "Ana>Bo alleged; Ana>Bo by Ana"},
           {"A post says that " ANA " met " BO ". That is simply not true.", "Ana>Bo no"},
           {"Did " ANA " meet " BO "? She did not.", "Ana>Bo asked; Ana>Bo no"},
           {ANA " met " BO ", an allegation " ANA " has always denied.", "Ana>Bo denied by Ana"},
           {ANA " met " BO ". " CY " denies being a spy.", "Ana>Bo"}});
}

TEST_CASE("nested speech keeps the chain of speakers", "[extractor][status]") {
    const MarkedExample example =
        parse_example(BOLT " said that " CY " believes that " ANA " met " BO ".");
    Document document;
    document.text = example.text;
    const auto found = relate(document, segment(document), example.entities, rules());
    REQUIRE(found.size() == 1);
    CHECK(found[0].modality == Modality::alleged);
    REQUIRE(found[0].speaker);
    CHECK(example.entities[*found[0].speaker].name == "Cy Vane");
    CHECK(std::count(found[0].reasons.begin(), found[0].reasons.end(), "said through: Daily Bolt") == 1);
}

TEST_CASE("a tie that a noun phrase takes for granted is not denied with the act", "[extractor][status]") {
    check({{ANA "'s lawyer, " BO ", denied meeting " CY ".", "Bo>Ana"}}, "represents");
    check({{ANA "'s lawyer, " BO ", denied meeting " CY ".", "Bo>Cy denied by Bo"}});
}

TEST_CASE("who joins a company works for it, who joins another body is its member", "[extractor][status]") {
    CHECK(claims("[person Ana Holm] joined [company Acme Mills].", "employed_by") == "Ana>Acme");
    CHECK(claims("[person Ana Holm] joined [company Acme Mills].", "member_of").empty());
    CHECK(claims("[person Ana Holm] joined [org Dawn Party].", "member_of") == "Ana>Dawn");
    CHECK(claims("[person Ana Holm] joined [org Dawn Party].", "employed_by").empty());
}

TEST_CASE("a verb that carries another leaves its status as it is", "[extractor][status]") {
    check({
        {"[person Ana Reyes] managed to meet [person Bo Li].", "Ana>Bo"},
        {"[person Ana Reyes] did not manage to meet [person Bo Li].", "Ana>Bo no"},
        {"[person Ana Reyes] was fined for meeting [person Bo Li].", "Ana>Bo"},
        {"[person Ana Reyes] did not hesitate to meet [person Bo Li].", "Ana>Bo"},
        {"[person Ana Reyes]'s refusal to meet [person Bo Li] angered many.", "Ana>Bo no"},
        {"Nobody knew that [person Ana Reyes] had met [person Bo Li].", "Ana>Bo"},
        {"Nobody knows if [person Ana Reyes] met [person Bo Li].", "Ana>Bo asked"},
        {"Far from meeting [person Bo Li], [person Ana Reyes] sent a note.", "Ana>Bo no"},
        {"Aides to [person Ana Reyes] met [person Bo Li].", ""},
        {"The lawyer of [person Tom Rook], [person Ana Reyes], met [person Bo Li].", "Ana>Bo"},
    });
}

TEST_CASE("a status of the first verb is not that of the verb joined to it", "[extractor][status]") {
    check({
        {"[person Ana Reyes] did not stay long but met [person Bo Li].", "Ana>Bo"},
        {"[person Ana Reyes] admitted paying [person Tom Rook] but denied meeting [person Bo Li].",
         "Ana>Bo denied by Ana"},
        {"[person Ana Reyes] denied paying [person Tom Rook] but admitted meeting [person Bo Li].",
         "Ana>Bo by Ana"},
        {"[person Ana Reyes] denied that she had paid [person Tom Rook] and met [person Bo Li].",
         "Ana>Bo denied by Ana"},
    });
}

TEST_CASE("an if at the end of a question that was put is no condition", "[extractor][status]") {
    CHECK(claims("[person Ana Holm] asked [person Bo Lund] if it rained.", "communicated_with") == "Ana>Bo");
    CHECK(claims("If [person Ana Holm] asked [person Bo Lund] why, he would tell.", "communicated_with") ==
          "Ana>Bo hypothetical");
}

TEST_CASE("what the relative of somebody did is not what that person did", "[extractor][status]") {
    check({{"[person Ana Reyes], whose mother, [person Eva Reyes], chaired [org:target Acme Freight], criticised [person Bo Holm].",
            "Eva>Acme"}},
          "leads");
    check({{"\"They ended the probe of [person Ana Reyes],\" a [org Acme Freight] spokesman said.", ""}}, "employed_by");
}
