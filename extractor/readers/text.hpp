#pragma once

#include "extractor/readers.hpp"

namespace actorgraph {

/// Plain text and Markdown: one document. The date is the latest full date of the opening lines.
ReadDocuments read_text(std::string_view bytes, const std::string& id);

/// Latest full date in the opening of a text as ISO 8601, or empty: "14 March 2023", "March 14, 2023",
/// "2023-03-14", "tue 14 nov 2017".
std::string opening_date(std::string_view text);

} // namespace actorgraph
