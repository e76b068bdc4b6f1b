#include "extractor/readers/text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <re2/re2.h>

namespace actorgraph {
namespace {

constexpr std::size_t opening_bytes = 600;

int month_number(std::string_view name) {
    static constexpr std::array<std::string_view, 12> months{
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    std::string lower(name.substr(0, 3));
    for (char& c : lower) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (months[i] == lower) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

std::string iso(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
        return "";
    }
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    return text;
}

/// What the parts of one text share.
struct Parts {
    bool is_split = false;
    std::size_t count = 0;
    std::string title;
    std::string date;
};

std::string opening_line(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) {
        return "";
    }
    const auto end = std::min(text.find_first_of("\r\n", first), text.size());
    return end - first <= 200 ? std::string(text.substr(first, end - first)) : "";
}

void deliver_part(const Intake& reading, std::string_view bytes, Parts& parts) {
    DecodedText decoded = decode_for(reading, bytes);
    if (decoded.text.empty() && parts.count == 0) {
        warn(reading, "the document is empty", "");
    }
    if (++parts.count == 1) {
        parts.title = opening_line(decoded.text);
        parts.date = opening_date(decoded.text);
        if (parts.is_split) {
            warn(reading,
                 "the text is longer than " + size_in_words(reading.options.limits.part_bytes) +
                     " and is read in parts",
                 "raise --max-part to read it as one document");
        }
    }
    Document document;
    document.id = reading.id + (parts.is_split ? "#" + std::to_string(parts.count) : "");
    document.sha256 = sha256_hex(bytes);
    document.title = parts.title;
    document.date = parts.date;
    document.text = std::move(decoded.text);
    document.source_bytes = bytes.size();
    deliver(reading, std::move(document));
}

void fill_part(ByteSource& source, std::string& bytes, std::uint64_t size) {
    std::array<char, 65536> piece{};
    while (bytes.size() < size) {
        const auto room = std::min<std::uint64_t>(piece.size(), size - bytes.size());
        const std::size_t got = source.read(piece.data(), static_cast<std::size_t>(room));
        if (got == 0) {
            return;
        }
        bytes.append(piece.data(), got);
    }
}

/// Where a full part ends best: behind a blank line, a line, a word, a character.
std::size_t part_end(std::string_view bytes) {
    const std::size_t least = bytes.size() / 2;
    for (const std::string_view mark : {"\n\n", "\n", " "}) {
        const auto at = bytes.rfind(mark);
        if (at != std::string_view::npos && at >= least) {
            return at + mark.size();
        }
    }
    std::size_t end = bytes.size();
    while (end > least && (static_cast<unsigned char>(bytes[end - 1]) & 0xC0U) == 0x80U) {
        --end;
    }
    const bool is_lead = end > least && static_cast<unsigned char>(bytes[end - 1]) >= 0xC0U;
    return is_lead ? end - 1 : end > least ? end : bytes.size();
}

void read_wide_text(ByteSource& source, const Intake& reading) {
    const std::uint64_t limit = reading.options.limits.document_bytes;
    const std::uint64_t before = source.taken();
    const auto bytes = source.read_all(limit);
    if (!bytes) {
        refuse(reading, source.taken() - before,
               "the UTF-16 text is longer than the limit of " + size_in_words(limit),
               "convert it to UTF-8, or raise --max-document");
        return;
    }
    Parts parts;
    deliver_part(reading, *bytes, parts);
}

} // namespace

std::string opening_date(std::string_view text) {
    static const RE2 numeric(R"(\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b)");
    static const RE2 day_first(
        R"((?i)\b(\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? ((?:19|20)\d\d)\b)");
    static const RE2 month_first(
        R"((?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b)");
    re2::StringPiece rest(text.data(), std::min(text.size(), opening_bytes));
    std::string latest; // an opening also tells of older days, hardly ever of later ones
    int year = 0;
    int day = 0;
    int month = 0;
    std::string name;
    const re2::StringPiece opening = rest;
    while (RE2::FindAndConsume(&rest, numeric, &year, &month, &day)) {
        latest = std::max(latest, iso(year, month, day));
    }
    for (rest = opening; RE2::FindAndConsume(&rest, day_first, &day, &name, &year);) {
        latest = std::max(latest, iso(year, month_number(name), day));
    }
    for (rest = opening; RE2::FindAndConsume(&rest, month_first, &name, &day, &year);) {
        latest = std::max(latest, iso(year, month_number(name), day));
    }
    return latest;
}

DecodedText decode_for(const Intake& reading, std::string_view bytes, std::string_view label,
                       std::size_t line) {
    DecodedText decoded = decode_text(bytes, label);
    if (decoded.is_guessed) {
        warn(reading, "the text is not UTF-8; it was read as " + decoded.charset,
             "convert the file to UTF-8 if names look wrong", line);
    }
    if (decoded.replaced > 0) {
        warn(reading,
             std::to_string(decoded.replaced) + " ill-formed " + decoded.charset +
                 " sequences were replaced, the first at byte " +
                 std::to_string(decoded.first_replaced_byte),
             "convert the file to UTF-8", line);
    }
    return decoded;
}

void read_text(ByteSource& source, const Intake& reading) {
    const ReadLimits& limits = reading.options.limits;
    const std::string_view opening = source.peek(65536);
    if (is_wide_text(opening)) {
        read_wide_text(source, reading);
        return;
    }
    std::string carried;
    Parts parts;
    std::uint64_t taken = 0;
    while (true) {
        std::string bytes = std::move(carried);
        carried.clear();
        fill_part(source, bytes, limits.part_bytes);
        const bool is_last = source.peek(1).empty();
        if (!is_last) {
            const std::size_t cut = part_end(bytes);
            carried = bytes.substr(cut);
            bytes.resize(cut);
        }
        if (is_binary(bytes)) {
            refuse(reading, bytes.size() + carried.size() + source.drain(),
                   "the file is binary, not text", "convert it to plain text first");
            return;
        }
        parts.is_split = parts.is_split || !is_last;
        taken += bytes.size();
        deliver_part(reading, bytes, parts);
        if (is_last) {
            return;
        }
        if (taken > limits.text_bytes) {
            refuse(reading, carried.size() + source.drain(),
                   "the text is longer than the limit of " + size_in_words(limits.text_bytes) +
                       "; the rest is not read",
                   "split the file, or raise --max-text");
            return;
        }
    }
}

} // namespace actorgraph
