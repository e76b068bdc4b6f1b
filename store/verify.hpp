#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace actorgraph {

/// What a check of every stored byte found.
struct Verdict {
    std::int64_t documents = 0;
    std::int64_t text_bytes = 0;
    std::vector<std::string> faults; ///< one sentence each; empty: all is sound
};

/// Recomputes every checksum of a case file: SQLite's own structures, foreign keys, the checksum of each
/// row, each text against its content key, each document's facts. A file that cannot be opened as a
/// case is a StoreFailure. A blank file is sound. Reads only.
Verdict verify_case(const std::string& path);

} // namespace actorgraph
