#include "extractor/readers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

using namespace actorgraph;

namespace {

/// What the test itself knows of an input: its bytes, and how many of them are blank or must be refused.
struct Counted {
    const char* name;
    std::string bytes;
    std::uint64_t skipped;
    std::uint64_t refused;
    std::size_t documents;
};

std::vector<Counted> inputs() {
    const std::string good = "{\"id\":\"a\",\"text\":\"Ana Reyes met Bo Li.\"}\n";
    const std::string bad = "{\"id\":\"b\"\n";
    const std::string blank = "\n";
    const std::string mail = "From: ana@reyes.example\nTo: bo@li.example\nSubject: Dock\n\nWe met.\n";
    const std::string envelope = "From ana@reyes.example Mon Mar  6 10:00:00 2023\n";
    const std::string page = "<html><body><article><p>Ana Reyes met Bo Li in Lisbon.</p></article></body></html>";
    return {
        {"a.txt", "Ana Reyes met Bo Li.\n", 0, 0, 1},
        {"bad.txt", std::string("Ana\0Reyes", 9), 0, 9, 0},
        {"latin.txt", "Jos\xe9 met Ana in Lisbon.\n", 0, 0, 1},
        {"rows.jsonl", good + blank + bad + good + "  \n", 1 + 3, bad.size(), 2},
        {"list.json", "[" + good + "," + good + "]", 0, 0, 2},
        {"page.html", page, 0, 0, 1},
        {"mail.eml", mail, 0, 0, 1},
        {"box.mbox", envelope + mail + "\n" + envelope + mail, 0, 0, 2},
    };
}

bool has_error(const ReadDocuments& read) {
    return std::any_of(read.problems.begin(), read.problems.end(),
                       [](const Diagnostic& problem) { return problem.severity == Severity::error; });
}

} // namespace

TEST_CASE("every byte of an input is read, skipped or refused, counted apart", "[extractor][readers]") {
    for (const Counted& one : inputs()) {
        INFO(one.name);
        const ReadDocuments read = parse_documents(one.bytes, one.name);
        const auto given = std::accumulate(
            read.documents.begin(), read.documents.end(), std::uint64_t{0},
            [](std::uint64_t sum, const Document& document) { return sum + document.source_bytes; });
        CHECK(read.tally.bytes == one.bytes.size());
        CHECK(read.documents.size() == one.documents);
        CHECK(read.tally.documents == one.documents);
        CHECK(read.tally.read == given);
        CHECK(read.tally.refused == one.refused);
        CHECK(given + one.refused + read.tally.skipped == one.bytes.size());
        if (one.skipped > 0) {
            CHECK(read.tally.skipped >= one.skipped);
        }
        CHECK(has_error(read) == (one.refused > 0));
    }
}

TEST_CASE("a limit only moves bytes from read to refused", "[extractor][readers]") {
    for (const Counted& one : inputs()) {
        INFO(one.name);
        ReadOptions small;
        small.limits.document_bytes = 8;
        small.limits.text_bytes = 8;
        const ReadDocuments read = parse_documents(one.bytes, one.name, small);
        CHECK(read.tally.bytes == one.bytes.size());
        CHECK(read.tally.read + read.tally.skipped + read.tally.refused == read.tally.bytes);
        CHECK(has_error(read) == (read.tally.refused > 0));
    }
}
