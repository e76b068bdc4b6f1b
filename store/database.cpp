#include "store/database.hpp"

#include "store/digest.hpp"
#include "store/store_failure.hpp"

#include <sqlite3.h>

#include <filesystem>

namespace actorgraph {
namespace {

namespace fs = std::filesystem;

constexpr int busy_milliseconds = 10'000;

void row_checksum(sqlite3_context* context, int count, sqlite3_value** values) {
    Digest digest;
    for (int i = 0; i < count; ++i) {
        const int type = sqlite3_value_type(values[i]);
        const std::string tag(1, static_cast<char>('0' + type));
        const auto* bytes = static_cast<const char*>(
            type == SQLITE_BLOB ? sqlite3_value_blob(values[i])
                                : static_cast<const void*>(sqlite3_value_text(values[i])));
        const int size = sqlite3_value_bytes(values[i]);
        digest.add(tag).add(size == 0 ? std::string_view()
                                      : std::string_view(bytes, static_cast<std::size_t>(size)));
    }
    const std::string sum = digest.bytes();
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        number = number << 8U | static_cast<unsigned char>(sum[i]);
    }
    sqlite3_result_int64(context, static_cast<std::int64_t>(number));
}

/// A `file:` name for SQLite: everything but plain path characters in percent form.
std::string as_uri(const std::string& path, const char* query) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '?' || c == '#' || c == '%' || byte < 0x20 || byte > 0x7E) {
            uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
        } else {
            uri += c;
        }
    }
    return uri + query;
}

StoreFault fault_of(int code) {
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return StoreFault::locked;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:  // a schema that lacks what the program asks for
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_SCHEMA:
    case SQLITE_TOOBIG: return StoreFault::damaged;
    default: return StoreFault::disk;
    }
}

const char* hint_of(StoreFault fault) {
    switch (fault) {
    case StoreFault::locked: return "run again when the other program is done";
    case StoreFault::damaged: return "run 'actorgraph verify' on it, and take a copy made before";
    default: return "check the folder, its permissions and the disk; the case is as at the last commit";
    }
}

} // namespace

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

bool Database::try_open(const std::string& name, int flags) {
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI,
                                     nullptr);
    connection_.reset(connection);
    if (connection == nullptr) {
        throw std::bad_alloc();
    }
    sqlite3_extended_result_codes(connection, 1);
    return code == SQLITE_OK &&
           sqlite3_exec(connection, "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr) ==
               SQLITE_OK;
}

Database::Database(std::string path, Access access) : path_(std::move(path)) {
    std::error_code failure;
    const std::string full = fs::absolute(path_, failure).string();
    const bool writes = access == Access::write;
    const int flags = SQLITE_OPEN_READWRITE | (writes ? SQLITE_OPEN_CREATE : 0);
    if (!writes && !fs::exists(path_, failure)) {
        throw StoreFailure(StoreFault::missing, path_ + ": no such case file",
                           "check the path, or make it with 'actorgraph ingest'");
    }
    // Readers too may write, so that the last to leave takes SQLite's side files away.
    bool is_open = try_open(as_uri(full, ""), flags) ||
                   (!writes && try_open(as_uri(full, ""), SQLITE_OPEN_READONLY));
    if (!is_open && !writes && !fs::exists(path_ + "-wal", failure)) {
        // On a medium that cannot be written SQLite reads a finished file only when told it stays as it is.
        const int code = sqlite3_errcode(connection_.get()) & 0xFF;
        if (code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_IOERR) {
            is_open = try_open(as_uri(full, "?immutable=1"), SQLITE_OPEN_READONLY);
        }
    }
    if (!is_open) {
        fail();
    }
    sqlite3_busy_timeout(connection_.get(), busy_milliseconds);
    sqlite3_create_function_v2(connection_.get(), "row_checksum", -1,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                               row_checksum, nullptr, nullptr, nullptr);
    execute("PRAGMA temp_store = MEMORY");
    execute("PRAGMA foreign_keys = ON");
    execute("PRAGMA trusted_schema = OFF");
    execute("PRAGMA cell_size_check = ON");
    if (!writes) {
        execute("PRAGMA query_only = ON");
    }
}

void Database::fail() const {
    const StoreFault fault = fault_of(sqlite3_extended_errcode(connection_.get()));
    throw StoreFailure(fault, path_ + ": " + sqlite3_errmsg(connection_.get()), hint_of(fault));
}

void Database::execute(const char* sql) {
    if (sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail();
    }
}

std::int64_t Database::number_of(const char* sql) {
    return Statement(*this, sql).number_of().value_or(0);
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(connection_.get()); }

std::int64_t Database::changes() const { return sqlite3_changes64(connection_.get()); }

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(const Database& database, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(database.connection_.get(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
        database.fail();
    }
    statement_.reset(statement);
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        sqlite3* connection = sqlite3_db_handle(statement_.get());
        const StoreFault fault = fault_of(code);
        const char* name = sqlite3_db_filename(connection, "main");
        throw StoreFailure(fault, std::string(name == nullptr ? "" : name) + ": " + sqlite3_errmsg(connection),
                           hint_of(fault));
    }
    return false;
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return size == 0 ? "" : std::string(bytes, static_cast<std::size_t>(size));
}

bool Statement::is_blob(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_BLOB;
}

void Statement::bind(int index, std::int64_t value) {
    sqlite3_bind_int64(statement_.get(), index, value);
}

void Statement::bind(int index, std::string_view text) {
    sqlite3_bind_text64(statement_.get(), index, text.data() == nullptr ? "" : text.data(), text.size(),
                        SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(int index, Blob blob) {
    sqlite3_bind_blob64(statement_.get(), index, blob.bytes.data() == nullptr ? "" : blob.bytes.data(),
                        blob.bytes.size(), SQLITE_STATIC);
}

} // namespace actorgraph
