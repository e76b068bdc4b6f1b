#include "store/byte_code.hpp"

#include <algorithm>

namespace actorgraph {

void ByteWriter::number(std::uint64_t value) {
    for (; value >= 0x80U; value >>= 7U) {
        out_ += static_cast<char>(static_cast<unsigned char>(value) | 0x80U);
    }
    out_ += static_cast<char>(value);
}

void ByteWriter::text(std::string_view bytes) {
    number(bytes.size());
    out_ += bytes;
}

void ByteWriter::fixed(std::uint64_t bits) {
    for (unsigned shift = 0; shift < 64; shift += 8) {
        out_ += static_cast<char>(bits >> shift);
    }
}

void ByteReader::fail() {
    is_sound_ = false;
    rest_ = {};
}

std::string_view ByteReader::take(std::size_t size) {
    if (size > rest_.size()) {
        fail();
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(std::min(size, rest_.size()));
    return taken;
}

std::uint64_t ByteReader::number(std::uint64_t limit) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const std::string_view byte = take(1);
        if (byte.empty()) {
            fail();
            return 0;
        }
        const auto bits = static_cast<unsigned char>(byte.front());
        value |= std::uint64_t{bits & 0x7FU} << shift;
        if ((bits & 0x80U) == 0) {
            break;
        }
    }
    if (value > limit) {
        fail();
        return 0;
    }
    return value;
}

std::uint64_t ByteReader::fixed() {
    std::uint64_t bits = 0;
    unsigned shift = 0;
    for (const char byte : take(8)) {
        bits |= std::uint64_t{static_cast<unsigned char>(byte)} << shift;
        shift += 8;
    }
    return bits;
}

} // namespace actorgraph
