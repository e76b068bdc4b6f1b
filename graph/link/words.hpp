#pragma once

#include <cstdint>
#include <string_view>

namespace actorgraph {

/// Walks the words of a text: runs of letters and digits; a point, comma or stroke between digits belongs to
/// the number.
class Words {
  public:
    explicit Words(std::string_view text) : text_(text) {}

    bool next() {
        while (end_ < text_.size() && !is_word(text_[end_])) {
            ++end_;
        }
        begin_ = end_;
        while (end_ < text_.size() && (is_word(text_[end_]) || is_inside_number())) {
            ++end_;
        }
        return begin_ < end_;
    }
    std::string_view word() const { return text_.substr(begin_, end_ - begin_); }
    std::size_t begin() const { return begin_; }
    std::size_t end() const { return end_; }

    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
    static char lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

  private:
    static bool is_word(char c) {
        return (c >= 'a' && c <= 'z') || is_upper(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    }
    bool is_inside_number() const {
        return (text_[end_] == '.' || text_[end_] == ',' || text_[end_] == '/') && end_ > begin_ &&
               is_digit(text_[end_ - 1]) && end_ + 1 < text_.size() && is_digit(text_[end_ + 1]);
    }
    std::string_view text_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

/// FNV-1a of a word whatever the case of its ASCII letters.
inline std::uint64_t hash_of(std::string_view word) {
    std::uint64_t hash = 1469598103934665603U;
    for (const char c : word) {
        hash = (hash ^ static_cast<unsigned char>(Words::lower(c))) * 1099511628211U;
    }
    return hash;
}

/// Spreads the bits of a hash (the finaliser of MurmurHash3), so that the smallest ones are a fair sample.
inline std::uint32_t spread(std::uint64_t hash) {
    hash = (hash ^ (hash >> 33U)) * 0xff51afd7ed558ccdU;
    hash = (hash ^ (hash >> 33U)) * 0xc4ceb9fe1a85ec53U;
    return static_cast<std::uint32_t>(hash >> 32U);
}

} // namespace actorgraph
