#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Text made valid: BOM dropped, every ill-formed sequence replaced by U+FFFD.
struct ValidText {
    std::string text;
    std::size_t replaced = 0;           ///< how many ill-formed sequences
    std::size_t first_replaced_byte = 0; ///< offset into the input
    bool had_bom = false;
};

/// Replaces ill-formed UTF-8 (Unicode 15, table 3-7: overlong, surrogates, truncated) by U+FFFD. O(n).
ValidText make_valid_utf8(std::string_view bytes);

/// Code point at byte `at` of valid UTF-8; moves `at` behind it.
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_utf8(std::string& out, char32_t code_point);

/// Number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

/// Turns byte offsets of one text into code-point offsets and back. O(1) a look-up per 64 bytes.
class CodePointIndex {
  public:
    explicit CodePointIndex(std::string_view text);
    std::size_t to_code_points(std::size_t byte) const; ///< `byte` ≤ size of the text
    std::size_t to_bytes(std::size_t code_point) const; ///< past the end gives the text's size

  private:
    std::string_view text_;
    std::vector<std::uint32_t> before_; ///< code points before each block
};

} // namespace actorgraph
