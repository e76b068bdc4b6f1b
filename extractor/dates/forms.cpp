#include "extractor/dates/forms.hpp"

#include "rules/lazy_regex.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <numeric>
#include <string>

namespace actorgraph {
namespace {

constexpr int most_groups = 6;

/// What a form's expression captured, in lower case; empty where a group took no part.
struct Parts {
    std::array<std::string, most_groups> text;
    const std::string& operator[](std::size_t i) const { return text[i]; }
    int number(std::size_t i) const {
        int value = 0;
        std::from_chars(text[i].data(), text[i].data() + text[i].size(), value);
        return value;
    }
};

/// The dates a form is read against.
struct Clock {
    Day now;    ///< of the document
    Day anchor; ///< last date before in the text, else of the document
};

using Reader = DatePoint (*)(const Parts&, const Clock&);

DatePoint none() {
    DatePoint out;
    out.is_known = false;
    out.from.year = -1; // no date at all
    return out;
}

DatePoint at(Day day, bool has_year = true) {
    return is_possible(day) ? DatePoint{{}, day, day, true, has_year, false} : none();
}

DatePoint over(Day from, Day to, bool has_year = true, bool is_range = false) {
    return is_possible(from) && is_possible(to) ? DatePoint{{}, from, to, true, has_year, is_range}
                                                : none();
}

DatePoint unknown(const Parts& /*parts*/, const Clock& /*clock*/) {
    DatePoint out;
    out.is_known = false;
    return out;
}

DatePoint dated(Day day, const Clock& clock) { return at(with_year(day, clock.now), day.year > 0); }

DatePoint iso_day(const Parts& p, const Clock& /*clock*/) {
    return at({p.number(1), p.number(2), p.number(3)});
}
DatePoint month_day(const Parts& p, const Clock& c) {
    return dated({p.number(3), month_of(p[1]), p.number(2)}, c);
}
DatePoint day_month(const Parts& p, const Clock& c) {
    return dated({p.number(3), month_of(p[2]), p.number(1)}, c);
}
DatePoint days_of(const Parts& p, const Clock& c, int month, int year) {
    const Day first = with_year({year, month, p.number(1)}, c.now);
    return over(first, {first.year, first.month, p.number(2)}, year > 0, true);
}
DatePoint days_month(const Parts& p, const Clock& c) {
    return days_of(p, c, month_of(p[3]), p.number(4));
}
DatePoint month_days(const Parts& p, const Clock& c) {
    const Parts turned{{"", p[2], p[3], "", "", ""}};
    return days_of(turned, c, month_of(p[1]), p.number(4));
}
DatePoint months(const Parts& p, const Clock& /*clock*/) {
    const int year = p.number(3);
    const int first = month_of(p[1]);
    const int last = month_of(p[2]);
    return over({first > last ? year - 1 : year, first, 0}, {year, last, 0}, true, true);
}
DatePoint month_year(const Parts& p, const Clock& /*clock*/) {
    const int month = month_of(p[2]);
    const int year = p.number(3);
    const int last = last_day_of_month(year, std::max(month, 1));
    if (p[1].starts_with("early") || p[1].starts_with("the beg") || p[1].starts_with("the start")) {
        return over({year, month, 1}, {year, month, 10});
    }
    if (p[1].starts_with("mid") || p[1].starts_with("the mid")) {
        return over({year, month, 11}, {year, month, 20});
    }
    if (p[1].starts_with("late") || p[1].starts_with("the end")) {
        return over({year, month, 21}, {year, month, last});
    }
    return at({year, month, 0});
}
DatePoint bare_month(const Parts& p, const Clock& c) {
    Day day{0, month_of(p[2]), 0};
    if (p[1].starts_with("last") && c.now.month > 0) {
        day.year = day.month >= c.now.month ? c.now.year - 1 : c.now.year;
    } else if (p[1].starts_with("next") && c.now.month > 0) {
        day.year = day.month <= c.now.month ? c.now.year + 1 : c.now.year;
    }
    return at(with_year(day, c.now), false);
}
DatePoint part_of_year(const Parts& p, const Clock& /*clock*/) {
    const int year = p.number(2);
    if (p[1].starts_with("early") || p[1].starts_with("the beg") || p[1].starts_with("the start")) {
        return over({year, 1, 0}, {year, 4, 0});
    }
    return p[1].starts_with("mid") || p[1].starts_with("the mid") ? over({year, 5, 0}, {year, 8, 0})
                                                                  : over({year, 9, 0}, {year, 12, 0});
}
DatePoint season_of(std::string_view season, int year) {
    const int first = season == "spring" ? 3 : season == "summer" ? 6 : season == "winter" ? 12 : 9;
    return over({year, first, 0}, plus_months({year, first, 0}, 2));
}
DatePoint season_year(const Parts& p, const Clock& /*clock*/) { return season_of(p[1], p.number(2)); }
DatePoint season_near(const Parts& p, const Clock& c) {
    if (c.now.month == 0) {
        return none();
    }
    DatePoint found = season_of(p[2], c.now.year);
    const bool is_over = found.to.year * 12 + found.to.month < c.now.year * 12 + c.now.month;
    const bool has_begun = found.from.month <= c.now.month;
    if (p[1] == "last" && !is_over) {
        found = season_of(p[2], c.now.year - 1);
    } else if (p[1] == "next" && has_begun) {
        found = season_of(p[2], c.now.year + 1);
    }
    found.has_year = false;
    return found;
}
int ordinal(std::string_view word) {
    static constexpr std::array<std::string_view, 5> words{"", "first", "second", "third", "fourth"};
    const auto* found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? 0 : static_cast<int>(found - words.begin());
}
DatePoint quarter(const Parts& p, const Clock& /*clock*/) {
    const int size = p[2] == "half" ? 6 : 3;
    const int which = p[1] == "last" ? 12 / size : p[1].starts_with('q') ? p[1][1] - '0' : ordinal(p[1]);
    const int year = p.number(3);
    return which * size > 12 || which == 0
               ? none()
               : over({year, (which - 1) * size + 1, 0}, {year, which * size, 0});
}
DatePoint decade(const Parts& p, const Clock& /*clock*/) {
    const int year = p[2].size() == 2 ? 1900 + p.number(2) : p.number(2);
    return p[1].starts_with("early")  ? over({year, 0, 0}, {year + 3, 0, 0})
           : p[1].starts_with("mid")  ? over({year + 4, 0, 0}, {year + 6, 0, 0})
           : p[1].starts_with("late") ? over({year + 7, 0, 0}, {year + 9, 0, 0})
                                      : over({year, 0, 0}, {year + 9, 0, 0});
}
DatePoint century(const Parts& p, const Clock& /*clock*/) {
    return over({(p.number(1) - 1) * 100 + 1, 0, 0}, {p.number(1) * 100, 0, 0});
}
DatePoint short_years(const Parts& p, const Clock& /*clock*/) {
    const int first = p.number(1);
    const int last = first / 100 * 100 + p.number(2);
    return last > first ? over({first, 0, 0}, {last, 0, 0}) : over({first, 0, 0}, {last + 100, 0, 0});
}
DatePoint bare_year(const Parts& p, const Clock& /*clock*/) { return at({p.number(1), 0, 0}); }

/// Day first unless that is impossible; where both orders are possible only the year is sure.
DatePoint figures(const Parts& p, const Clock& /*clock*/) {
    const int a = p.number(1);
    const int b = p.number(3);
    const int year = p.number(4);
    const bool is_day_first = p[2] == "." || a > 12;
    return is_day_first ? at({year, b, a}) : b > 12 ? at({year, a, b}) : a == b ? at({year, a, b}) : at({year, 0, 0});
}
DatePoint week_day(const Parts& p, const Clock& c) {
    const int today = weekday(c.now);
    if (today < 0) {
        return none();
    }
    const int back = (today - weekday_of(p[2]) + 7) % 7;
    const int step = p[1] == "next" ? 7 - back : p[1] == "last" && back == 0 ? -7 : -back;
    return at(plus_days(c.now, step), false);
}
DatePoint near_day(const Parts& p, const Clock& c) {
    const std::string& word = p[1];
    const int step = word.ends_with("before yesterday")                          ? -2
                     : word == "yesterday" || word == "last night" || word == "overnight" ? -1
                     : word.starts_with("tomorrow")                             ? 1
                                                                                : 0;
    return at(plus_days(c.now, step), false);
}
DatePoint shift(Day from, std::string_view unit, int steps) {
    if (from.year == 0) {
        return none();
    }
    if (unit.starts_with("year") || unit.starts_with("decade") || unit.starts_with("centur")) {
        const int size = unit.starts_with("year") ? 1 : unit.starts_with("decade") ? 10 : 100;
        return at({from.year + steps * size, 0, 0}, false);
    }
    if (unit.starts_with("month")) {
        return at(plus_months(from, steps), false);
    }
    if (unit.starts_with("week") || unit.starts_with("fortnight")) {
        Day day = plus_days(from, steps * (unit.starts_with("week") ? 7 : 14));
        day.day = 0; // the month is as much as a week can say with year, month and day
        return at(day, false);
    }
    return at(plus_days(from, steps), false);
}
DatePoint near_period(const Parts& p, const Clock& c) {
    const bool is_last = p[1].ends_with("last");
    return shift(c.now, p[2], is_last ? -1 : p[1] == "next" ? 1 : 0);
}
DatePoint told_period(const Parts& p, const Clock& c) {
    const bool is_before = p[1] == "previous" || p[1] == "preceding";
    const bool is_after = p[1] == "following" || p[1] == "next" || p[1] == "ensuing";
    return shift(c.anchor, p[2], is_before ? -1 : is_after ? 1 : 0);
}
DatePoint ago(const Parts& p, const Clock& c) { return shift(c.now, p[2], -count_of(p[1])); }
DatePoint half_century_ago(const Parts& /*parts*/, const Clock& c) {
    return c.now.year == 0 ? none() : at({c.now.year - 50, 0, 0}, false);
}
DatePoint told_away(const Parts& p, const Clock& c) {
    const bool is_before = p[3] == "earlier" || p[3] == "previously" || p[3] == "before";
    return shift(c.anchor, p[2], is_before ? -count_of(p[1]) : count_of(p[1]));
}
DatePoint past_span(const Parts& p, const Clock& c) {
    const int count = p[1].empty() ? 1 : count_of(p[1]);
    const DatePoint start = shift(c.now, p[2], -count);
    if (start.from.year <= 0) {
        return none();
    }
    return over(start.from, c.now, false);
}
DatePoint holiday(const Parts& p, const Clock& c) {
    const Day day = p[1].starts_with("christmas eve") ? Day{p.number(2), 12, 24}
                    : p[1].starts_with("christmas")   ? Day{p.number(2), 12, 25}
                    : p[1].ends_with("eve")           ? Day{p.number(2), 12, 31}
                                                      : Day{p.number(2), 1, 1};
    return dated(day, c);
}

struct Form {
    std::string pattern;
    Reader read;
};

const std::string month =
    "(January|February|April|June|July|August|September|October|November|December|"
    "(?-i:March|May|MARCH|MAY)|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)";
const std::string year = "((?:1[5-9]|20)\\d\\d)";
const std::string day = "(\\d{1,2})(?:st|nd|rd|th)?";
const std::string dash = "\\s?(?:-|\u2013|to|and)\\s?";
const std::string count = "(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
                          "twenty|thirty|a few|few|several|a couple of)";
const std::string unit = "(days?|weeks?|fortnights?|months?|years?|decades?|century|centuries)";
const std::string season = "(spring|summer|autumn|fall|winter)";
const std::string part = "(early|mid|late|the (?:beginning|start|middle|end) of)";

const std::vector<Form>& forms() {
    static const std::vector<Form> all{
        {"(\\d{4})-(\\d\\d)-(\\d\\d)", iso_day},
        {day + dash + day + "(?: of)? " + month + "(?:,? " + year + ")?", days_month},
        {month + " " + day + dash + day + "(?:,? " + year + ")?", month_days},
        {month + "(?: (?:to|and|until|through) |-|\u2013)" + month + "(?: of|,)? " + year, months},
        {month + " " + day + "(?:,? " + year + ")?", month_day},
        {day + "(?: of)? " + month + "(?:,? " + year + ")?", day_month},
        {"(?:" + part + "[- ])?" + month + "(?: of|,)? " + year, month_year},
        {part + "[- ](?:in )?" + year, part_of_year},
        {season + "(?: of)? " + year, season_year},
        {"(?:the )?(first|second|third|fourth|last) (quarter|half)(?: of)? " + year, quarter},
        {"(q[1-4])(x?) " + year, quarter},
        {"(?:the )?(?:(early|mid|late)[- ])?(?:the )?((?:1[5-9]|20)\\d0)s", decade},
        {"(?:the )(?:(early|mid|late)[- ])?['\u2019]?([2-9]0)s", decade},
        {"(?:the )?(\\d{1,2})(?:st|nd|rd|th)[- ]century", century},
        {year + "[-/\u2013](\\d\\d)", short_years},
        {"(\\d{1,2})([./])(\\d{1,2})[./]((?:19|20)\\d\\d)", figures},
        {year, bare_year},
        {"(last|next) (January|February|April|June|July|August|September|October|"
              "November|December|(?-i:March|May|MARCH|MAY))",
         bare_month},
        {"(?:in|since|until|last|next|by|from|to|of|and|between|late|early|mid|during|before|after|"
              "this|through|till) (?:early |late |mid-?)?()(January|February|April|June|July|"
              "August|September|October|November|December|(?-i:March|May|MARCH|MAY))",
         bare_month},
        {"(?:(last|next|this) )?((?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)", week_day},
        {"(yesterday|today|tonight|tomorrow|last night|overnight|this morning|this afternoon|"
              "this evening|the day before yesterday)",
         near_day},
        {"(last|this|next|earlier this|later this|early this|late last|early last) "
              "(year|month|week|decade|century)",
         near_period},
        {"the (previous|preceding|following|same|next|ensuing) (day|week|month|year|decade)",
         told_period},
        {"(last|this|next) " + season, season_near},
        {count + " " + unit + " ago", ago},
        {"half a century ago", half_century_ago},
        {count + " " + unit + " (earlier|later|previously|before|afterwards?)", told_away},
        {"(?:in|over|for|during|within|throughout) the (?:past|last) (?:" + count + " )?" + unit, past_span},
        {"(Christmas(?: Eve| Day)?)(?:,? " + year + ")?", holiday},
        {"(New Year['\u2019]s (?:Eve|Day))(?:,? " + year + ")?", holiday},
        {"(?:in |during |over |at |towards? )?the (?:very )?(?:final|last|closing|early|first|opening|"
                 "dying|waning|latter|middle) (?:days|weeks|months|years|stages?|hours|phase|stretch|part|half|"
                 "moments) of (?:the |his |her |its |their )?[a-z]+(?: [a-z]+)?",
         unknown},
        {"(?:during|before|after|throughout) the (?:[A-Za-z]+ )?(?:campaign|elections?|war|crisis|"
                 "primary|primaries|summit|trial|pandemic|vote|referendum|merger|takeover)",
         unknown},
        {"in recent (?:days|weeks|months|years)", unknown},
        {"(?:long|(?:some|many) (?:years|months|weeks|days|time)) ago", unknown}};
    return all;
}

/// The forms as expressions, all of them also as one set that tells in one pass which are worth a search.
class DateForms {
  public:
    DateForms() {
        for (const Form& form : forms()) {
            regexes_.push_back(std::make_unique<LazyRegex>(
                "(?i)(?:^|[^\\w.$\u00A3\u20AC])((?:" + form.pattern + ")\\b)"));
            set_.Add(regexes_.back()->pattern(), nullptr);
        }
        set_.Compile();
    }

