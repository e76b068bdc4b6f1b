#include "export/escape.hpp"

namespace actorgraph {

std::string html_escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    }
    return out;
}

std::string markdown_escaped(std::string_view text) {
    constexpr std::string_view marks = "\\`*_{}[]<>#|~!&";
    std::string out;
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            out += ' ';
            continue;
        }
        out += marks.find(c) != std::string_view::npos ? "\\" : "";
        out += c;
    }
    return out;
}

} // namespace actorgraph
