#include "graph/case_graph.hpp"

#include <cassert>

namespace actorgraph {
namespace {

/// Counting sort of edge numbers by one of their ends; numbers ascend within an actor.
template <typename End>
void build_rows(const std::vector<ActorEdge>& edges, std::size_t actors, End end,
                std::vector<std::uint32_t>& offsets, std::vector<std::uint32_t>& rows) {
    offsets.assign(actors + 1, 0);
    for (const ActorEdge& edge : edges) {
        ++offsets[end(edge) + 1];
    }
    for (std::size_t i = 0; i < actors; ++i) {
        offsets[i + 1] += offsets[i];
    }
    rows.resize(edges.size());
    std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
    for (std::uint32_t e = 0; e < edges.size(); ++e) {
        rows[next[end(edges[e])]++] = e;
    }
}

} // namespace

std::string kind_of(const ActorEdge& edge) {
    if (edge.polarity == Polarity::negated) {
        const bool is_plain = edge.modality == Modality::reported;
        return edge.relation + (is_plain ? " [negated]"
                                         : " [negated, " + std::string(to_string(edge.modality)) + "]");
    }
    if (edge.modality == Modality::reported) {
        return edge.relation;
    }
    return edge.relation + " [" + std::string(to_string(edge.modality)) + "]";
}

CaseGraph::CaseGraph(std::vector<Actor> actors, std::vector<ActorEdge> edges)
    : actors_(std::move(actors)), edges_(std::move(edges)) {
    for ([[maybe_unused]] const ActorEdge& edge : edges_) {
        assert(edge.source < actors_.size() && edge.target < actors_.size() &&
               "both ends of an edge are actors of the graph");
        assert(!edge.evidence.empty() && "no edge stands without evidence");
    }
    build_rows(edges_, actors_.size(), [](const ActorEdge& e) { return e.source; }, out_offsets_,
               out_edges_);
    build_rows(edges_, actors_.size(), [](const ActorEdge& e) { return e.target; }, in_offsets_,
               in_edges_);
}

std::pair<const std::uint32_t*, const std::uint32_t*> CaseGraph::out(std::uint32_t actor) const {
    return {out_edges_.data() + out_offsets_[actor], out_edges_.data() + out_offsets_[actor + 1]};
}

std::pair<const std::uint32_t*, const std::uint32_t*> CaseGraph::in(std::uint32_t actor) const {
    return {in_edges_.data() + in_offsets_[actor], in_edges_.data() + in_offsets_[actor + 1]};
}

} // namespace actorgraph
