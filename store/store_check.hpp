#pragma once

#include <filesystem>
#include <string>

namespace actorgraph {

/// How SQLite keeps a case file in a folder.
struct StoreCheck {
    std::string libraries; ///< "SQLite 3.40.1, zstd 1.5.4"
    std::string settings;  ///< "journal wal, synchronous full, threads safe"
    std::string fault;     ///< empty when a case could be written, read back and verified
    std::string hint;
};

/// Writes a scratch case into the folder, reads it back, verifies it and takes it away again.
StoreCheck check_store(const std::filesystem::path& folder);

} // namespace actorgraph
