#pragma once

#include <string>
#include <string_view>

namespace actorgraph {

/// Writes pieces of a pattern that read letters of one token by character classes as classes of tokens:
/// `[a-z-]+` and other well-known ones by their marks alone, `[$€£]?[0-9][0-9.,]*` or `protég[ée]` as a
/// shape that the letters of the token are asked for. O(letters).
std::string with_token_classes(std::string_view text);

/// Writes slots ("<p[0-9]+>", "<[ol][0-9]+~?>") as classes of tokens.
std::string with_slot_classes(const std::string& text);

} // namespace actorgraph
