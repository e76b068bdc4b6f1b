#include "extractor/recognise/names/joins.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

bool is_acronym(std::string_view w) {
    return w.size() >= 2 && w.size() <= 8 &&
           std::all_of(w.begin(), w.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

bool is_year(std::string_view w) {
    return w.size() == 4 && (w[0] == '1' || w[0] == '2') &&
           std::all_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Makes one candidate of those from `k` on that begin before `end`; `found[k]` gets the given bounds.
void merge(std::vector<Candidate>& found, std::size_t k, std::uint32_t first, std::uint32_t end) {
    std::size_t last = k + 1;
    while (last < found.size() && found[last].first < end) {
        ++last;
    }
    found[k].first = std::min(first, found[k].first);
    found[k].end = std::max(end, found[k].end);
    found[k].is_demonym = false;
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(k) + 1,
                found.begin() + static_cast<std::ptrdiff_t>(last));
}

/// Where the words that begin with the letters of an acronym begin, if they end at `end`; else `end`.
std::uint32_t first_of_acronym(const CandidateText& text, const Sentence& sentence,
                               std::string_view acronym, std::uint32_t end) {
    std::uint32_t at = end;
    std::size_t words = 0;
    for (auto letter = acronym.rbegin(); letter != acronym.rend(); ++letter) {
        if (*letter == '.') {
            continue;
        }
        const auto begins = [&](std::uint32_t i) { return text.words[i].text.front() == *letter; };
        std::uint32_t skipped = 0;
        while (at > sentence.first_token && !begins(at - 1) && skipped < 3 &&
               !text.words[at - 1].is_capital) {
            --at;
            ++skipped;
        }
        if (at == sentence.first_token || !begins(at - 1)) {
            return end;
        }
        --at;
        ++words;
    }
    return words >= 2 && text.words[at].is_capital ? at : end;
}

/// Token behind the noun that makes a year and the name before `i` an event; 0 when none does.
std::uint32_t end_of_event(const CandidateText& text, const Sentence& sentence, std::uint32_t i) {
    constexpr LexMask stops = mask(LexClass::function_word) | mask(LexClass::speech_verb) |
                              mask(LexClass::life_verb) | mask(LexClass::firm_verb) |
                              mask(LexClass::game_verb);
    const std::uint32_t end = std::min(sentence.end_token, i + 5);
    for (; i < end; ++i) {
        const NameWord& w = text.words[i];
        if (has(w.classes, LexClass::vote_noun)) {
            return i + 1;
        }
        const char c = w.text.front();
        const bool is_word = (c >= 'a' && c <= 'z') || w.is_capital;
        if (!is_word || (!w.is_capital && (w.classes & stops) != 0)) {
            return 0;
        }
    }
    return 0;
}

} // namespace

void join_acronyms(const CandidateText& text, const Sentence& sentence, std::size_t from,
                   std::vector<Candidate>& found) {
    for (std::size_t k = from; k < found.size(); ++k) {
        const std::uint32_t end = found[k].end;
        if (end + 2 >= sentence.end_token || text.words[end].text != "(" ||
            !is_acronym(text.words[end + 1].text) || text.words[end + 2].text != ")") {
            continue;
        }
        const std::uint32_t first = first_of_acronym(text, sentence, text.words[end + 1].text, end);
        if (first == end) {
            continue;
        }
        const bool is_new = first < found[k].first;
        while (k > from && found[k - 1].first >= first) {
            --k;
        }
        merge(found, k, first, end);
        found[k].has_acronym = true;
        found[k].opens_sentence = stands_at_head(text, sentence, found[k].first);
        if (is_new) {
            const auto keys = text.keys_from(found[k].first, end);
            const LexMatch whole = text.lexicon.longest(keys, keys.size());
            found[k].classes = whole.classes;
        }
    }
}

void join_events(const CandidateText& text, const Sentence& sentence, std::size_t from,
                 std::vector<Candidate>& found) {
    for (std::size_t k = from; k < found.size(); ++k) {
        const Candidate& c = found[k];
        const bool is_person = c.end - c.first >= 2 && has(c.first_classes, LexClass::given_name);
        if (c.first == sentence.first_token || !is_year(text.words[c.first - 1].text) || is_person) {
            continue;
        }
        const std::uint32_t end = end_of_event(text, sentence, c.end);
        if (end > 0) {
            merge(found, k, c.first - 1, end);
            found[k].is_event = true;
            found[k].classes = mask(LexClass::work_event);
        }
    }
}

bool stands_at_head(const CandidateText& text, const Sentence& sentence, std::uint32_t token) {
    if (token == sentence.first_token) {
        return true;
    }
    const std::string_view before = text.words[token - 1].text;
    return before == "\"" || before == "\xE2\x80\x9C" || before == "'" || before == "``" ||
           before == "(" || before == "-" || before == "*" || before == ":";
}

} // namespace actorgraph
