#include "graph/link.hpp"

#include "graph/link/case_edges.hpp"
#include "graph/link_case.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_set>

namespace actorgraph {
namespace {

std::vector<TextSketch> sketches_of(const std::vector<DocumentFacts>& facts) {
    std::vector<TextSketch> made;
    made.reserve(facts.size());
    std::transform(facts.begin(), facts.end(), std::back_inserter(made),
                   [](const DocumentFacts& one) { return sketch_of(one); });
    return made;
}

SourceGroups grouped(const LinkInput& input, const std::vector<TextSketch>& sketches) {
    std::vector<VersionMark> marks;
    for (const DocumentFacts& one : input.facts) {
        marks.push_back({one.date, one.id});
    }
    return group_sources(sketches, marks);
}

/// Numbers of the documents in the order of id and checksum, each text once.
std::vector<std::uint32_t> in_order(const std::vector<DocumentFacts>& facts) {
    std::vector<std::uint32_t> order(facts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(facts[a].id, facts[a].sha256) < std::tie(facts[b].id, facts[b].sha256);
    });
    std::unordered_set<std::string> seen;
    std::erase_if(order, [&](std::uint32_t one) {
        return !facts[one].sha256.empty() && !seen.insert(facts[one].sha256).second;
    });
    return order;
}

} // namespace

SourceGroups group_sources(const LinkInput& input) {
    return input.sketches.empty() ? grouped(input, sketches_of(input.facts)) : grouped(input, input.sketches);
}

LinkedCase link_case(const LinkInput& input, const LinkAids& aids,
                     const std::function<bool(std::string_view relation)>& is_symmetric) {
    std::vector<TextSketch> made;
    if (input.sketches.empty()) {
        made = sketches_of(input.facts);
    }
    const SourceGroups sources = grouped(input, input.sketches.empty() ? made : input.sketches);
    LinkedCase result;
    static const std::vector<Profile> unknown;
    std::vector<const std::vector<Profile>*> profiles;
    std::vector<std::uint32_t> groups;
    for (const std::uint32_t one : in_order(input.facts)) {
        result.facts.push_back(&input.facts[one]);
        profiles.push_back(aids.profiles.empty() ? &unknown : &aids.profiles[one]);
        groups.push_back(sources.group[one]);
    }
    result.who = who_is_who(result.facts, profiles, aids.decisions);
    CaseActors actors = case_actors(result.facts, result.who, aids.decisions);
    auto edges = case_edges(result.facts, groups, result.who.actors, actors, is_symmetric);
    result.actor_of = std::move(actors.of_node);
    result.graph = CaseGraph(std::move(actors.actors), std::move(edges));
    return result;
}

CaseGraph link(const LinkInput& input, const std::function<bool(std::string_view relation)>& is_symmetric) {
    return link_case(input, {}, is_symmetric).graph;
}

} // namespace actorgraph
