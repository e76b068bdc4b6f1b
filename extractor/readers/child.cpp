#include "extractor/readers/child.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <new>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace actorgraph {
namespace {

constexpr int exit_failed = 71; ///< `work` threw; the reason was sent
constexpr char reason_frame = '!';
constexpr std::uint32_t most_fields = 16;

void set_limit(__rlimit_resource resource, std::uint64_t value) {
    rlimit limit{};
    getrlimit(resource, &limit);
    limit.rlim_cur = std::min<rlim_t>(value, limit.rlim_max);
    setrlimit(resource, &limit);
}

/// Pages of address space this process has, in bytes.
std::uint64_t address_space() {
    std::uint64_t pages = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%lu", &pages) != 1) {
            pages = 0;
        }
        std::fclose(file);
    }
    return pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

std::uint64_t used_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec);
}

void confine(const ReadLimits& limits) {
    set_limit(RLIMIT_CORE, 0);
    set_limit(RLIMIT_FSIZE, 0);
    set_limit(RLIMIT_AS, address_space() + limits.memory_bytes);
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere >= 0) {
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
    }
    std::signal(SIGINT, SIG_IGN); // what is in flight is finished
    for (const int signal : {SIGTERM, SIGSEGV, SIGABRT, SIGXCPU, SIGXFSZ, SIGPIPE}) {
        std::signal(signal, SIG_DFL);
    }
}

bool write_all(int pipe, const char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t done = write(pipe, bytes, size);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            return false;
        }
        bytes += done;
        size -= static_cast<std::size_t>(done);
    }
    return true;
}

void send(int pipe, std::uint32_t seconds, char kind, const std::vector<std::string_view>& fields) {
    const auto number = [&](std::uint64_t value) {
        std::array<char, sizeof value> bytes{};
        std::memcpy(bytes.data(), &value, sizeof value);
        return write_all(pipe, bytes.data(), bytes.size());
    };
    bool is_sent = write_all(pipe, &kind, 1) && number(fields.size());
    for (const std::string_view field : fields) {
        is_sent = is_sent && number(field.size()) && write_all(pipe, field.data(), field.size());
    }
    if (!is_sent) {
        _exit(exit_failed);
    }
    set_limit(RLIMIT_CPU, used_seconds() + seconds + 1);
}

[[noreturn]] void run_child(int pipe, const ReadLimits& limits,
                            const std::function<void(const SendFrame&)>& work) {
    confine(limits);
    const SendFrame sender = [&](char kind, const std::vector<std::string_view>& fields) {
        send(pipe, limits.seconds, kind, fields);
    };
    set_limit(RLIMIT_CPU, used_seconds() + limits.seconds + 1);
    int code = 0;
    try {
        work(sender);
    } catch (const std::bad_alloc&) {
        code = exit_failed;
        sender(reason_frame, {"needs more memory than the limit"});
    } catch (const std::exception& failure) {
        code = exit_failed;
        sender(reason_frame, {failure.what()});
    } catch (...) {
        code = exit_failed;
        sender(reason_frame, {"cannot be parsed"});
    }
    _exit(code);
}

std::string reason_of(int status, const ReadLimits& limits) {
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        if (signal == SIGXCPU) {
            return "took more than " + std::to_string(limits.seconds) +
                   " s of processor time for one part";
        }
        return std::string("made its parser crash (") + strsignal(signal) + ")";
    }
    return WEXITSTATUS(status) == 0 ? "" : "made its parser give up";
}

} // namespace

/// The process and the pipe that its frames come through.
class Child::Run {
  public:
    Run(const ReadLimits& limits, const std::function<void(const SendFrame&)>& work);
    ~Run();
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    bool is_running() const { return process_ > 0; }
    std::optional<Frame> read_frame();

    /// Waits for the end; why the child did not finish, empty when it did.
    std::string finish();

    std::string fault; ///< why there is no process

  private:
    std::optional<std::uint64_t> number();
    bool bytes(char* to, std::size_t size);
    void hang_up();

    const ReadLimits& limits_;
    int pipe_ = -1;
    int process_ = -1;
    bool is_late_ = false;
    std::chrono::steady_clock::time_point deadline_;
};

Child::Run::Run(const ReadLimits& limits, const std::function<void(const SendFrame&)>& work)
    : limits_(limits),
      deadline_(std::chrono::steady_clock::now() + std::chrono::seconds(limits.total_seconds)) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        fault = std::string("has no pipe for its parser: ") + std::strerror(errno);
        return;
    }
    process_ = fork();
    if (process_ == 0) {
        close(ends[0]);
        run_child(ends[1], limits, work);
    }
    close(ends[1]);
    pipe_ = ends[0];
    if (process_ < 0) {
        fault = std::string("has no process for its parser: ") + std::strerror(errno);
    }
}

Child::Run::~Run() {
    if (process_ > 0) {
        kill(process_, SIGKILL);
        finish();
    }
    hang_up();
}

void Child::Run::hang_up() {
    if (pipe_ >= 0) {
        close(pipe_);
    }
    pipe_ = -1;
}

std::string Child::Run::finish() {
    if (is_late_) {
        kill(process_, SIGKILL);
    }
    hang_up(); // a child that still writes ends, instead of waiting for a reader
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return is_late_ ? "took more than " + std::to_string(limits_.total_seconds) + " s"
                    : reason_of(status, limits_);
}

std::optional<Frame> Child::Run::read_frame() {
    Frame frame;
    const auto count = bytes(&frame.kind, 1) ? number() : std::nullopt;
    if (!count || *count > most_fields) {
        return std::nullopt;
    }
    for (std::uint64_t i = 0; i < *count; ++i) {
        const auto size = number();
        if (!size || *size > limits_.memory_bytes) {
            return std::nullopt;
        }
        std::string field(static_cast<std::size_t>(*size), '\0');
        if (!bytes(field.data(), field.size())) {
            return std::nullopt;
        }
        frame.fields.push_back(std::move(field));
    }
    return frame;
}

std::optional<std::uint64_t> Child::Run::number() {
    std::uint64_t value = 0;
    std::array<char, sizeof value> raw{};
    if (!bytes(raw.data(), raw.size())) {
        return std::nullopt;
    }
    std::memcpy(&value, raw.data(), sizeof value);
    return value;
}

bool Child::Run::bytes(char* to, std::size_t size) {
    while (size > 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline_ - std::chrono::steady_clock::now());
        pollfd one{pipe_, POLLIN, 0};
        const int ready = left.count() <= 0 ? 0 : poll(&one, 1, static_cast<int>(left.count()));
        if (ready == 0) {
            is_late_ = true;
            return false;
        }
        const ssize_t got = ready < 0 ? -1 : read(pipe_, to, size);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

Child::Child(const ReadLimits& limits, const std::function<void(const SendFrame&)>& work)
    : run_(std::make_unique<Run>(limits, work)), reason_(run_->fault) {}

Child::~Child() = default;

std::optional<Frame> Child::next() {
    if (!run_->is_running()) {
        return std::nullopt;
    }
    std::optional<Frame> frame = run_->read_frame();
    if (frame && frame->kind == reason_frame && !frame->fields.empty()) {
        reason_ = std::move(frame->fields[0]);
        frame = std::nullopt;
    }
    if (!frame) {
        std::string ending = run_->finish();
        reason_ = reason_.empty() ? std::move(ending) : reason_;
    }
    return frame;
}

} // namespace actorgraph
