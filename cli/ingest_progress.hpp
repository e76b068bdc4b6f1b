#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace actorgraph {

/// Tells on stderr how far an ingest is: on a terminal one line that is rewritten, with rate and time
/// left; elsewhere a plain line every ten seconds.
class IngestProgress {
  public:
    IngestProgress(bool is_quiet, std::uint64_t total_bytes);
    ~IngestProgress(); ///< clears the line

    /// `bytes` of the inputs are done, and `documents` of them.
    void show(std::size_t documents, std::uint64_t bytes);

  private:
    using Clock = std::chrono::steady_clock;
    bool is_quiet_;
    bool is_terminal_;
    bool has_shown_ = false;
    std::uint64_t total_bytes_;
    Clock::time_point begun_ = Clock::now();
    Clock::time_point last_ = begun_;
};

} // namespace actorgraph
