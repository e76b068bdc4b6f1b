#include "extractor/readers/published_date.hpp"

#include "extractor/readers/text.hpp"

#include <cstdio>
#include <ctime>
#include <re2/re2.h>

namespace actorgraph {
namespace {

std::string day(int year, int month, int day_of_month) {
    if (year < 1000 || year > 2999 || month < 1 || month > 12 || day_of_month < 1 ||
        day_of_month > 31) {
        return {};
    }
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day_of_month);
    return text;
}

std::string day_of_seconds(long long seconds) {
    const std::time_t time = seconds;
    std::tm parts{};
    if (gmtime_r(&time, &parts) == nullptr) {
        return {};
    }
    return day(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

} // namespace

std::string published_date(std::string_view stamp) {
    static const RE2 iso(R"(^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:\D.*)?$)");
    static const RE2 slashed(R"(^\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\D.*)?$)");
    static const RE2 packed(R"(^\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*$)");
    static const RE2 partial(R"(^\s*((?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?)\s*$)");
    static const RE2 seconds(R"(^\s*(\d{9,10})(?:\d{3})?\s*$)");
    const re2::StringPiece text(stamp.data(), std::min<std::size_t>(stamp.size(), 100));
    int year = 0;
    int month = 0;
    int day_of_month = 0;
    long long count = 0;
    std::string part;
    if (RE2::FullMatch(text, iso, &year, &month, &day_of_month) ||
        RE2::FullMatch(text, slashed, &year, &month, &day_of_month) ||
        RE2::FullMatch(text, packed, &year, &month, &day_of_month)) {
        return day(year, month, day_of_month);
    }
    if (RE2::FullMatch(text, partial, &part)) {
        return part;
    }
    if (RE2::FullMatch(text, seconds, &count)) {
        return day_of_seconds(count);
    }
    return opening_date({text.data(), text.size()});
}

} // namespace actorgraph
