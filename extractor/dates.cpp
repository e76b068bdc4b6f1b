#include "extractor/dates.hpp"

#include "extractor/dates/forms.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace actorgraph {
namespace {

constexpr std::uint32_t bound_reach = 14; ///< bytes between a tie and the date that belongs to it

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The word that ends at a byte, in lower case; `at` moves before it.
std::string word_before(std::string_view text, std::size_t& at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n')) {
        --at;
    }
    const std::size_t end = at;
    while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n' && text[at - 1] != '(') {
        --at;
    }
    std::string word(text.substr(at, end - at));
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return word;
}

enum class Bound { at, since, until };

/// "since at least", "until the", "no later than": what the words before a date make of it.
Bound bound_of(std::string_view text, std::size_t at) {
    for (int i = 0; i < 4; ++i) {
        const std::string word = word_before(text, at);
        if (is_one_of(word, {"since", "after", "from", "starting", "beginning", "onwards"})) {
            return Bound::since;
        }
        if (is_one_of(word, {"until", "till", "before", "by", "til"})) {
            return Bound::until;
        }
        if (word == "to") {
            std::size_t further = at;
            return word_before(text, further) == "up" ? Bound::until : Bound::at;
        }
        if (word == "than") {
            return Bound::until;
        }
        if (!is_one_of(word, {"at", "least", "about", "around", "the", "early", "late", "roughly", "in", "on",
                              "as", "mid", "end", "of", "start", "beginning", "of"})) {
            return Bound::at;
        }
    }
    return Bound::at;
}

bool goes_on(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(std::min(at, text.size()));
    return rest.starts_with(" onward") || rest.starts_with(" on,") || rest.starts_with(" on.") ||
           rest.starts_with(" on ") || rest.starts_with(" to the present") || rest.starts_with(" to date") ||
           rest.starts_with("-present") || rest.starts_with("\u2013present") || rest.starts_with(" to this day");
}

bool links_range(std::string_view words, std::string_view opener) {
    const bool is_open = opener == "between" || opener == "from";
    if (words == "-" || words == "\u2013" || words == " - " || words == " \u2013 " || words == " through ") {
        return true;
    }
    return is_open ? is_one_of(words, {" to ", " and ", " until ", " till ", " to the ", " and the ", " up to "})
                   : is_one_of(words, {" to ", " until "});
}

/// "from September to July 2017": the year of the second date holds for the first.
Day lend_year(const DatePoint& first, const DatePoint& second) {
    Day day = first.from;
    if (!first.has_year && second.has_year && day.month > 0 && second.from.month > 0) {
        day.year = second.to.year;
        const bool is_later = day.month > second.to.month ||
                              (day.month == second.to.month && day.day > second.to.day && second.to.day > 0);
        day.year -= is_later ? 1 : 0;
    }
    return day;
}

} // namespace

std::vector<FoundDate> find_dates(std::string_view text, std::string_view document_date) {
    std::vector<FoundDate> out;
    const auto points = date_points(text, parse_iso(document_date));
    for (std::size_t i = 0; i < points.size(); ++i) {
        const DatePoint& point = points[i];
        if (!point.is_known) {
            out.push_back({point.span, {}});
            continue;
        }
        FoundDate found{point.span, {iso(point.from), iso(point.to)}};
        if (i + 1 < points.size() && points[i + 1].is_known) {
            const DatePoint& next = points[i + 1];
            std::size_t at = point.span.begin;
            const std::string opener = word_before(text, at);
            if (links_range(text.substr(point.span.end, next.span.begin - point.span.end), opener)) {
                out.push_back({{point.span.begin, next.span.end}, {iso(lend_year(point, next)), iso(next.to)}});
                ++i;
                continue;
            }
        }
        const Bound bound = point.is_range ? Bound::at : bound_of(text, point.span.begin);
        if (bound == Bound::since || goes_on(text, point.span.end)) {
            found.time.to.clear();
        } else if (bound == Bound::until) {
            found.time.from.clear();
        }
        out.push_back(std::move(found));
    }
    return out;
}

namespace {

std::uint32_t distance(Span a, Span b) {
    return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0;
}

/// How far a date is from words: a comma between them counts like thirty letters.
std::uint32_t remoteness(Span date, Span words, std::string_view text) {
    constexpr std::uint32_t comma = 30;
    const std::uint32_t from = std::min({date.end, words.end, static_cast<std::uint32_t>(text.size())});
    const std::uint32_t away = distance(date, words);
    const std::string_view between = text.substr(from, away);
    return away + comma * static_cast<std::uint32_t>(std::count(between.begin(), between.end(), ','));
}

/// "(2010-2014)", "since 2014", "from 1998 to 2003", "until June" right beside the words of a tie.
bool belongs(const FoundDate& date, Span place, std::string_view text) {
    if (distance(date.span, place) == 0) {
        return true;
    }
    if (date.span.begin < place.end || date.span.begin - place.end > bound_reach) {
        return false;
    }
    const std::string_view between = text.substr(place.end, date.span.begin - place.end);
    return between.find_first_of(",;") == std::string_view::npos &&
           (between.find("since") != std::string_view::npos || between.find("from") != std::string_view::npos ||
            between.find("until") != std::string_view::npos || between.find('(') != std::string_view::npos ||
            between.find("between") != std::string_view::npos || between == " in ");
}

const FoundDate* own_date(const TimedWords& words, const std::vector<FoundDate>& dates,
                          std::string_view text) {
    if (words.is_presupposed) {
        const auto found = std::find_if(dates.begin(), dates.end(), [&](const FoundDate& date) {
            return belongs(date, words.place, text);
        });
        return found == dates.end() ? nullptr : &*found;
    }
    const auto nearest = std::min_element(dates.begin(), dates.end(), [&](const auto& a, const auto& b) {
        return remoteness(a.span, words.place, text) < remoteness(b.span, words.place, text);
    });
    return nearest == dates.end() ? nullptr : &*nearest;
}

} // namespace

TimeRange time_of(const TimedWords& words, const std::vector<FoundDate>& dates, std::string_view text,
                  std::string_view document_date) {
    const FoundDate* date = own_date(words, dates, text);
    if (!words.has_ended) {
        return date == nullptr ? TimeRange{} : date->time;
    }
    if (date != nullptr && date->is_known()) {
        const bool is_range = !date->time.from.empty() && date->time.from != date->time.to;
        return is_range ? date->time : TimeRange{"", date->time.to};
    }
    return {"", std::string(document_date)};
}

} // namespace actorgraph
