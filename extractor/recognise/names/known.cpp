#include "extractor/recognise/names/known.hpp"

namespace actorgraph {

void KnownNames::add(std::span<const WordKey> words, NameType type, LexMask classes) {
    std::uint64_t whole = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            entries_[whole].goes_on = true;
        }
        whole = i == 0 ? words[i].folded : Lexicon::join(whole, words[i].folded);
    }
    Entry& entry = entries_[whole];
    if (!words.empty() && !entry.is_name) {
        entry.is_name = true;
        entry.type = type;
        entry.classes = classes;
    }
}

KnownNames::Found KnownNames::longest(std::span<const WordKey> words) const {
    Found best;
    std::uint64_t whole = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        whole = i == 0 ? words[i].folded : Lexicon::join(whole, words[i].folded);
        const auto found = entries_.find(whole);
        if (found == entries_.end()) {
            break;
        }
        if (found->second.is_name) {
            best = {i + 1, found->second.type, found->second.classes};
        }
        if (!found->second.goes_on) {
            break;
        }
    }
    return best;
}

} // namespace actorgraph
