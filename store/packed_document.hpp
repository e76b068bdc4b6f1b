#pragma once

#include "core/facts.hpp"

#include <optional>
#include <string>

namespace actorgraph {

/// Key of a document in the case file, 32 bytes: SHA-256 over all that decides what it says, which is its
/// checksum, title, date, outlet, text and encode_reading. The same text under two paths is one
/// document; a corrected date makes another.
std::string content_key(const Document& document);
std::string content_key(const DocumentFacts& facts, std::string_view reading);

/// A document and its facts ready to be written: made by many threads, written by one.
struct PackedDocument {
    std::string content; ///< content_key
    std::string sha256, title, date, outlet;
    std::string text; ///< zstd frame
    std::size_t text_bytes = 0;
    std::string reading; ///< encode_reading
    std::string body; ///< zstd frame of encode_facts
    std::size_t body_bytes = 0;
};
PackedDocument pack(const DocumentFacts& facts, std::string reading = "");

/// Facts of a packed document, without text and offsets in code points. nullopt when the frame is damaged.
std::optional<DocumentFacts> unpack_facts(const PackedDocument& packed);

} // namespace actorgraph
