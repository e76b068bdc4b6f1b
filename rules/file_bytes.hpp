#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

namespace actorgraph {

/// All bytes of a file; empty when it cannot be read.
inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    const auto size = in ? std::max<std::streamoff>(in.tellg(), 0) : 0;
    std::string bytes(static_cast<std::size_t>(size), '\0');
    in.seekg(0);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

} // namespace actorgraph
