#include "extractor/recognise/names/candidates.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

constexpr LexMask everyday = mask(LexClass::ordinary_word) | mask(LexClass::function_word) |
                             mask(LexClass::slang);

/// Classes of a word in lower case, whatever the case of the entry; 0 for anything else.
LexMask classes_of(const CandidateText& text, std::uint32_t i) {
    const NameWord& word = text.words[i];
    const bool is_word = !word.is_capital && !word.is_blocked && word.text.size() >= 3 &&
                         word.text.front() >= 'a' && word.text.front() <= 'z';
    return is_word ? text.lexicon.folded_classes(word.key) : 0;
}

} // namespace

void find_small_names(const CandidateText& text, const std::vector<Sentence>& sentences,
                      std::vector<Candidate>& found) {
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        for (std::uint32_t i = sentences[s].first_token; i < sentences[s].end_token; ++i) {
            const LexMask first = classes_of(text, i);
            const bool may_be_word = (first & everyday) != 0 && !has(first, LexClass::common_given);
            if (!has(first, LexClass::given_name) || may_be_word) {
                continue;
            }
            Candidate one;
            one.first = i;
            one.end = i + 1;
            one.sentence = s;
            one.is_lower = true;
            if (one.end < sentences[s].end_token) {
                const LexMask last = classes_of(text, one.end);
                one.end += has(last, LexClass::surname) && (last & everyday) == 0 ? 1 : 0;
            }
            found.push_back(one);
            i = one.end - 1;
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Candidate& a, const Candidate& b) { return a.first < b.first; });
}

} // namespace actorgraph
