#include "extractor/resolve/titles_before.hpp"

namespace actorgraph {
namespace {

constexpr std::uint32_t longest_country = 3; ///< words

bool is_title(const Reading& reading, std::uint32_t i) {
    const Token& token = reading.token(i);
    if (token.kind != TokenKind::word || !token.capitalised) {
        return false;
    }
    const std::string_view word = reading.word(i);
    return word == "Vice" || has(reading.lexicon.folded_classes(word), LexClass::title);
}

} // namespace

std::uint32_t titles_before(const Reading& reading, const Drafts& drafts,
                            const std::vector<std::uint32_t>& by_token, const DraftMention& name) {
    const std::uint32_t begin = reading.segmentation.sentences[name.sentence].first_token;
    std::uint32_t first = name.first_token;
    if (!drafts.entities[name.draft].is_person || name.form != MentionForm::name) {
        return first;
    }
    while (first > begin && is_title(reading, first - 1)) {
        --first;
    }
    for (std::uint32_t back = 1;
         first < name.first_token && back <= longest_country && first >= begin + back; ++back) {
        const std::uint32_t m = by_token[first - back];
        if (m != none && m < drafts.mentions.size() && drafts.mentions[m].end_token == first &&
            drafts.entities[drafts.mentions[m].draft].entity.type == "location") {
            return first - back;
        }
    }
    return first;
}

} // namespace actorgraph
