#pragma once

#include "extractor/readers/intake.hpp"

#include <optional>

namespace actorgraph {

/// A web page: one document with the text of its article. Captions stand behind the body and are
/// set aside; menus, related links, comments, forms and notices are left out.
void read_html(std::string_view bytes, const Intake& reading);

/// Whether bytes open like a page or XML.
bool looks_like_html(std::string_view opening);

/// All text of an HTML fragment, as of a mail, in paragraphs; nothing when it needs more than the
/// limits.
std::optional<std::string> plain_text_of_html(std::string_view utf8, const ReadLimits& limits);

} // namespace actorgraph
