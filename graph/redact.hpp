#pragma once

#include "graph/case_graph.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actorgraph {

/// Names to take out of texts and what stands in their place, the longest name first.
class Redaction {
  public:
    /// `[redacted 1]` for every name, alias, account and surname of the first actor, and so on; words that name no
    /// actor are numbered on.
    Redaction(const CaseGraph& graph, const std::vector<std::uint32_t>& actors, const std::vector<std::string>& words);

    /// The text without the names. They are found as whole words, whatever their case, with any space, hyphen or
    /// underscore between their parts.
    std::string applied(std::string_view text) const;

    static std::string mark_of(std::size_t number); ///< counted from 0

  private:
    void add(std::string_view name, const std::string& mark);
    std::vector<std::pair<std::string, std::string>> names_;
};

/// Takes the names out of every actor and edge. `places` says where the redacted actors stand now (past the end: not
/// kept): they lose aliases and account and get an id of their own, and so does every actor whose id held a name.
void redact(std::vector<Actor>& actors, std::vector<ActorEdge>& edges, const Redaction& redaction,
            const std::vector<std::uint32_t>& places);

} // namespace actorgraph
