#pragma once

#include "graph/link/clusters.hpp"
#include "graph/link/document_actors.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace actorgraph {

/// What tells bearers of one name apart.
struct Bearer {
    std::uint32_t node = 0;
    std::vector<std::uint32_t> callings; ///< hashes, ascending
    std::vector<std::uint32_t> named;    ///< keys of the full names beside it that are rare in the case, ascending
    std::vector<std::uint32_t> company;  ///< keys of those named in the same document and hashes of words around the
                                         ///< name, ascending
};

/// Groups the bearers of one name. All are one person unless so many pairs state different callings and have no company in
/// common (two names, or enough of the rest) that the name must be of several; then only those are joined whose company or calling is the same, and
/// none whose callings contradict. `weight_of` tells how rare a piece of company is. Returns a group number
/// for each bearer, from 0, in the order of first use. O(n²) up to 128 bearers, then O(n).
std::vector<std::uint32_t> tell_apart(const std::vector<Bearer>& bearers,
                                      const std::function<double(std::uint32_t)>& weight_of);

} // namespace actorgraph
