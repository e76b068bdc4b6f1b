#pragma once

#include <string>

namespace actorgraph {

/// Now in UTC to the second, as ISO 8601: "2024-03-01T09:30:00Z". For logs only: no result depends on it.
std::string utc_now();

} // namespace actorgraph
