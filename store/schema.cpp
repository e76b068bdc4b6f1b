#include "store/schema.hpp"

#include "store/store_failure.hpp"

#include <array>
#include <filesystem>
#include <fstream>

namespace actorgraph {
namespace {

// Documented in docs/case-file.md. `checksum` is row_checksum over the columns before it, in order.
constexpr const char* version_1 = R"sql(
CREATE TABLE run (
    id INTEGER PRIMARY KEY, command TEXT NOT NULL, program TEXT NOT NULL, started TEXT NOT NULL,
    ended TEXT NOT NULL DEFAULT '', summary TEXT NOT NULL DEFAULT '');
CREATE TABLE input (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
    ctime INTEGER NOT NULL, sha256 BLOB NOT NULL, program TEXT NOT NULL, since TEXT NOT NULL,
    checksum INTEGER NOT NULL);
CREATE TABLE document (
    id INTEGER PRIMARY KEY, content BLOB NOT NULL UNIQUE, sha256 NOT NULL, title TEXT NOT NULL,
    date TEXT NOT NULL, outlet TEXT NOT NULL, text_bytes INTEGER NOT NULL, text BLOB NOT NULL,
    reading BLOB NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE facts (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document, engine TEXT NOT NULL,
    body_bytes INTEGER NOT NULL, body BLOB NOT NULL, checksum INTEGER NOT NULL,
    UNIQUE (document, engine, checksum));
CREATE TABLE source (
    input INTEGER NOT NULL REFERENCES input, name TEXT NOT NULL,
    facts INTEGER NOT NULL REFERENCES facts, pass INTEGER NOT NULL, checksum INTEGER NOT NULL,
    PRIMARY KEY (input, name, facts)) WITHOUT ROWID;
CREATE INDEX source_facts ON source (facts);
CREATE INDEX source_name ON source (name);
CREATE TABLE failure (
    id INTEGER PRIMARY KEY, input INTEGER NOT NULL REFERENCES input, line INTEGER NOT NULL,
    place INTEGER NOT NULL, reason TEXT NOT NULL, hint TEXT NOT NULL, checksum INTEGER NOT NULL);
CREATE INDEX failure_input ON failure (input);
CREATE TABLE decision (
    id INTEGER PRIMARY KEY, time TEXT NOT NULL, user TEXT NOT NULL, kind TEXT NOT NULL, a TEXT NOT NULL,
    b TEXT NOT NULL, why TEXT NOT NULL, undone_by INTEGER REFERENCES decision,
    checksum INTEGER NOT NULL);
)sql";

constexpr std::array steps{version_1};

} // namespace

std::span<const char* const> schema_steps() { return steps; }

bool is_blank(Database& database) {
    return database.number_of("SELECT count(*) FROM sqlite_master") == 0 &&
           database.number_of("PRAGMA application_id") == 0;
}

void check_version(Database& database, std::size_t newest) {
    if (is_blank(database)) {
        std::error_code failure;
        const bool has_bytes = std::filesystem::file_size(database.path(), failure) > 0 && !failure;
        if (has_bytes && database.number_of("PRAGMA page_count") == 0) {
            throw StoreFailure(StoreFault::damaged, database.path() + ": this is no case file of actorgraph",
                               "give a file made by 'actorgraph ingest'");
        }
        return;
    }
    if (database.number_of("PRAGMA application_id") != case_application_id) {
        throw StoreFailure(StoreFault::damaged, database.path() + ": this is no case file of actorgraph",
                           "give a file made by 'actorgraph ingest'");
    }
    const std::int64_t version = database.number_of("PRAGMA user_version");
    if (version > static_cast<std::int64_t>(newest)) {
        throw StoreFailure(StoreFault::newer,
                           database.path() + ": the case file has schema " + std::to_string(version) +
                               ", this program knows schemas up to " + std::to_string(newest),
                           "use the newer actorgraph that wrote it");
    }
    if (version < 1) {
        throw StoreFailure(StoreFault::damaged, database.path() + ": the case file has no schema version",
                           "take a copy made before");
    }
}

void migrate(Database& database, std::span<const char* const> all_steps) {
    check_version(database, all_steps.size());
    for (auto version = static_cast<std::size_t>(database.number_of("PRAGMA user_version"));
         version < all_steps.size(); ++version) {
        database.execute("BEGIN IMMEDIATE");
        database.execute(all_steps[version]);
        database.execute(("PRAGMA application_id = " + std::to_string(case_application_id)).c_str());
        database.execute(("PRAGMA user_version = " + std::to_string(version + 1)).c_str());
        database.execute("COMMIT");
    }
}

bool is_case_file(const std::string& path) {
    static constexpr std::string_view magic("SQLite format 3\0", 16);
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure)) {
        return false;
    }
    std::array<char, magic.size()> header{};
    std::ifstream in(path, std::ios::binary);
    in.read(header.data(), header.size());
    return std::string_view(header.data(), static_cast<std::size_t>(in.gcount())) == magic;
}

} // namespace actorgraph
