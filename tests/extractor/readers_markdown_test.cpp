#include "extractor/readers.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace actorgraph;

namespace {

Document read_note(const std::string& markdown) {
    const auto read = parse_documents(markdown, "note.md");
    REQUIRE(read.documents.size() == 1);
    CHECK(read.tally.read == markdown.size());
    return read.documents[0];
}

} // namespace

TEST_CASE("Markdown is read as its words", "[extractor][readers]") {
    const auto text_of = [](const char* markdown) { return read_note(markdown).text; };
    CHECK(text_of("# Quay\n\n**Ana** *met* [Bo](https://bo.example \"x\") `@bo`.") == "Quay\n\nAna met Bo @bo.");
    CHECK(text_of("Quay\n====\nAna\nleft.  \nBo came.") == "Quay\n\nAna\nleft.\nBo came.");
    CHECK(text_of("> Ana left.\n>\n> - Bo came.\n>   1. Tom too.") == "Ana left.\n\nBo came.\n\nTom too.");
    CHECK(text_of("Ana.\n\n```\nint x;\n```\n\n    indented\n\n<script>x</script>\n\nBo.") == "Ana.\n\nBo.");
    CHECK(text_of("| who | where |\n|:----|------|\n| Ana | Lisbon |") == "| who | where |\n| Ana | Lisbon |");
    CHECK(text_of("Ana &amp; Bo, 1\\*2, <https://bo.example>") == "Ana & Bo, 1*2, https://bo.example");
}

TEST_CASE("texts of pictures are captions, set aside behind the body", "[extractor][readers]") {
    const Document note = read_note("![Ana *on*\nthe quay](a.png)\n\nBo came ![](b.png)soon.");
    CHECK(note.text == "Bo came soon.\n\nAna on the quay");
    REQUIRE(note.set_aside.size() == 1);
    CHECK(note.set_aside[0].reason == "caption");
    CHECK(note.text.substr(note.set_aside[0].span.begin) == "Ana on the quay");
}

TEST_CASE("front matter tells title, date, authors, outlet and address", "[extractor][readers]") {
    const char* tail = "# Other\n\nBody.";
    const Document yaml = read_note(std::string("---\ntitle: \"Quay: sold\"\ndate: 2023-03-06T10:00:00Z\nauthors:\n  - Ana Reyes\n"
                                                "  - 'Bo Li'\nsource: The Post\nurl: https://post.example/1\n---\n") + tail);
    CHECK(yaml.title == "Quay: sold");
    CHECK(yaml.date == "2023-03-06");
    CHECK(yaml.authors == std::vector<std::string>{"Ana Reyes", "Bo Li"});
    CHECK(yaml.outlet == "The Post");
    CHECK(yaml.url == "https://post.example/1");
    CHECK(yaml.text == "Other\n\nBody.");
    const Document toml = read_note(std::string("+++\ntitle = 'Quay'\nauthor = [\"Ana Reyes\", \"Bo Li\"]\n+++\n") + tail);
    CHECK(toml.title == "Quay");
    CHECK(toml.authors == std::vector<std::string>{"Ana Reyes", "Bo Li"});
}

TEST_CASE("a line of dashes without an end is no front matter", "[extractor][readers]") {
    const Document note = read_note("---\nThe quay: sold.\n\n## Who\n\nAna, 6 March 2023.");
    CHECK(note.text == "The quay: sold.\n\nWho\n\nAna, 6 March 2023.");
    CHECK(note.title == "Who");
    CHECK(note.date == "2023-03-06");
}

TEST_CASE("Markdown longer than a part is read as text in parts", "[extractor][readers]") {
    ReadOptions options;
    options.limits.part_bytes = 64;
    const std::string markdown = "# Quay\n\nAna met Bo in the harbour of Lowport on a Monday.\n\nBo came from the north quay.\n";
    const auto read = parse_documents(markdown, "note.md", options);
    CHECK(read.documents.size() == 2);
    CHECK(read.tally.read == markdown.size());
}
