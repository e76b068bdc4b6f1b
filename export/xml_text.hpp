#pragma once

#include <string>
#include <string_view>

namespace actorgraph {

/// Appends text for XML content or a quoted attribute. Characters that XML 1.0 forbids are dropped, line breaks and
/// tabs are written as references, so that attributes keep them. `text` is valid UTF-8.
void append_xml(std::string& out, std::string_view text);

std::string xml_escaped(std::string_view text);

/// Shortest decimal form that reads back as the same number.
void append_number(std::string& out, double value);

} // namespace actorgraph
