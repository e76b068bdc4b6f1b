#include "cli/case_command.hpp"
#include "cli/ingest.hpp"
#include "cli/interrupt.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

#include <sys/stat.h>

namespace actorgraph {
namespace {

using Clock = std::chrono::steady_clock;

struct WatchFlags : SharedFlags {
    std::string case_file;
    std::string folder;
    double every = 2;
    double settle = 2;
};

/// How a file looked when it was last seen to change.
struct Sight {
    std::int64_t size = -1;
    std::int64_t mtime = 0;
    std::int64_t nanoseconds = 0;
    Clock::time_point since;
    bool is_taken = false;
};

/// Files of a folder and since when each has kept its size and time.
class WatchedFolder {
  public:
    WatchedFolder(std::string folder, std::chrono::milliseconds settle)
        : folder_(std::move(folder)), settle_(settle) {}

    /// Files that are new or changed, and have been left alone for a while. Each change is given once.
    std::vector<Input> settled() {
        std::vector<Input> ready;
        const auto now = Clock::now();
        std::map<std::string, Sight> seen;
        for (Input& input : list_inputs({folder_}).first) {
            struct stat info{};
            if (stat(input.path.c_str(), &info) != 0) {
                continue;
            }
            const auto before = sights_.find(input.id);
            Sight sight = before == sights_.end() ? Sight{} : before->second;
            const bool is_same = sight.size == info.st_size && sight.mtime == info.st_mtim.tv_sec &&
                                 sight.nanoseconds == info.st_mtim.tv_nsec;
            if (!is_same) {
                sight = {info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec, now, false};
            }
            if (!sight.is_taken && now - sight.since >= settle_) {
                sight.is_taken = true;
                ready.push_back(input);
            }
            seen.emplace(input.id, sight);
        }
        sights_ = std::move(seen);
        return ready;
    }

  private:
    std::string folder_;
    std::chrono::milliseconds settle_;
    std::map<std::string, Sight> sights_;
};

void take(const WatchFlags& flags, const Rulebook& rules, std::vector<Input> inputs) {
    const IngestOrder order{flags.case_file, std::move(inputs), engine_of(rules_folder(flags), flags.reading, flags.packs), "", false, flags.reading};
    IngestManner manner{jobs_wanted(flags), flags.is_quiet, "", std::chrono::minutes(10)};
    manner.command = "watch";
    const IngestReport report = ingest(order, rules, manner);
    print(report.problems);
    const std::size_t changes = report.added + report.known + report.gone + report.refused + report.reread;
    if (!flags.is_quiet && changes > 0) {
        fmt::print(stderr, "{}: {}\n", flags.case_file, report.summary());
    }
}

int run(const WatchFlags& flags) {
    const auto rules = open_rules(flags);
    if (!rules) {
        return exit_usage;
    }
    if (!std::filesystem::is_directory(flags.folder)) {
        print({{Severity::error, flags.folder, 0, 0, "no such folder", "check the path"}});
        return exit_usage;
    }
    catch_interrupts();
    take(flags, *rules, {});
    WatchedFolder folder(flags.folder, patience_of(flags.settle));
    const auto pause = patience_of(flags.every);
    if (!flags.is_quiet) {
        fmt::print(stderr, "watching {}; Ctrl-C ends it\n", flags.folder);
    }
    while (!was_interrupted()) {
        std::vector<Input> ready = folder.settled();
        if (!ready.empty()) {
            take(flags, *rules, std::move(ready));
        }
        const auto next = Clock::now() + pause;
        while (!was_interrupted() && Clock::now() < next) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    }
    return exit_interrupted;
}

} // namespace

std::function<int()> add_watch(CLI::App& app) {
    auto* command = app.add_subcommand("watch", "Read new and changed files of a folder into a case file until Ctrl-C");
    auto flags = std::make_shared<WatchFlags>();
    command->add_option("case", flags->case_file, "Case file, made when there is none")
        ->required()
        ->type_name("CASE");
    command->add_option("folder", flags->folder, "Folder, with those below it")->required()->type_name("DIR");
    command->add_option("--every", flags->every, "Seconds between two looks")
        ->check(CLI::Range(0.05, 86400.0))
        ->capture_default_str();
    command->add_option("--settle", flags->settle, "Seconds a file must keep its size and time to be read")
        ->check(CLI::Range(0.0, 86400.0))
        ->capture_default_str();
    add_case_flags(*command, *flags);
    command->footer("Example:\n  actorgraph watch case.db incoming/");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
