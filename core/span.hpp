#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace actorgraph {

/// Half-open range of UTF-8 bytes `[begin, end)` into a document's cleaned text.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
    friend auto operator<=>(const Span&, const Span&) = default;
};

/// From places as containers count them; texts are shorter than 4 GiB.
constexpr Span to_span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}
constexpr std::uint32_t length(Span span) { return span.end - span.begin; }
constexpr bool overlaps(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }
constexpr bool contains(Span outer, Span inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

} // namespace actorgraph
