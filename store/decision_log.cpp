#include "store/decision_log.hpp"

#include "store/schema.hpp"
#include "store/utc_now.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

bool is_of_one(DecisionKind kind) { return kind == DecisionKind::rename || kind == DecisionKind::type; }

/// Columns `a` and `b` hold anchors, one a line.
std::string encode(const std::vector<std::string>& anchors) {
    std::string lines;
    for (const std::string& one : anchors) {
        lines += (lines.empty() ? "" : "\n") + one;
    }
    return lines;
}

std::vector<std::string> decode(const std::string& lines) {
    std::vector<std::string> anchors;
    for (std::size_t begin = 0; begin < lines.size();) {
        const auto end = std::min(lines.size(), lines.find('\n', begin));
        anchors.push_back(lines.substr(begin, end - begin));
        begin = end + 1;
    }
    return anchors;
}

} // namespace

std::vector<Decision> stored_decisions(const std::string& path) {
    Database database(path, Database::Access::read);
    check_version(database, schema_steps().size());
    std::vector<Decision> result;
    if (is_blank(database)) {
        return result;
    }
    Statement rows(database, "SELECT id, time, user, kind, a, b, why, coalesce(undone_by, 0) FROM decision ORDER BY id");
    for (rows.begin(); rows.step();) {
        const auto kind = decision_kind_from(rows.text(3));
        if (!kind) {
            continue; // the row that undid another
        }
        Decision one;
        one.number = rows.number(0);
        one.kind = *kind;
        one.a = decode(rows.text(4));
        if (is_of_one(*kind)) {
            one.text = rows.text(5);
        } else {
            one.b = decode(rows.text(5));
        }
        one.time = rows.text(1);
        one.user = rows.text(2);
        one.why = rows.text(6);
        if (rows.number(7) > 0) {
            one.undone_by = rows.number(7);
        }
        result.push_back(std::move(one));
    }
    return result;
}

DecisionLog::DecisionLog(const std::string& path, std::chrono::milliseconds patience)
    : lock_(path, patience), database_(path, Database::Access::write), started_(utc_now()) {
    check_version(database_, schema_steps().size());
    database_.execute("PRAGMA journal_mode = WAL");
    database_.execute("PRAGMA synchronous = FULL");
    migrate(database_, schema_steps());
    database_.execute("BEGIN IMMEDIATE");
}

std::int64_t DecisionLog::append(const Decision& decision, std::string_view kind, const std::string& a,
                                 const std::string& b) {
    const std::int64_t number = database_.number_of("SELECT coalesce(max(id), 0) + 1 FROM decision");
    const std::string time = decision.time.empty() ? utc_now() : decision.time;
    Statement(database_, "INSERT INTO decision (id, time, user, kind, a, b, why, checksum)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, row_checksum(?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL))")
        .run(number, time, decision.user, kind, a, b, decision.why);
    return number;
}

std::int64_t DecisionLog::add(const Decision& decision) {
    const std::string b = is_of_one(decision.kind) ? decision.text : encode(decision.b);
    return append(decision, to_string(decision.kind), encode(decision.a), b);
}

bool DecisionLog::undo(std::int64_t number, std::string_view user, std::string_view why) {
    const auto is_open =
        Statement(database_, "SELECT 1 FROM decision WHERE id = ? AND undone_by IS NULL AND kind <> 'undo'")
            .number_of(number);
    if (!is_open) {
        return false;
    }
    Decision taken_back;
    taken_back.user = user;
    taken_back.why = why;
    const std::int64_t row = append(taken_back, "undo", std::to_string(number), "");
    Statement(database_, "UPDATE decision SET undone_by = ?2, checksum ="
                         " row_checksum(id, time, user, kind, a, b, why, ?2) WHERE id = ?1")
        .run(number, row);
    return true;
}

void DecisionLog::commit(std::string_view summary) {
    Statement(database_, "INSERT INTO run (command, program, started, ended, summary) VALUES ('decide', '', ?, ?, ?)")
        .run(started_, utc_now(), summary);
    database_.execute("COMMIT");
}

} // namespace actorgraph
