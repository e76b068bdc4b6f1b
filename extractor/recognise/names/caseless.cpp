#include "extractor/recognise/names/caseless.hpp"

#include "extractor/recognise/names/endings.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace actorgraph {
namespace {

constexpr LexMask everyday = mask(LexClass::ordinary_word) | mask(LexClass::function_word) |
                             mask(LexClass::slang) | mask(LexClass::calendar);

class CaselessSentence {
  public:
    CaselessSentence(const CaselessText& text, const Sentence& sentence, const KnownNames& known,
                     std::vector<CaselessName>& found)
        : text_(text), sentence_(sentence), known_(known), found_(found) {
        classes_.reserve(sentence.end_token - sentence.first_token);
        for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
            const bool is_word =
                text.tokens[i].kind == TokenKind::word && !text.words[i].is_blocked;
            classes_.push_back(is_word ? text.lexicon.folded_classes(text.keys[i]) : 0);
        }
    }

    void run() {
        std::uint32_t i = 0;
        while (i < size()) {
            i += std::max(name_at(i), 1U);
        }
    }

  private:
    std::uint32_t size() const { return static_cast<std::uint32_t>(classes_.size()); }
    std::string_view word(std::uint32_t i) const {
        return i < size() ? text_.words[sentence_.first_token + i].text : std::string_view{};
    }
    bool is(std::uint32_t i, std::initializer_list<std::string_view> words) const {
        return i < size() && std::any_of(words.begin(), words.end(), [&](std::string_view w) {
                   return equals_folded(word(i), w);
               });
    }
    std::span<const WordKey> keys_from(std::uint32_t i) const {
        return std::span(text_.keys).subspan(sentence_.first_token + i, size() - i);
    }
    bool is_word(std::uint32_t i) const {
        return i < size() && text_.tokens[sentence_.first_token + i].kind == TokenKind::word &&
               !text_.words[sentence_.first_token + i].is_blocked;
    }
    LexMask classes(std::uint32_t i) const { return i < size() ? classes_[i] : 0; }

    std::uint32_t put(std::uint32_t i, std::uint32_t length, NameType type, LexMask classes,
                      const char* reason) {
        found_.push_back({sentence_.first_token + i, sentence_.first_token + i + length, type, classes,
                          reason});
        return length;
    }

    /// Words of the name that begins at `i`; 0 when none does.
    std::uint32_t name_at(std::uint32_t i) {
        if (!is_word(i)) {
            return 0;
        }
        if (const auto known = known_.longest(keys_from(i)); known.words > 0) {
            return put(i, static_cast<std::uint32_t>(known.words), known.type, known.classes,
                       "known from the text");
        }
        if (const std::uint32_t firm = firm_length(i); firm > 0) {
            return put(i, firm, NameType::organization, mask(LexClass::company), "legal form behind");
        }
        if (const std::uint32_t listed = listed_name(i); listed > 0) {
            return listed;
        }
        return full_name(i);
    }

    /// Entries of the lexicon, the longest first: of several words, and single words that are nothing else.
    std::uint32_t listed_name(std::uint32_t i) {
        std::uint32_t length = std::min<std::uint32_t>(6, size() - i);
        while (length >= 1) {
            const LexMatch match = text_.lexicon.longest_folded(keys_from(i).first(length));
            if (match.words == 0) {
                return 0;
            }
            length = static_cast<std::uint32_t>(match.words);
            if (const auto type = type_of(i, length, match.classes)) {
                return put(i, length, *type, match.classes, "the lexicon knows it");
            }
            --length;
        }
        return 0;
    }

    std::optional<NameType> type_of(std::uint32_t i, std::uint32_t length, LexMask classes) const {
        const bool is_organisation = (classes & organisation_classes) != 0;
        const bool is_known = is_organisation && !has(classes, LexClass::weak);
        const bool is_everyday = (classes & everyday) != 0 && !is_known;
        const bool is_short = length == 1 && word(i).size() < 3 && !is(i, {"uk"});
        if (is_everyday || has(classes, LexClass::weak) || is_short ||
            (length == 1 && continues_as_name(i))) {
            return std::nullopt;
        }
        if (is_organisation) {
            return NameType::organization;
        }
        const bool is_name_too = has(classes, LexClass::surname) || has(classes, LexClass::given_name);
        if (has(classes, LexClass::country) ||
            (has(classes, LexClass::place) && (!is_name_too || length > 1 || is_at_a_place(i)))) {
            return NameType::location;
        }
        if (has(classes, LexClass::demonym) || has(classes, LexClass::work_event)) {
            return NameType::misc;
        }
        return std::nullopt;
    }

    /// Behind a preposition of place, or alone before a number (a dateline or a table row).
    bool is_at_a_place(std::uint32_t i) const {
        const bool opens = i == 0 && (size() == 1 || !is_word(i + 1) || is(1, {"at"}));
        return opens || (i > 0 && is(i - 1, {"in", "at", "from", "near", "to"}));
    }

    /// "paris hilton": a place that begins a person's name is left to full_name().
    bool continues_as_name(std::uint32_t i) const {
        return is_word(i + 1) && is_given(i) && is_surname(i + 1) &&
               !has(classes(i), LexClass::country) && !has(classes(i + 1), LexClass::org_head);
    }

    bool is_given(std::uint32_t i) const {
        const LexMask c = classes(i);
        return is_word(i) && has(c, LexClass::given_name) && word(i).size() > 2 &&
               ((c & everyday) == 0 || has(c, LexClass::common_given)) && !has(c, LexClass::calendar);
    }

