#include "graph/link/case_edges.hpp"

#include "core/utf8.hpp"
#include "graph/link/wordings.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace actorgraph {
namespace {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

bool is_denial(const ActorEdge& edge) {
    return edge.polarity == Polarity::negated || edge.modality == Modality::denied;
}

/// An edge while evidence is collected; `groups` are the source groups of its evidence.
struct DraftEdge {
    ActorEdge edge;
    std::vector<std::uint32_t> groups;
};

void finish(DraftEdge& draft) {
    ActorEdge& edge = draft.edge;
    std::vector<QuotedSource> quotes;
    for (std::size_t i = 0; i < edge.evidence.size(); ++i) {
        quotes.push_back({edge.evidence[i].quote, draft.groups[i]});
    }
    const auto numbers = independent_sources(quotes);
    edge.sources = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end()) + 1U;
    std::sort(edge.evidence.begin(), edge.evidence.end(), [](const Evidence& a, const Evidence& b) {
        if (a.confidence != b.confidence) {
            return a.confidence > b.confidence;
        }
        return std::tie(a.date, a.document, a.start, a.rule) <
               std::tie(b.date, b.document, b.start, b.rule);
    });
    std::set<std::string> documents;
    for (const Evidence& one : edge.evidence) {
        documents.insert(one.document);
        if (!one.date.empty()) {
            if (edge.first_reported.empty() || one.date < edge.first_reported) {
                edge.first_reported = one.date;
            }
            edge.last_reported = std::max(edge.last_reported, one.date);
        }
    }
    edge.documents.assign(documents.begin(), documents.end());
}

Evidence evidence_of(const DocumentFacts& one, const CodePointIndex& index,
                            const Claim& claim) {
    Evidence evidence;
    evidence.document = one.id;
    evidence.outlet = one.outlet;
    evidence.date = one.date;
    evidence.quote = claim.quote;
    const bool has_text = claim.evidence.end <= one.text.size();
    evidence.start = has_text ? index.to_code_points(claim.evidence.begin) : claim.evidence.begin;
    evidence.end = has_text ? index.to_code_points(claim.evidence.end) : claim.evidence.end;
    evidence.rule = claim.rule;
    evidence.role = claim.role;
    evidence.channel = claim.channel;
    evidence.stage = claim.stage;
    evidence.amount = claim.amount;
    evidence.time = claim.time;
    evidence.confidence = claim.confidence;
    return evidence;
}

/// Actors of a document's entities.
std::vector<std::uint32_t> actors_of(const DocumentFacts& facts, std::uint32_t document, const DocumentActors& actors,
                                     const CaseActors& who) {
    std::vector<std::uint32_t> result(facts.entities.size(), nobody);
    for (std::uint32_t node = actors.document_begin[document]; node < actors.document_begin[document + 1]; ++node) {
        result[actors.nodes[node].entity] = who.of_node[node];
    }
    return result;
}

using EdgeKey = std::tuple<std::uint32_t, std::uint32_t, std::string, Polarity, Modality>;
using Edges = std::map<EdgeKey, DraftEdge>;

/// The edge that a claim belongs to; nullptr when an end is nobody or both are one.
DraftEdge* edge_of(const Claim& claim, const std::vector<std::uint32_t>& ends, bool symmetric, Edges& edges) {
    std::uint32_t source = ends[claim.source];
    std::uint32_t target = ends[claim.target];
    if (source == nobody || target == nobody || source == target) {
        return nullptr;
    }
    if (symmetric && target < source) {
        std::swap(source, target);
    }
    DraftEdge& draft = edges[{source, target, claim.relation, claim.polarity, claim.modality}];
    ActorEdge& edge = draft.edge;
    edge.source = source;
    edge.target = target;
    edge.relation = claim.relation;
    edge.symmetric = symmetric;
    edge.polarity = claim.polarity;
    edge.modality = claim.modality;
    return &draft;
}

} // namespace

std::vector<ActorEdge> case_edges(const std::vector<const DocumentFacts*>& facts, const std::vector<std::uint32_t>& groups,
                                  const DocumentActors& actors, const CaseActors& who,
                                  const std::function<bool(std::string_view relation)>& is_symmetric) {
    Edges drafts;
    for (std::uint32_t document = 0; document < facts.size(); ++document) {
        const DocumentFacts& one = *facts[document];
        const CodePointIndex index(one.text);
        const auto ends = actors_of(one, document, actors, who);
        for (const Claim& claim : one.claims) {
            DraftEdge* draft = edge_of(claim, ends, is_symmetric(claim.relation), drafts);
            if (draft == nullptr) {
                continue;
            }
            draft->groups.push_back(groups[document]);
            draft->edge.evidence.push_back(evidence_of(one, index, claim));
            if (claim.speaker) {
                const std::uint32_t speaker = ends[*claim.speaker];
                draft->edge.evidence.back().speaker =
                    speaker == nobody ? one.entities[*claim.speaker].name : who.actors[speaker].name;
            }
        }
    }
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::string>, std::size_t> denials;
    for (const auto& [key, draft] : drafts) {
        if (is_denial(draft.edge)) {
            denials[{std::get<0>(key), std::get<1>(key), std::get<2>(key)}] += draft.edge.evidence.size();
        }
    }
    std::vector<ActorEdge> edges;
    for (auto& [key, draft] : drafts) {
        finish(draft);
        const auto denied = denials.find({std::get<0>(key), std::get<1>(key), std::get<2>(key)});
        draft.edge.denials = denied == denials.end() ? 0 : denied->second;
        edges.push_back(std::move(draft.edge));
    }
    return edges;
}

} // namespace actorgraph
