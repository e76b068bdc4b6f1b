#include "cli/answer.hpp"

#include "cli/exit_code.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <sstream>

namespace actorgraph {
namespace {

using Row = nlohmann::ordered_json;

void write_json(const Answer& answer, std::ostream& out) {
    JsonWriter json(out, JsonWriter::Style::indented);
    json.begin_object().key("version").value(std::int64_t{1});
    if (answer.head) {
        answer.head(json);
    }
    for (const RowList& list : answer.lists) {
        json.key(list.name).begin_array();
        for (std::size_t row = 0; row < list.count; ++row) {
            list.write(json, row);
        }
        json.end_array();
    }
    json.end_object();
    out << '\n';
}

void write_ndjson(const Answer& answer, std::ostream& out) {
    const bool has_several = answer.lists.size() > 1;
    for (const RowList& list : answer.lists) {
        for (std::size_t row = 0; row < list.count; ++row) {
            JsonWriter json(out);
            if (has_several) {
                json.begin_object().key(list.name);
            }
            list.write(json, row);
            if (has_several) {
                json.end_object();
            }
            out << '\n';
        }
    }
}

/// A value in one cell: lists joined by |, tabs and line ends as \t, \n, \r, \\.
std::string cell_of(const Row& value) {
    std::string text;
    if (value.is_array()) {
        for (const Row& one : value) {
            text += (text.empty() ? "" : "|") + (one.is_string() ? one.get<std::string>() : one.dump());
        }
    } else if (!value.is_null()) {
        text = value.is_string() ? value.get<std::string>() : value.dump();
    }
    std::string cell;
    for (const char c : text) {
        switch (c) {
        case '\t': cell += "\\t"; break;
        case '\n': cell += "\\n"; break;
        case '\r': cell += "\\r"; break;
        case '\\': cell += "\\\\"; break;
        default: cell += c;
        }
    }
    return cell;
}

/// Columns of a row: members of inner objects as "outer.inner".
void flatten(const Row& row, const std::string& before, std::vector<std::pair<std::string, std::string>>& cells) {
    for (const auto& [key, value] : row.items()) {
        if (value.is_object()) {
            flatten(value, before + key + ".", cells);
        } else {
            cells.emplace_back(before + key, cell_of(value));
        }
    }
}

/// Names of the columns of a list are those of all its rows, in the order in which they come.
void write_table(const RowList& list, bool has_several, std::ostream& out) {
    std::vector<std::string> columns;
    std::vector<std::vector<std::pair<std::string, std::string>>> rows(list.count);
    for (std::size_t row = 0; row < list.count; ++row) {
        std::ostringstream text;
        JsonWriter json(text);
        list.write(json, row);
        flatten(Row::parse(text.str()), "", rows[row]);
        for (const auto& [name, cell] : rows[row]) {
            if (std::find(columns.begin(), columns.end(), name) == columns.end()) {
                columns.push_back(name);
            }
        }
    }
    const auto begin_line = [&](const char* first) { out << (has_several ? std::string(first) + "\t" : ""); };
    begin_line("list");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        out << (i == 0 ? "" : "\t") << columns[i];
    }
    out << '\n';
    for (const auto& cells : rows) {
        begin_line(list.name);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto found = std::find_if(cells.begin(), cells.end(),
                                            [&](const auto& cell) { return cell.first == columns[i]; });
            out << (i == 0 ? "" : "\t") << (found == cells.end() ? "" : found->second);
        }
        out << '\n';
    }
}

} // namespace

void add_answer_format(CLI::App& app, std::string& format) {
    app.add_option("--format", format, "Form of the answer: for people, one JSON object, a JSON row a line, a table")
        ->check(CLI::IsMember({"text", "json", "ndjson", "tsv"}))
        ->capture_default_str();
}

void write_answer(const Answer& answer, const std::string& format, std::ostream& out, const Ink& ink) {
    if (format == "json") {
        write_json(answer, out);
    } else if (format == "ndjson") {
        write_ndjson(answer, out);
    } else if (format == "tsv") {
        for (const RowList& list : answer.lists) {
            write_table(list, answer.lists.size() > 1, out);
        }
    } else {
        answer.text(out, ink);
    }
}

void show(const Answer& answer, const std::string& format) {
    if (format != "text") {
        write_answer(answer, format, std::cout);
        return;
    }
    const Ink ink = ink_of_output();
    const Pager pager;
    write_answer(answer, format, std::cout, ink);
}

int tell(const Answer& answer, const std::string& format, int exit_code, const std::string& nothing) {
    show(answer, format);
    const bool is_empty = std::all_of(answer.lists.begin(), answer.lists.end(),
                                      [](const RowList& list) { return list.count == 0; });
    if (is_empty) {
        std::cerr << nothing << '\n';
    }
    return is_empty ? exit_no_answer : exit_code;
}

} // namespace actorgraph
