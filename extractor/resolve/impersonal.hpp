#pragma once

#include "extractor/resolve/reading.hpp"

#include <cstdint>

namespace actorgraph {

/// Whether the "it" at a token does something that an organisation does: "it bought", "it is
/// looking into"; not "it is clear", "it seems". `end`: behind the last token of the sentence.
bool acts_at(const Reading& reading, std::uint32_t i, std::uint32_t end);

/// Whether the "it" at a token is the object of a verb with nothing said of it: "sold it to", "left
/// it."
bool is_acted_upon_at(const Reading& reading, std::uint32_t i, std::uint32_t end);

} // namespace actorgraph
