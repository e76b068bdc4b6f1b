#include "cli/acknowledge.hpp"

#include "export/json_writer.hpp"
#include "store/store_failure.hpp"

#include <cerrno>
#include <cstring>
#include <sstream>

#include <fcntl.h>
#include <unistd.h>

namespace actorgraph {
namespace {

[[noreturn]] void fail(const std::string& path) {
    throw StoreFailure(StoreFault::disk,
                       path + ": acknowledgements cannot be written: " + std::strerror(errno),
                       "check the folder, its permissions and the disk; the case is as at the last commit");
}

} // namespace

Acknowledgements::Acknowledgements(const std::string& path) : path_(path) {
    if (!path.empty()) {
        file_ = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
        if (file_ < 0) {
            fail(path_);
        }
    }
}

Acknowledgements::~Acknowledgements() {
    if (file_ >= 0) {
        close(file_);
    }
}

void Acknowledgements::add(std::string_view id, std::string_view sha256, std::string_view status) {
    if (!is_wanted()) {
        return;
    }
    std::ostringstream out;
    JsonWriter json(out);
    json.begin_object().key("id").value(id).key("sha256").value(sha256);
    json.key("status").value(status).end_object();
    lines_ += out.str() + '\n';
}

void Acknowledgements::flush() {
    std::size_t at = 0;
    while (at < lines_.size()) {
        const ssize_t written = write(file_, lines_.data() + at, lines_.size() - at);
        if (written < 0 && errno != EINTR) {
            fail(path_);
        }
        at += static_cast<std::size_t>(written < 0 ? 0 : written);
    }
    lines_.clear();
}

} // namespace actorgraph
