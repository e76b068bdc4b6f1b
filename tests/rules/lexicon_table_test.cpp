#include "rules/lexicon.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <string>

using namespace actorgraph;

namespace {

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "actorgraph-lexicon-test";
    Folder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name) << text;
    }
};

} // namespace

TEST_CASE("a lexicon joins the classes of all tables", "[rules][lexicon]") {
    const Folder folder;
    folder.write("a.tsv", "# class: place\nAvalon\nPort Avalon\nMercia\tsurname\n");
    folder.write("b.tsv", "# class: company\nAvalon\n");
    const auto lexicon = Lexicon::load(folder.path);
    REQUIRE(lexicon.ok());
    CHECK(has(lexicon.value().classes("Avalon"), LexClass::place));
    CHECK(has(lexicon.value().classes("Avalon"), LexClass::company));
    CHECK(has(lexicon.value().classes("Mercia"), LexClass::surname));
    CHECK(lexicon.value().classes("avalon") == 0);
    CHECK(lexicon.value().folded_classes("AVALON") == lexicon.value().classes("Avalon"));
    const std::vector<WordKey> words{Lexicon::key("Port"), Lexicon::key("Avalon"), Lexicon::key("now")};
    CHECK(lexicon.value().longest(words).words == 2);
    CHECK(lexicon.value().longest(std::span(words).subspan(1)).words == 0);
}

TEST_CASE("an unknown class is named with file and line", "[rules][lexicon]") {
    const Folder folder;
    folder.write("a.tsv", "# class: place\nAvalon\tcastle\n");
    const auto lexicon = Lexicon::load(folder.path);
    REQUIRE_FALSE(lexicon.ok());
    CHECK(lexicon.problems().front().line == 2);
    CHECK(lexicon.problems().front().message == "unknown lexicon class 'castle'");
}

TEST_CASE("the lexicon that ships loads and knows the everyday", "[rules][lexicon]") {
    const auto lexicon = Lexicon::load(ACTORGRAPH_SOURCE_DIR "/rules/lexicon");
    REQUIRE(lexicon.ok());
    CHECK(has(lexicon.value().classes("Ingrid"), LexClass::given_female));
    CHECK(has(lexicon.value().classes("Smith"), LexClass::surname));
    CHECK(has(lexicon.value().classes("France"), LexClass::country));
    CHECK(has(lexicon.value().classes("house"), LexClass::ordinary_word));
}
