#pragma once

#include "core/facts.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace actorgraph {

/// Skipped stretches, entities and claims as bytes, code version 1 (docs/case-file.md): a table of the
/// strings in order of first use, then numbers as LEB128. Offsets are written as code points into the
/// text; facts without text keep theirs. Id, title, date, outlet and text are not part of it.
std::string encode_facts(const DocumentFacts& facts);

/// The facts of such bytes, offsets in code points as for facts without text. nullopt when the bytes
/// are none that encode_facts writes; reads nothing outside them and never asks for more memory than
/// a small multiple of their size.
std::optional<DocumentFacts> decode_facts(std::string_view bytes);

/// Turns the offsets of facts without text into bytes of `text`, which they take on. False when an
/// offset lies behind the text.
bool give_text(DocumentFacts& facts, std::string text);

} // namespace actorgraph
