#include "cli/linked_case_file.hpp"

#include "cli/case_command.hpp"
#include "graph/fold.hpp"

#include <algorithm>
#include <iostream>
#include <set>

namespace actorgraph {
namespace {

std::vector<std::uint32_t> nodes_of_actor(const LinkedCase& linked, std::uint32_t actor) {
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t node = 0; node < linked.actor_of.size(); ++node) {
        if (linked.actor_of[node] == actor) {
            nodes.push_back(node);
        }
    }
    return nodes;
}

/// Does another actor bear the name of this node as well?
bool is_shared_name(const LinkedCase& linked, std::uint32_t node) {
    const DocumentActors& actors = linked.who.actors;
    const std::uint32_t key = actors.nodes[node].key;
    return std::any_of(actors.begin_of(key), actors.end_of(key),
                       [&](std::uint32_t other) { return linked.actor_of[other] != linked.actor_of[node]; });
}

NamedSide side_of(const LinkedCase& linked, std::vector<std::uint32_t> nodes, bool is_bound) {
    std::set<std::string> anchors;
    for (const std::uint32_t node : nodes) {
        anchors.insert(
            anchor_of(linked.who.actors, linked.facts, node, is_bound || is_shared_name(linked, node)));
    }
    return {{anchors.begin(), anchors.end()}, nodes, linked.actor_of[nodes.front()]};
}

bool bears(const Entity& entity, const std::string& wanted) {
    return folded(entity.name) == wanted || std::any_of(entity.aliases.begin(), entity.aliases.end(), [&](const auto& alias) {
               return folded(alias) == wanted;
           });
}

/// The part before an @ that is followed by the id of a document, and that document.
std::optional<std::pair<std::string, std::uint32_t>> split_document(const LinkedCase& linked, const std::string& name) {
    for (auto at = name.rfind('@'); at != std::string::npos && at > 0; at = name.rfind('@', at - 1)) {
        const std::string id = name.substr(at + 1);
        const auto found = std::find_if(linked.facts.begin(), linked.facts.end(),
                                        [&](const DocumentFacts* one) { return one->id == id || document_mark(*one) == id; });
        if (found != linked.facts.end()) {
            return std::pair(name.substr(0, at), static_cast<std::uint32_t>(found - linked.facts.begin()));
        }
    }
    return std::nullopt;
}

std::optional<NamedSide> find_in_document(const LinkedCase& linked, const std::string& name, std::uint32_t document,
                                          int& exit_code) {
    const DocumentActors& actors = linked.who.actors;
    const std::string wanted = folded(name);
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t node = actors.document_begin[document]; node < actors.document_begin[document + 1]; ++node) {
        const bool is_id = linked.graph.actors()[linked.actor_of[node]].id == name;
        if (is_id || bears(linked.facts[document]->entities[actors.nodes[node].entity], wanted)) {
            nodes.push_back(node);
        }
    }
    if (nodes.size() == 1) {
        return side_of(linked, nodes, true);
    }
    std::cerr << (nodes.empty() ? "nobody called '" : "several are called '") << name << "' in "
              << linked.facts[document]->id << '\n';
    exit_code = nodes.empty() ? exit_no_answer : exit_usage;
    return std::nullopt;
}

} // namespace

LinkedCase LinkedCaseFile::with(const Decision& decision) const {
    input->aids.decisions.push_back(decision);
    LinkedCase changed = link_case(input->documents, input->aids, is_symmetric);
    input->aids.decisions.pop_back();
    return changed;
}

std::optional<LinkedCaseFile> open_linked(const std::string& case_file, const SharedFlags& flags) {
    if (!is_case_or_explained(case_file)) {
        return std::nullopt;
    }
    const auto rules = open_rules(flags);
    if (!rules) {
        return std::nullopt;
    }
    CaseReport report;
    LinkedCaseFile result;
    result.input = std::make_unique<CaseInput>(read_case_input({case_file}, *rules, flags, report));
    std::set<std::string> symmetric;
    for (const DocumentFacts& facts : result.input->documents.facts) {
        for (const Claim& claim : facts.claims) {
            const RelationType* relation = rules->relation(claim.relation);
            if (relation != nullptr && relation->symmetric) {
                symmetric.insert(claim.relation);
            }
        }
    }
    result.is_symmetric = [symmetric](std::string_view id) { return symmetric.contains(std::string(id)); };
    result.linked = link_case(result.input->documents, result.input->aids, result.is_symmetric);
    return result;
}

std::optional<NamedSide> find_side(const LinkedCase& linked, const std::string& name, int& exit_code) {
    if (const auto split = split_document(linked, name)) {
        return find_in_document(linked, split->first, split->second, exit_code);
    }
    const auto actor = choose_actor(linked.graph, name, exit_code);
    if (!actor) {
        return std::nullopt;
    }
    return side_of(linked, nodes_of_actor(linked, *actor), false);
}

std::vector<std::uint32_t> nodes_named(const LinkedCase& linked, const NamedSide& side, const std::string& name) {
    const std::string wanted = folded(name);
    std::vector<std::uint32_t> nodes;
    std::copy_if(side.nodes.begin(), side.nodes.end(), std::back_inserter(nodes), [&](std::uint32_t node) {
        const DocumentActor& one = linked.who.actors.nodes[node];
        return folded(linked.facts[one.document]->entities[one.entity].name) == wanted;
    });
    return nodes.empty() ? side.nodes : nodes;
}

std::string describe(const LinkedCase& linked, std::uint32_t actor) {
    static constexpr std::size_t shown = 2;
    const Actor& one = linked.graph.actors()[actor];
    std::string out = one.name + " [" + one.id + "] (";
    for (std::size_t i = 0; i < std::min(shown, one.documents.size()); ++i) {
        out += (i == 0 ? "" : ", ") + one.documents[i];
    }
    const std::size_t more = one.documents.size() - std::min(shown, one.documents.size());
    return out + (more == 0 ? "" : " and " + std::to_string(more) + " more") + ")";
}

} // namespace actorgraph
