#include "extractor/readers/graph_file.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace actorgraph {
namespace {

constexpr std::string_view blanks = " \t\r\n\xEF\xBB\xBF";

std::size_t after_blanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(blanks, at), text.size());
}

/// One past the closing quote of the string that opens at `at`.
std::size_t after_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        at += text[at] == '\\' ? 1 : 0;
    }
    return std::min(at + 1, text.size());
}

/// One past the value at `at`, nested as deep as it likes.
std::size_t after_value(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (depth == 0 && (c == ',' || c == '}')) {
            break;
        }
        depth += c == '{' || c == '[' ? 1 : 0;
        depth -= c == '}' || c == ']' ? 1 : 0;
        at = c == '"' ? after_string(text, at) : at + 1;
    }
    return at;
}

} // namespace

bool is_graph_json(std::string_view beginning) {
    constexpr std::array<std::string_view, 4> graph_keys{"nodes", "edges", "links", "elements"};
    std::size_t at = after_blanks(beginning, 0);
    if (at == beginning.size() || beginning[at] != '{') {
        return false;
    }
    while (at < beginning.size() && beginning[at] != '}') {
        at = after_blanks(beginning, at + 1);
        if (at == beginning.size() || beginning[at] != '"') {
            return false;
        }
        const std::size_t end = after_string(beginning, at);
        const std::string_view key = beginning.substr(at + 1, std::max(end, at + 2) - at - 2);
        at = after_blanks(beginning, after_blanks(beginning, end) + 1); // the colon
        const bool is_graph_key = std::find(graph_keys.begin(), graph_keys.end(), key) != graph_keys.end();
        if (is_graph_key && at < beginning.size() && (beginning[at] == '[' || beginning[at] == '{')) {
            return true;
        }
        at = after_blanks(beginning, after_value(beginning, at));
    }
    return false;
}

} // namespace actorgraph
