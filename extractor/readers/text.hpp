#pragma once

#include "extractor/readers/charset.hpp"
#include "extractor/readers/intake.hpp"

namespace actorgraph {

/// Plain text: one document; a text longer than `part_bytes` becomes several, cut
/// between paragraphs where it can be. The date is the latest full date of the opening lines.
void read_text(ByteSource& source, const Intake& reading);

/// Latest full date in the opening of a text as ISO 8601, or empty: "14 March 2023", "March 14,
/// 2023", "2023-03-14", "tue 14 nov 2017".
std::string opening_date(std::string_view text);

/// Decodes, and warns of what was mended or guessed.
DecodedText decode_for(const Intake& reading, std::string_view bytes, std::string_view label = {},
                       std::size_t line = 0);

} // namespace actorgraph
