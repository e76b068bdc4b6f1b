#include "extractor/relate/pieces.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace actorgraph {

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            Piece piece{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, {}};
            for (const char c : text.substr(at, end - at)) {
                piece.word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            }
            out.push_back(std::move(piece));
        }
        at = end + 1;
    }
    return out;
}

View without(const View& view, std::vector<Span> ranges, std::string name) {
    std::sort(ranges.begin(), ranges.end());
    View out;
    out.only_leaves_out = !view.is_rewritten;
    out.is_rewritten = view.is_rewritten;
    out.name = std::move(name);
    out.silenced = view.silenced;
    out.lifted = view.lifted;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < view.text.size(); ++i) {
        while (next < ranges.size() && ranges[next].end <= i) {
            ++next;
        }
        const bool is_out = next < ranges.size() && ranges[next].begin <= i;
        const bool is_double =
            view.text[i] == ' ' && (out.text.empty() || out.text.back() == ' ');
        if (!is_out && !is_double) {
            out.text += view.text[i];
            out.origin.push_back(view.origin[i]);
        }
    }
    out.origin.push_back(view.origin.back());
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

bool is_finite_verb(const std::string& word, const Rulebook& rules) {
    static constexpr std::array<std::string_view, 12> auxiliaries{
        "is", "was", "are", "were", "has", "had", "will", "would", "did", "does", "became", "later"};
    return rules.verbs.contains(word) ||
           std::find(auxiliaries.begin(), auxiliaries.end(), word) != auxiliaries.end() ||
           (word.size() > 4 && word.ends_with("ed"));
}

} // namespace actorgraph
