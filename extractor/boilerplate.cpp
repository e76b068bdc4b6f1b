#include "extractor/boilerplate.hpp"

#include "core/trimmed.hpp"

#include <re2/re2.h>

#include <iterator>
#include <memory>
#include <unordered_set>

namespace actorgraph {
namespace {

struct LineRule {
    const char* reason;
    std::string_view starts; ///< first bytes of the lines that can match …
    char or_has;             ///< … beside lines that have this byte; 0 for none
    const char* pattern;
};

// No counted repeats over wide classes: they blow up the automaton. Lines are short already.
constexpr LineRule line_rules[] = {
    {"byline", "Bb", 0, R"(^(?:By|BY|by) [A-Z]\S*(?: (?:and|de|van|von|al|[A-Z]\S*))+$)"},
    {"promo", ">pP", '<', R"((?i)^(?:>>.*|.*<<|powered by .*)$)"},
    {"promo", "rRsSwWlLmM", 0,
     R"((?i)^(?:read|see|watch|listen|more)(?: also| more| next| on this)\b.*$)"},
    {"promo", "yYrRsSfF", 0,
     R"((?i)^(?:you might also|you may also|related:|recommended|sign up|subscribe|follow us|share this)\b.*$)"},
    {"credit", "ARGEP", '/',
     R"(^(?:[^/:]*/ ?)?(?:AP|AFP|Reuters|REUTERS|Getty Images|EPA|Getty|Pool)(?: (?:Photo|PHOTO|photo)[^.]*)?$)"},
    {"credit", "pPiI", 0, R"((?i)^(?:photo|picture|image|photograph)s?(?: by| credit| courtesy|:).*$)"},
    {"credit", "\xC2(C", 0, R"(^(?:©|\(c\)|Copyright).*$)"},
    {"credit", "W", 0, R"(^With .*(?:Press|News|Reuters|AFP|AP|Agency)$)"},
};
constexpr std::size_t longest_boilerplate = 180; ///< bytes

bool can_match(const LineRule& rule, std::string_view line) {
    return rule.starts.find(line.front()) != std::string_view::npos ||
           (rule.or_has != 0 && line.find(rule.or_has) != std::string_view::npos);
}

/// The patterns above, compiled once.
const std::vector<std::unique_ptr<RE2>>& compiled_rules() {
    static const auto compiled = [] {
        std::vector<std::unique_ptr<RE2>> made;
        for (const LineRule& rule : line_rules) {
            made.push_back(std::make_unique<RE2>(rule.pattern));
        }
        return made;
    }();
    return compiled;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

Span span_of(std::string_view text, std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

/// Trailing photo credit of a caption line: "… New York. / AFP PHOTO / Name", "… Name/Pool via AP".
Span trailing_credit(std::string_view text, std::string_view line) {
    static const RE2 slash(R"((/ ?(?:AFP|AP|REUTERS|Reuters|EPA|Getty)[^.]*)$)");
    static const RE2 names(
        R"([.!?] ([A-Z][^ /]+ (?:[^ /.]+ )?[A-Z][^ /]+ ?/[^.]*(?:AP|AFP|Reuters|Pool|Getty Images|EPA))$)");
    re2::StringPiece found;
    if (RE2::PartialMatch(piece(line), slash, &found) ||
        RE2::PartialMatch(piece(line), names, &found)) {
        return span_of(text, {found.data(), found.size()});
    }
    return {};
}

} // namespace

std::vector<SkippedText> find_boilerplate(std::string_view text) {
    std::vector<SkippedText> skipped;
    std::unordered_set<std::string_view> seen;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t newline = std::min(text.find('\n', at), text.size());
        const std::string_view line = trimmed(text.substr(at, newline - at));
        at = newline + 1;
        if (line.empty() || line.size() > 600) {
            continue;
        }
        const bool is_long_enough = line.size() >= 20;
        if (is_long_enough && !seen.insert(line).second) {
            skipped.push_back({span_of(text, line), "repeated line"});
            continue;
        }
        const char* reason = nullptr;
        if (line.size() <= longest_boilerplate) {
            for (std::size_t i = 0; i < std::size(line_rules) && reason == nullptr; ++i) {
                if (can_match(line_rules[i], line) &&
                    RE2::PartialMatch(piece(line), *compiled_rules()[i])) {
                    reason = line_rules[i].reason;
                }
            }
        }
        if (reason != nullptr) {
            skipped.push_back({span_of(text, line), reason});
            continue;
        }
        const bool may_have_credit = line.find('/') != std::string_view::npos;
        if (const Span credit = may_have_credit ? trailing_credit(text, line) : Span{};
            length(credit) > 0) {
            skipped.push_back({credit, "caption credit"});
        }
    }
    return skipped;
}

} // namespace actorgraph
