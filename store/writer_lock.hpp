#pragma once

#include <chrono>
#include <string>

namespace actorgraph {

/// The right to write to a case file, held by one program at a time and let go by the system when that
/// program dies. Closing it also drops SQLite's own locks of this process on the file (POSIX), so it
/// must be closed after the connections. Readers need none.
class WriterLock {
  public:
    /// Makes the file when there is none. Waits; throws StoreFailure{locked} when `patience` is over,
    /// {disk} when the file cannot be opened for writing.
    WriterLock(const std::string& path, std::chrono::milliseconds patience);
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;
    ~WriterLock();

  private:
    int file_ = -1;
};

} // namespace actorgraph
