#include "extractor/resolve.hpp"

#include "extractor/resolve/described.hpp"
#include "extractor/resolve/draft.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

std::string_view to_string(Gender gender) {
    return gender == Gender::male ? "male" : gender == Gender::female ? "female" : "";
}

/// Mentions handed to their entities, with sieve and evidence; entities in order of first mention.
std::vector<Entity> assemble(Drafts drafts, const std::vector<FoundName>& names) {
    sort_mentions(drafts.mentions);
    std::vector<std::uint32_t> count(drafts.entities.size(), 0);
    for (const DraftMention& mention : drafts.mentions) {
        ++count[mention.draft];
    }
    std::vector<std::uint32_t> place(drafts.entities.size(), none);
    std::vector<Entity> entities;
    entities.reserve(drafts.entities.size());
    for (const DraftMention& mention : drafts.mentions) {
        DraftEntity& draft = drafts.entities[mention.draft];
        if (draft.is_latent) {
            continue;
        }
        if (place[mention.draft] == none) {
            place[mention.draft] = static_cast<std::uint32_t>(entities.size());
            std::sort(draft.entity.aliases.begin(), draft.entity.aliases.end());
            draft.entity.gender = draft.is_person ? to_string(draft.gender) : "";
            entities.push_back(std::move(draft.entity));
            entities.back().mentions.reserve(count[mention.draft]);
        }
        auto& mentions = entities[place[mention.draft]].mentions;
        mentions.push_back({mention.span, mention.form, {}});
        auto& rules = mentions.back().rules;
        rules.reserve(1 + (mention.name == none ? 0 : names[mention.name].evidence.size()));
        rules.emplace_back(mention.sieve);
        if (mention.name != none) {
            rules.insert(rules.end(), names[mention.name].evidence.begin(),
                         names[mention.name].evidence.end());
        }
    }
    return entities;
}

} // namespace

std::vector<Entity> resolve(const Document& document, const Segmentation& segmentation,
                            const std::vector<FoundName>& names,
                            const std::vector<FoundAccount>& accounts, const Lexicon& lexicon) {
    const Reading reading = read_words(document.text, segmentation, lexicon);
    Drafts drafts = group_names(reading, names, accounts);
    link_nominals(reading, drafts);
    add_latent_persons(reading, drafts);
    link_pronouns(reading, drafts);
    link_quotations(reading, drafts);
    describe_persons(reading, drafts);
    describe_accounts(reading, drafts);
    return assemble(std::move(drafts), names);
}

} // namespace actorgraph
