#include "extractor/resolve/impersonal.hpp"

#include <algorithm>

namespace actorgraph {

bool acts_at(const Reading& reading, std::uint32_t i, std::uint32_t end) {
    std::uint32_t k = i + 1;
    while (k < end && (reading.is(k, WordClass::adverb) || reading.word(k).ends_with("ly"))) {
        ++k;
    }
    if (k >= end || reading.word(k).ends_with("'s")) {
        return false;
    }
    if (reading.is(k, WordClass::be)) {
        return k + 1 < end && reading.word(k + 1).ends_with("ing"); // "it is looking into"
    }
    static constexpr std::string_view pleonastic[] = {"seems",   "seemed", "appears", "appeared",
                                                      "emerged", "turned", "came",    "comes",
                                                      "follows", "took",   "remains"};
    const std::string_view verb = reading.word(k);
    const bool is_verb = reading.is_verb(k) || (reading.is_lower(k) && verb.ends_with('s'));
    const bool is_modal_be =
        reading.is(k, WordClass::auxiliary) && k + 1 < end && (reading.is(k + 1, WordClass::be));
    return is_verb && !is_modal_be &&
           std::find(std::begin(pleonastic), std::end(pleonastic), verb) == std::end(pleonastic);
}

bool is_acted_upon_at(const Reading& reading, std::uint32_t i, std::uint32_t end) {
    static constexpr WordClasses closers =
        bit(WordClass::preposition) | bit(WordClass::coordinator) | bit(WordClass::comma);
    const bool is_last = i + 1 >= end || reading.token(i + 1).kind == TokenKind::punctuation ||
                         reading.words[i + 1].is_any(closers);
    return is_last && i > 0 && reading.is_verb(i - 1) && !reading.is(i - 1, WordClass::be) &&
           !reading.is(i - 1, WordClass::say) && reading.word(i - 1) != "made" &&
           reading.word(i - 1) != "did";
}

} // namespace actorgraph
