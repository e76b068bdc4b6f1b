#include "extractor/relate/pieces.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace actorgraph {

std::vector<Piece> pieces_of(const View& view) {
    std::vector<Piece> out;
    for (const SkeletonToken& token : view.tokens) {
        Piece piece{{token.begin, token.end}, view.text.substr(token.begin, token.end - token.begin), token.marks};
        std::transform(piece.word.begin(), piece.word.end(), piece.word.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        out.push_back(std::move(piece));
    }
    return out;
}

bool denotes_person(const std::string& word, const Lexicon& lexicon) {
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
