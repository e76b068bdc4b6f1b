#pragma once

#include "graph/link/text_sketch.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace actorgraph {

/// Documents that are copies, updates or corrections of one text.
struct SourceGroup {
    std::vector<std::uint32_t> documents; ///< earliest first
    std::string agency;                   ///< news agency that one of them names, or empty
};

struct SourceGroups {
    std::vector<std::uint32_t> group;                        ///< of each document; alone = a group of one
    std::vector<SourceGroup> groups;                         ///< in the order of their first document
    std::vector<std::optional<std::uint32_t>> superseded_by; ///< a later, corrected or updated version
};

/// What decides which version came first.
struct VersionMark {
    std::string date; ///< ISO 8601 or empty
    std::string name; ///< id of the document
};

/// Groups documents by near-duplicate text: candidates by their smallest hashes (LSH), each checked with
/// is_near_duplicate. A pure function of the set of documents; near linear. `marks` and `sketches` are of
/// the same documents.
SourceGroups group_sources(const std::vector<TextSketch>& sketches, const std::vector<VersionMark>& marks);

} // namespace actorgraph
