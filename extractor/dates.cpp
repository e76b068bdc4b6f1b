#include "extractor/dates.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <string>

namespace actorgraph {
namespace {

namespace chr = std::chrono;

/// A calendar date of year, month or day precision; zero parts are unknown.
struct Day {
    int year = 0;
    int month = 0;
    int day = 0;
};

std::string two(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string iso(Day day) {
    if (day.year == 0) {
        return "";
    }
    std::string out = std::to_string(day.year);
    if (day.month > 0) {
        out += "-" + two(day.month);
        if (day.day > 0) {
            out += "-" + two(day.day);
        }
    }
    return out;
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

Day parse_iso(std::string_view text) {
    Day day;
    if (text.size() >= 4) {
        day.year = number(text.substr(0, 4));
    }
    if (text.size() >= 7) {
        day.month = number(text.substr(5, 2));
    }
    if (text.size() >= 10) {
        day.day = number(text.substr(8, 2));
    }
    return day;
}

Day day_of(chr::sys_days days) {
    const chr::year_month_day date(days);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::optional<chr::sys_days> days_of(Day day) {
    const chr::year_month_day date{chr::year(day.year),
                                   chr::month(static_cast<unsigned>(day.month)),
                                   chr::day(static_cast<unsigned>(day.day))};
    if (day.month == 0 || day.day == 0 || !date.ok()) {
        return std::nullopt;
    }
    return chr::sys_days(date);
}

int index_of(std::string_view word, const auto& names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (word.size() >= 3 && std::equal(word.begin(), word.begin() + 3, names[i].begin(),
                                           [](char a, char b) { return (a | 32) == b; })) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

int month_of(std::string_view word) {
    static constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr",
                                                            "may", "jun", "jul", "aug",
                                                            "sep", "oct", "nov", "dec"};
    return index_of(word, names) + 1;
}

int weekday_of(std::string_view word) {
    static constexpr std::array<std::string_view, 7> names{"sun", "mon", "tue", "wed",
                                                           "thu", "fri", "sat"};
    return index_of(word, names);
}

constexpr const char* month_names =
    "(January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan\\.|Feb\\.|Mar\\.|Apr\\.|Jun\\.|Jul\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)";

/// The date expressions; which groups are set says which kind it is.
const re2::RE2& date_regex() {
    static const std::string month = month_names;
    static const re2::RE2 regex(
        "\\b(?:(\\d{4}-\\d\\d-\\d\\d)"                                                     // 1 ISO
        "|" + month + " (\\d{1,2})(?:st|nd|rd|th)?(?:,? ((?:19|20)\\d\\d))?\\b"      // 2 3 4
        "|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + month + "(?:,? ((?:19|20)\\d\\d))?" // 5 6 7
        "|" + month + "(?: of|,)? ((?:19|20)\\d\\d)"                                 // 8 9
        "|(?:in|since|until|last|by|from|to|of|and|between|late|early|mid) " + month + // 10
        "|((?:19|20)\\d\\d)"                                                                // 11
        "|((?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)"                                     // 12
        "|(yesterday|today|(?:last|this|next|earlier this|later this) (?:year|month|week))"  // 13
        "|(two|three|four|five|six|seven|eight|nine|ten|a|\\d{1,2}) (years?|months?) ago"   // 14 15
        ")(?:\\b|\\s|[,.;:)]|$)");
    return regex;
}

constexpr int group_count = 16;
using Groups = std::array<re2::StringPiece, group_count>;

std::string_view view_of(re2::StringPiece piece) { return {piece.data(), piece.size()}; }

/// Puts in the year when the text gives none: the latest that is not after the document.
Day with_year(Day day, Day now) {
    if (day.year == 0 && now.year > 0) {
        const bool is_later = day.month > now.month || (day.month == now.month && day.day > now.day &&
                                                        now.day > 0);
        day.year = now.month > 0 && is_later ? now.year - 1 : now.year;
    }
    return day;
}

Day weekday_before(std::string_view word, Day now) {
    const auto today = days_of(now);
    if (!today) {
        return {};
    }
    const auto wanted = chr::weekday(static_cast<unsigned>(weekday_of(word)));
    return day_of(*today - (chr::weekday(*today) - wanted));
}

Day relative(std::string_view words, Day now) {
    const auto today = days_of(now);
    const int step = words.starts_with("last") ? -1 : words.starts_with("next") ? 1 : 0;
    if (words == "yesterday" || words == "today") {
        return today ? day_of(*today - chr::days(words == "today" ? 0 : 1)) : Day{};
    }
    if (now.year == 0) {
        return {};
    }
    if (words.ends_with("year")) {
        return {now.year + step, 0, 0};
    }
    if (now.month == 0) {
        return {};
    }
    if (words.ends_with("month")) {
        const int months = now.year * 12 + now.month - 1 + step;
        return {months / 12, months % 12 + 1, 0};
    }
    if (!today) {
        return {};
    }
    Day week = day_of(*today + chr::days(7 * step));
    week.day = 0; // the month is as much as a week can say with year, month and day
    return week;
}

Day ago(std::string_view count, std::string_view unit, Day now) {
    static constexpr std::array<std::string_view, 10> words{"a",   "two",   "three", "four", "five",
                                                            "six", "seven", "eight", "nine", "ten"};
    const auto* found = std::find(words.begin(), words.end(), count);
    const int steps =
        found == words.end() ? number(count) : static_cast<int>(found - words.begin()) + 1;
    if (now.year == 0) {
        return {};
    }
    if (unit.starts_with("year")) {
        return {now.year - steps, 0, 0};
    }
    const int months = now.year * 12 + now.month - 1 - steps;
    return now.month == 0 ? Day{} : Day{months / 12, months % 12 + 1, 0};
}

Day day_in(const Groups& groups, Day now) {
    const auto is_set = [&](std::size_t i) { return groups[i].data() != nullptr; };
    const auto text = [&](std::size_t i) { return view_of(groups[i]); };
    if (is_set(1)) {
        return parse_iso(text(1));
    }
    if (is_set(2)) {
        return with_year({number(text(4)), month_of(text(2)), number(text(3))}, now);
    }
    if (is_set(5)) {
        return with_year({number(text(7)), month_of(text(6)), number(text(5))}, now);
    }
    if (is_set(8)) {
        return {number(text(9)), month_of(text(8)), 0};
    }
    if (is_set(10)) {
        return with_year({0, month_of(text(10)), 0}, now);
    }
    if (is_set(11)) {
        return {number(text(11)), 0, 0};
    }
    if (is_set(12)) {
        return weekday_before(text(12), now);
    }
    if (is_set(13)) {
        return relative(text(13), now);
    }
    return ago(text(14), text(15), now);
}

/// A date and the word that stands before it.
struct Point {
    Span span;
    Day day;
    std::string before;
};

std::string word_before(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end > 0 && text[end - 1] == ' ') {
        --end;
    }
    std::size_t begin = end;
    while (begin > 0 && text[begin - 1] != ' ') {
        --begin;
    }
    std::string word(text.substr(begin, end - begin));
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return word;
}

std::vector<Point> points_in(std::string_view text, Day now) {
    std::vector<Point> points;
    Groups groups;
    const re2::StringPiece all(text.data(), text.size());
    std::size_t at = 0;
    while (at < text.size() && date_regex().Match(all, at, all.size(), re2::RE2::UNANCHORED,
                                                  groups.data(), group_count)) {
        // A bare month is matched with the word before it: perhaps day or year follow.
        if (groups[10].data() != nullptr) {
            Groups fuller;
            const auto month = static_cast<std::size_t>(groups[10].data() - text.data());
            if (date_regex().Match(all, month, all.size(), re2::RE2::ANCHOR_START, fuller.data(),
                                   group_count)) {
                groups = fuller;
            }
        }
        const auto* from = groups[10].data() != nullptr ? groups[10].data() : groups[0].data();
        const auto begin = static_cast<std::size_t>(from - text.data());
        std::size_t end = static_cast<std::size_t>(groups[0].data() - text.data()) +
                          groups[0].size();
        while (end > begin && std::string_view(" ,.;:)\n\t").find(text[end - 1]) !=
                                  std::string_view::npos) {
            --end;
        }
        const Day day = day_in(groups, now);
        if (day.year > 0 && day.month <= 12 && day.day <= 31) {
            points.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                              day,
                              word_before(text, begin)});
        }
        at = std::max(end, at + 1);
    }
    return points;
}

bool links_range(std::string_view between) {
    return between == " to " || between == " and " || between == " until " || between == " through " ||
           between == "-" || between == "\u2013" || between == " - ";
}

} // namespace

std::vector<FoundDate> find_dates(std::string_view text, std::string_view document_date) {
    std::vector<FoundDate> out;
    const auto points = points_in(text, parse_iso(document_date));
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point& point = points[i];
        FoundDate found{point.span, {iso(point.day), iso(point.day)}};
        if (i + 1 < points.size()) {
            const Span next = points[i + 1].span;
            const auto between =
                text.substr(point.span.end, next.begin - point.span.end);
            const bool opens = point.before == "between" || point.before == "from";
            if (links_range(between) && (opens || between[0] != ' ' || between == " - ")) {
                found = {{point.span.begin, next.end}, {iso(point.day), iso(points[i + 1].day)}};
                out.push_back(found);
                ++i;
                continue;
            }
        }
        if (point.before == "since" || point.before == "after" || point.before == "from") {
            found.time.to.clear();
        } else if (point.before == "until" || point.before == "till" || point.before == "before" ||
                   point.before == "by") {
            found.time.from.clear();
        }
        out.push_back(std::move(found));
    }
    return out;
}

} // namespace actorgraph
