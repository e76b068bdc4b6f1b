#pragma once

#include "core/document.hpp"

#include <string>
#include <string_view>

namespace actorgraph {

/// What a reader told of a document besides text, title, date and outlet: region, address, authors,
/// what it set aside, the parties of a mail. Needed to analyse a stored text again. Empty when the
/// reader told nothing; offsets in bytes of the text.
std::string encode_reading(const Document& document);

/// Fills these parts of `document`, whose text stands. False when the bytes are none that
/// encode_reading writes for this text.
bool decode_reading(std::string_view bytes, Document& document);

} // namespace actorgraph
