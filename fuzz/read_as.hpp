#pragma once

#include "extractor/readers.hpp"

#include <cstdlib>

namespace actorgraph {

/// Reads bytes as a file of that name under small limits, and holds the reader to its promises:
/// every byte is accounted for, texts are valid UTF-8 in size, spans lie in their text.
inline int read_as(const char* name, const std::uint8_t* bytes, std::size_t size) {
    ReadOptions options;
    options.limits.part_bytes = 512;
    options.limits.document_bytes = 1U << 20U;
    options.limits.memory_bytes = 64U << 20U;
    const ReadDocuments read =
        parse_documents({reinterpret_cast<const char*>(bytes), size}, name, options);
    if (read.tally.bytes != read.tally.read + read.tally.skipped + read.tally.refused) {
        std::abort();
    }
    for (const Document& document : read.documents) {
        for (const SkippedText& skipped : document.set_aside) {
            if (skipped.span.begin > skipped.span.end || skipped.span.end > document.text.size()) {
                std::abort();
            }
        }
        for (const MailParty& party : document.parties) {
            if (party.line.end > document.text.size() || !contains(party.line, party.address)) {
                std::abort();
            }
        }
    }
    return 0;
}

} // namespace actorgraph
