#include "extractor/resolve/reading.hpp"

#include <algorithm>

namespace actorgraph {

bool Reading::is_verb(std::uint32_t token) const {
    static constexpr WordClasses verbs =
        bit(WordClass::be) | bit(WordClass::auxiliary) | bit(WordClass::say) | bit(WordClass::past);
    if (words[token].is_any(verbs)) {
        return true;
    }
    const std::string_view w = word(token);
    return is_lower(token) && w.size() > 3 && w.ends_with("ed") && words[token].classes == 0;
}

LexMask Reading::lexicon_classes(std::uint32_t token) const {
    return lexicon.folded_classes(word(token));
}

std::uint32_t Reading::token_at(std::uint32_t byte) const {
    const auto& tokens = segmentation.tokens;
    const auto at = std::lower_bound(
        tokens.begin(), tokens.end(), byte,
        [](const Token& token, std::uint32_t wanted) { return token.span.begin < wanted; });
    return static_cast<std::uint32_t>(at - tokens.begin());
}

Reading read_words(std::string_view text, const Segmentation& segmentation,
                   const Lexicon& lexicon) {
    Reading reading{text, segmentation, lexicon, {}, false, false};
    reading.words.reserve(segmentation.tokens.size());
    for (const Token& token : segmentation.tokens) {
        WordInfo info = word_info(slice(text, token.span));
        if (token.all_caps && length(token.span) == 2 && info.is(WordClass::pronoun)) {
            info = {}; // "US", "IT": no pronouns
        }
        if (segmentation.is_caseless && slice(text, token.span) == "s") {
            info.classes = bit(WordClass::possessive); // where punctuation was lost
        }
        reading.words.push_back(info);
        reading.has_quotes |= info.is(WordClass::quote);
        if (info.is(WordClass::pronoun)) {
            const PronounPerson person = pronoun_word(info.row).person;
            reading.has_he_or_she |= person == PronounPerson::he || person == PronounPerson::she;
        }
    }
    return reading;
}

} // namespace actorgraph
