#pragma once

#include "extractor/readers/limits.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// One message of a child process: what it is and its fields.
struct Frame {
    char kind = ' ';
    std::vector<std::string> fields;
};

/// Sends a frame to the parent; ends the process when the parent is gone.
using SendFrame = std::function<void(char kind, const std::vector<std::string_view>& fields)>;

/// A child process that parses for us. It may write no file, start no core dump, add at most
/// `memory_bytes` to its address space, and use `seconds` of processor time between two frames;
/// `total_seconds` bound the whole by the clock.
class Child {
  public:
    /// Starts `work` in a child; `limits` outlives this. An exception of `work` becomes the reason.
    Child(const ReadLimits& limits, const std::function<void(const SendFrame&)>& work);
    ~Child(); ///< ends the process
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// The next frame, or nothing at the end; then `reason` says why it did not finish, if it did
    /// not.
    std::optional<Frame> next();
    const std::string& reason() const { return reason_; }

  private:
    class Run;
    std::unique_ptr<Run> run_;
    std::string reason_;
};

} // namespace actorgraph
