#include "cli/ingest_progress.hpp"

#include <fmt/core.h>

#include <unistd.h>

namespace actorgraph {
namespace {

using namespace std::chrono_literals;

double seconds(std::chrono::steady_clock::duration span) {
    return std::chrono::duration<double>(span).count();
}

} // namespace

IngestProgress::IngestProgress(bool is_quiet, std::uint64_t total_bytes)
    : is_quiet_(is_quiet), is_terminal_(isatty(STDERR_FILENO) != 0), total_bytes_(total_bytes) {}

IngestProgress::~IngestProgress() {
    if (has_shown_ && is_terminal_) {
        fmt::print(stderr, "\r\x1b[K");
    }
}

void IngestProgress::show(std::size_t documents, std::uint64_t bytes) {
    const auto now = Clock::now();
    if (is_quiet_ || now - last_ < (is_terminal_ ? Clock::duration(200ms) : Clock::duration(10s))) {
        return;
    }
    last_ = now;
    has_shown_ = true;
    const double elapsed = seconds(now - begun_);
    const double rate = static_cast<double>(bytes) / elapsed;
    const double left = bytes > 0 && total_bytes_ > bytes
                            ? static_cast<double>(total_bytes_ - bytes) / rate
                            : 0.0;
    fmt::print(stderr, "{}{} documents, {:.1f} of {:.1f} MB, {:.2f} MB/s, {:.0f} s left{}",
               is_terminal_ ? "\r\x1b[K" : "", documents, static_cast<double>(bytes) / 1e6,
               static_cast<double>(total_bytes_) / 1e6, rate / 1e6, left, is_terminal_ ? "" : "\n");
}

} // namespace actorgraph
