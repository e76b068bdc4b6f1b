#include "graph/link/wordings.hpp"

#include "core/utf8.hpp"
#include "graph/link/disjoint_sets.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace actorgraph {
namespace {

constexpr std::size_t shared_run = 8; ///< words in common that make two quotes one wording

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower_case(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        if (c == 0x2018 || c == 0x2019 || (c >= 0x201C && c <= 0x201E) || c == 0x2013 || c == 0x2014 || c == 0xA0) {
            c = ' '; // typographic marks: copies differ in them
        }
        const bool is_capital = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
        append_utf8(out, is_capital ? c + 32 : c);
    }
    return out;
}

/// FNV-1a hashes of the words.
std::vector<std::uint64_t> words_in(std::string_view quote) {
    static constexpr std::uint64_t none = 1469598103934665603U;
    std::vector<std::uint64_t> words(1, none);
    for (const char c : lower_case(quote)) {
        if (is_letter(c)) {
            words.back() = (words.back() ^ static_cast<unsigned char>(c)) * 1099511628211U;
        } else if (words.back() != none) {
            words.push_back(none);
        }
    }
    if (words.back() == none) {
        words.pop_back();
    }
    return words;
}

} // namespace

std::vector<std::uint32_t> independent_sources(const std::vector<QuotedSource>& quotes) {
    std::unordered_map<std::uint64_t, std::uint32_t> first_with_run;
    std::unordered_map<std::uint32_t, std::uint32_t> first_of_group;
    DisjointSets sources(quotes.size());
    for (std::uint32_t self = 0; self < quotes.size(); ++self) {
        sources.join(self, first_of_group.try_emplace(quotes[self].group, self).first->second);
        const auto words = words_in(quotes[self].quote);
        for (std::size_t i = 0; i == 0 || i + shared_run <= words.size(); ++i) {
            std::uint64_t run = 0;
            for (std::size_t k = i; k < std::min(words.size(), i + shared_run); ++k) {
                run = run * 0x9e3779b97f4a7c15U + words[k];
            }
            sources.join(self, first_with_run.try_emplace(run, self).first->second);
        }
    }
    std::vector<std::uint32_t> number(quotes.size());
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < quotes.size(); ++i) {
        const std::uint32_t first = sources.find(i);
        number[i] = first == i ? count++ : number[first];
    }
    return number;
}

} // namespace actorgraph
