#include "export/date_span.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

namespace actorgraph {
namespace {

struct Parts {
    int year = 0;
    unsigned month = 0; ///< 0: not given
    unsigned day = 0;
};

std::optional<int> number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Parts> parts_of(std::string_view date) {
    const bool has_month = date.size() >= 7 && date[4] == '-';
    const bool has_day = date.size() == 10 && date[7] == '-';
    const bool is_shaped = date.size() == 4 || (date.size() == 7 && has_month) || (has_month && has_day);
    const auto year = is_shaped ? number(date.substr(0, 4)) : std::nullopt;
    const auto month = has_month ? number(date.substr(5, 2)) : std::optional(0);
    const auto day = has_day ? number(date.substr(8, 2)) : std::optional(0);
    if (!year || !month || !day || *month > 12 || *day > 31 || (has_month && *month == 0) || (has_day && *day == 0)) {
        return std::nullopt;
    }
    return Parts{*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
}

std::string written(int year, unsigned month, unsigned day) {
    const auto padded = [](unsigned value, std::size_t width) {
        std::string digits = std::to_string(value);
        return std::string(width - std::min(width, digits.size()), '0') + digits;
    };
    return padded(static_cast<unsigned>(year), 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

unsigned days_in(int year, unsigned month) {
    const std::chrono::year_month_day_last last{std::chrono::year(year), std::chrono::month_day_last(std::chrono::month(month))};
    return static_cast<unsigned>(last.day());
}

DaySpan span_of(const Evidence& evidence) {
    const bool has_time = !evidence.time.from.empty() || !evidence.time.to.empty();
    return has_time ? DaySpan{first_day(evidence.time.from), last_day(evidence.time.to)}
                    : DaySpan{first_day(evidence.date), last_day(evidence.date)};
}

bool is_open_or_from(const DaySpan& next, const DaySpan& known) {
    return known.last.empty() || next.first.empty() || next.first <= known.last;
}

} // namespace

std::string first_day(std::string_view date) {
    const auto parts = parts_of(date);
    return parts ? written(parts->year, std::max(1U, parts->month), std::max(1U, parts->day)) : "";
}

std::string last_day(std::string_view date) {
    const auto parts = parts_of(date);
    if (!parts) {
        return "";
    }
    const unsigned month = parts->month == 0 ? 12 : parts->month;
    const unsigned most = days_in(parts->year, month);
    return written(parts->year, month, parts->day == 0 ? most : std::min(parts->day, most));
}

std::vector<DaySpan> spans_of(const ActorEdge& edge) {
    std::vector<DaySpan> spans;
    for (const Evidence& one : edge.evidence) {
        DaySpan span = span_of(one);
        const bool is_dated = !span.first.empty() || !span.last.empty();
        const bool is_turned = !span.first.empty() && !span.last.empty() && span.last < span.first;
        if (is_turned) {
            std::swap(span.first, span.last);
        }
        if (is_dated) {
            spans.push_back(std::move(span));
        }
    }
    std::sort(spans.begin(), spans.end(), [](const DaySpan& a, const DaySpan& b) {
        return a.first != b.first ? a.first < b.first : a.last < b.last;
    });
    std::vector<DaySpan> joined;
    for (DaySpan& span : spans) {
        if (joined.empty() || !is_open_or_from(span, joined.back())) {
            joined.push_back(std::move(span));
        } else if (!joined.back().last.empty() && (span.last.empty() || span.last > joined.back().last)) {
            joined.back().last = span.last;
        }
    }
    return joined;
}

} // namespace actorgraph
