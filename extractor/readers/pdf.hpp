#pragma once

#include "extractor/readers/intake.hpp"

namespace actorgraph {

/// A PDF: one document in reading order; words broken at line ends are joined, running heads, feet
/// and page numbers left out. A child process parses it, page by page. A PDF of pictures only, and
/// one that asks for a password, is refused.
void read_pdf(ByteSource& source, const Intake& intake);

bool has_pdf_magic(std::string_view opening);

/// Mends the text of pages: drops lines that stand on top or at the foot of most pages, joins lines
/// to paragraphs and broken words to words. `pages` are valid UTF-8.
std::string join_pages(const std::vector<std::string>& pages);

} // namespace actorgraph
