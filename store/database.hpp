#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace actorgraph {

/// Bytes that are no text.
struct Blob {
    std::string_view bytes;
};

class Database;

/// A prepared statement. Arguments are bound in order and must outlive the stepping. Every failure of
/// SQLite is a StoreFailure.
class Statement {
  public:
    Statement(const Database& database, std::string_view sql);

    /// Runs a statement that gives no rows.
    template <typename... Arguments> void run(const Arguments&... arguments) {
        begin(arguments...);
        step();
        reset();
    }
    /// Starts a query; `step` moves to its rows.
    template <typename... Arguments> Statement& begin(const Arguments&... arguments) {
        reset();
        int index = 0;
        (bind(++index, arguments), ...);
        return *this;
    }
    /// First column of the first row of a query; nullopt when there is none.
    template <typename... Arguments>
    std::optional<std::int64_t> number_of(const Arguments&... arguments) {
        const bool has_row = begin(arguments...).step();
        const std::optional<std::int64_t> result =
            has_row ? std::optional(number(0)) : std::nullopt;
        reset();
        return result;
    }
    bool step(); ///< true: on a row
    void reset();

    std::int64_t number(int column) const;
    std::string text(int column) const; ///< text or blob as it is stored; empty for NULL
    bool is_blob(int column) const;

  private:
    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, std::int64_t{value}); }
    void bind(int index, std::size_t value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, std::string_view text);
    void bind(int index, const std::string& text) { bind(index, std::string_view(text)); }
    void bind(int index, const char* text) { bind(index, std::string_view(text)); }
    void bind(int index, Blob blob);

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// One connection to a case file; used by one thread at a time. Registers the SQL function
/// row_checksum(columns…): the first 8 bytes of SHA-256 over the values with their types.
class Database {
  public:
    enum class Access { read, write };
    Database(std::string path, Access access);

    void execute(const char* sql);
    std::int64_t number_of(const char* sql);
    std::int64_t last_row() const;
    std::int64_t changes() const;
    const std::string& path() const { return path_; }

    /// Turns what SQLite last said into a StoreFailure.
    [[noreturn]] void fail() const;

  private:
    friend class Statement;
    bool try_open(const std::string& name, int flags);
    std::string path_;
    struct Close {
        void operator()(sqlite3* connection) const;
    };
    std::unique_ptr<sqlite3, Close> connection_;
};

} // namespace actorgraph
