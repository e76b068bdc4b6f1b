#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace actorgraph {

/// Bytes of an input, pulled as they are needed; counts what it gave.
class ByteSource {
  public:
    /// Fills up to `size` bytes at `to` and says how many; 0 = the end. Throws ReadFailure.
    using Pull = std::function<std::size_t(char* to, std::size_t size)>;

    explicit ByteSource(Pull pull) : pull_(std::move(pull)) {}

    /// The next bytes, at most `size` of them, without taking them.
    std::string_view peek(std::size_t size);

    /// Takes up to `size` bytes; 0 = the end.
    std::size_t read(char* to, std::size_t size);

    /// Takes everything that is left; nothing when that is more than `limit` bytes. What was beyond
    /// the limit is taken and counted, but not kept.
    std::optional<std::string> read_all(std::uint64_t limit);

    /// Takes one line with its newline into `line`; what lies beyond `limit` is taken and counted,
    /// but not kept. Returns the bytes taken; 0 = the end.
    std::uint64_t read_line(std::string& line, std::uint64_t limit);

    /// Takes the rest and throws it away; returns how much that was.
    std::uint64_t drain();

    std::uint64_t taken() const { return taken_; }

  private:
    bool fill();
    Pull pull_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint64_t taken_ = 0;
};

/// The input broke off: the message says why.
struct ReadFailure {
    std::string message;
};

/// Of bytes that outlive the source.
ByteSource source_of(std::string_view bytes);

/// Of an open file; the file stays the caller's.
ByteSource source_of_file(int descriptor);

} // namespace actorgraph
