#pragma once

#include "graph/link_case.hpp"

#include <string>
#include <vector>

namespace actorgraph {

/// An entity named once; "organization:X" and "account:X" tell another type than person.
inline Entity named(const std::string& name, std::vector<std::string> aliases = {}) {
    Entity made;
    const bool is_organization = name.starts_with("organization:");
    const bool is_account = name.starts_with("account:");
    made.type = is_organization ? "organization" : is_account ? "account" : "person";
    made.name = is_organization ? name.substr(13) : is_account ? name.substr(8) : name;
    if (is_account) {
        made.account = Account{"handle", "x", made.name};
    }
    made.aliases = std::move(aliases);
    made.mentions.push_back({{0, 1}, MentionForm::name, {}});
    return made;
}

/// A document that names some and says nothing of them.
inline DocumentFacts naming(const std::string& id, const std::vector<std::string>& names) {
    DocumentFacts facts;
    facts.id = id;
    for (const std::string& name : names) {
        facts.entities.push_back(named(name));
    }
    return facts;
}

inline Decision decided(DecisionKind kind, std::vector<std::string> a, std::vector<std::string> b, std::int64_t number = 1) {
    Decision decision;
    decision.number = number;
    decision.kind = kind;
    decision.a = std::move(a);
    decision.b = std::move(b);
    return decision;
}

struct SampleCase : LinkInput, LinkAids {};

inline LinkedCase linked_case(const SampleCase& input) {
    return link_case(input, input, [](std::string_view) { return false; });
}

/// Ids of the actors, in their order.
inline std::vector<std::string> ids_of(const LinkedCase& linked) {
    std::vector<std::string> ids;
    for (const Actor& actor : linked.graph.actors()) {
        ids.push_back(actor.id);
    }
    return ids;
}

} // namespace actorgraph
