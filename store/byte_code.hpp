#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace actorgraph {

/// Appends numbers (LEB128, 7 bits a byte, low bits first) and strings (length, bytes).
class ByteWriter {
  public:
    void number(std::uint64_t value);
    void text(std::string_view bytes);
    void fixed(std::uint64_t bits); ///< 8 bytes, low ones first
    void raw(std::string_view bytes) { out_ += bytes; }
    std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

/// Reads what ByteWriter wrote, never outside the bytes given. After the first fault every read gives
/// zero or empty and `is_sound` is false.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number(std::uint64_t limit); ///< more than `limit` is a fault
    std::size_t count() { return number(rest_.size()); } ///< of records of a byte or more
    std::string_view take(std::size_t size);
    std::string_view text() { return take(number(rest_.size())); }
    std::uint64_t fixed();
    void fail();
    bool is_sound() const { return is_sound_; }
    bool is_at_end() const { return is_sound_ && rest_.empty(); }

  private:
    std::string_view rest_;
    bool is_sound_ = true;
};

} // namespace actorgraph
