#include "cli/ingest_inputs.hpp"

#include "store/digest.hpp"

#include <ctime>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>

namespace actorgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t nanoseconds = 1'000'000'000;
constexpr std::int64_t settled_seconds = 2;

std::int64_t in_nanoseconds(const timespec& time) {
    return std::int64_t{time.tv_sec} * nanoseconds + time.tv_nsec;
}

} // namespace

std::string input_key(const std::string& path) {
    std::error_code failure;
    return path == "-" ? path : fs::absolute(path, failure).lexically_normal().string();
}

bool is_stream(const std::string& path) {
    struct stat info{};
    return path == "-" || (stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode));
}

std::optional<InputStamp> stamp_of(const std::string& path) {
    struct stat info{};
    if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) {
        return std::nullopt;
    }
    InputStamp stamp{info.st_size, in_nanoseconds(info.st_mtim), in_nanoseconds(info.st_ctim), ""};
    if (std::time(nullptr) - info.st_ctim.tv_sec < settled_seconds) {
        stamp.mtime = stamp.ctime = 0;
    }
    return stamp;
}

std::string digest_of_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return "";
    }
    Digest digest;
    std::string buffer(std::size_t{1} << 20U, '\0');
    while (in) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        digest.add_raw(std::string_view(buffer).substr(0, static_cast<std::size_t>(in.gcount())));
    }
    return in.bad() ? "" : digest.bytes();
}

bool is_unchanged(const std::string& path, const StoredInput& stored, InputStamp& now) {
    if (stored.stamp.sha256.empty() || now.size != stored.stamp.size) {
        return false;
    }
    const bool is_same_file =
        now.ctime != 0 && now.mtime == stored.stamp.mtime && now.ctime == stored.stamp.ctime;
    now.sha256 = is_same_file ? stored.stamp.sha256 : digest_of_file(path);
    return now.sha256 == stored.stamp.sha256;
}

bool is_before(const std::string& date, const std::string& since) {
    return !date.empty() && date < since.substr(0, date.size());
}

} // namespace actorgraph
