#include "extractor/readers/text.hpp"

#include "core/utf8.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace actorgraph {
namespace {

constexpr std::size_t opening_bytes = 600;

int month_number(std::string_view name) {
    static constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                             "jul", "aug", "sep", "oct", "nov", "dec"};
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

ReadDocuments read_text(std::string_view bytes, const std::string& id) {
    ReadDocuments result;
    ValidText valid = make_valid_utf8(bytes);
    if (valid.replaced > 0) {
        result.problems.push_back({Severity::warning, id, 0, 0,
                                   std::to_string(valid.replaced) +
                                       " ill-formed UTF-8 sequences were replaced, the first at byte " +
                                       std::to_string(valid.first_replaced_byte),
                                   "convert the file to UTF-8"});
    }
    if (valid.text.empty()) {
        result.problems.push_back({Severity::warning, id, 0, 0, "the document is empty", ""});
    }
    Document document;
    document.id = id;
    document.sha256 = sha256_hex(bytes);
    document.date = opening_date(valid.text);
    const auto first = valid.text.find_first_not_of(" \t\r\n");
    if (first != std::string::npos) {
        const auto end = std::min(valid.text.find('\n', first), valid.text.size());
        document.title = end - first <= 200 ? valid.text.substr(first, end - first) : "";
    }
    document.text = std::move(valid.text);
    result.documents.push_back(std::move(document));
    return result;
}

} // namespace actorgraph
