#include "extractor/readers/mail/quotes.hpp"

#include <re2/re2.h>

namespace actorgraph {
namespace {

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0; ///< behind the text, before the newline
};

std::vector<Line> lines_of(std::string_view text, std::size_t at) {
    std::vector<Line> lines;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back({at, end});
        at = end + 1;
    }
    return lines;
}

bool matches(std::string_view line, const RE2& pattern) {
    return line.size() < 300 && RE2::FullMatch(re2::StringPiece(line.data(), line.size()), pattern);
}

bool is_quoted(std::string_view line) {
    return !line.empty() && line[0] == '>';
}

bool introduces(std::string_view line) {
    static const RE2 wrote(
        R"((?i)(?:on|am|le|el|il|em) .*(?:wrote|writes|schrieb|écrit|escribió|scritto|escreveu)[^:]{0,20}:\s*)");
    return matches(line, wrote);
}

bool opens_original(std::string_view line) {
    static const RE2 original(
        R"((?i)\s*-{3,} ?(?:original message|forwarded message|forwarded by .*|ursprüngliche nachricht|message d'origine|mensaje original) ?-*.*|begin forwarded message:\s*)");
    return matches(line, original);
}

bool opens_signature(std::string_view line) {
    return line == "-- " || line == "--" || line == "-- \r";
}

void add(std::vector<SkippedText>& found, std::size_t begin, std::size_t end, const char* reason) {
    if (!found.empty() && found.back().reason == reason && found.back().span.end + 1 >= begin) {
        found.back().span.end = static_cast<std::uint32_t>(end);
    } else if (begin < end) {
        found.push_back(
            {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, reason});
    }
}

} // namespace

std::vector<SkippedText> find_quoted(std::string_view text, std::size_t begin) {
    std::vector<SkippedText> found;
    const std::vector<Line> lines = lines_of(text, begin);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = text.substr(lines[i].begin, lines[i].end - lines[i].begin);
        std::size_t next = i + 1;
        while (next < lines.size() && lines[next].end <= lines[next].begin + 1) {
            ++next;
        }
        const bool is_next_quoted =
            next < lines.size() && is_quoted(text.substr(lines[next].begin));
        if (opens_original(line)) {
            add(found, lines[i].begin, text.size(), "quoted reply");
            break;
        }
        if (opens_signature(line)) {
            add(found, lines[i].begin, text.size(), "signature");
            break;
        }
        if (is_quoted(line) || (introduces(line) && is_next_quoted)) {
            add(found, lines[i].begin, lines[i].end, "quoted reply");
        }
    }
    return found;
}

} // namespace actorgraph
