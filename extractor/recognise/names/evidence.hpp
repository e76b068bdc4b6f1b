#pragma once

#include "extractor/recognise/names/candidates.hpp"

#include <array>
#include <string>
#include <vector>

namespace actorgraph {

enum class NameType { person, organization, location, misc };
constexpr std::size_t name_types = 4;
std::string_view to_string(NameType type);

/// One thing that speaks for (or against) a type, with its weight; counts once per name, however often
/// it occurs. The whole table is in evidence.cpp.
struct EvidenceKind {
    std::string_view name;
    NameType type;
    double weight;
};

/// All occurrences of one name in a document and what speaks for its types.
struct NameGroup {
    std::string name; ///< words joined by single blanks
    std::vector<std::uint32_t> candidates;
    std::array<double, name_types> score{};
    std::vector<std::uint8_t> reasons; ///< rows of the evidence table
    LexMask classes = 0;
    std::uint32_t words = 0;

    void add(std::string_view kind);
    /// "title before: person +5.0" for every piece of evidence.
    std::vector<std::string> reason_texts() const;
    NameType best() const;
    double best_score() const;
};

/// Sums the evidence of words, neighbours and the rest of the document for every name.
void weigh_names(const std::vector<NameWord>& words, const Segmentation& segmentation,
                 const std::vector<Candidate>& candidates, const Lexicon& lexicon,
                 std::vector<NameGroup>& groups);

} // namespace actorgraph
