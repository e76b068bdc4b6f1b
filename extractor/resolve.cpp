#include "extractor/resolve.hpp"

#include "extractor/resolve/draft.hpp"

#include <algorithm>

namespace actorgraph {

std::vector<Entity> resolve(const Document& document, const Segmentation& segmentation,
                            const std::vector<FoundName>& names,
                            const std::vector<FoundAccount>& accounts, const Lexicon& lexicon) {
    const std::string_view text = document.text;
    std::vector<DraftEntity> drafts = group_names(text, segmentation, names, accounts, lexicon);
    link_nominals(text, segmentation, lexicon, drafts);
    link_pronouns(text, segmentation, drafts);
    std::vector<Entity> entities;
    entities.reserve(drafts.size());
    for (DraftEntity& draft : drafts) {
        std::sort(draft.entity.aliases.begin(), draft.entity.aliases.end());
        entities.push_back(std::move(draft.entity));
    }
    std::stable_sort(entities.begin(), entities.end(), [](const Entity& a, const Entity& b) {
        return a.mentions.front().span < b.mentions.front().span;
    });
    return entities;
}

} // namespace actorgraph
