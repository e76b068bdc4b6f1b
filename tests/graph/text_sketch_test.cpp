#include "graph/link/source_groups.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace actorgraph;

namespace {

TextSketch sketch(const std::string& text, const std::string& title = "") {
    DocumentFacts facts;
    facts.text = text;
    facts.title = title;
    return sketch_of(facts);
}

const std::string lead =
    "The harbour board said on Monday it had sold the north quay to Tidewatch Holdings for 14 million euros "
    "after a year of talks. The board, led by Ana Reyes, will use 9 million for the repair of 3 cranes and "
    "the rest for the new ferry hall at Kelm. Nobody else had made an offer, its spokesman Bo Li said.";

std::string notice(const std::string& bank, const std::string& rate, const std::string& day) {
    return bank + " said it is raising its base lending rate to " + rate + " pct, effective " + day +
           ". The bank said the change follows higher rates in the money market. " + bank +
           " last changed its rate a month ago.";
}

} // namespace

TEST_CASE("a copied, shortened or corrected text is a near-duplicate, a notice with other figures is not",
          "[graph][link][sources]") {
    const struct {
        std::string a, b;
        bool is_duplicate;
    } cases[] = {
        {lead, lead, true},
        {lead, lead + " The ferry hall opens in May, he added.", true},
        {lead, lead.substr(0, 190), true},
        {lead, "CORRECTED - " + lead, true},
        {notice("Nordbank", "8.25", "March 3"), notice("Nordbank", "8.25", "March 3"), true},
        {notice("Nordbank", "8.25", "March 3"), notice("Seebank", "8.25", "March 3"), false},
        {notice("Nordbank", "8.25 to 8.75", "March 3"), notice("Nordbank", "9.50 to 9.75", "June 17"), false},
        {lead, "Tidewatch Holdings is a company of Kelm with 14 ships and 300 people.", false},
        {"", "", false},
        {"Too short.", "Too short.", false},
    };
    for (const auto& one : cases) {
        CAPTURE(one.a, one.b);
        CHECK(is_near_duplicate(sketch(one.a), sketch(one.b)) == one.is_duplicate);
        CHECK(is_near_duplicate(sketch(one.b), sketch(one.a)) == one.is_duplicate);
    }
}

TEST_CASE("stretches that were set aside do not make texts alike", "[graph][link][sources]") {
    DocumentFacts promo;
    promo.text = lead;
    promo.skipped.push_back({{0, static_cast<std::uint32_t>(lead.size())}, "promo"});
    CHECK(sketch_of(promo).shingles.empty());
}

TEST_CASE("marks of versions and names of agencies are read", "[graph][link][sources]") {
    const struct {
        const char* text;
        Revision revision;
    } marks[] = {{"CORRECTED - Board sells quay", Revision::correction},
                 {"(CORRECTED) Board sells quay", Revision::correction},
                 {"UPDATE 2-Board sells quay", Revision::update},
                 {"(Adds quote of Reyes in third paragraph)\nKelm, May 2", Revision::update},
                 {"(Corrects sum in headline)\nKelm, May 2", Revision::correction},
                 {"Board to update its statutes", Revision::none},
                 {"UPDATE of statutes", Revision::none},
                 {"Adds to the fleet: two ships", Revision::none}};
    for (const auto& one : marks) {
        CAPTURE(one.text);
        CHECK(sketch(one.text).revision == one.revision);
    }
    CHECK(sketch("KELM (Reuters) - The board met.").agency == "Reuters");
    CHECK(sketch("The board met.\nCopyright 2019 The Associated Press.").agency == "AP");
    CHECK(sketch("The AP machine in the office broke. Reuters was asked.").agency.empty());
}

TEST_CASE("copies form a group with the earliest as origin; a correction supersedes what came before",
          "[graph][link][sources]") {
    std::vector<TextSketch> sketches{sketch(notice("Seebank", "7", "March 3")), sketch("CORRECTED - " + lead),
                                     sketch(lead + " KELM (AFP)"), sketch(lead)};
    std::vector<VersionMark> marks{{"2019-03-01", "d"}, {"2019-03-02", "c"}, {"2019-03-03", "b"}, {"2019-03-01", "a"}};
    const SourceGroups found = group_sources(sketches, marks);
    REQUIRE(found.groups.size() == 2);
    CHECK(found.group[1] == found.group[3]);
    CHECK(found.group[0] != found.group[1]);
    const SourceGroup& group = found.groups[found.group[1]];
    CHECK(group.documents == std::vector<std::uint32_t>{3, 1, 2});
    CHECK(found.superseded_by[3] == 1U);
    CHECK_FALSE(found.superseded_by[1]);
    CHECK_FALSE(found.superseded_by[2]);
    CHECK_FALSE(found.superseded_by[0]);
}

TEST_CASE("groups do not depend on the order of the documents", "[graph][link][sources][property]") {
    std::vector<std::string> texts{lead, lead.substr(0, 200), lead + " More tomorrow.",
                                   notice("Nordbank", "8.25", "March 3"), notice("Seebank", "7.5", "May 9")};
    std::vector<std::uint32_t> order{0, 1, 2, 3, 4};
    do {
        std::vector<TextSketch> sketches;
        std::vector<VersionMark> marks;
        for (const std::uint32_t one : order) {
            sketches.push_back(sketch(texts[one]));
            marks.push_back({"", std::string(1, static_cast<char>('a' + one))});
        }
        const SourceGroups found = group_sources(sketches, marks);
        REQUIRE(found.groups.size() == 3);
        REQUIRE(order[found.groups[0].documents.front()] == 0);
        REQUIRE(order[found.groups[1].documents.front()] == 3);
        REQUIRE(order[found.groups[2].documents.front()] == 4);
    } while (std::next_permutation(order.begin(), order.end()));
}
