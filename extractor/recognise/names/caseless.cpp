#include "extractor/recognise/names/caseless.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

std::string titled(std::string_view word) {
    std::string out = ascii_folded(word);
    bool at_start = true;
    for (char& c : out) {
        if (at_start && c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 32);
        }
        at_start = c == '-' || c == '\'' || c == '.';
    }
    return out;
}

class CaselessSentence {
  public:
    CaselessSentence(const Sentence& sentence, const std::vector<NameWord>& words,
                     const Segmentation& segmentation, const KnownNames& known,
                     const Lexicon& lexicon, std::vector<CaselessName>& found)
        : sentence_(sentence), words_(words), segmentation_(segmentation), known_(known),
          lexicon_(lexicon), found_(found) {
        for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
            folded_.push_back(ascii_folded(words[i].text));
            titled_.push_back(titled(words[i].text));
        }
    }

    void run() {
        std::uint32_t i = 0;
        while (i < folded_.size()) {
            const std::uint32_t length =
                words_[sentence_.first_token + i].is_blocked ? 0 : name_at(i);
            i += std::max(length, 1U);
        }
    }

  private:
    bool is_word(std::uint32_t i) const {
        return i < folded_.size() &&
               segmentation_.tokens[sentence_.first_token + i].kind == TokenKind::word &&
               !words_[sentence_.first_token + i].is_blocked;
    }

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
        if (const std::uint32_t known = known_name(i); known > 0) {
            return known;
        }
        if (const std::uint32_t listed = listed_name(i); listed > 0) {
            return listed;
        }
        return full_name(i);
    }

    std::uint32_t known_name(std::uint32_t i) {
        std::string joined;
        std::uint32_t best = 0;
        const std::pair<NameType, LexMask>* value = nullptr;
        for (std::uint32_t k = i; k < std::min<std::size_t>(folded_.size(), i + 7); ++k) {
            joined += (k > i ? " " : "") + folded_[k];
            if (const auto name = known_.find(joined); name != known_.end()) {
                best = k - i + 1;
                value = &name->second;
            }
        }
        return best == 0 ? 0 : put(i, best, value->first, value->second, "known from the text");
    }

    LexMask classes_of(std::uint32_t i, std::uint32_t length) const {
        std::string joined;
        for (std::uint32_t k = i; k < i + length; ++k) {
            joined += (k > i ? " " : "") + folded_[k];
        }
        return lexicon_.folded_classes(joined);
    }

    /// Multi-word entries of the lexicon, and single words that are nothing else.
    std::uint32_t listed_name(std::uint32_t i) {
        const auto most = static_cast<std::uint32_t>(std::min<std::size_t>(5, folded_.size() - i));
        for (std::uint32_t length = most; length >= 1; --length) {
            const LexMask classes = classes_of(i, length);
            const bool is_known = (classes & organisation_classes) != 0 && !has(classes, LexClass::weak);
            const bool is_ordinary = (has(classes, LexClass::ordinary_word) && !is_known) ||
                                     has(classes, LexClass::weak) ||
                                     (length == 1 && folded_[i].size() < 3 && !is_state(folded_[i]));
            if (is_ordinary) {
                continue;
            }
            if (length == 1 && continues_as_name(i)) {
                continue;
            }
            const bool is_name_too = has(classes, LexClass::surname) || has(classes, LexClass::given_name);
            if ((classes & organisation_classes) != 0) {
                return put(i, length, NameType::organization, classes, "known organisation");
            }
            if (has(classes, LexClass::country) ||
                (has(classes, LexClass::place) && (!is_name_too || length > 1 || is_at_a_place(i)))) {
                return put(i, length, NameType::location, classes, "known place");
            }
            if (has(classes, LexClass::demonym) || has(classes, LexClass::work_event)) {
                return put(i, length, NameType::misc, classes, "demonym or event");
            }
        }
        return 0;
    }

    /// Behind a preposition of place, or alone before a number (a dateline or a table row).
    bool is_at_a_place(std::uint32_t i) const {
        const bool opens = i == 0 && (folded_.size() == 1 || !is_word(i + 1) || folded_[1] == "at");
        const bool after = i > 0 && (folded_[i - 1] == "in" || folded_[i - 1] == "at" ||
                                     folded_[i - 1] == "from" || folded_[i - 1] == "near" ||
                                     folded_[i - 1] == "to");
        return opens || after;
    }

    static bool is_state(const std::string& word) { return word == "us" ? false : word == "uk"; }

    /// "paris hilton": a place that begins a person's name is left to full_name().
    bool continues_as_name(std::uint32_t i) const {
        return is_word(i + 1) && is_given(i) && is_surname(i + 1) &&
               !has(lexicon_.classes(titled_[i]), LexClass::place);
    }

    bool is_given(std::uint32_t i) const {
        const LexMask classes = lexicon_.classes(titled_[i]);
        return is_word(i) && has(classes, LexClass::given_name) && folded_[i].size() > 2 &&
               (has(classes, LexClass::common_given) ||
                !has(lexicon_.folded_classes(folded_[i]), LexClass::ordinary_word)) &&
               !has(classes, LexClass::calendar);
    }

    bool is_surname(std::uint32_t i) const {
        if (!is_word(i) || folded_[i].size() < 3 || is_function_word(folded_[i])) {
            return false;
        }
        const LexMask folded = lexicon_.folded_classes(folded_[i]);
        if (has(folded, LexClass::ordinary_word)) {
            return has(folded, LexClass::surname) && !has(folded, LexClass::occupation) &&
                   !has(folded, LexClass::title);
        }
        return has(folded, LexClass::surname) || folded == 0;
    }

    /// Given name and surname, both known; title and surname.
    std::uint32_t full_name(std::uint32_t i) {
        const bool after_title =
            i > 0 && has(lexicon_.folded_classes(folded_[i - 1]), LexClass::title) &&
            (folded_[i - 1] == "mr" || folded_[i - 1] == "mrs" || folded_[i - 1] == "ms" ||
             folded_[i - 1] == "dr" || folded_[i - 1] == "president" || folded_[i - 1] == "senator");
        if (after_title && is_surname(i) && !is_given(i) &&
            !has(lexicon_.folded_classes(folded_[i]), LexClass::ordinary_word)) {
            return put(i, 1, NameType::person, 0, "title before");
        }
        if (!is_given(i)) {
            return 0;
        }
        std::uint32_t end = i + 1;
        while (end < folded_.size() && end < i + 3 && is_name_particle(folded_[end]) &&
               is_surname(end + 1)) {
            ++end;
        }
        if (!is_word(end) || !is_surname(end) ||
            (has(lexicon_.folded_classes(folded_[end]), LexClass::ordinary_word) && end > i + 1)) {
            return 0;
        }
        ++end;
        if (is_word(end) && (folded_[end] == "jr" || folded_[end] == "sr")) {
            ++end;
        }
        return put(i, end - i, NameType::person, lexicon_.classes(titled_[i]),
                   "given name and surname");
    }

    const Sentence& sentence_;
    const std::vector<NameWord>& words_;
    const Segmentation& segmentation_;
    const KnownNames& known_;
    const Lexicon& lexicon_;
    std::vector<CaselessName>& found_;
    std::vector<std::string> folded_;
    std::vector<std::string> titled_;
};

} // namespace

