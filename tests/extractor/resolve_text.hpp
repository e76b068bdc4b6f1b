#pragma once

#include "extractor/resolve.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace actorgraph::testing {

struct Named {
    std::string text;
    std::string type;
    std::string gender = {};
    std::string subtype = {};
};

/// Resolves a text in which each of `names` is recognised at every occurrence (longest given
/// first).
inline std::vector<Entity> resolve_text(const std::string& text, const std::vector<Named>& names,
                                        const Lexicon& lexicon = {}) {
    Document document;
    document.text = text;
    std::vector<FoundName> found;
    for (const Named& named : names) {
        for (auto at = text.find(named.text); at != std::string::npos;
             at = text.find(named.text, at + 1)) {
            const Span span{static_cast<std::uint32_t>(at),
                            static_cast<std::uint32_t>(at + named.text.size())};
            const bool is_free = std::none_of(found.begin(), found.end(), [&](const FoundName& f) {
                return overlaps(f.span, span);
            });
            if (is_free) {
                found.push_back({span, named.type, named.subtype, named.gender, "", {}});
            }
        }
    }
    std::sort(found.begin(), found.end(),
              [](const FoundName& a, const FoundName& b) { return a.span < b.span; });
    return resolve(document, segment(document), found, {}, lexicon);
}

inline std::vector<std::string>
mentions_of(const std::string& text, const std::vector<Entity>& entities, const std::string& name) {
    std::vector<std::string> found;
    for (const Entity& entity : entities) {
        if (entity.name == name) {
            for (const Mention& mention : entity.mentions) {
                found.emplace_back(slice(text, mention.span));
            }
        }
    }
    return found;
}
/// Name of the sieve that put the mention of these words there; empty when there is none.
inline std::string sieve_of(const std::string& text, const std::vector<Entity>& entities,
                            const std::string& words) {
    for (const Entity& entity : entities) {
        for (const Mention& mention : entity.mentions) {
            if (slice(text, mention.span) == words) {
                return mention.rules.front();
            }
        }
    }
    return "";
}

using Strings = std::vector<std::string>;

} // namespace actorgraph::testing