    /// Numbers of the forms that are found in the text, ascending.
    std::vector<int> found_in(std::string_view text) const {
        std::vector<int> numbers;
        re2::RE2::Set::ErrorInfo error{};
        if (!set_.Match({text.data(), text.size()}, &numbers, &error) &&
            error.kind != re2::RE2::Set::kNoError) { // no room for the set: search for each
            numbers.resize(regexes_.size());
            std::iota(numbers.begin(), numbers.end(), 0);
        }
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    }
    const re2::RE2& regex(int number) const { return regexes_[static_cast<std::size_t>(number)]->get(); }

  private:
    std::vector<std::unique_ptr<LazyRegex>> regexes_;
    re2::RE2::Set set_{options(), re2::RE2::UNANCHORED};

    static re2::RE2::Options options() {
        re2::RE2::Options options;
        options.set_max_mem(regex_budget_bytes * 4);
        options.set_log_errors(false);
        return options;
    }
};

const DateForms& date_forms() {
    static const DateForms all;
    return all;
}

/// A match of a form, read when the dates before it are known.
struct Found {
    Span span;
    Parts parts;
    const Form* form;
};

std::string lower(re2::StringPiece piece) {
    std::string out(piece.data() == nullptr ? "" : std::string(piece.data(), piece.size()));
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

void search(std::string_view text, const Form& form, const re2::RE2& regex, std::vector<Found>& out) {
    std::array<re2::StringPiece, most_groups + 1> pieces;
    const re2::StringPiece all(text.data(), text.size());
    const int groups = std::min(most_groups + 1, regex.NumberOfCapturingGroups() + 1);
    std::size_t at = 0;
    while (at < text.size() &&
           regex.Match(all, at, all.size(), re2::RE2::UNANCHORED, pieces.data(), groups)) {
        const auto begin = static_cast<std::size_t>(pieces[1].data() - text.data());
        Found found{{static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(begin + pieces[1].size())},
                    {},
                    &form};
        for (int i = 2; i < groups; ++i) {
            found.parts.text[static_cast<std::size_t>(i - 1)] = lower(pieces[static_cast<std::size_t>(i)]);
        }
        if (form.read == bare_month) { // the word before it is no part of the date
            found.span.begin = static_cast<std::uint32_t>(pieces[3].data() - text.data());
        }
        out.push_back(std::move(found));
        at = std::max(begin + pieces[1].size(), at + 1);
    }
}

/// "2000 workers", "$1999": a number, no year.
bool counts_things(std::string_view text, Span span) {
    static const re2::RE2 things("^ (?:[a-z]+s|people|men|women|children|tonnes|miles|percent|per cent)\\b");
    static const re2::RE2 time("(?i)\\b(?:in|since|until|till|of|from|to|by|before|after|during|and|between|"
                               "early|late|mid|the|for|through) $");
    static const re2::RE2 verb("^ (?:was|is|has|sees|saw|marks|brings|elections|polls|games|championships)\\b");
    const auto piece = [](std::string_view view) { return re2::StringPiece(view.data(), view.size()); };
    const auto behind = piece(text.substr(span.end));
    return re2::RE2::PartialMatch(behind, things) && !re2::RE2::PartialMatch(behind, verb) &&
           !re2::RE2::PartialMatch(piece(text.substr(0, span.begin)), time);
}

} // namespace

std::vector<DatePoint> date_points(std::string_view text, Day now) {
    std::vector<Found> found;
    for (const int number : date_forms().found_in(text)) {
        search(text, forms()[static_cast<std::size_t>(number)], date_forms().regex(number), found);
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin
                                            : length(a.span) > length(b.span);
    });
    std::vector<DatePoint> out;
    std::uint32_t end = 0;
    Day anchor = now;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Found& one = found[i];
        const bool is_inside_later =
            i + 1 < found.size() && found[i + 1].span.begin < one.span.end &&
            length(found[i + 1].span) > length(one.span);
        if (one.span.begin < end || is_inside_later ||
            (one.form->read == bare_year && counts_things(text, one.span))) {
            continue;
        }
        DatePoint point = one.form->read(one.parts, {now, anchor});
        if (point.from.year < 0) {
            continue;
        }
        point.span = one.span;
        end = one.span.end;
        anchor = point.is_known ? point.from : anchor;
        out.push_back(point);
    }
    return out;
}

} // namespace actorgraph
