#pragma once

#include <string>
#include <string_view>

namespace actorgraph {

/// A calendar date of year, month or day precision; zero parts are unknown.
struct Day {
    int year = 0;
    int month = 0;
    int day = 0;

    friend bool operator==(const Day&, const Day&) = default;
};

/// "2016", "2016-10", "2016-10-14"; empty when the year is unknown.
std::string iso(Day day);
/// Reads the ISO forms above; zero parts for what is missing.
Day parse_iso(std::string_view text);
/// Whether the parts make a date of the calendar, as far as they are known.
bool is_possible(Day day);

/// Steps of days; empty when `day` has no day precision.
Day plus_days(Day day, int steps);
/// Steps of months, at month precision; empty when `day` has no month.
Day plus_months(Day day, int steps);
/// 0 Sunday … 6 Saturday; -1 when `day` has no day precision.
int weekday(Day day);
int last_day_of_month(int year, int month);

/// 1 to 12 for "October", "oct."; 0 for other words.
int month_of(std::string_view word);
/// 0 Sunday … 6 Saturday; -1 for other words.
int weekday_of(std::string_view word);
/// "three", "a", "12" as a number, "a few" as 3, "several" as 5; 0 when it is none.
int count_of(std::string_view word);

/// The date in the latest year in which it is not after `now`, when it has no year itself.
Day with_year(Day day, Day now);

} // namespace actorgraph
