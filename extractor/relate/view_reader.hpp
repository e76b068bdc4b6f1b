#pragma once

#include "extractor/relate/views.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// A word to compare tokens with.
struct Word {
    std::uint32_t hash;
    consteval Word(const char* text) : hash(word_hash(text)) {}
};
template <std::size_t size> using Words = std::array<Word, size>;

/// The tokens of a view as words.
class ViewReader {
  public:
    explicit ViewReader(const View& view) : ViewReader(view.text, view.tokens) {}
    ViewReader(std::string_view text, const std::vector<SkeletonToken>& tokens) : text_(text), tokens_(tokens) {}

    std::size_t size() const { return tokens_.size(); }
    Span span(std::size_t i) const { return {tokens_[i].begin, tokens_[i].end}; }
    bool is(std::size_t i, Word word) const { return tokens_[i].hash == word.hash; }
    template <std::size_t size> bool is_one(std::size_t i, const Words<size>& words) const {
        return std::any_of(words.begin(), words.end(), [&](Word word) { return is(i, word); });
    }
    bool is_slot(std::size_t i) const { return tokens_[i].is_slot(); }
    bool is_slot(std::size_t i, char letter) const { return tokens_[i].is_slot(letter); }
    std::uint32_t marks(std::size_t i) const { return tokens_[i].marks; }
    std::string_view text(std::size_t i) const {
        return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
    }
    LexMask classes(std::size_t i, const Lexicon& lexicon) const {
        std::string folded(text(i));
        for (char& c : folded) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
        return lexicon.folded_classes(folded);
    }

  private:
    std::string_view text_;
    const std::vector<SkeletonToken>& tokens_;
};

} // namespace actorgraph
