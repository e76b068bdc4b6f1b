#include "extractor/readers/source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace actorgraph {

namespace {
constexpr std::size_t chunk_bytes = 64 * 1024;
}

bool ByteSource::fill() {
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + chunk_bytes);
    std::size_t got = 0;
    try {
        got = pull_(buffer_.data() + kept, chunk_bytes);
    } catch (...) {
        buffer_.resize(kept);
        throw;
    }
    buffer_.resize(kept + got);
    return got > 0;
}

std::string_view ByteSource::peek(std::size_t size) {
    while (buffer_.size() - at_ < size && fill()) {
    }
    return std::string_view(buffer_).substr(at_, size);
}

std::size_t ByteSource::read(char* to, std::size_t size) {
    if (at_ == buffer_.size() && !fill()) {
        return 0;
    }
    const std::size_t given = std::min(size, buffer_.size() - at_);
    std::memcpy(to, buffer_.data() + at_, given);
    at_ += given;
    taken_ += given;
    return given;
}

std::optional<std::string> ByteSource::read_all(std::uint64_t limit) {
    std::string all;
    while (at_ < buffer_.size() || fill()) {
        const std::size_t given = buffer_.size() - at_;
        if (all.size() + given > limit) {
            drain();
            return std::nullopt;
        }
        all.append(buffer_, at_, given);
        taken_ += given;
        at_ = buffer_.size();
    }
    return all;
}

std::uint64_t ByteSource::read_line(std::string& line, std::uint64_t limit) {
    line.clear();
    std::uint64_t length = 0;
    while (at_ < buffer_.size() || fill()) {
        const auto newline = buffer_.find('\n', at_);
        const bool is_end = newline != std::string::npos;
        const std::size_t given = (is_end ? newline + 1 : buffer_.size()) - at_;
        const auto room =
            static_cast<std::size_t>(limit - std::min<std::uint64_t>(limit, line.size()));
        line.append(buffer_, at_, std::min(given, room));
        at_ += given;
        taken_ += given;
        length += given;
        if (is_end) {
            break;
        }
    }
    return length;
}

std::uint64_t ByteSource::drain() {
    std::uint64_t dropped = 0;
    while (at_ < buffer_.size() || fill()) {
        dropped += buffer_.size() - at_;
        taken_ += buffer_.size() - at_;
        at_ = buffer_.size();
    }
    return dropped;
}

ByteSource source_of(std::string_view bytes) {
    return ByteSource([bytes](char* to, std::size_t size) mutable {
        const std::size_t given = std::min(size, bytes.size());
        std::memcpy(to, bytes.data(), given);
        bytes.remove_prefix(given);
        return given;
    });
}

ByteSource source_of_file(int descriptor) {
    return ByteSource([descriptor](char* to, std::size_t size) -> std::size_t {
        ssize_t got = 0;
        do {
            got = ::read(descriptor, to, size);
        } while (got < 0 && errno == EINTR);
        if (got < 0) {
            throw ReadFailure{std::strerror(errno)};
        }
        return static_cast<std::size_t>(got);
    });
}

} // namespace actorgraph
