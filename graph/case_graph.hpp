#pragma once

#include "core/facts.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace actorgraph {

/// One claim as evidence under an edge.
struct Evidence {
    std::string document;
    std::string outlet;
    std::string date; ///< of the document
    std::string quote;
    std::size_t start = 0; ///< code points into the cleaned text
    std::size_t end = 0;
    std::string rule;
    std::string speaker; ///< name of the speaker; empty for the narrator
    std::string role, channel, stage, amount;
    TimeRange time;
    double confidence = 0.0;
};

/// An entity of a document that became part of an actor.
struct ActorMember {
    std::uint32_t document = 0; ///< index into Actor::documents
    std::uint32_t entity = 0;   ///< index into the document's entities
    friend auto operator<=>(const ActorMember&, const ActorMember&) = default;
};

/// Somebody who acts in the case.
struct Actor {
    std::string id; ///< stable: derived from type and canonical name, e.g. "person:ana-reyes"
    std::string name;
    std::string type;
    std::string subtype;
    std::vector<std::string> aliases;   ///< sorted, without `name`
    std::optional<Account> account;
    std::vector<std::string> documents; ///< sorted ids
    std::vector<ActorMember> members;   ///< ascending; empty when read from a file without them
    std::size_t mentions = 0;
};

/// Claims aggregated per (source, target, relation, polarity/modality class). Never without evidence.
struct ActorEdge {
    std::uint32_t source = 0; ///< index into actors()
    std::uint32_t target = 0;
    std::string relation;
    bool symmetric = false;
    Polarity polarity = Polarity::affirmed;
    Modality modality = Modality::reported;
    std::vector<Evidence> evidence; ///< best first
    std::vector<std::string> documents; ///< sorted ids
    std::size_t sources = 0;            ///< independent wordings
    std::size_t denials = 0;            ///< denied or negated claims on the same pair and relation
    std::string first_reported, last_reported;
};

/// `relation`, with the status in brackets unless affirmed and reported: "met_with [denied]".
std::string kind_of(const ActorEdge& edge);

/// Read-only graph of a case: compressed sparse rows in both directions over typed multi-edges.
/// Models boost::VertexListGraph, EdgeListGraph and BidirectionalGraph (graph/case_graph_boost.hpp).
class CaseGraph {
  public:
    CaseGraph() = default;
    /// Every edge's ends must be valid and it must carry evidence. Keeps the order given.
    CaseGraph(std::vector<Actor> actors, std::vector<ActorEdge> edges);

    const std::vector<Actor>& actors() const { return actors_; }
    const std::vector<ActorEdge>& edges() const { return edges_; }
    /// Edge numbers that leave / enter an actor, ascending.
    std::pair<const std::uint32_t*, const std::uint32_t*> out(std::uint32_t actor) const;
    std::pair<const std::uint32_t*, const std::uint32_t*> in(std::uint32_t actor) const;

  private:
    std::vector<Actor> actors_;
    std::vector<ActorEdge> edges_;
    std::vector<std::uint32_t> out_offsets_, out_edges_, in_offsets_, in_edges_;
};

} // namespace actorgraph
