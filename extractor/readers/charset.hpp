#pragma once

#include <string>
#include <string_view>

namespace actorgraph {

/// Text in valid UTF-8 and what had to be done for it.
struct DecodedText {
    std::string text;         ///< without a byte-order mark
    std::string charset;      ///< what it was read as, lower case
    std::size_t replaced = 0; ///< ill-formed sequences that became U+FFFD
    std::size_t first_replaced_byte = 0;
    bool is_guessed = false; ///< neither mark nor label nor form told the charset
};

/// Converts text of any charset. In order: byte-order mark; well-formed UTF-8; the zero bytes of
/// UTF-16; `label` (of a header or meta element, WHATWG labels); UTF-8 with single faults;
/// statistics (uchardet); windows-1252. O(n).
DecodedText decode_text(std::string_view bytes, std::string_view label = {});

/// Whether the bytes are UTF-16 or UTF-32, by their mark or their zero bytes.
bool is_wide_text(std::string_view bytes);

/// Zero bytes where no wide text explains them: nothing that can be read as text.
bool is_binary(std::string_view bytes);

} // namespace actorgraph
