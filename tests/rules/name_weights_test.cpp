#include "rules/name_weights.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>

using namespace actorgraph;

namespace {

std::filesystem::path shipped() { return ACTORGRAPH_SOURCE_DIR "/rules/names/weights.tsv"; }

/// The shipped table with one line changed, as a file of its own.
std::filesystem::path changed(const std::string& cue, const std::string& line) {
    const auto path = std::filesystem::temp_directory_path() / "actorgraph-weights-test.tsv";
    std::ifstream in(shipped());
    std::ofstream out(path);
    for (std::string row; std::getline(in, row);) {
        out << (row.starts_with(cue + "\t") ? line : row) << '\n';
    }
    return path;
}

} // namespace

TEST_CASE("the shipped weights name every kind of evidence", "[rules][names]") {
    for (const char* name : {"weights.tsv", "by_hand.tsv"}) {
        const auto weights = NameWeights::load(shipped().parent_path() / name);
        REQUIRE(weights.ok());
        CHECK(weights.value().of(NameCue::title_before).weight[0] > 1.0);
        CHECK(weights.value().of(NameCue::title_before).words == "a title before it");
    }
}

TEST_CASE("a mistake in the weights is told with its place and the near miss", "[rules][names]") {
    const auto unknown = NameWeights::load(changed("speaks", "speeks\t1\t0\t0\t0\tit says something"));
    REQUIRE_FALSE(unknown.ok());
    CHECK(unknown.problems()[0].message == "'speeks' is no kind of evidence");
    CHECK(unknown.problems()[0].hint == "did you mean 'speaks'?");
    CHECK(unknown.problems()[0].line > 1);
    CHECK(unknown.problems()[1].message == "there is no row for 'speaks'");

    const auto word = NameWeights::load(changed("speaks", "speaks\t1\tmuch\t0\t0\tit says something"));
    REQUIRE_FALSE(word.ok());
    CHECK(word.problems()[0].message == "'much' is no number");
    CHECK(word.problems()[0].column == 10);

    const auto shorter = NameWeights::load(changed("speaks", "speaks\t1\t0"));
    REQUIRE_FALSE(shorter.ok());
    CHECK(shorter.problems()[0].message == "this row has 3 columns");
}

TEST_CASE("a missing table of weights is an error with advice", "[rules][names]") {
    const auto weights = NameWeights::load("/nowhere/weights.tsv");
    REQUIRE_FALSE(weights.ok());
    CHECK(weights.problems()[0].message == "cannot read the weights of names");
}
