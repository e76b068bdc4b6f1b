#pragma once

#include "extractor/readers.hpp"

namespace actorgraph {

/// JSON lines: an object with "text" a line, and optionally "id", "title", "date", "outlet" or
/// "source". A bad line is an error that names it; the others are read.
ReadDocuments read_jsonl(std::string_view bytes, const std::string& id);

} // namespace actorgraph