std::string ascii_folded(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

bool is_all_caps(const Sentence& sentence, const Segmentation& segmentation) {
    std::size_t words = 0;
    std::size_t caps = 0;
    bool has_lower = false;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = segmentation.tokens[i];
        if (token.kind == TokenKind::word && length(token.span) > 1) {
            ++words;
            caps += token.all_caps ? 1U : 0U;
            has_lower = has_lower || !token.capitalised;
        }
    }
    return words > 0 && caps * 10 >= words * 8 && (words >= 3 || !has_lower);
}

bool is_title_cased(const Sentence& sentence, const std::vector<NameWord>& words,
                    const Segmentation& segmentation) {
    std::size_t long_words = 0;
    std::size_t capitals = 0;
    bool has_function_word = false;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = segmentation.tokens[i];
        if (token.kind == TokenKind::word && length(token.span) > 3) {
            ++long_words;
            capitals += token.capitalised ? 1U : 0U;
            has_function_word = has_function_word || (i > sentence.first_token && token.capitalised &&
                                                      is_function_word(words[i].text));
        }
    }
    return long_words >= 5 && capitals * 10 >= long_words * 9 && has_function_word;
}

void find_caseless_names(const Sentence& sentence, const std::vector<NameWord>& words,
                         const Segmentation& segmentation, const KnownNames& known,
                         const Lexicon& lexicon, std::vector<CaselessName>& found) {
    CaselessSentence(sentence, words, segmentation, known, lexicon, found).run();
}

} // namespace actorgraph
