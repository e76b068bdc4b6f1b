#include "cli/terminal.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace actorgraph {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

Ink ink_of(int descriptor) {
    const std::string forced = environment("CLICOLOR_FORCE");
    const bool is_forced = !forced.empty() && forced != "0";
    const bool is_plain = !environment("NO_COLOR").empty() || environment("TERM") == "dumb";
    return {!is_plain && (is_forced || isatty(descriptor) != 0)};
}

bool is_on_path(const char* program) {
    std::istringstream folders(environment("PATH"));
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0) {
            return true;
        }
    }
    return false;
}

std::string pager_command() {
    for (const char* name : {"ACTORGRAPH_PAGER", "PAGER"}) {
        if (std::getenv(name) != nullptr) {
            const std::string named = environment(name);
            return named == "cat" ? "" : named;
        }
    }
    return is_on_path("less") ? "less" : "";
}

} // namespace

std::string Ink::painted(std::string_view code, std::string_view text) const {
    if (!is_coloured) {
        return std::string(text);
    }
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

Ink ink_of_output() { return ink_of(STDOUT_FILENO); }
Ink ink_of_messages() { return ink_of(STDERR_FILENO); }

Pager::Pager() {
    const std::string command = pager_command();
    std::array<int, 2> ends{};
    if (command.empty() || isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0 ||
        pipe2(ends.data(), O_CLOEXEC) != 0) {
        return;
    }
    std::cout.flush();
    std::fflush(stdout);
    process_ = fork();
    if (process_ == 0) {
        dup2(ends[0], STDIN_FILENO);
        setenv("LESS", "FRX", 0);
        execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
        _exit(127);
    }
    close(ends[0]);
    if (process_ > 0) {
        std::signal(SIGPIPE, SIG_IGN); // the reader may leave before the end
        std::signal(SIGINT, SIG_IGN);  // Ctrl-C is for the pager
        output_ = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
        dup2(ends[1], STDOUT_FILENO);
    }
    close(ends[1]);
}

Pager::~Pager() {
    if (process_ <= 0) {
        return;
    }
    std::cout.flush();
    std::fflush(stdout);
    dup2(output_, STDOUT_FILENO);
    close(output_);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

} // namespace actorgraph
