#pragma once

#include <cstddef>
#include <string_view>

namespace actorgraph {

/// Bytes of the longest host name at the start of `text`: labels of letters (any script), digits, inner dashes
/// and underscores, at most 63 bytes each and 253 together, joined by dots. 0 when there is none; a last
/// label that no name can end with (a dash, only digits) is left off. Source: RFC 1035, RFC 5890.
std::size_t host_length(std::string_view text);

/// Whether the last label is a top-level domain: of the public suffix list (libpsl), or reserved for
/// examples and hidden services (RFC 2606, RFC 7686).
bool has_known_suffix(std::string_view host);

/// A host in brackets or four decimal parts: bytes of the literal at the start of `text`, or 0.
std::size_t address_literal_length(std::string_view text);

} // namespace actorgraph
