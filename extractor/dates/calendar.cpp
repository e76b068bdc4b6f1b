#include "extractor/dates/calendar.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

namespace actorgraph {
namespace {

namespace chr = std::chrono;

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<chr::sys_days> days_of(Day day) {
    const chr::year_month_day date{chr::year(day.year), chr::month(static_cast<unsigned>(day.month)),
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

} // namespace

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

Day parse_iso(std::string_view text) {
    Day day;
    day.year = text.size() >= 4 ? number(text.substr(0, 4)) : 0;
    day.month = text.size() >= 7 ? number(text.substr(5, 2)) : 0;
    day.day = text.size() >= 10 ? number(text.substr(8, 2)) : 0;
    return day;
}

bool is_possible(Day day) {
    return day.year > 0 && day.month >= 0 && day.month <= 12 && day.day >= 0 &&
           (day.day == 0 || days_of(day).has_value());
}

Day plus_days(Day day, int steps) {
    const auto days = days_of(day);
    if (!days) {
        return {};
    }
    const chr::year_month_day date(*days + chr::days(steps));
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

Day plus_months(Day day, int steps) {
    if (day.year == 0 || day.month == 0) {
        return {};
    }
    const int months = day.year * 12 + day.month - 1 + steps;
    return {months / 12, months % 12 + 1, 0};
}

int weekday(Day day) {
    const auto days = days_of(day);
    return days ? static_cast<int>(chr::weekday(*days).c_encoding()) : -1;
}

int last_day_of_month(int year, int month) {
    const chr::year_month_day_last last(chr::year(year),
                                        chr::month_day_last(chr::month(static_cast<unsigned>(month))));
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

int month_of(std::string_view word) {
    static constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                            "jul", "aug", "sep", "oct", "nov", "dec"};
    return index_of(word, names) + 1;
}

int weekday_of(std::string_view word) {
    static constexpr std::array<std::string_view, 7> names{"sun", "mon", "tue", "wed",
                                                           "thu", "fri", "sat"};
    return index_of(word, names);
}

int count_of(std::string_view word) {
    static constexpr std::array<std::string_view, 13> words{
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    const auto* found = std::find(words.begin() + 1, words.end(), word);
    if (found != words.end()) {
        return static_cast<int>(found - words.begin());
    }
    return word == "a" || word == "an" ? 1
           : word == "a couple of"     ? 2
           : word.ends_with("few")     ? 3
           : word == "several"         ? 5
           : word == "twenty"          ? 20
           : word == "thirty"          ? 30
                                       : number(word);
}

Day with_year(Day day, Day now) {
    if (day.year == 0 && now.year > 0) {
        const bool is_later = day.month > now.month ||
                              (day.month == now.month && day.day > now.day && now.day > 0);
        day.year = now.month > 0 && is_later ? now.year - 1 : now.year;
    }
    return day;
}

} // namespace actorgraph
