#include "extractor/recognise/names/words.hpp"

#include <algorithm>
#include <unordered_set>

namespace actorgraph {
namespace {

std::string ascii_lower(std::string_view word) {
    std::string out(word);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

/// "al-Qaeda", "iPhone", "eBay": lower-case first letter and a capital behind.
bool has_inner_capital(std::string_view word) {
    const auto dash = word.find('-');
    const auto at = dash != std::string_view::npos && dash <= 3 ? dash + 1 : 1;
    return at < word.size() && word[at] >= 'A' && word[at] <= 'Z';
}

} // namespace

bool is_function_word(std::string_view word) {
    static const std::unordered_set<std::string> words{
        "a",        "about",    "above",    "according", "across",   "after",    "afterwards", "again",
        "against",  "all",      "almost",   "along",     "already",  "also",     "although", "always",
        "am",       "amid",     "among",    "an",        "and",      "another",  "any",      "anyone",
        "are",      "as",       "ask",      "asked",     "at",       "back",     "based",    "be",
        "because",  "before",   "behind",   "below",     "besides",  "between",  "beyond",   "both",
        "but",      "by",       "can",      "clearly",   "could",    "despite",  "did",      "do",
        "does",     "during",   "each",     "earlier",   "either",   "else",     "even",     "ever",
        "every",    "everyone", "few",      "first",     "following", "for",     "former",   "from",
        "further",  "given",    "had",      "has",       "have",     "he",       "hence",    "her",
        "here",     "him",      "his",      "how",       "however",  "i",        "if",       "in",
        "indeed",   "instead",  "into",     "is",        "it",       "its",      "just",     "last",
        "late",     "later",    "least",    "less",      "let",      "like",     "likewise", "many",
        "may",      "maybe",    "me",       "meanwhile", "might",    "more",     "moreover", "most",
        "much",     "must",     "my",       "near",      "nearly",   "neither",  "never",    "nevertheless",
        "next",     "no",       "nobody",   "none",      "nor",      "not",      "nothing",  "now",
        "of",       "off",      "often",    "on",        "once",     "one",      "only",     "or",
        "other",    "others",   "otherwise", "our",      "out",      "outside",  "over",     "overall",
        "people",   "per",      "perhaps",  "prior",     "quite",    "rather",   "recently", "same",
        "second",   "see",      "several",  "shall",     "she",      "should",   "similarly", "since",
        "so",       "some",     "someone",  "sometimes", "soon",     "still",    "such",     "than",
        "that",     "the",      "their",    "them",      "then",     "there",    "therefore", "these",
        "they",     "third",    "this",     "those",     "though",   "three",    "through",  "throughout",
        "thus",     "till",     "to",       "today",     "together", "tomorrow", "tonight",  "too",
        "toward",   "towards",  "two",      "under",     "unless",   "unlike",   "until",    "up",
        "upon",     "us",       "using",    "very",      "via",      "was",      "we",       "were",
        "what",     "whatever", "when",     "where",     "whereas",  "whether",  "which",    "while",
        "who",      "whose",    "why",      "will",      "with",     "within",   "without",  "would",
        "yes",      "yesterday", "yet",     "you",       "your",     "sitting",  "including", "asked",
        "born",     "being",    "having",   "said",      "says",     "dear",     "thanks",   "hello",
        "please",   "oh",       "ok",       "okay",      "well",     "other",    "new",      "old"};
    return word.size() <= 13 && words.contains(ascii_lower(word));
}

bool is_name_particle(std::string_view word) {
    static const std::unordered_set<std::string_view> particles{
        "de", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "di", "da", "du",
        "del", "della", "dos", "das", "do", "des", "ter", "ten", "ben", "bint", "abu", "y", "zu", "af",
        "het", "'t", "st.", "dal", "lo", "ul", "ud", "ur"};
    return particles.contains(word);
}

std::vector<NameWord> describe_words(std::string_view text, const Segmentation& segmentation,
                                     const std::vector<FoundAccount>& accounts,
                                     const Lexicon& lexicon) {
    std::vector<NameWord> words;
    words.reserve(segmentation.tokens.size());
    auto account = accounts.begin();
    for (const Token& token : segmentation.tokens) {
        NameWord word;
        word.text = slice(text, token.span);
        while (account != accounts.end() && account->span.end <= token.span.begin) {
            ++account;
        }
        word.is_blocked = account != accounts.end() && overlaps(account->span, token.span);
        if (!word.is_blocked && token.kind == TokenKind::word) {
            if (token.capitalised) {
                word.is_capital = true;
            } else if (has_inner_capital(word.text)) {
                word.is_capital = word.text.find('-') != std::string_view::npos ||
                                  lexicon.classes(word.text) != 0;
            }
        }
        if (word.is_capital) {
            word.classes = lexicon.classes(word.text);
            word.folded = lexicon.folded_classes(word.text);
            if (token.all_caps && word.classes == 0 && word.text.size() > 3) {
                // "LISBON" in a dateline is the place; companies and people are not guessed so.
                word.classes = word.folded & (mask(LexClass::place) | mask(LexClass::country) |
                                              mask(LexClass::demonym) | mask(LexClass::calendar));
            }
        }
        words.push_back(word);
    }
    return words;
}

} // namespace actorgraph
