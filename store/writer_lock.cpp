#include "store/writer_lock.hpp"

#include "store/store_failure.hpp"

#include <cerrno>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace actorgraph {

WriterLock::WriterLock(const std::string& path, std::chrono::milliseconds patience)
    : file_(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (file_ < 0) {
        throw StoreFailure(StoreFault::disk,
                           path + ": the case file cannot be opened for writing: " + std::strerror(errno),
                           "check the folder, its permissions and the disk");
    }
    const auto end = std::chrono::steady_clock::now() + patience;
    while (flock(file_, LOCK_EX | LOCK_NB) != 0) {
        if (std::chrono::steady_clock::now() >= end) {
            close(file_);
            throw StoreFailure(StoreFault::locked, path + ": another program writes to this case file",
                               "run again when it is done, or give --wait SECONDS");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

WriterLock::~WriterLock() { close(file_); }

} // namespace actorgraph
