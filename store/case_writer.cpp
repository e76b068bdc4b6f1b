#include "store/case_writer.hpp"

#include "store/schema.hpp"
#include "store/store_failure.hpp"
#include "store/utc_now.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

constexpr unsigned passes_bits = 32; ///< room for the closes of one run

bool is_hex(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

/// SHA-256 in hex as its 32 bytes, anything else as it is.
std::string packed_hex(const std::string& hex) {
    const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes += static_cast<char>(value(hex[i]) * 16 + value(hex[i + 1]));
    }
    return bytes;
}

} // namespace

struct CaseWriter::Statements {
    explicit Statements(const Database& d)
        : find_input(d, "SELECT id FROM input WHERE path = ?"),
          add_input(d, "INSERT INTO input (path, size, mtime, ctime, sha256, program, since, checksum)"
                       " VALUES (?1, 0, 0, 0, x'', '', '', row_checksum(?1, 0, 0, 0, x'', '', ''))"),
          set_input(d, "UPDATE input SET size = ?2, mtime = ?3, ctime = ?4, sha256 = ?5, program = ?6,"
                       " since = ?7, checksum = row_checksum(path, ?2, ?3, ?4, ?5, ?6, ?7) WHERE id = ?1"),
          find_document(d, "SELECT id FROM document WHERE content = ?"),
          add_document(d, "INSERT INTO document (content, sha256, title, date, outlet, text_bytes, text,"
                          " reading, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,"
                          " row_checksum(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))"),
          find_facts(d, "SELECT id FROM facts WHERE document = ?1 AND engine = ?2 AND checksum ="
                        " row_checksum(?1, ?2, ?3, ?4)"),
          find_engine(d, "SELECT facts.id FROM document JOIN facts ON facts.document = document.id"
                         " WHERE content = ? AND engine = ?"),
          add_facts(d, "INSERT INTO facts (document, engine, body_bytes, body, checksum)"
                       " VALUES (?1, ?2, ?3, ?4, row_checksum(?1, ?2, ?3, ?4))"),
          mark_source(d, "UPDATE source SET pass = ?4 WHERE input = ?1 AND name = ?2 AND facts = ?3"),
          add_source(d, "INSERT INTO source (input, name, facts, pass, checksum)"
                        " VALUES (?1, ?2, ?3, ?4, row_checksum(?1, ?2, ?3))"),
          keep_source(d, "UPDATE source SET pass = ?4 WHERE input = ?1 AND name = ?2 AND facts IN"
                         " (SELECT facts.id FROM facts JOIN document ON document.id = facts.document"
                         " WHERE content = ?3)"),
          drop_old(d, "DELETE FROM source WHERE input = ?1 AND pass <> ?2"),
          drop_failures(d, "DELETE FROM failure WHERE input = ?"),
          add_failure(d, "INSERT INTO failure (input, line, place, reason, hint, checksum)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, row_checksum(?1, ?2, ?3, ?4, ?5))") {}
    Statement find_input, add_input, set_input, find_document, add_document, find_facts, find_engine,
        add_facts, mark_source, add_source, keep_source, drop_old, drop_failures, add_failure;
};

CaseWriter::CaseWriter(const std::string& path, std::string_view command, std::string_view program,
                       std::chrono::milliseconds patience)
    : lock_(path, patience), database_(path, Database::Access::write) {
    check_version(database_, schema_steps().size());
    database_.execute("PRAGMA journal_mode = WAL");
    database_.execute("PRAGMA synchronous = FULL");
    migrate(database_, schema_steps());
    statements_ = std::make_unique<Statements>(database_);
    begin();
    Statement(database_, "INSERT INTO run (command, program, started) VALUES (?, ?, ?)")
        .run(command, program, utc_now());
    run_ = database_.last_row();
    pass_ = run_ << passes_bits;
}

CaseWriter::~CaseWriter() = default;

void CaseWriter::begin() {
    if (!is_open_) {
        database_.execute("BEGIN IMMEDIATE");
        is_open_ = true;
    }
}

void CaseWriter::commit() {
    if (is_open_) {
        database_.execute("COMMIT");
        is_open_ = false;
    }
}

std::int64_t CaseWriter::open_input(const std::string& path) {
    begin();
    if (const auto row = statements_->find_input.number_of(path)) {
        return *row;
    }
    statements_->add_input.run(path);
    return database_.last_row();
}

std::int64_t CaseWriter::put_document(const PackedDocument& packed) {
    if (const auto row = statements_->find_document.number_of(Blob{packed.content})) {
        return *row;
    }
    const bool is_sum = packed.sha256.size() == 64 && is_hex(packed.sha256);
    const std::string sum = is_sum ? packed_hex(packed.sha256) : "";
    if (is_sum) {
        statements_->add_document.run(Blob{packed.content}, Blob{sum}, packed.title, packed.date,
                                      packed.outlet, packed.text_bytes, Blob{packed.text},
                                      Blob{packed.reading});
    } else {
        statements_->add_document.run(Blob{packed.content}, packed.sha256, packed.title, packed.date,
                                      packed.outlet, packed.text_bytes, Blob{packed.text},
                                      Blob{packed.reading});
    }
    return database_.last_row();
}

