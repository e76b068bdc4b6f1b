#include "store/verify.hpp"

#include "store/compress.hpp"
#include "store/digest.hpp"
#include "store/facts_codec.hpp"
#include "store/packed_document.hpp"
#include "store/schema.hpp"
#include "store/store_failure.hpp"

#include <array>

namespace actorgraph {
namespace {

struct Table {
    const char* name;
    const char* columns; ///< those the checksum covers
};
constexpr std::array tables{
    Table{"input", "path, size, mtime, ctime, sha256, program, since"},
    Table{"document", "content, sha256, title, date, outlet, text_bytes, text, reading"},
    Table{"facts", "document, engine, body_bytes, body"},
    Table{"source", "input, name, facts"},
    Table{"failure", "input, line, place, reason, hint"},
    Table{"decision", "id, time, user, kind, a, b, why, undone_by"},
};

class Verification {
  public:
    explicit Verification(const std::string& path) : database_(path, Database::Access::read) {}

    Verdict run() {
        check_version(database_, schema_steps().size());
        if (is_blank(database_)) {
            return {};
        }
        database_.execute("BEGIN");
        attempt([this] { check_structure(); });
        for (const Table& table : tables) {
            attempt([&] { check_rows(table); });
        }
        attempt([this] { check_texts(); });
        attempt([this] { check_facts(); });
        return std::move(verdict_);
    }

  private:
    /// Damage that stops one check does not stop the others.
    template <typename Check> void attempt(const Check& check) {
        try {
            check();
        } catch (const StoreFailure& failure) {
            if (failure.fault() != StoreFault::damaged) {
                throw;
            }
            verdict_.faults.emplace_back(failure.what());
        }
    }

    void check_structure() {
        Statement structure(database_, "PRAGMA integrity_check(20)");
        for (structure.begin(); structure.step();) {
            if (structure.text(0) != "ok") {
                verdict_.faults.push_back("the file's structure is damaged: " + structure.text(0));
            }
        }
        Statement keys(database_, "PRAGMA foreign_key_check");
        for (keys.begin(); keys.step();) {
            verdict_.faults.push_back("a row of " + keys.text(0) + " points to a row that is not there");
        }
    }

    void check_rows(const Table& table) {
        const std::string sql = std::string("SELECT count(*) FROM ") + table.name +
                                " WHERE checksum IS NOT row_checksum(" + table.columns + ")";
        if (const std::int64_t bad = database_.number_of(sql.c_str()); bad > 0) {
            verdict_.faults.push_back(std::to_string(bad) + " rows of " + table.name +
                                      " differ from their checksum");
        }
    }

    void check_texts() {
        Statement rows(database_, "SELECT sha256, title, date, outlet, text, text_bytes, content, reading"
                                  " FROM document ORDER BY id");
        for (rows.begin(); rows.step();) {
            DocumentFacts one;
            one.sha256 = rows.is_blob(0) ? to_hex(rows.text(0)) : rows.text(0);
            one.title = rows.text(1);
            one.date = rows.text(2);
            one.outlet = rows.text(3);
            auto text = decompress(rows.text(4), static_cast<std::size_t>(rows.number(5)));
            ++verdict_.documents;
            verdict_.text_bytes += rows.number(5);
            if (text) {
                one.text = std::move(*text);
            }
            if (!text || content_key(one, rows.text(7)) != rows.text(6)) {
                verdict_.faults.push_back("the text of document " + one.sha256.substr(0, 12) + " \"" +
                                          one.title + "\" is damaged");
            }
        }
    }

    void check_facts() {
        Statement rows(database_, "SELECT body, body_bytes, title FROM facts"
                                  " JOIN document ON document.id = facts.document ORDER BY facts.id");
        for (rows.begin(); rows.step();) {
            const auto body = decompress(rows.text(0), static_cast<std::size_t>(rows.number(1)));
            if (!body || !decode_facts(*body)) {
                verdict_.faults.push_back("the facts of \"" + rows.text(2) + "\" are damaged");
            }
        }
        const std::int64_t bare = database_.number_of(
            "SELECT count(*) FROM document WHERE id NOT IN (SELECT document FROM facts)");
        if (bare > 0) {
            verdict_.faults.push_back(std::to_string(bare) + " documents have no facts");
        }
    }

    Database database_;
    Verdict verdict_;
};

} // namespace

Verdict verify_case(const std::string& path) { return Verification(path).run(); }

} // namespace actorgraph
