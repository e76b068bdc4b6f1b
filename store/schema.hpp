#pragma once

#include "store/database.hpp"

#include <span>

namespace actorgraph {

/// What SQLite's header says a case file is: "AGcf".
inline constexpr std::int64_t case_application_id = 0x41476366;

/// Schema steps: step i brings a file from version i to i + 1. Their number is the version written.
std::span<const char* const> schema_steps();

/// True when nothing was ever committed to the file.
bool is_blank(Database& database);

/// Refuses files of other programs and of newer versions: StoreFailure {damaged}, {newer}. A blank
/// file passes.
void check_version(Database& database, std::size_t newest);

/// Brings a file to the newest version, each step in one transaction. Blank files get every step.
void migrate(Database& database, std::span<const char* const> steps);

/// True when the file begins like an SQLite file; check_version tells whether it is a case. Opens and
/// closes the file: call it before a connection of this process is open on it.
bool is_case_file(const std::string& path);

} // namespace actorgraph