    /// A word that no list knows.
    bool is_unknown(std::uint32_t i) const {
        const std::string_view w = word(i);
        return is_word(i) && classes(i) == 0 && w.size() > 3 &&
               std::none_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    bool is_surname(std::uint32_t i) const {
        const LexMask c = classes(i);
        if (!is_word(i) || word(i).size() < 3 || has(c, LexClass::function_word)) {
            return false;
        }
        if (has(c, LexClass::ordinary_word)) {
            return has(c, LexClass::surname) && !has(c, LexClass::occupation) &&
                   !has(c, LexClass::title) && !has(c, LexClass::speech_verb) &&
                   !has(c, LexClass::game_verb) && !has(c, LexClass::firm_noun);
        }
        return (has(c, LexClass::surname) && !has(c, LexClass::country)) || is_unknown(i);
    }

    /// "marlow harbour holdings inc": a legal form behind words that belong to no sentence.
    std::uint32_t firm_length(std::uint32_t i) const {
        if ((classes(i) & mask(LexClass::function_word)) != 0) {
            return 0;
        }
        for (std::uint32_t k = i; k < std::min(size(), i + 5); ++k) {
            const LexMask c = classes(k);
            const bool is_form = is(k, {"inc", "inc.", "corp", "corp.", "ltd", "ltd.", "plc", "gmbh", "llc"});
            if (k > i && is_form) {
                return k - i + 1;
            }
            const bool may_be_inside = is_word(k) && !has(c, LexClass::function_word) &&
                                       (!has(c, LexClass::ordinary_word) || has(c, LexClass::org_head) ||
                                        has(c, LexClass::surname) || has(c, LexClass::company));
            if (!may_be_inside && word(k) != "&") {
                return 0;
            }
        }
        return 0;
    }

    /// Given name and surname, one of them known; title and surname.
    std::uint32_t full_name(std::uint32_t i) {
        const bool after_title =
            i > 0 && is(i - 1, {"mr", "mrs", "ms", "dr", "president", "senator", "minister", "gen",
                                "sen", "rep", "judge", "prince", "captain", "spokesman", "spokeswoman"});
        if (after_title && is_surname(i) && !is_given(i) &&
            !has(classes(i), LexClass::ordinary_word) && !is_surname(i + 1)) {
            return put(i, 1, NameType::person, 0, "title before");
        }
        const LexMask next = classes(i + 1);
        const bool is_foreign =
            is_unknown(i) &&
            ((has(next, LexClass::surname) && (next & (everyday | mask(LexClass::given_name) |
                                                       mask(LexClass::place))) == 0) ||
             (is_unknown(i + 1) && ends_like_surname(word(i + 1))));
        if (!is_given(i) && !is_foreign) {
            return 0;
        }
        std::uint32_t end = i + 1;
        while (end < i + 3 && has(classes(end), LexClass::particle) && is_surname(end + 1)) {
            ++end;
        }
        if (!is_surname(end) || (has(classes(end), LexClass::ordinary_word) && end > i + 1)) {
            return 0;
        }
        ++end;
        if (is(end, {"jr", "sr", "jr.", "sr."})) {
            ++end;
        }
        return put(i, end - i, NameType::person, classes(i), "given name and surname");
    }

    const CaselessText& text_;
    const Sentence& sentence_;
    const KnownNames& known_;
    std::vector<CaselessName>& found_;
    std::vector<LexMask> classes_; ///< whatever the case, by word of the sentence
};

} // namespace

bool equals_folded(std::string_view word, std::string_view lower) {
    return word.size() == lower.size() &&
           std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
           });
}

bool is_all_caps(const Sentence& sentence, const std::vector<Token>& tokens) {
    std::size_t words = 0;
    std::size_t caps = 0;
    bool has_lower = false;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = tokens[i];
        if (token.kind == TokenKind::word && length(token.span) > 1) {
            ++words;
            caps += token.all_caps ? 1U : 0U;
            has_lower = has_lower || !token.capitalised;
        }
    }
    return words > 0 && caps * 10 >= words * 8 && (words >= 3 || !has_lower);
}

bool is_title_cased(const Sentence& sentence, const std::vector<NameWord>& words,
                    const std::vector<Token>& tokens) {
    std::size_t long_words = 0;
    std::size_t capitals = 0;
    std::size_t ordinary = 0;
    std::size_t commas = 0;
    bool has_function_word = false;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = tokens[i];
        commas += words[i].text == "," || words[i].text == ";" ? 1 : 0;
        const bool is_function = has(words[i].folded, LexClass::function_word) &&
                                 !equals_folded(words[i].text, "the");
        has_function_word =
            has_function_word || (i > sentence.first_token && token.capitalised && is_function);
        if (token.kind != TokenKind::word || length(token.span) <= 3) {
            continue;
        }
        ++long_words;
        if (token.capitalised) {
            ++capitals;
            ordinary += has(words[i].folded, LexClass::ordinary_word) ? 1 : 0;
        }
    }
    if (!has_function_word || commas > 1) {
        return false; // lists of names are no headlines
    }
    const bool is_full = long_words >= 5 && capitals * 10 >= long_words * 9;
    return is_full || (long_words >= 4 && capitals * 20 >= long_words * 17 && ordinary * 2 >= capitals);
}

void find_caseless_names(const CaselessText& text, const Sentence& sentence, const KnownNames& known,
                         std::vector<CaselessName>& found) {
    CaselessSentence(text, sentence, known, found).run();
}

} // namespace actorgraph
