#include "extractor/readers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace actorgraph;

namespace {

namespace fs = std::filesystem;

const fs::path golden = fs::path(ACTORGRAPH_SOURCE_DIR) / "tests" / "golden";

void line(std::ostream& out, const char* name, const std::string& value) {
    if (!value.empty()) {
        out << "  " << name << ": " << value << '\n';
    }
}

void write(const Document& document, std::ostream& out) {
    out << document.id << " (" << document.source_bytes << " bytes)\n";
    line(out, "sha256", document.sha256);
    line(out, "title", document.title);
    line(out, "date", document.date);
    line(out, "outlet", document.outlet);
    line(out, "region", document.region);
    line(out, "url", document.url);
    for (const std::string& author : document.authors) {
        line(out, "author", author);
    }
    for (const MailParty& party : document.parties) {
        line(out, party.role.c_str(), document.text.substr(party.name.begin, length(party.name)) + " | " +
                                          document.text.substr(party.address.begin, length(party.address)));
    }
    for (const SkippedText& aside : document.set_aside) {
        out << "  set aside: " << aside.reason << " [" << aside.span.begin << ", " << aside.span.end << ")\n";
    }
    std::istringstream text(document.text);
    for (std::string one; std::getline(text, one);) {
        out << "  | " << one << '\n';
    }
}

/// What every sample gives: documents with all they say of themselves, problems, and where the bytes went.
std::string read_samples() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(golden / "formats")) {
        if (entry.path().extension() != ".py") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::ostringstream out;
    for (const fs::path& file : files) {
        out << "== " << file.filename().string() << '\n';
        const ReadSink sink{[&](const Document& document) { write(document, out); },
                            [&](const Diagnostic& problem) { out << to_text(problem) << '\n'; }};
        const ReadTally tally = read_documents({file, file.filename().string()}, {}, sink);
        CHECK(tally.bytes == tally.read + tally.skipped + tally.refused);
        out << "bytes: " << tally.bytes << " = " << tally.read << " read + " << tally.skipped << " skipped + "
            << tally.refused << " refused\n\n";
    }
    return out.str();
}

} // namespace

/// ACTORGRAPH_ACCEPT=1 takes what is read now as right (golden_test.sh --accept sets it).
TEST_CASE("every format is read as its golden says", "[extractor][readers][golden]") {
    const std::string read = read_samples();
    const fs::path path = golden / "formats.documents";
    if (std::getenv("ACTORGRAPH_ACCEPT") != nullptr) {
        std::ofstream(path, std::ios::binary) << read;
    }
    std::ifstream in(path, std::ios::binary);
    const std::string wanted{std::istreambuf_iterator<char>(in), {}};
    std::istringstream have_lines(read);
    std::istringstream wanted_lines(wanted);
    std::string have;
    std::string want;
    for (std::size_t number = 1; std::getline(wanted_lines, want); ++number) {
        INFO("line " << number << " of " << path);
        REQUIRE(std::getline(have_lines, have));
        REQUIRE(have == want);
    }
    CHECK(read == wanted);
}
