#include "extractor/analyse.hpp"

#include "extractor/recognise/names.hpp"
#include "extractor/relate.hpp"
#include "extractor/resolve.hpp"
#include "extractor/segment.hpp"

namespace actorgraph {

namespace {

/// Leaves out whoever is never named, and what is no actor or place, unless a claim needs it.
void drop_idle_entities(std::vector<Entity>& entities, std::vector<Claim>& claims) {
    std::vector<bool> is_needed(entities.size(), false);
    for (const Claim& claim : claims) {
        is_needed[claim.source] = is_needed[claim.target] = true;
        if (claim.speaker) {
            is_needed[*claim.speaker] = true;
        }
    }
    std::vector<std::uint32_t> place(entities.size(), 0);
    std::vector<Entity> kept;
    for (std::size_t i = 0; i < entities.size(); ++i) {
        const bool is_idle = entities[i].name.empty() || entities[i].type == "misc";
        if (!is_idle || is_needed[i]) {
            place[i] = static_cast<std::uint32_t>(kept.size());
            kept.push_back(std::move(entities[i]));
        }
    }
    for (Claim& claim : claims) {
        claim.source = place[claim.source];
        claim.target = place[claim.target];
        if (claim.speaker) {
            claim.speaker = place[*claim.speaker];
        }
    }
    entities = std::move(kept);
}

} // namespace

DocumentFacts analyse(const Document& document, const Rulebook& rules) {
    Segmentation segmentation = segment(document);
    const auto accounts = recognise_accounts(document.text);
    const auto names = recognise_names(document.text, segmentation, accounts, rules.lexicon);
    auto entities = resolve(document, segmentation, names, accounts, rules.lexicon);
    auto claims = relate(document, segmentation, entities, rules);
    drop_idle_entities(entities, claims);
    return {document.id,
            document.sha256,
            document.title,
            document.date,
            document.outlet,
            document.text,
            std::move(segmentation.skipped),
            std::move(entities),
            std::move(claims)};
}

} // namespace actorgraph
