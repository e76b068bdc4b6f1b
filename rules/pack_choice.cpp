#include "rules/pack_choice.hpp"

#include "core/near_miss.hpp"

#include <algorithm>
#include <set>

namespace actorgraph {
namespace {

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string theme_of(const RelationRule& rule, const Rulebook& rulebook) {
    const RelationType* type = rulebook.relation(rule.relation);
    return type == nullptr ? "" : type->theme;
}

std::set<std::string> known_names(const Rulebook& rulebook) {
    std::set<std::string> names;
    for (const RelationRule& rule : rulebook.relation_rules) {
        names.insert(rule.pack);
        names.insert(theme_of(rule, rulebook));
    }
    names.erase("");
    return names;
}

void complain(const std::string& name, const std::set<std::string>& known, Diagnostics& problems) {
    const std::string near = near_miss(name, {known.begin(), known.end()});
    std::string all;
    for (const std::string& one : known) {
        all += (all.empty() ? "" : ", ") + one;
    }
    problems.push_back({Severity::error, "", 0, 0, "no pack and no theme of rules is called '" + name + "'",
                        near.empty() ? "choose from " + all : "did you mean '" + near + "'?"});
}

} // namespace

void choose_packs(const PackChoice& choice, Rulebook& rulebook, Diagnostics& problems) {
    if (choice.only.empty() && choice.without.empty()) {
        return;
    }
    const auto known = known_names(rulebook);
    for (const auto* names : {&choice.only, &choice.without}) {
        for (const std::string& name : *names) {
            if (!known.contains(name)) {
                complain(name, known, problems);
            }
        }
    }
    std::erase_if(rulebook.relation_rules, [&](const RelationRule& rule) {
        const std::string theme = theme_of(rule, rulebook);
        const bool is_wanted = choice.only.empty() || holds(choice.only, rule.pack) || holds(choice.only, theme);
        return !is_wanted || holds(choice.without, rule.pack) || holds(choice.without, theme);
    });
}

} // namespace actorgraph
