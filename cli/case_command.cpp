#include "cli/case_command.hpp"

#include "store/schema.hpp"

#include <algorithm>
#include <thread>

namespace actorgraph {

namespace fs = std::filesystem;

fs::path rules_folder(const SharedFlags& flags) {
    return flags.rules.empty() ? default_rules_folder() : fs::path(flags.rules);
}

Engine wanted_engine(const SharedFlags& flags) {
    return engine_of(rules_folder(flags), flags.reading, flags.packs);
}

std::optional<LoadedEngine> open_engine(const SharedFlags& flags) {
    Engine engine = wanted_engine(flags);
    while (auto rules = open_rules(flags)) {
        Engine now = wanted_engine(flags);
        if (now.whole == engine.whole) {
            return LoadedEngine{std::move(now), std::move(*rules)};
        }
        engine = std::move(now);
    }
    return std::nullopt;
}

int jobs_wanted(const SharedFlags& flags) {
    const auto processors = static_cast<int>(std::thread::hardware_concurrency());
    return flags.jobs > 0 ? flags.jobs : std::max(1, processors);
}

void add_wait_flag(CLI::App& app, double& seconds) {
    app.add_option("--wait", seconds, "Seconds to wait while another program writes to the case")
        ->type_name("SECONDS")
        ->check(CLI::Range(0.0, 1e6))
        ->capture_default_str();
}

std::chrono::milliseconds patience_of(double seconds) {
    return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

bool is_case_or_explained(const std::string& path) {
    std::error_code failure;
    const bool is_file = fs::is_regular_file(path, failure);
    if (is_file && (is_case_file(path) || fs::file_size(path, failure) == 0)) {
        return true;
    }
    print({{Severity::error, path, 0, 0, is_file ? "this is no case file" : "no such case file",
            "give a file made by 'actorgraph ingest'"}});
    return false;
}

} // namespace actorgraph
