#include "cli/command.hpp"

#include "cli/case_input.hpp"
#include "cli/graph_file.hpp"
#include "cli/interrupt.hpp"
#include "cli/read_flags.hpp"
#include "cli/terminal.hpp"
#include "graph/find_actor.hpp"

#include <fmt/core.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <thread>

namespace actorgraph {
namespace {

namespace fs = std::filesystem;

/// The line of a diagnostic with its word "error:" or "warning:" marked and its hint set back.
std::string coloured(std::string text, Severity severity, const Ink& ink) {
    const std::string word = severity == Severity::error ? "error:" : severity == Severity::warning ? "warning:" : "";
    const auto mark = [&text](std::size_t at, std::size_t size, const std::string& painted) {
        text.replace(at, size, painted);
    };
    if (const auto hint = text.find("\n  hint:"); hint != std::string::npos) {
        mark(hint + 1, text.size() - hint - 1, ink.faint(text.substr(hint + 1)));
    }
    if (const auto at = text.find(word); !word.empty() && at != std::string::npos) {
        mark(at, word.size(), severity == Severity::error ? ink.red(word) : ink.yellow(word));
    }
    return text;
}

int jobs_of(const SharedFlags& flags) {
    const auto processors = static_cast<int>(std::thread::hardware_concurrency());
    return flags.jobs > 0 ? flags.jobs : std::max(1, processors);
}

} // namespace

void add_rule_flags(CLI::App& app, SharedFlags& flags) {
    app.add_option("--rules", flags.rules, "Folder with the rules (default: those shipped)")
        ->type_name("DIR");
    app.add_option("--packs", flags.packs.only, "Only the relation rules of these packs or themes, comma-separated")
        ->delimiter(',')->type_name("NAME");
    app.add_option("--without-pack", flags.packs.without, "Not the relation rules of these packs or themes")
        ->delimiter(',')->type_name("NAME");
}

void add_case_flags(CLI::App& app, SharedFlags& flags) {
    add_rule_flags(app, flags);
    app.add_option("-j,--jobs", flags.jobs, "Documents read at a time (default: one a processor)")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
    app.add_flag("-q,--quiet", flags.is_quiet, "No progress and no summary on stderr");
    add_read_flags(app, flags.reading);
}

void add_format_flag(CLI::App& app, SharedFlags& flags) {
    app.add_option("--format", flags.format, "For people, or one JSON object")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
}

std::optional<Rulebook> open_rules(const SharedFlags& flags) {
    const fs::path folder = flags.rules.empty() ? default_rules_folder() : fs::path(flags.rules);
    Result<Rulebook> rules = load_rulebook(folder, flags.packs);
    if (!rules) {
        print(rules.problems());
        return std::nullopt;
    }
    return std::move(rules).value();
}

int exit_code_of(const CaseReport& report) {
    return report.was_interrupted ? exit_interrupted : report.has_refusals ? exit_partial : exit_done;
}

CaseReport read_case(const std::vector<std::string>& paths, const Rulebook& rules,
                     const SharedFlags& flags, const FactsSink& sink) {
    catch_interrupts();
    const bool shows_progress = !flags.is_quiet && isatty(STDERR_FILENO) != 0;
    Progress progress;
    if (shows_progress) {
        progress = [](std::size_t documents, std::size_t bytes) {
            fmt::print(stderr, "\r{} documents, {:.1f} MB", documents, static_cast<double>(bytes) / 1e6);
        };
    }
    CaseReport result = extract_facts(paths, rules, {jobs_of(flags), flags.reading, progress}, sink);
    if (shows_progress) {
        fmt::print(stderr, "\r\x1b[K");
    }
    print(result.problems);
    return result;
}

OpenCase open_case(const std::vector<std::string>& sources, const SharedFlags& flags) {
    OpenCase result;
    if (mixes_graphs(sources)) {
        result.exit_code = exit_usage;
        return result;
    }
    if (sources.size() == 1 && is_graph_file(sources.front())) {
        return open_graph_file(sources.front());
    }
    const auto rules = open_rules(flags);
    if (!rules) {
        result.exit_code = exit_usage;
        return result;
    }
    CaseReport report;
    const CaseInput input = read_case_input(sources, *rules, flags, report);
    result.graph = link_case(input, *rules).graph;
    result.documents = report.documents;
    result.exit_code = exit_code_of(report);
    result.is_open = report.documents > 0;
    return result;
}

std::optional<std::uint32_t> choose_actor(const CaseGraph& graph, const std::string& name,
                                          int& exit_code) {
    const NameMatch match = find_actor(graph, name);
    if (match.actors.size() == 1) {
        return match.actors.front();
    }
    if (match.actors.empty()) {
        std::cerr << "nobody called '" << name << "' in these documents\n";
        for (const std::string& one : match.suggestions) {
            std::cerr << "  did you mean '" << one << "'?\n";
        }
        exit_code = exit_no_answer;
        return std::nullopt;
    }
    std::cerr << "'" << name << "' may be several; give one of these ids:\n";
    for (const std::uint32_t actor : match.actors) {
        const Actor& one = graph.actors()[actor];
        std::cerr << "  " << one.id << "  " << one.name << ", " << one.mentions << " mentions in "
                  << one.documents.front() << '\n';
    }
    exit_code = exit_usage;
    return std::nullopt;
}

void print(const Diagnostics& problems) {
    const Ink ink = ink_of_messages();
    for (const Diagnostic& problem : problems) {
        std::cerr << coloured(to_text(problem), problem.severity, ink) << '\n';
    }
}

bool write_output(const std::string& path, const std::function<void(std::ostream&)>& write) {
    const auto failed = [&](const char* what) {
        print({{Severity::error, path, 0, 0, what, "check the folder, its permissions and the disk"}});
        return false;
    };
    if (path == "-") {
        write(std::cout);
        std::cout.flush();
        return std::cout ? true : failed("standard output could not be written");
    }
    std::error_code failure;
    if (fs::exists(path, failure) && !fs::is_regular_file(path, failure)) {
        std::ofstream out(path, std::ios::binary); // a device or pipe keeps its place
        write(out);
        out.flush();
        return out ? true : failed("the output could not be written");
    }
    const std::string temporary = path + ".part";
    {
        std::ofstream out(temporary, std::ios::binary);
        if (!out) {
            return failed("the output cannot be opened for writing");
        }
        write(out);
        out.flush();
        if (!out) {
            out.close();
            fs::remove(temporary, failure);
            return failed("the output could not be written whole");
        }
    }
    fs::rename(temporary, path, failure);
    if (failure) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        return failed("the output cannot take its name");
    }
    return true;
}

} // namespace actorgraph
