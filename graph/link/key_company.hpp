#pragma once

#include "graph/link/document_actors.hpp"

#include <cstdint>
#include <vector>

namespace actorgraph {

/// Who is named beside whom: what two names, or a name and a document, have in common.
class KeyCompany {
  public:
    explicit KeyCompany(const DocumentActors& actors);

    /// Full names and accounts that stand in a document of `a` and in one of `b`, `a` and `b` left out. Looks at
    /// 64 documents of each.
    std::size_t shared(std::uint32_t a, std::uint32_t b) const;
    /// The same of one document and the name `b`; `except` is left out too.
    std::size_t shared_with_document(std::uint32_t document, std::uint32_t except, std::uint32_t b) const;
    /// Do both names stand in one document? Then its reader took them for two.
    bool stand_together(std::uint32_t a, std::uint32_t b) const;
    /// Names of a document that say something of its company, ascending.
    const std::vector<std::uint32_t>& names_of(std::uint32_t document) const { return names_[document]; }
    /// Named in so few documents that to be named beside it means something.
    bool is_rare(std::uint32_t key) const { return actors_.count_of(key) <= rare_; }

  private:
    std::vector<std::uint32_t> documents_of(std::uint32_t key) const;
    std::size_t count_shared(std::vector<std::uint32_t> mine, std::uint32_t a, std::uint32_t b) const;

    const DocumentActors& actors_;
    std::vector<std::vector<std::uint32_t>> names_; ///< of each document
    std::size_t rare_ = 0;
};

} // namespace actorgraph
