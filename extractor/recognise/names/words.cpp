#include "extractor/recognise/names/words.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_plural_acronym(std::string_view word) {
    return word.size() >= 3 && word.back() == 's' &&
           std::all_of(word.begin(), word.end() - 1, is_upper);
}

/// "VIII", of kings and popes.
bool is_roman(std::string_view word) {
    return word.find_first_not_of("IVX") == std::string_view::npos;
}

/// "pro-", "ex-", "non-": what follows is described, not named.
bool is_prefix(std::string_view part) {
    return is_one_of(part, {"pro", "ex", "non", "anti", "post", "pre", "mid", "neo", "half", "self",
                            "Pro", "Ex", "Non", "Anti", "Post", "Pre", "Mid", "Neo", "Half", "Self"});
}

/// "al-", "el-": the article is part of the name.
bool is_article_prefix(std::string_view part) {
    return is_one_of(part, {"al", "el", "as", "ash", "at", "an", "ar", "az", "ad", "ul", "e", "i"});
}

/// A hyphened word: its first and its last part.
struct Hyphened {
    std::string_view first;
    std::string_view last;
};

Hyphened parts_of(std::string_view word) {
    const auto dash = word.find('-');
    if (dash == std::string_view::npos || dash == 0 || dash + 1 >= word.size()) {
        return {};
    }
    return {word.substr(0, dash), word.substr(word.rfind('-') + 1)};
}

class WordReader {
  public:
    explicit WordReader(const Lexicon& lexicon) : lexicon_(lexicon) {}

    void read(const Token& token, NameWord& word) const {
        word.classes = lexicon_.classes(word.key);
        const Hyphened parts = parts_of(word.text);
        word.is_modifier = !parts.last.empty() && is_modifier(parts, token);
        if (word.is_modifier) {
            return;
        }
        word.is_capital = token.capitalised || has_inner_capital(word, parts);
        if (!word.is_capital) {
            return;
        }
        word.folded = lexicon_.folded_classes(word.key);
        if (word.classes == 0 && !parts.last.empty()) {
            word.classes |= Lexicon::key(parts.last).exact == 0
                                ? 0
                                : lexicon_.classes(Lexicon::key(parts.last)) & mask(LexClass::title);
        }
        if (word.classes == 0 && word.text.back() == 's' && word.text.size() > 5) {
            const WordKey one = Lexicon::key(word.text.substr(0, word.text.size() - 1));
            word.classes |= lexicon_.classes(one) & mask(LexClass::title); // "Senators"
        }
        capitals(token, word);
    }

  private:
    bool is_modifier(const Hyphened& parts, const Token& token) const {
        if (is_prefix(parts.first)) {
            return true;
        }
        if (!token.capitalised || !is_lower(parts.last.front()) || parts.last.size() < 3) {
            return false;
        }
        const LexMask classes = lexicon_.classes(Lexicon::key(parts.last));
        return has(classes, LexClass::modifier) ||
               (parts.last.size() >= 4 && has(classes, LexClass::ordinary_word));
    }

    /// "al-Qaeda", "iPhone", "eBay": lower-case first letter and a capital behind.
    static bool has_inner_capital(const NameWord& word, const Hyphened& parts) {
        if (!parts.last.empty()) {
            const auto behind = word.text[parts.first.size() + 1];
            return is_article_prefix(parts.first) && is_upper(behind);
        }
        return word.text.size() > 1 && is_upper(word.text[1]) && word.classes != 0;
    }

    /// What a word all in capitals can be.
    static void capitals(const Token& token, NameWord& word) {
        constexpr LexMask sure = organisation_classes | mask(LexClass::place) |
                                 mask(LexClass::country) | mask(LexClass::demonym);
        if (has(word.classes, LexClass::slang) && (word.classes & sure) == 0) {
            word.is_capital = false;
            return;
        }
        if (word.classes == 0 && is_plural_acronym(word.text)) {
            word.is_capital = false; // "CDs"
            return;
        }
        if (!token.all_caps || word.classes != 0 || is_roman(word.text)) {
            return;
        }
        constexpr LexMask words = mask(LexClass::ordinary_word) | mask(LexClass::function_word);
        if ((word.folded & words) != 0 && (word.folded & mask(LexClass::place)) == 0) {
            word.is_capital = false; // shouted
        } else if (word.text.size() > 3) {
            // "LISBON" in a dateline is the place; companies and people are not guessed so.
            word.classes = word.folded & (mask(LexClass::place) | mask(LexClass::country) |
                                          mask(LexClass::demonym) | mask(LexClass::calendar));
        }
    }

    const Lexicon& lexicon_;
};

} // namespace

std::vector<NameWord> describe_words(std::string_view text, const Segmentation& segmentation,
                                     const std::vector<FoundAccount>& accounts,
                                     const Lexicon& lexicon) {
    std::vector<NameWord> words(segmentation.tokens.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        words[i].text = slice(text, segmentation.tokens[i].span);
        words[i].key = Lexicon::key(words[i].text);
        if (words[i].key.exact != words[i].key.folded) {
            lexicon.prefetch(words[i].key); // capitals are looked up twice
        }
    }
    const WordReader reader(lexicon);
    auto account = accounts.begin();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Token& token = segmentation.tokens[i];
        NameWord& word = words[i];
        while (account != accounts.end() && account->span.end <= token.span.begin) {
            ++account;
        }
        const bool is_tag = i > 0 && (words[i - 1].text == "#" || words[i - 1].text == "@") &&
                            segmentation.tokens[i - 1].span.end == token.span.begin;
        word.is_blocked =
            is_tag || (account != accounts.end() && overlaps(account->span, token.span));
        if (!word.is_blocked && token.kind == TokenKind::word) {
            reader.read(token, word);
        }
    }
    return words;
}

std::vector<WordKey> keys_of(const std::vector<NameWord>& words) {
    std::vector<WordKey> keys(words.size());
    std::transform(words.begin(), words.end(), keys.begin(),
                   [](const NameWord& word) { return word.key; });
    return keys;
}

bool is_informal(const std::vector<NameWord>& words, const Segmentation& segmentation) {
    std::size_t signs = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view w = words[i].text;
        const bool is_emoji = w.size() >= 4 && static_cast<unsigned char>(w[0]) == 0xF0;
        signs += words[i].is_blocked || is_emoji || has(words[i].classes, LexClass::slang) ? 1 : 0;
        signs += i > 0 && (w == "!" || w == "?") && w == words[i - 1].text ? 1 : 0;
        signs += w == "u" || w == "im" || w == "ur" || w == "lol" || w == "dont" || w == "i" ? 1 : 0;
    }
    for (const Sentence& sentence : segmentation.sentences) {
        signs += is_lower(words[sentence.first_token].text.front()) ? 1 : 0;
    }
    return words.size() <= 120 && signs * 40 >= words.size();
}

} // namespace actorgraph
