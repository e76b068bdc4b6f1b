#include "rules/lazy_regex.hpp"

#include "rules/pattern.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace actorgraph {
namespace {

bool is_wide(char c) {
    return (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Whether reading bytes instead of characters could change what a pattern matches: letters outside
/// of ASCII (but for currency signs), negated classes and dots that are not starred.
bool needs_characters(std::string_view pattern) {
    const auto is_starred = [&](std::size_t behind) {
        return behind < pattern.size() && (pattern[behind] == '*' || pattern[behind] == '+');
    };
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const std::string_view rest = pattern.substr(i);
        if (rest.starts_with("(?:\\$|€|£)?")) {
            i += std::string_view("(?:\\$|€|£)").size();
        } else if (is_wide(rest[0]) || (rest[0] == '.' && !is_starred(i + 1))) {
            return true;
        } else if (rest[0] == '\\') {
            ++i;
        } else if (rest[0] == '[') {
            const std::size_t close = pattern.find(']', i + 2);
            if (close == std::string_view::npos || (rest[1] == '^' && !is_starred(close + 1)) ||
                std::any_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(close - i),
                            is_wide)) {
                return true;
            }
            i = close;
        }
    }
    return false;
}

re2::RE2::Options options_for(std::string_view pattern) {
    re2::RE2::Options options;
    options.set_max_mem(regex_budget_bytes);
    options.set_log_errors(false);
    if (!needs_characters(pattern)) { // programs over bytes are a fifth smaller and compile faster
        options.set_encoding(re2::RE2::Options::EncodingLatin1);
    }
    return options;
}

} // namespace

GroupNumbers::GroupNumbers(const re2::RE2& regex) {
    for (const auto& [name, number] : regex.NamedCapturingGroups()) {
        take(name, number);
    }
}

GroupNumbers::GroupNumbers(std::span<const std::string> names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        take(names[i], static_cast<int>(i + 1));
    }
}

void GroupNumbers::take(const std::string& name, int number) {
    const std::pair<std::string_view, int*> known[]{
        {"source", &source}, {"target", &target}, {"role", &role},      {"channel", &channel},
        {"stage", &stage},   {"amount", &amount}, {"speaker", &speaker}};
    for (const auto& [label, place] : known) {
        if (name == label) {
            *place = number;
        }
    }
    if (name.starts_with("phrase")) {
        phrases.push_back(number);
    }
}

LazyRegex::Compiled::Compiled(const std::string& pattern)
    : regex(pattern, options_for(pattern)), groups(regex) {}

LazyTokens::Made::Made(std::span<const std::string> patterns, std::span<const std::string> triggers)
    : pattern(patterns) {
    std::vector<std::uint32_t> hashes;
    std::transform(triggers.begin(), triggers.end(), std::back_inserter(hashes), word_hash);
    trigger_place = pattern.place_of(hashes);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        groups.emplace_back(pattern.net().pattern(i).groups);
    }
}

const LazyTokens::Made& LazyTokens::made() const {
    return made_.get([this] {
        std::vector<std::string> patterns;
        std::transform(words_.begin(), words_.end(), std::back_inserter(patterns),
                       token_pattern_text);
        return std::make_unique<Made>(patterns, triggers_);
    });
}

} // namespace actorgraph
