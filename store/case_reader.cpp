#include "store/case_reader.hpp"

#include "store/compress.hpp"
#include "store/digest.hpp"
#include "store/facts_codec.hpp"
#include "store/packed_document.hpp"
#include "store/reading_codec.hpp"
#include "store/schema.hpp"
#include "store/store_failure.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

namespace actorgraph {
namespace {

[[noreturn]] void damaged(const Database& database, const std::string& what) {
    throw StoreFailure(StoreFault::damaged, database.path() + ": " + what,
                       "run 'actorgraph verify' on it, and take a copy made before");
}

std::string checksum_text(const Statement& row, int column) {
    return row.is_blob(column) ? to_hex(row.text(column)) : row.text(column);
}

} // namespace

/// The facts that stand for a document.
struct CaseReader::Chosen {
    std::string name;
    std::string content;
    std::int64_t document = 0;
    std::int64_t facts = 0;
    bool is_merged = false;
};

CaseReader::CaseReader(const std::string& path)
    : database_(path, Database::Access::read), is_blank_(is_blank(database_)) {
    check_version(database_, schema_steps().size());
    if (!is_blank_ && database_.number_of("PRAGMA user_version") <
                          static_cast<std::int64_t>(schema_steps().size())) {
        throw StoreFailure(StoreFault::damaged, path + ": the case file has an older schema",
                           "bring it up to date: actorgraph ingest " + path);
    }
}

std::string CaseReader::text_of(const Statement& row, int frame, int size) {
    auto text = decompress(row.text(frame), static_cast<std::size_t>(row.number(size)));
    if (!text) {
        damaged(database_, "a stored text is damaged");
    }
    return std::move(*text);
}

std::vector<CaseReader::Chosen> CaseReader::choose() {
    Statement rows(database_,
                   "SELECT facts.document, document.content, facts.id, facts.engine = '', min(source.name)"
                   " FROM source JOIN facts ON facts.id = source.facts"
                   " JOIN document ON document.id = facts.document"
                   " GROUP BY facts.id ORDER BY facts.document");
    Statement body(database_, "SELECT body FROM facts WHERE id = ?");
    const auto body_of = [&body](std::int64_t facts) {
        body.begin(facts).step();
        std::string bytes = body.text(0);
        body.reset();
        return bytes;
    };
    std::vector<Chosen> chosen;
    std::int64_t document = -1;
    for (rows.begin(); rows.step();) {
        Chosen one{rows.text(4), rows.text(1), rows.number(0), rows.number(2), rows.number(3) != 0};
        if (one.document != document) {
            document = one.document;
            chosen.push_back(std::move(one));
            continue;
        }
        Chosen& best = chosen.back();
        one.name = std::min(one.name, best.name);
        const bool is_better = one.is_merged == best.is_merged
                                   ? body_of(one.facts) < body_of(best.facts)
                                   : best.is_merged;
        if (is_better) {
            best = std::move(one);
        } else {
            best.name = one.name;
        }
    }
    std::sort(chosen.begin(), chosen.end(), [](const Chosen& a, const Chosen& b) {
        return std::tie(a.name, a.content) < std::tie(b.name, b.content);
    });
    return chosen;
}

void CaseReader::each_facts(TextWanted text, const std::function<void(DocumentFacts)>& take) {
    if (is_blank_) {
        return;
    }
    database_.execute("BEGIN");
    give(choose(), text, take);
    database_.execute("COMMIT");
}

void CaseReader::facts_of(const std::string& name, const std::function<void(DocumentFacts)>& take) {
    if (is_blank_) {
        return;
    }
    database_.execute("BEGIN");
    std::set<std::int64_t> wanted;
    Statement rows(database_, "SELECT facts.document FROM source JOIN facts ON facts.id = source.facts"
                              " WHERE source.name = ?");
    for (rows.begin(name); rows.step();) {
        wanted.insert(rows.number(0));
    }
    std::vector<Chosen> chosen = choose();
    std::erase_if(chosen, [&wanted](const Chosen& one) { return !wanted.contains(one.document); });
    give(chosen, TextWanted::yes, take);
    database_.execute("COMMIT");
}

void CaseReader::give(const std::vector<Chosen>& chosen, TextWanted text,
                      const std::function<void(DocumentFacts)>& take) {
    Statement row(database_,
                  "SELECT sha256, title, date, outlet, text, text_bytes, body, body_bytes"
                  " FROM facts JOIN document ON document.id = facts.document WHERE facts.id = ?");
    for (const Chosen& one : chosen) {
        if (!row.begin(one.facts).step()) {
            damaged(database_, "facts are missing");
        }
        PackedDocument packed;
        packed.sha256 = checksum_text(row, 0);
        packed.title = row.text(1);
        packed.date = row.text(2);
        packed.outlet = row.text(3);
        packed.body = row.text(6);
        packed.body_bytes = static_cast<std::size_t>(row.number(7));
        auto facts = unpack_facts(packed);
        const bool is_whole =
            facts && (text == TextWanted::no || give_text(*facts, text_of(row, 4, 5)));
        if (!is_whole) {
            damaged(database_, "the facts of '" + one.name + "' are damaged");
        }
        facts->id = one.name;
        take(std::move(*facts));
    }
}

std::vector<StoredDocument> CaseReader::documents() {
    std::vector<StoredDocument> result;
    if (is_blank_) {
        return result;
    }
    Statement rows(database_,
                   "SELECT document.id, sha256, title, date, outlet, text_bytes, name, engine = '', content"
                   " FROM source JOIN facts ON facts.id = source.facts"
                   " JOIN document ON document.id = facts.document ORDER BY document.id, name");
    std::int64_t document = -1;
    for (rows.begin(); rows.step();) {
        const bool is_merged = rows.number(7) != 0;
        if (rows.number(0) != document) {
            document = rows.number(0);
            result.push_back({rows.text(8), checksum_text(rows, 1), rows.text(2), rows.text(3), rows.text(4),
                              {}, rows.number(5), is_merged});
        }
        StoredDocument& last = result.back();
        last.is_merged = last.is_merged && is_merged;
        if (last.names.empty() || last.names.back() != rows.text(6)) {
            last.names.push_back(rows.text(6));
        }
    }
    std::sort(result.begin(), result.end(), [](const StoredDocument& a, const StoredDocument& b) {
        return std::tie(a.names.front(), a.content) < std::tie(b.names.front(), b.content);
    });
    return result;
}

namespace {

std::vector<StoredFailure> read_failures(Statement& rows) {
    std::vector<StoredFailure> result;
    while (rows.step()) {
        result.push_back({rows.text(0),
                          {Severity::error, rows.text(0), static_cast<std::size_t>(rows.number(1)),
                           static_cast<std::size_t>(rows.number(2)), rows.text(3), rows.text(4)}});
    }
    return result;
}

} // namespace

std::vector<StoredFailure> CaseReader::failures() {
    if (is_blank_) {
        return {};
    }
    Statement rows(database_, "SELECT path, line, place, reason, hint FROM failure"
                              " JOIN input ON input.id = failure.input"
                              " ORDER BY path, line, place, reason, hint");
    return read_failures(rows.begin());
}

std::vector<StoredFailure> CaseReader::failures_of(const std::string& path) {
    if (is_blank_) {
        return {};
    }
    Statement rows(database_, "SELECT path, line, place, reason, hint FROM failure"
                              " JOIN input ON input.id = failure.input WHERE path = ?"
                              " ORDER BY line, place, reason, hint");
    return read_failures(rows.begin(path));
}

std::optional<StoredInput> CaseReader::input(const std::string& path) {
    if (is_blank_) {
        return std::nullopt;
    }
    if (!input_) {
        input_.emplace(database_, "SELECT id, size, mtime, ctime, sha256, program, since,"
                                  " EXISTS (SELECT 1 FROM failure WHERE failure.input = input.id)"
                                  " FROM input WHERE path = ?");
    }
    std::optional<StoredInput> result;
    if (input_->begin(path).step()) {
        result = StoredInput{input_->number(0),
                             {input_->number(1), input_->number(2), input_->number(3), input_->text(4)},
                             input_->text(5),
                             input_->text(6),
                             input_->number(7) != 0};
    }
    input_->reset();
    return result;
}

bool CaseReader::has_facts(const std::string& content, const std::string& engine) {
    if (is_blank_) {
        return false;
    }
    if (!has_facts_) {
        has_facts_.emplace(database_, "SELECT 1 FROM document JOIN facts ON facts.document = document.id"
                                      " WHERE content = ? AND engine = ?");
    }
    return has_facts_->number_of(Blob{content}, engine).has_value();
}

std::vector<std::pair<std::string, std::string>> CaseReader::documents_of(const std::string& path) {
    if (is_blank_) {
        return {};
    }
    Statement rows(database_, "SELECT name, document.sha256 FROM input JOIN source ON source.input = input.id"
                              " JOIN facts ON facts.id = source.facts"
                              " JOIN document ON document.id = facts.document WHERE path = ?");
    std::vector<std::pair<std::string, std::string>> result;
    for (rows.begin(path); rows.step();) {
        result.emplace_back(rows.text(0), checksum_text(rows, 1));
    }
    std::sort(result.begin(), result.end());
    return result;
}

std::optional<CaseReader::Stale> CaseReader::next_stale(const std::string& engine, std::int64_t after) {
    if (is_blank_) {
        return std::nullopt;
    }
    Statement rows(database_,
                   "SELECT facts.id, sha256, title, date, outlet, text, text_bytes, reading FROM facts"
                   " JOIN document ON document.id = facts.document"
                   " WHERE facts.id > ? AND engine <> ? AND engine <> ''"
                   " AND EXISTS (SELECT 1 FROM source WHERE source.facts = facts.id)"
                   " ORDER BY facts.id LIMIT 1");
    if (!rows.begin(after, engine).step()) {
        return std::nullopt;
    }
    Stale stale;
    stale.facts = rows.number(0);
    stale.document.sha256 = checksum_text(rows, 1);
    stale.document.title = rows.text(2);
    stale.document.date = rows.text(3);
    stale.document.outlet = rows.text(4);
    stale.document.text = text_of(rows, 5, 6);
    if (!decode_reading(rows.text(7), stale.document)) {
        damaged(database_, "what was read of a document is damaged");
    }
    return stale;
}

std::map<std::string, std::int64_t> CaseReader::counts() {
    std::map<std::string, std::int64_t> result;
    std::error_code failure;
    result["file_bytes"] = static_cast<std::int64_t>(std::filesystem::file_size(database_.path(), failure));
    const auto count = [&](const char* name, const char* sql) {
        result[name] = is_blank_ ? 0 : database_.number_of(sql);
    };
    count("documents", "SELECT count(DISTINCT document) FROM source JOIN facts ON facts.id = facts");
    count("names", "SELECT count(*) FROM source");
    count("inputs", "SELECT count(*) FROM input");
    count("failures", "SELECT count(*) FROM failure");
    count("text_bytes", "SELECT coalesce(sum(text_bytes), 0) FROM document WHERE id IN"
                        " (SELECT document FROM source JOIN facts ON facts.id = facts)");
    return result;
}

} // namespace actorgraph
