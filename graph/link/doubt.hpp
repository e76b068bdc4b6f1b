#pragma once

#include <cstdint>
#include <string>

namespace actorgraph {

/// Two that may be one, and what is missing to say so.
struct Doubt {
    std::uint32_t a = 0; ///< nodes
    std::uint32_t b = 0;
    std::string reason;
    double likeness = 0; ///< 0 to 1
};

} // namespace actorgraph
