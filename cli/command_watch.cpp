#include "cli/case_command.hpp"
#include "cli/ingest.hpp"
#include "cli/interrupt.hpp"
#include "store/store_failure.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>
#include <utility>

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

/// The rules in use, and whether the folder holds others by now.
class WatchedRules {
  public:
    WatchedRules(const WatchFlags& flags, LoadedEngine loaded)
        : flags_(flags), loaded_(std::move(loaded)), seen_(loaded_.engine.whole) {}

    const LoadedEngine& loaded() const { return loaded_; }

    /// True when other rules were read. They are, once two looks find the same files; files that cannot be read
    /// are told once, and the rules stay what they were.
    bool have_changed() {
        const std::string before = std::exchange(seen_, wanted_engine(flags_).whole);
        if (seen_ != before || seen_ == loaded_.engine.whole || seen_ == unreadable_) {
            return false;
        }
        auto fresh = open_engine(flags_);
        if (!fresh) {
            unreadable_ = seen_;
            fmt::print(stderr, "the rules were changed and cannot be read; going on with those before\n");
            return false;
        }
        loaded_ = std::move(*fresh);
        return true;
    }

  private:
    const WatchFlags& flags_;
    LoadedEngine loaded_;
    std::string seen_; ///< stamp at the last look
    std::string unreadable_;
};

void take(const WatchFlags& flags, const LoadedEngine& loaded, std::vector<Input> inputs) {
    const IngestOrder order{flags.case_file, std::move(inputs), loaded.engine, "", false, flags.reading};
    IngestManner manner{jobs_wanted(flags), flags.is_quiet, "", std::chrono::milliseconds(100)};
    manner.command = "watch";
    const IngestReport report = ingest(order, loaded.rules, manner);
    print(report.problems);
    const std::size_t changes = report.added + report.known + report.gone + report.refused + report.reread;
    if (!flags.is_quiet && changes > 0) {
        fmt::print(stderr, "{}: {}\n", flags.case_file, report.summary());
    }
}

/// What is to be read, kept while another program writes to the case.
class Waiting {
  public:
    explicit Waiting(const WatchFlags& flags) : flags_(flags) {}

    void add(std::vector<Input> inputs) {
        for (Input& one : inputs) {
            inputs_.insert_or_assign(one.id, std::move(one));
        }
        is_due_ = true;
    }

    void take_if_due(const LoadedEngine& loaded) {
        if (!is_due_) {
            return;
        }
        std::vector<Input> inputs;
        for (const auto& [id, one] : inputs_) {
            inputs.push_back(one);
        }
        try {
            take(flags_, loaded, std::move(inputs));
        } catch (const StoreFailure& failure) {
            if (failure.fault() != StoreFault::locked) {
                throw;
            }
            if (!std::exchange(is_told_, true)) {
                fmt::print(stderr, "{}; going on when it is done\n", failure.what());
            }
            return;
        }
        inputs_.clear();
        is_due_ = is_told_ = false;
    }

  private:
    const WatchFlags& flags_;
    std::map<std::string, Input> inputs_;
    bool is_due_ = true; ///< at the start too: stored texts may be of an older engine
    bool is_told_ = false;
};

void sleep_until(Clock::time_point then) {
    while (!was_interrupted() && Clock::now() < then) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

int run(const WatchFlags& flags) {
    auto loaded = open_engine(flags);
    if (!loaded) {
        return exit_usage;
    }
    if (!std::filesystem::is_directory(flags.folder)) {
        print({{Severity::error, flags.folder, 0, 0, "no such folder", "check the path"}});
        return exit_usage;
    }
    catch_interrupts();
    WatchedRules rules(flags, std::move(*loaded));
    Waiting waiting(flags);
    waiting.take_if_due(rules.loaded());
    WatchedFolder folder(flags.folder, patience_of(flags.settle));
    const auto pause = patience_of(flags.every);
    if (!flags.is_quiet) {
        fmt::print(stderr, "watching {}; Ctrl-C ends it\n", flags.folder);
    }
    while (!was_interrupted()) {
        std::vector<Input> ready = folder.settled();
        if (rules.have_changed() || !ready.empty()) {
            waiting.add(std::move(ready));
        }
        waiting.take_if_due(rules.loaded());
        sleep_until(Clock::now() + pause);
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
