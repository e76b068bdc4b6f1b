#pragma once

#include "rules/lexicon.hpp"
#include "rules/name_weights.hpp"

#include <unordered_map>

namespace actorgraph {

/// Names that the well-cased sentences of a document settled, found again whatever their case.
class KnownNames {
  public:
    struct Found {
        std::size_t words = 0; ///< 0 when nothing matched
        NameType type = NameType::person;
        LexMask classes = 0;
    };

    /// Keeps the first type a name is given.
    void add(std::span<const WordKey> words, NameType type, LexMask classes);
    /// Longest known name that begins the given words.
    Found longest(std::span<const WordKey> words) const;

  private:
    struct Entry {
        bool is_name = false;
        bool goes_on = false;
        NameType type = NameType::person;
        LexMask classes = 0;
    };
    std::unordered_map<std::uint64_t, Entry> entries_; ///< only looked up, never walked
};

} // namespace actorgraph
