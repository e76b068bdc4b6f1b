#include "extractor/readers.hpp"
#include "extractor/readers/child.hpp"
#include "extractor/readers/pdf.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <catch2/catch.hpp>
#include <csignal>
#include <stdexcept>
#include <string>

using namespace actorgraph;

namespace {

struct Member {
    std::string name;
    std::string bytes;
};

enum class Kind { zip, tar_gz, gz };

std::string packed(Kind kind, const std::vector<Member>& members) {
    archive* one = archive_write_new();
    kind == Kind::zip  ? archive_write_set_format_zip(one)
    : kind == Kind::gz ? archive_write_set_format_raw(one)
                       : archive_write_set_format_ustar(one);
    if (kind != Kind::zip) {
        archive_write_add_filter_gzip(one);
    }
    std::string out(1U << 20U, '\0');
    std::size_t used = 0;
    REQUIRE(archive_write_open_memory(one, out.data(), out.size(), &used) == ARCHIVE_OK);
    for (const Member& member : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, member.name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(one, entry);
        archive_write_data(one, member.bytes.data(), member.bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(one);
    archive_write_free(one);
    out.resize(used);
    return out;
}

bool is_balanced(const ReadTally& tally) {
    return tally.bytes == tally.read + tally.skipped + tally.refused;
}

std::string messages(const ReadDocuments& read) {
    std::string all;
    for (const Diagnostic& problem : read.problems) {
        all += to_text(problem) + "\n";
    }
    return all;
}

} // namespace

TEST_CASE("every member of an archive goes to its reader", "[extractor][readers]") {
    const std::vector<Member> members{
        {"b/one.txt", "First text."},
        {"two.html", "<p>Second text.</p>"},
        {"rows.jsonl", "{\"text\":\"Third\"}\n{\"text\":\"Fourth\"}\n"}};
    for (const Kind kind : {Kind::zip, Kind::tar_gz}) {
        const auto read = parse_documents(packed(kind, members), "a.zip");
        INFO(messages(read));
        REQUIRE(read.documents.size() == 4);
        CHECK(read.documents[0].id == "a.zip/b/one.txt");
        CHECK(read.documents[1].text == "Second text.");
        CHECK(read.documents[3].text == "Fourth");
        CHECK(read.problems.empty());
        CHECK(is_balanced(read.tally));
    }
    const auto single =
        parse_documents(packed(Kind::gz, {{"x", "Packed text."}}), "d/story.txt.gz");
    REQUIRE(single.documents.size() == 1);
    CHECK(single.documents[0].id == "d/story.txt.gz/story.txt");
}

TEST_CASE("archives in archives are opened up to the limit", "[extractor][readers]") {
    std::string inner = "Deep text.";
    std::string name = "n.txt";
    for (int i = 0; i < 12; ++i) {
        inner = packed(Kind::zip, {{name, inner}, {"level.txt", "Level " + std::to_string(i)}});
        name = "n.zip";
    }
    const auto read = parse_documents(inner, "top.zip");
    CHECK(read.documents.size() == 4);
    CHECK(messages(read).find("it lies in more than 4 archives") != std::string::npos);
    CHECK(is_balanced(read.tally));
}

TEST_CASE("a bomb is one refusal, and so is a damaged archive", "[extractor][readers]") {
    ReadOptions options;
    const auto bomb = parse_documents(packed(Kind::zip, {{"a.txt", std::string(100U << 20U, 'A')}}),
                                      "bomb.zip", options);
    CHECK(messages(bomb).find("bomb.zip/a.txt: error: the member breaks off: it unpacks to more "
                              "than 200 times its size") != std::string::npos);
    CHECK(is_balanced(bomb.tally));
    const std::string whole = packed(Kind::zip, {{"a.txt", std::string(5000, 'x') + "end"}});
    const auto cut = parse_documents(whole.substr(0, whole.size() / 2), "cut.zip");
    CHECK(messages(cut).find("error") != std::string::npos);
    CHECK(messages(parse_documents("PK\x03\x04 no zip at all", "bad.zip"))
              .find("bad.zip: error: the archive") != std::string::npos);
}

TEST_CASE("an archive that asks for gigabytes is refused by the child's limit", "[extractor][readers]") {
    using namespace std::string_view_literals;
    // xz of one line whose block header says that the dictionary has 4 GiB, with a right checksum
    constexpr auto greedy = "\xfd\x37\x7a\x58\x5a\x00\x00\x01\x69\x22\xde\x36\x02\x00\x21\x01\x28\x00\x00\x00"
                            "\xe6\xa0\x11\xb3\x01\x00\x14\x41\x6e\x61\x20\x52\x65\x79\x65\x73\x20\x6d\x65\x74"
                            "\x20\x42\x6f\x20\x4c\x69\x2e\x0a\x00\x00\x00\x00\x67\x2c\xd1\x29\x00\x01\x29\x15"
                            "\x2b\xce\x1d\x09\x90\x42\x99\x0d\x01\x00\x00\x00\x00\x01\x59\x5a"sv;
    const auto read = parse_documents(greedy, "greedy.txt.xz");
    CHECK(read.documents.empty());
    CHECK(messages(read).find("greedy.txt.xz: error: the archive") != std::string::npos);
    CHECK(is_balanced(read.tally));
}

TEST_CASE("names of members never leave the archive", "[extractor][readers]") {
    const auto read = parse_documents(
        packed(Kind::tar_gz, {{"../../up.txt", "Text"}, {"\x01\x1b.txt", "Text"}}), "s.tgz");
    REQUIRE(read.documents.size() == 2);
    CHECK(read.documents[0].id == "s.tgz/../../up.txt");
    CHECK(read.documents[1].id == "s.tgz/??.txt");
}

TEST_CASE("a word processor's file gives its paragraphs", "[extractor][readers]") {
    const std::string body =
        "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Greta Holm </w:t></w:r><w:r><w:t>met "
        "Paul.</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:r><w:t>Next</w:t><w:tab/><w:t>line</w:t></w:r></w:p></w:body></w:document>";
    const std::string core =
        "<c:p xmlns:c='c' xmlns:d='d'><d:title>Plan</d:title><d:creator>Ina Vale</d:creator>"
        "<c:created>2020-03-04T10:00:00Z</c:created></c:p>";
    const auto docx = parse_documents(packed(Kind::zip, {{"[Content_Types].xml", "<t/>"},
                                                         {"word/document.xml", body},
                                                         {"docProps/core.xml", core}}),
                                      "a.docx");
    INFO(messages(docx));
    REQUIRE(docx.documents.size() == 1);
    CHECK(docx.documents[0].text == "Greta Holm met Paul.\n\nNext line");
    CHECK(docx.documents[0].title == "Plan");
    CHECK(docx.documents[0].date == "2020-03-04");
    CHECK(docx.documents[0].authors == std::vector<std::string>{"Ina Vale"});
    const auto odt = parse_documents(
        packed(Kind::zip, {{"content.xml", "<o:d xmlns:o='o' xmlns:text='t'><text:h>Top</text:h>"
                                           "<text:p>One<text:s/>two</text:p></o:d>"}}),
        "a.odt");
    REQUIRE(odt.documents.size() == 1);
    CHECK(odt.documents[0].text == "Top\n\nOne two");
    const auto bad =
        parse_documents(packed(Kind::zip, {{"word/document.xml", "<a><b></a>"}}), "b.docx");
    CHECK(messages(bad).find("b.docx: error: the document holds XML that is not well formed") == 0);
    const std::string laughs =
        "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'lollollollol'><!ENTITY b "
        "'&a;&a;&a;&a;&a;&a;&a;&a;'>"
        "<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w:p xmlns:w='w'><w:t>&x;</w:t></w:p>";
    CHECK(messages(parse_documents(packed(Kind::zip, {{"word/document.xml", laughs}}), "c.docx"))
              .find("root") == std::string::npos);
}

TEST_CASE("pages become paragraphs without heads and broken words", "[extractor][readers]") {
    std::vector<std::string> pages;
    for (const std::string word : {"First", "Then", "Later", "Last"}) {
        pages.push_back("The Harbour Post\n\n" + word +
                        " the board of the har-\nbour met on Friday and it\n"
                        "agreed to go on with the\nwork.\n\nNobody objected to it and so\nthe "
                        "chair closed it " +
                        word + "\n\nPage " + std::to_string(word.size()) + "\n");
    }
    const std::string text = join_pages(pages);
    CHECK(text.find("First the board of the harbour met on Friday and it agreed to go on with the "
                    "work.\n\nNobody") == 0);
    CHECK(text.find("Harbour Post") == std::string::npos);
    CHECK(text.find("Page") == std::string::npos);
    CHECK(join_pages({}).empty());
    CHECK(join_pages({"One line."}) == "One line.");
}

TEST_CASE("a PDF is read page by page", "[extractor][readers]") {
    const std::string stream =
        "BT /F1 12 Tf 72 700 Td (Greta Holm met Paul Stern in Lowport.) Tj ET";
    const std::string pdf =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 "
        "R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 "
        "R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        "4 0 obj<</Length " +
        std::to_string(stream.size()) + ">>stream\n" + stream +
        "\nendstream endobj\n"
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 "
        "R>>\n%%EOF\n";
    const auto read = parse_documents(pdf, "a.pdf");
    INFO(messages(read));
    REQUIRE(read.documents.size() == 1);
    CHECK(read.documents[0].text == "Greta Holm met Paul Stern in Lowport.");
    CHECK(is_balanced(read.tally));
    const auto bad = parse_documents("%PDF-1.7\nnothing", "b.pdf");
    CHECK(bad.documents.empty());
    CHECK(bad.problems.at(0).message == "the PDF is damaged: no page can be found");
    CHECK(bad.tally.refused == bad.tally.bytes);
}

TEST_CASE("a child that crashes, throws or runs on is a reason", "[extractor][readers]") {
    ReadLimits limits;
    limits.seconds = 1;
    const auto reason_of = [&](const std::function<void(const SendFrame&)>& work) {
        Child child(limits, work);
        while (child.next()) {
        }
        return child.reason();
    };
    CHECK(reason_of([](const SendFrame& send) { send('x', {"a", "b"}); }).empty());
    CHECK(reason_of([](const SendFrame&) { std::raise(SIGKILL); }) ==
          "made its parser crash (Killed)");
    CHECK(reason_of([](const SendFrame&) { throw std::runtime_error("is odd"); }) == "is odd");
    limits.memory_bytes = 100'000;
    const std::string overlong(200'000, 'x'); // more than the pipe holds, too
    CHECK(reason_of([&](const SendFrame& send) { send('x', {overlong}); }) == "made its parser crash (Broken pipe)");
    limits.memory_bytes = ReadLimits{}.memory_bytes;
    CHECK(reason_of([](const SendFrame&) {
              volatile int turns = 0;
              while (true) {
                  turns = turns + 1;
              }
          }) == "took more than 1 s of processor time for one part");
}
