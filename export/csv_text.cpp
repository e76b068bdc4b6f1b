#include "export/csv_text.hpp"

namespace actorgraph {

std::string csv_field(std::string_view text) {
    constexpr std::string_view formulas = "=+-@\t\r\n";
    std::string out = "\"";
    if (!text.empty() && formulas.find(text.front()) != std::string_view::npos) {
        out += '\'';
    }
    for (const char c : text) {
        const bool is_control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
        if (is_control) {
            continue;
        }
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + '"';
}

} // namespace actorgraph
