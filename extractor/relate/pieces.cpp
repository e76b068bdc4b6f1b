#include "extractor/relate/pieces.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {

std::string folded_text(const View& view) {
    std::string out = view.text;
    for (char& c : out) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return out;
}

std::vector<Piece> pieces_of(const View& view, std::string_view folded) {
    std::vector<Piece> out;
    out.reserve(view.tokens.size());
    for (const SkeletonToken& token : view.tokens) {
        out.push_back({{token.begin, token.end}, folded.substr(token.begin, token.end - token.begin), token.marks});
    }
    return out;
}

bool denotes_person(std::string_view word, const Lexicon& lexicon) {
    static constexpr std::array<std::string_view, 22> common{
        "lawyer",   "attorney",  "spokesman", "spokeswoman", "spokesperson", "president",
        "senator",  "minister",  "director",  "chairman",    "executive",    "founder",
        "mr",       "mrs",       "ms",        "dr",          "sen.",         "rep.",
        "mr.",      "mrs.",      "gov.",      "ms."};
    if (std::find(common.begin(), common.end(), word) != common.end()) {
        return true;
    }
    const LexMask classes = lexicon.folded_classes(word);
    return (classes & (mask(LexClass::title) | mask(LexClass::occupation))) != 0;
}

bool is_finite_verb(const Piece& piece) {
    static constexpr std::array<std::string_view, 12> auxiliaries{
        "is", "was", "are", "were", "has", "had", "will", "would", "did", "does", "became", "later"};
    return (piece.marks & token_mark::finite_verb) != 0 ||
           std::find(auxiliaries.begin(), auxiliaries.end(), piece.word) != auxiliaries.end() ||
           (piece.word.size() > 4 && piece.word.ends_with("ed"));
}

} // namespace actorgraph
