#pragma once

#include "core/span.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace actorgraph {

/// A stretch of text that was read but not analysed, with the reason.
struct SkippedText {
    Span span;
    std::string reason; ///< credit, byline, repeated title, promo, caption, quoted reply …
};

/// Somebody a mail's header names. Both spans lie in the document's text; a part that is missing is
/// empty.
struct MailParty {
    std::string role; ///< from, sender, to, cc, bcc
    Span name;        ///< the display name, without quotes
    Span address;     ///< local@domain
    Span line;        ///< the header line that names them
};

/// One article after reading: valid UTF-8 text without BOM, and what the file said of itself.
struct Document {
    std::string id;     ///< path as given, or the id of a JSONL row
    std::string text;   ///< valid UTF-8; offsets of everything found point into it
    std::string sha256; ///< of the bytes as read, lower-case hex
    std::string title;
    std::string date;   ///< ISO 8601 `YYYY[-MM[-DD]]` or empty
    std::string outlet; ///< who published it, or empty
    std::string
        region; ///< ISO 3166 alpha-2 country whose phone numbers it writes without code, or empty
    std::string url;                    ///< where it was published, or empty
    std::vector<std::string> authors;   ///< as the byline gives them
    std::vector<SkippedText> set_aside; ///< in text order; not analysed
    std::vector<MailParty> parties;     ///< of a mail, in the order of its header
    std::uint64_t source_bytes = 0;     ///< how many bytes of the input became this document
};

} // namespace actorgraph
