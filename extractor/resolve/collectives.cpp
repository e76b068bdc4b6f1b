#include "extractor/resolve/collectives.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

/// Nouns that make an organisation of the name before them: "the Brandt campaign", "US intelligence
/// agencies".
struct CollectiveNoun {
    std::string_view words; ///< folded, one blank between
    std::string_view head;  ///< what the organisation is called by
    std::string_view subtype;
    bool of_person; ///< behind a person's name; otherwise behind a country or its adjective
};
constexpr std::array collective_nouns{
    CollectiveNoun{"presidential campaign", "campaign", "campaign", true},
    CollectiveNoun{"election campaign", "campaign", "campaign", true},
    CollectiveNoun{"campaign", "campaign", "campaign", true},
    CollectiveNoun{"campaign team", "campaign", "campaign", true},
    CollectiveNoun{"team", "campaign", "campaign", true},
    CollectiveNoun{"transition team", "transition team", "campaign", true},
    CollectiveNoun{"administration", "administration", "government", true},
    CollectiveNoun{"government", "government", "government", true},
    CollectiveNoun{"family", "family", "family", true},
    CollectiveNoun{"intelligence community", "intelligence agencies", "government", false},
    CollectiveNoun{"intelligence agencies", "intelligence agencies", "government", false},
    CollectiveNoun{"intelligence services", "intelligence agencies", "government", false},
    CollectiveNoun{"intelligence officials", "intelligence agencies", "government", false},
    CollectiveNoun{"military intelligence", "military intelligence", "government", false},
    CollectiveNoun{"government", "government", "government", false},
    CollectiveNoun{"army", "army", "government", false},
    CollectiveNoun{"military", "military", "government", false},
    CollectiveNoun{"navy", "navy", "government", false},
    CollectiveNoun{"police", "police", "government", false},
    CollectiveNoun{"parliament", "parliament", "government", false},
    CollectiveNoun{"embassy", "embassy", "government", false},
    CollectiveNoun{"secret service", "secret service", "government", false},
    CollectiveNoun{"security services", "security services", "government", false},
    CollectiveNoun{"prosecutors", "prosecutors", "government", false},
    CollectiveNoun{"authorities", "authorities", "government", false},
    CollectiveNoun{"regulators", "regulators", "government", false},
    CollectiveNoun{"investigators", "investigators", "government", false},
};

/// What bodies that no country names act by: "federal prosecutors", "congressional committees".
constexpr std::string_view bodies_of_state[] = {"federal", "congressional", "parliamentary"};
constexpr std::string_view plural_bodies[] = {
    "committees", "investigators", "panels", "prosecutors", "authorities", "regulators", "agents"};

std::string surname_of(const std::string& name) {
    std::string rest = name;
    for (const std::string_view suffix :
         {", jr.", ", jr", " jr.", " jr", " sr.", " sr", " iii", " ii"}) {
        if (fold(rest).ends_with(suffix)) {
            rest.resize(rest.size() - suffix.size());
            break;
        }
    }
    const auto blank = rest.rfind(' ');
    return blank == std::string::npos ? rest : rest.substr(blank + 1);
}

std::string titled(std::string_view raw) {
    std::string word(raw);
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z' && word != "and" && word != "on") {
        word[0] = static_cast<char>(word[0] - 32);
    }
    return word;
}

} // namespace

Collectives::Collectives(const Reading& reading, Drafts& drafts)
    : reading_(reading), drafts_(drafts) {
    for (std::uint32_t d = 0; d < drafts.entities.size(); ++d) {
        if (drafts.entities[d].is_organisation) {
            by_name_.try_emplace(fold(drafts.entities[d].entity.name), d);
        }
    }
}

std::uint32_t Collectives::organisation_named(const std::string& name, std::string_view subtype) {
    const auto [at, is_new] =
        by_name_.try_emplace(fold(name), static_cast<std::uint32_t>(drafts_.entities.size()));
    if (is_new) {
        drafts_.entities.push_back(make_draft("organization", name));
        drafts_.entities.back().entity.subtype = subtype;
    }
    return at->second;
}

/// Token behind `words` when they stand at `i`, else `i`.
std::uint32_t Collectives::match_words(std::string_view wanted, std::uint32_t i,
                                       std::uint32_t end) const {
    std::uint32_t at = i;
    while (!wanted.empty()) {
        const auto blank = std::min(wanted.find(' '), wanted.size());
        if (at >= end || reading_.word(at) != wanted.substr(0, blank)) {
            return i;
        }
        ++at;
        wanted.remove_prefix(std::min(blank + 1, wanted.size()));
    }
    return at;
}

std::optional<Collective> Collectives::behind(const DraftMention& name, std::uint32_t end) {
    const DraftEntity& holder = drafts_.entities[name.draft];
    const bool is_person = holder.is_person;
    const bool is_country = holder.entity.type == "location" || holder.entity.type == "misc";
    std::uint32_t first = name.end_token;
    if ((!is_person && !is_country) || first >= end) {
        return {};
    }
    first += reading_.is(first, WordClass::possessive) ? 1U : 0U;
    if (first < end && reading_.token(first).kind == TokenKind::number) {
        ++first; // "the Brandt 2016 campaign"
    }
    if (first >= end || !reading_.is_lower(first)) {
        return {};
    }
    const CollectiveNoun* best = nullptr;
    std::uint32_t best_end = first;
    for (const CollectiveNoun& noun : collective_nouns) {
        const std::uint32_t behind =
            noun.of_person == is_person ? match_words(noun.words, first, end) : first;
        if (behind > best_end) {
            best = &noun;
            best_end = behind;
        }
    }
    if (best == nullptr) {
        return {};
    }
    const std::string base = is_person && !holder.person.surname.empty()
                                 ? surname_of(holder.entity.name)
                             : is_country ? std::string(slice(reading_.text, name.span))
                                          : holder.entity.name;
    return Collective{base + ' ' + std::string(best->head), best->subtype, best_end};
}

std::optional<Collective> Collectives::chamber_committee(std::uint32_t i, std::uint32_t end) const {
    const char first = reading_.text[reading_.token(i).span.begin];
    if ((first != 'h' && first != 's') ||
        (reading_.word(i) != "house" && reading_.word(i) != "senate")) {
        return {};
    }
    for (std::uint32_t k = i + 2; k < std::min(i + 5, end); ++k) {
        if (reading_.word(k) != "committee") {
            continue;
        }
        std::string name;
        for (std::uint32_t t = i; t <= k; ++t) {
            name += (t > i ? " " : "") + titled(reading_.word(t));
        }
        return Collective{name, "government", k + 1};
    }
    return {};
}

std::optional<Collective> Collectives::plural_body(std::uint32_t i, std::uint32_t end) const {
    const auto stands_in = [](const auto& list, std::string_view word) {
        return std::find(std::begin(list), std::end(list), word) != std::end(list);
    };
    if (i + 1 >= end || !reading_.is_lower(i) || !stands_in(bodies_of_state, reading_.word(i)) ||
        !stands_in(plural_bodies, reading_.word(i + 1))) {
        return {};
    }
    return Collective{std::string(reading_.word(i)) + ' ' + std::string(reading_.word(i + 1)),
                      "government", i + 2};
}

} // namespace actorgraph
