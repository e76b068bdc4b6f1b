#pragma once

#include <string>
#include <string_view>

namespace actorgraph {

/// One field of RFC 4180, always quoted. A text that a spreadsheet would take for a formula (= + - @ or a control first)
/// gets a leading apostrophe, which spreadsheets show as text (OWASP, CSV injection). Other controls are dropped.
std::string csv_field(std::string_view text);

} // namespace actorgraph
