#include "export/xml_text.hpp"

#include <array>
#include <charconv>

namespace actorgraph {
namespace {

/// Bytes that cannot be copied as they are: markup, controls, and the lead byte of U+FFFE and U+FFFF.
constexpr std::array<bool, 256> make_special() {
    std::array<bool, 256> special{};
    for (std::size_t c = 0; c < 0x20; ++c) {
        special[c] = true;
    }
    for (const char c : {'&', '<', '>', '"'}) {
        special[static_cast<unsigned char>(c)] = true;
    }
    special[0xEF] = true;
    return special;
}
constexpr auto special = make_special();

std::string_view reference(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\r': return "&#13;";
    case '\n': return "&#10;";
    case '\t': return "&#9;";
    default: return "";
    }
}

} // namespace

void append_xml(std::string& out, std::string_view text) {
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (!special[c]) {
            continue;
        }
        const bool is_three_bytes = c == 0xEF;
        const std::string_view rest = text.substr(i, 3);
        if (is_three_bytes && rest != "\xEF\xBF\xBE" && rest != "\xEF\xBF\xBF") {
            continue;
        }
        out.append(text.substr(copied, i - copied));
        if (is_three_bytes) {
            i += 2;
        } else {
            out.append(reference(text[i]));
        }
        copied = i + 1;
    }
    out.append(text.substr(std::min(copied, text.size())));
}

std::string xml_escaped(std::string_view text) {
    std::string out;
    append_xml(out, text);
    return out;
}

void append_number(std::string& out, double value) {
    std::array<char, 32> digits{};
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

} // namespace actorgraph
