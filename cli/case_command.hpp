#pragma once

#include "cli/command.hpp"
#include "cli/engine.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace actorgraph {

std::function<int()> add_export(CLI::App& app);
std::function<int()> add_ingest(CLI::App& app);
std::function<int()> add_watch(CLI::App& app);
std::function<int()> add_remove(CLI::App& app);
std::function<int()> add_documents(CLI::App& app);
std::function<int()> add_failures(CLI::App& app);
std::function<int()> add_verify(CLI::App& app);
std::function<int()> add_merge(CLI::App& app);

/// The folder the flags name, or the default one.
std::filesystem::path rules_folder(const SharedFlags& flags);

/// The engine that the flags ask for, and the stamp of what it is made of.
Engine wanted_engine(const SharedFlags& flags);

/// The same with its rules read; prints what is wrong with them and gives nothing. Rules that are saved
/// meanwhile are read again, so that the stamp is theirs.
std::optional<LoadedEngine> open_engine(const SharedFlags& flags);

/// Documents to analyse at a time: as the flags say, or one a processor.
int jobs_wanted(const SharedFlags& flags);

/// Flag of commands that change a case file: how long to wait for another writer.
void add_wait_flag(CLI::App& app, double& seconds);
std::chrono::milliseconds patience_of(double seconds);

/// True for a file that may be a case; otherwise prints why not.
bool is_case_or_explained(const std::string& path);

} // namespace actorgraph
