#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace actorgraph {

/// One zstd frame (RFC 8878) with its content size, level 3. The same bytes give the same frame.
std::string compress(std::string_view bytes);

/// What `frame` holds; nullopt unless it is one sound frame of exactly `size` bytes. `size` is at most
/// 1 GiB and is asked for at once, so that a short frame cannot claim the memory.
std::optional<std::string> decompress(std::string_view frame, std::size_t size);

} // namespace actorgraph
