#pragma once

#include "graph/link/disjoint_sets.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actorgraph {

/// Why two document actors became one.
enum class JoinReason : std::uint8_t {
    decision,      ///< the user said so
    same_name,     ///< the same full name, nothing against it
    same_context,  ///< the same name of several bearers, and the same calling or company
    surname,       ///< a surname, and one bearer of it in the case
    acronym,       ///< a short form that another document gives beside the full name
    known_as,      ///< one word that others know as an organisation
    senior,        ///< "X Sr" where everybody else says "X" beside "X Jr"
    middle_name,   ///< the same name with and without middle names
    initial,       ///< "J. Reyes" and one "Juan Reyes" in the same company
    spelling,      ///< another transliteration or accent, in the same company
    typing_error,  ///< one letter off, in the same company
};
std::string_view to_string(JoinReason reason);

struct Join {
    std::uint32_t a = 0; ///< nodes (DocumentActors)
    std::uint32_t b = 0;
    JoinReason reason = JoinReason::same_name;
    std::int64_t decision = 0; ///< number of the user's decision, for that reason
};

/// Which document actors are one. Never joins what a veto keeps apart, also not by way of others.
class Clusters {
  public:
    explicit Clusters(std::size_t nodes) : sets_(nodes) {}

    std::uint32_t find(std::uint32_t node) { return sets_.find(node); }
    /// From now on the cluster of `node` has one side of a veto; no cluster ever has both.
    void mark(std::uint32_t node, std::uint32_t veto, bool is_second);
    /// A veto that keeps the two apart, as given to mark(); none: -1.
    std::int64_t veto_between(std::uint32_t a, std::uint32_t b);
    /// Joins unless a veto stands against it. True when the two are one now.
    bool join(const Join& join);
    /// Joins that made a difference: a forest over the nodes.
    const std::vector<Join>& joins() const { return joins_; }

  private:
    DisjointSets sets_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> marks_; ///< root → 2·veto + side, ascending
    std::vector<Join> joins_;
};

} // namespace actorgraph
