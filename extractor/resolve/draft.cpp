#include "extractor/resolve/draft.hpp"

#include "core/utf8.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

bool is_suffix(std::string_view word) {
    return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv";
}

bool given_names_agree(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) {
        return true;
    }
    const std::string& first = a.front();
    const std::string& second = b.front();
    if (first == second) {
        return true;
    }
    const bool is_initial = first.size() == 1 || second.size() == 1;
    return is_initial && first.front() == second.front();
}

} // namespace

std::string fold(std::string_view text) {
    std::string out(text);
    bool is_ascii = true;
    for (char& c : out) {
        is_ascii = is_ascii && static_cast<unsigned char>(c) < 0x80;
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    if (is_ascii) {
        return out;
    }
    out.clear();
    std::size_t at = 0;
    while (at < text.size()) {
        char32_t c = next_code_point(text, at);
        if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
            (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
            c += 32;
        } else if (c == 0x2019) {
            c = '\'';
        }
        append_utf8(out, c);
    }
    return out;
}

std::vector<std::string> folded_words(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char c : fold(name)) {
        if (c == ' ' || c == '\n' || c == '\t' || c == ',') {
            if (!words.back().empty()) {
                words.emplace_back();
            }
        } else if (c != '.') {
            words.back() += c;
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

PersonName parse_person_name(std::string_view name) {
    PersonName parsed;
    std::vector<std::string> words = folded_words(name);
    if (words.size() > 1 && is_suffix(words.back())) {
        parsed.suffix = words.back();
        words.pop_back();
    }
    if (words.empty()) {
        return parsed;
    }
    parsed.surname = words.back();
    words.pop_back();
    parsed.given = std::move(words);
    return parsed;
}

bool may_be_same_person(const PersonName& a, const PersonName& b) {
    return a.surname == b.surname &&
           (a.suffix.empty() || b.suffix.empty() || a.suffix == b.suffix) &&
           given_names_agree(a.given, b.given);
}

DraftEntity make_draft(std::string_view type, std::string name) {
    DraftEntity draft;
    draft.is_person = type == "person";
    draft.is_organisation = type == "organization";
    draft.entity.type = type;
    if (draft.is_person) {
        draft.person = parse_person_name(name);
    }
    draft.entity.name = std::move(name);
    return draft;
}

void sort_mentions(std::vector<DraftMention>& mentions) {
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const DraftMention& a, const DraftMention& b) {
                         return a.span.begin != b.span.begin ? a.span.begin < b.span.begin
                                                             : a.span.end > b.span.end;
                     });
}

DraftMention mention_of(const Reading& reading, std::uint32_t draft, std::uint32_t first,
                        std::uint32_t end) {
    DraftMention mention;
    mention.span = {reading.token(first).span.begin, reading.token(end - 1).span.end};
    mention.draft = draft;
    mention.first_token = first;
    mention.end_token = end;
    mention.sentence = sentence_of(reading.segmentation, mention.span.begin);
    return mention;
}

std::vector<std::uint32_t> mentions_by_token(const Reading& reading,
                                             const std::vector<DraftMention>& mentions) {
    std::vector<std::uint32_t> by_token(reading.words.size(), none);
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        if (mentions[m].first_token < by_token.size()) {
            by_token[mentions[m].first_token] = m; // sorted: the shortest comes last
        }
    }
    return by_token;
}

std::uint32_t sentence_of(const Segmentation& segmentation, std::uint32_t byte) {
    const auto after =
        std::upper_bound(segmentation.sentences.begin(), segmentation.sentences.end(), byte,
                         [](std::uint32_t wanted, const Sentence& sentence) {
                             return wanted < sentence.span.begin;
                         });
    return after == segmentation.sentences.begin()
               ? 0
               : static_cast<std::uint32_t>(after - segmentation.sentences.begin()) - 1;
}

} // namespace actorgraph
