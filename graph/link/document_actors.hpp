#pragma once

#include "core/facts.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// An entity of one document that may be part of an actor of the case.
struct DocumentActor {
    std::uint32_t document = 0; ///< index into the facts given
    std::uint32_t entity = 0;
    std::uint32_t key = 0; ///< index into DocumentActors::keys
};

/// Every entity that acts, by document and by name key. Numbers of nodes ascend with documents and entities.
struct DocumentActors {
    std::vector<DocumentActor> nodes;
    std::vector<std::string> keys;                ///< sorted name keys
    std::vector<std::uint32_t> key_begin, by_key; ///< nodes of key k: by_key[key_begin[k] .. key_begin[k + 1])
    std::vector<std::uint32_t> document_begin;    ///< nodes of document d: [document_begin[d] .. document_begin[d + 1])

    const std::uint32_t* begin_of(std::uint32_t key) const { return by_key.data() + key_begin[key]; }
    const std::uint32_t* end_of(std::uint32_t key) const { return by_key.data() + key_begin[key + 1]; }
    std::size_t count_of(std::uint32_t key) const { return key_begin[key + 1] - key_begin[key]; }
    /// Index of a key; keys.size() when nobody has it.
    std::uint32_t find(std::string_view key) const;
};

/// Persons, organizations and accounts with a name, and places that stand in a claim. O(n log n).
DocumentActors document_actors(const std::vector<const DocumentFacts*>& facts);

} // namespace actorgraph
