#pragma once

#include <string>
#include <string_view>

namespace actorgraph {

/// The day a stamp names, as `YYYY-MM-DD`, or what it gives of it; empty when it names none. Reads
/// ISO 8601 ("2021-03-04T10:00Z", "20210304"), RFC 5322 ("Thu, 4 Mar 2021 10:00 +0100"), written
/// dates
/// ("March 4, 2021") and seconds or milliseconds since 1970. The day is the one the stamp's own
/// zone has.
std::string published_date(std::string_view stamp);

} // namespace actorgraph
