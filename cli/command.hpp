#pragma once

#include "cli/answer.hpp"
#include "cli/build_case.hpp"
#include "cli/exit_code.hpp"
#include "core/result.hpp"
#include "extractor/readers.hpp"
#include "graph/case_graph.hpp"
#include "rules/rulebook.hpp"

#include <CLI/CLI.hpp>

#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace actorgraph {

/// A subcommand: its flags are added to `app`; the returned function runs it and gives an exit code.
struct Command {
    const char* name;
    std::function<int()> (*add)(CLI::App& app);
    const char* group = nullptr; ///< heading in the help
};

std::function<int()> add_extract(CLI::App& app);
std::function<int()> add_path(CLI::App& app);
std::function<int()> add_neighbors(CLI::App& app);
std::function<int()> add_top(CLI::App& app);
std::function<int()> add_stats(CLI::App& app);
std::function<int()> add_explain(CLI::App& app);
std::function<int()> add_rules(CLI::App& app);
std::function<int()> add_who_says(CLI::App& app);
std::function<int()> add_timeline(CLI::App& app);
std::function<int()> add_search(CLI::App& app);
std::function<int()> add_common(CLI::App& app);
std::function<int()> add_communities(CLI::App& app);
std::function<int()> add_components(CLI::App& app);
std::function<int()> add_bridges(CLI::App& app);
std::function<int()> add_diff(CLI::App& app);
std::function<int()> add_sources(CLI::App& app);
std::function<int()> add_doctor(CLI::App& app);
std::function<int()> add_help(CLI::App& app);
std::function<int()> add_completion(CLI::App& app);

/// Flags that several commands share.
struct SharedFlags {
    std::string rules;         ///< folder; empty = the default one
    PackChoice packs;          ///< which of its relation rules
    int jobs = 0;              ///< 0 = one a processor
    bool is_quiet = false;
    std::string format = "text";
    ReadOptions reading;       ///< limits and field names
};
void add_rule_flags(CLI::App& app, SharedFlags& flags);
void add_case_flags(CLI::App& app, SharedFlags& flags); ///< rules, jobs, quiet, reading
void add_format_flag(CLI::App& app, SharedFlags& flags); ///< text or json, for answers that are no rows

/// Loads the rule book or prints why not.
std::optional<Rulebook> open_rules(const SharedFlags& flags);

/// A graph to ask: of documents, or of one graph file (node-link `.json`, `.graphml`).
struct OpenCase {
    CaseGraph graph;
    int exit_code = exit_done; ///< exit_partial when documents were refused
    bool is_open = false;      ///< false: the reason was printed, leave with exit_code
    std::size_t documents = 0;
};
OpenCase open_case(const std::vector<std::string>& sources, const SharedFlags& flags);

/// The one actor a name stands for. None: suggestions are printed, exit_no_answer; several: the
/// candidates are printed, exit_usage.
std::optional<std::uint32_t> choose_actor(const CaseGraph& graph, const std::string& name,
                                          int& exit_code);

void print(const Diagnostics& problems);

/// Reads documents into `sink` with progress on a terminal; problems are printed.
CaseReport read_case(const std::vector<std::string>& paths, const Rulebook& rules,
                     const SharedFlags& flags, const FactsSink& sink);

/// What the shell is told of a finished reading.
int exit_code_of(const CaseReport& report);

/// Writes to a file by way of a temporary name, or to standard output for "-". False: printed why.
bool write_output(const std::string& path, const std::function<void(std::ostream&)>& write);

} // namespace actorgraph
