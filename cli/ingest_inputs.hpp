#pragma once

#include "store/case_reader.hpp"

#include <optional>
#include <string>

namespace actorgraph {

/// How the case file knows an input: its absolute path without `.` and `..`; "-" for standard input.
std::string input_key(const std::string& path);

/// True for standard input, pipes and devices: what they give is added, and replaces nothing.
bool is_stream(const std::string& path);

/// Size and times of a regular file, without its SHA-256; nullopt when there is none. Times younger
/// than two seconds are given as 0: the file may change again within the clock's step.
std::optional<InputStamp> stamp_of(const std::string& path);

/// SHA-256 of a file's bytes, read in pieces; empty when it cannot be read.
std::string digest_of_file(const std::string& path);

/// Whether a file is as it was when `stored` was taken: by size and times, and where these do not tell,
/// by its bytes. `now` gets what is known of it.
bool is_unchanged(const std::string& path, const StoredInput& stored, InputStamp& now);

/// True when a document's date lies before `since`, compared at the precision the date has. Undated
/// documents do not.
bool is_before(const std::string& date, const std::string& since);

} // namespace actorgraph
