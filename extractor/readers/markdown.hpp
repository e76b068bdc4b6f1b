#pragma once

#include "extractor/readers/intake.hpp"

namespace actorgraph {

/// Markdown (CommonMark) as the text a reader sees: marks, addresses of links, code blocks and HTML are left out, texts
/// of pictures set aside as captions. Front matter between `---` (YAML) or `+++` (TOML) lines gives title, date, authors,
/// outlet and url; else the title is the first heading. What is longer than `part_bytes` is read as plain text.
void read_markdown(ByteSource& source, const Intake& reading);

} // namespace actorgraph