std::int64_t CaseWriter::put_facts(std::int64_t document, const PackedDocument& packed,
                                   const std::string& engine) {
    const Blob body{packed.body};
    if (const auto row = statements_->find_facts.number_of(document, engine, packed.body_bytes, body)) {
        return *row;
    }
    statements_->add_facts.run(document, engine, packed.body_bytes, body);
    return database_.last_row();
}

CaseWriter::Put CaseWriter::put_source(std::int64_t input, const std::string& name, std::int64_t facts,
                                       bool is_new) {
    statements_->mark_source.run(input, name, facts, pass_);
    if (database_.changes() > 0) {
        return Put::unchanged;
    }
    statements_->add_source.run(input, name, facts, pass_);
    return is_new ? Put::added : Put::known;
}

CaseWriter::Put CaseWriter::put(std::int64_t input, const std::string& name, const PackedDocument& packed,
                                const std::string& engine) {
    begin();
    const bool is_new = !statements_->find_document.number_of(Blob{packed.content});
    return put_source(input, name, put_facts(put_document(packed), packed, engine), is_new);
}

std::optional<CaseWriter::Put> CaseWriter::link(std::int64_t input, const std::string& name,
                                                const std::string& content, const std::string& engine) {
    begin();
    const auto facts = statements_->find_engine.number_of(Blob{content}, engine);
    if (!facts) {
        return std::nullopt;
    }
    return put_source(input, name, *facts, false);
}

void CaseWriter::keep(std::int64_t input, const std::string& name, const std::string& content) {
    begin();
    statements_->keep_source.run(input, name, Blob{content}, pass_);
}

std::size_t CaseWriter::close_input(std::int64_t input, const InputEnd& end) {
    begin();
    std::size_t gone = 0;
    if (!end.keeps_others) {
        statements_->drop_old.run(input, pass_);
        gone = static_cast<std::size_t>(database_.changes());
    }
    ++pass_;
    statements_->drop_failures.run(input);
    for (const Diagnostic& one : end.refusals) {
        statements_->add_failure.run(input, one.line, one.column, one.message, one.hint);
    }
    statements_->set_input.run(input, end.stamp.size, end.stamp.mtime, end.stamp.ctime,
                               Blob{end.stamp.sha256}, end.program, end.since);
    return gone;
}

void CaseWriter::touch_input(std::int64_t input, const StoredInput& stored, const InputStamp& stamp) {
    begin();
    statements_->set_input.run(input, stamp.size, stamp.mtime, stamp.ctime, Blob{stamp.sha256},
                               stored.program, stored.since);
}

bool CaseWriter::replace_facts(std::int64_t facts, const PackedDocument& packed,
                               const std::string& engine) {
    begin();
    Statement old(database_, "SELECT document, body FROM facts WHERE id = ?");
    if (!old.begin(facts).step()) {
        return false;
    }
    const std::int64_t document = old.number(0);
    const bool is_other = old.text(1) != packed.body;
    old.reset();
    const std::int64_t fresh = put_facts(document, packed, engine);
    Statement(database_, "INSERT OR IGNORE INTO source (input, name, facts, pass, checksum)"
                         " SELECT input, name, ?1, pass, row_checksum(input, name, ?1) FROM source"
                         " WHERE facts = ?2")
        .run(fresh, facts);
    Statement(database_, "DELETE FROM source WHERE facts = ?").run(facts);
    Statement(database_, "DELETE FROM facts WHERE id = ?").run(facts);
    return is_other;
}

std::size_t CaseWriter::remove(const std::string& what) {
    begin();
    const auto delete_where = [this](const std::string& condition, const auto& argument) {
        // What the rest of a file still holds must be read again, should the file be given again.
        Statement(database_, "UPDATE input SET sha256 = x'', checksum = row_checksum(path, size, mtime,"
                             " ctime, x'', program, since) WHERE id IN (SELECT input FROM source WHERE " +
                                 condition + ")")
            .run(argument);
        Statement(database_, "DELETE FROM source WHERE " + condition).run(argument);
        return static_cast<std::size_t>(database_.changes());
    };
    std::size_t gone = 0;
    if (const auto input = statements_->find_input.number_of(what)) {
        gone = delete_where("input = ?", *input);
        statements_->drop_failures.run(*input);
        Statement(database_, "DELETE FROM input WHERE id = ?").run(*input);
        return std::max<std::size_t>(gone, 1);
    }
    gone = delete_where("name = ?", what);
    if (gone == 0 && what.size() >= 8 && what.size() <= 64 && is_hex(what)) {
        gone = delete_where("facts IN (SELECT facts.id FROM facts JOIN document ON"
                            " document.id = facts.document WHERE typeof(sha256) = 'blob' AND"
                            " substr(lower(hex(sha256)), 1, length(?1)) = ?1)",
                            what);
    }
    return gone;
}

void CaseWriter::finish(std::string_view summary) {
    begin();
    database_.execute("DELETE FROM facts WHERE NOT EXISTS"
                      " (SELECT 1 FROM source WHERE source.facts = facts.id)");
    database_.execute("DELETE FROM document WHERE NOT EXISTS"
                      " (SELECT 1 FROM facts WHERE facts.document = document.id)");
    Statement(database_, "UPDATE run SET ended = ?, summary = ? WHERE id = ?").run(utc_now(), summary, run_);
    commit();
}

} // namespace actorgraph
