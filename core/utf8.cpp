#include "core/utf8.hpp"

#include <algorithm>
#include <cassert>

namespace actorgraph {
namespace {

constexpr std::size_t block_bytes = 64;

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// Length of the well-formed sequence at `at`, 0 when ill-formed. Unicode 15, table 3-7.
std::size_t well_formed_length(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
    };
    const unsigned first = byte(0);
    const auto in = [](unsigned value, unsigned low, unsigned high) {
        return value >= low && value <= high;
    };
    if (first < 0x80) {
        return 1;
    }
    if (in(first, 0xC2, 0xDF)) {
        return in(byte(1), 0x80, 0xBF) ? 2 : 0;
    }
    if (in(first, 0xE0, 0xEF)) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = first == 0xED ? 0x9F : 0xBF;
        return in(byte(1), low, high) && in(byte(2), 0x80, 0xBF) ? 3 : 0;
    }
    if (in(first, 0xF0, 0xF4)) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
        return in(byte(1), low, high) && in(byte(2), 0x80, 0xBF) && in(byte(3), 0x80, 0xBF) ? 4 : 0;
    }
    return 0;
}

} // namespace

ValidText make_valid_utf8(std::string_view bytes) {
    ValidText result;
    std::size_t at = 0;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        result.had_bom = true;
        at = 3;
    }
    result.text.reserve(bytes.size() - at);
    while (at < bytes.size()) {
        const std::size_t length = well_formed_length(bytes, at);
        if (length > 0) {
            result.text.append(bytes.substr(at, length));
            at += length;
            continue;
        }
        if (result.replaced++ == 0) {
            result.first_replaced_byte = at;
        }
        result.text += "\xEF\xBF\xBD";
        ++at;
        while (at < bytes.size() && is_continuation(static_cast<unsigned char>(bytes[at]))) {
            ++at;
        }
    }
    return result;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    assert(at < text.size() && "next_code_point() needs a byte to read");
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned first = byte(at);
    if (first < 0x80) {
        ++at;
        return first;
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    char32_t value = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        value = value << 6U | (byte(at + i) & 0x3FU);
    }
    at = std::min(at + length, text.size());
    return value;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6U);
        put(0x80 | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12U);
        put(0x80 | (c >> 6U & 0x3FU));
        put(0x80 | (c & 0x3FU));
    } else {
        put(0xF0 | c >> 18U);
        put(0x80 | (c >> 12U & 0x3FU));
        put(0x80 | (c >> 6U & 0x3FU));
        put(0x80 | (c & 0x3FU));
    }
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return !is_continuation(static_cast<unsigned char>(c));
    }));
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
    before_.reserve(text.size() / block_bytes + 1);
    std::size_t sum = 0;
    for (std::size_t at = 0; at <= text.size(); at += block_bytes) {
        before_.push_back(static_cast<std::uint32_t>(sum));
        sum += count_code_points(text.substr(at, block_bytes));
    }
}

std::size_t CodePointIndex::to_code_points(std::size_t byte) const {
    assert(byte <= text_.size() && "a byte offset lies in its text");
    const std::size_t block = byte / block_bytes;
    const std::size_t start = block * block_bytes;
    return before_[block] + count_code_points(text_.substr(start, byte - start));
}

std::size_t CodePointIndex::to_bytes(std::size_t code_point) const {
    const auto after = std::upper_bound(before_.begin(), before_.end(), code_point);
    const auto block = static_cast<std::size_t>(after - before_.begin()) - 1;
    std::size_t at = block * block_bytes;
    std::size_t count = before_[block];
    while (at < text_.size()) {
        if (!is_continuation(static_cast<unsigned char>(text_[at]))) {
            if (count == code_point) {
                return at;
            }
            ++count;
        }
        ++at;
    }
    return text_.size();
}

} // namespace actorgraph
