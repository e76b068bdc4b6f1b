#include "extractor/readers/intake.hpp"

#include <cstdio>

namespace actorgraph {

void deliver(const Intake& reading, Document document) {
    if (document.id.empty()) {
        document.id = reading.id;
    }
    if (document.region.empty()) {
        document.region = reading.options.region;
    }
    reading.tally.read += document.source_bytes;
    ++reading.tally.documents;
    reading.sink.document(std::move(document));
}

void skip(const Intake& reading, std::uint64_t bytes) {
    reading.tally.skipped += bytes;
}

void refuse(const Intake& reading, std::uint64_t bytes, std::string message, std::string hint,
            std::size_t line) {
    reading.tally.refused += bytes;
    reading.sink.problem(
        {Severity::error, reading.id, line, 0, std::move(message), std::move(hint)});
}

void warn(const Intake& reading, std::string message, std::string hint, std::size_t line) {
    reading.sink.problem(
        {Severity::warning, reading.id, line, 0, std::move(message), std::move(hint)});
}

std::string size_in_words(std::uint64_t bytes) {
    static constexpr const char* units[] = {"bytes", "KiB", "MiB", "GiB", "TiB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= 1024 && unit < 4; ++unit) {
        size /= 1024;
    }
    char text[32];
    const bool is_whole = size == static_cast<double>(static_cast<std::uint64_t>(size));
    std::snprintf(text, sizeof text, is_whole ? "%.0f %s" : "%.1f %s", size, units[unit]);
    return text;
}

} // namespace actorgraph
