#include "extractor/analyse.hpp"

#include "extractor/mail_facts.hpp"
#include "extractor/recognise/names.hpp"
#include "extractor/relate.hpp"
#include "extractor/resolve.hpp"
#include "extractor/segment.hpp"

#include <algorithm>
#include <string>

namespace actorgraph {

namespace {

/// Letters and digits of a name in lower case, as a handle would spell it.
std::string as_handle(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out += c;
        } else if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c + 32);
        }
    }
    return out;
}

/// A handle spelt like the name of somebody in the text is held to be theirs.
void claim_namesake_accounts(const Document& document, const Segmentation& segmentation,
                             const std::vector<Entity>& entities, std::vector<Claim>& claims) {
    for (std::uint32_t a = 0; a < entities.size(); ++a) {
        const bool is_handle = entities[a].account && entities[a].account->kind == "handle";
        for (std::uint32_t e = 0; is_handle && e < entities.size(); ++e) {
            const bool is_actor =
                entities[e].type == "person" || entities[e].type == "organization";
            const std::string spelt = is_actor ? as_handle(entities[e].name) : "";
            if (spelt.size() < 5 || spelt != as_handle(entities[a].account->value)) {
                continue;
            }
            const std::uint32_t byte = entities[a].mentions.front().span.begin;
            const auto sentence = std::find_if(
                segmentation.sentences.begin(), segmentation.sentences.end(),
                [&](const Sentence& s) { return s.span.begin <= byte && byte < s.span.end; });
            if (sentence != segmentation.sentences.end()) {
                Claim claim;
                claim.relation = "account_of";
                claim.source = a;
                claim.target = e;
                claim.evidence = sentence->span;
                claim.quote = slice(document.text, sentence->span);
                claim.rule = "account_of.namesake";
                claim.reasons.emplace_back("the handle is spelt like the name");
                claim.confidence = 0.7;
                claims.push_back(std::move(claim));
            }
        }
    }
}

/// A country of which only the adjective stands in the text.
bool is_only_adjective(const Entity& entity) {
    return entity.type == "location" &&
           std::all_of(entity.mentions.begin(), entity.mentions.end(), [](const Mention& mention) {
               return !mention.rules.empty() && mention.rules.front() == "resolve.demonym";
           });
}

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
        const bool is_idle = entities[i].name.empty() || entities[i].type == "misc" ||
                             entities[i].subtype == "unnamed" || is_only_adjective(entities[i]);
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
    const auto accounts = recognise_accounts(document.text, document.region);
    const auto names =
        recognise_names(document.text, segmentation, accounts, rules.lexicon, rules.name_weights);
    auto entities = resolve(document, segmentation, names, accounts, rules.lexicon);
    auto claims = relate(document, segmentation, entities, rules);
    claim_namesake_accounts(document, segmentation, entities, claims);
    add_mail_facts(document, entities, claims);
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
