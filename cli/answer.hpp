#pragma once

#include "cli/terminal.hpp"
#include "export/json_writer.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace actorgraph {

/// Rows of one kind, written as JSON objects one at a time.
struct RowList {
    const char* name; ///< key of the rows in JSON
    std::size_t count = 0;
    std::function<void(JsonWriter& json, std::size_t row)> write;
};

/// What a command found, ready to be shown in any form.
struct Answer {
    std::vector<RowList> lists;
    std::function<void(std::ostream& out, const Ink& ink)> text;
    std::function<void(JsonWriter& json)> head = {}; ///< JSON members before the rows
};

/// `--format text|json|ndjson|tsv`: for people, one JSON object with a `version`, one JSON row a line, one row a line
/// between tabs under a line of column names.
void add_answer_format(CLI::App& app, std::string& format);

/// Writes the answer: as text by way of the pager on a terminal, else plainly. Several lists in rows a line are told
/// apart by their name: as the only key of an NDJSON object, in the first column of a table.
void write_answer(const Answer& answer, const std::string& format, std::ostream& out, const Ink& ink = {});

/// The same to standard output.
void show(const Answer& answer, const std::string& format);

/// Shows it and gives `exit_code`; without any row says `nothing` and gives exit_no_answer.
int tell(const Answer& answer, const std::string& format, int exit_code, const std::string& nothing);

} // namespace actorgraph
