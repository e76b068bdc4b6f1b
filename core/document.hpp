#pragma once

#include "core/span.hpp"

#include <string>

namespace actorgraph {

/// One article after reading: valid UTF-8 text without BOM, and what the file said of itself.
struct Document {
    std::string id;     ///< path as given, or the id of a JSONL row
    std::string text;   ///< valid UTF-8; offsets of everything found point into it
    std::string sha256; ///< of the bytes as read, lower-case hex
    std::string title;
    std::string date;   ///< ISO 8601 `YYYY[-MM[-DD]]` or empty
    std::string outlet; ///< who published it, or empty
};

/// A stretch of text that was read but not analysed, with the reason.
struct SkippedText {
    Span span;
    std::string reason; ///< credit, byline, repeated title, promo, caption credit …
};

} // namespace actorgraph
