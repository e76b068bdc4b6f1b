#include "extractor/dates.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;

namespace {

struct Row {
    const char* text;
    const char* from;
    const char* to;
};

/// Every text has one expression; 2017-11-15 is a Wednesday.
void check(std::initializer_list<Row> rows, const char* today = "2017-11-15") {
    for (const Row& row : rows) {
        INFO(row.text);
        const auto found = find_dates(row.text, today);
        REQUIRE(found.size() == 1);
        CHECK(found[0].time.from == row.from);
        CHECK(found[0].time.to == row.to);
    }
}

} // namespace

TEST_CASE("absolute dates keep the precision of the text", "[extractor][dates]") {
    check({{"They met in 2016.", "2016", "2016"},
           {"on 14 October 2016 he", "2016-10-14", "2016-10-14"},
           {"On October 14, 2016, he", "2016-10-14", "2016-10-14"},
           {"on the 3rd of May 2014", "2014-05-03", "2014-05-03"},
           {"October 3rd, 2014", "2014-10-03", "2014-10-03"},
           {"on 2017-01-02.", "2017-01-02", "2017-01-02"},
           {"on 14.10.2016 he", "2016-10-14", "2016-10-14"},
           {"on 25/12/2016 he", "2016-12-25", "2016-12-25"},
           {"on 12/25/2016 he", "2016-12-25", "2016-12-25"},
           {"on 03/04/2016 he", "2016", "2016"},
           {"in March 2015 he", "2015-03", "2015-03"},
           {"in March of 2015", "2015-03", "2015-03"},
           {"Sept. 2015", "2015-09", "2015-09"},
           {"in early 2016", "2016-01", "2016-04"},
           {"in mid-2016", "2016-05", "2016-08"},
           {"in late 2016", "2016-09", "2016-12"},
           {"at the end of 2016", "2016-09", "2016-12"},
           {"in early March 2015", "2015-03-01", "2015-03-10"},
           {"in late February 2016", "2016-02-21", "2016-02-29"},
           {"in the spring of 2016", "2016-03", "2016-05"},
           {"in winter 2016", "2016-12", "2017-02"},
           {"in the second quarter of 2016", "2016-04", "2016-06"},
           {"in Q3 2016", "2016-07", "2016-09"},
           {"in the first half of 2016", "2016-01", "2016-06"},
           {"in the 1990s", "1990", "1999"},
           {"in the early 1990s", "1990", "1993"},
           {"in the late 1980s", "1987", "1989"},
           {"in the '90s", "1990", "1999"},
           {"in the 19th century", "1801", "1900"},
           {"on Christmas Day 2014", "2014-12-25", "2014-12-25"},
           {"in 1648", "1648", "1648"}});
}

TEST_CASE("relative dates are read against the date of the document", "[extractor][dates]") {
    check({{"last year", "2016", "2016"},
           {"this year", "2017", "2017"},
           {"next year", "2018", "2018"},
           {"earlier this year", "2017", "2017"},
           {"last month", "2017-10", "2017-10"},
           {"next month", "2017-12", "2017-12"},
           {"last week", "2017-11", "2017-11"},
           {"last decade", "2007", "2007"},
           {"yesterday", "2017-11-14", "2017-11-14"},
           {"today", "2017-11-15", "2017-11-15"},
           {"tomorrow", "2017-11-16", "2017-11-16"},
           {"last night", "2017-11-14", "2017-11-14"},
           {"this morning", "2017-11-15", "2017-11-15"},
           {"the day before yesterday", "2017-11-13", "2017-11-13"},
           {"on Monday", "2017-11-13", "2017-11-13"},
           {"on Wednesday,", "2017-11-15", "2017-11-15"},
           {"last Wednesday", "2017-11-08", "2017-11-08"},
           {"next Friday", "2017-11-17", "2017-11-17"},
           {"in December", "2016-12", "2016-12"},
           {"last June", "2017-06", "2017-06"},
           {"last December", "2016-12", "2016-12"},
           {"next March", "2018-03", "2018-03"},
           {"on Oct. 3 he", "2017-10-03", "2017-10-03"},
           {"on 30 November", "2016-11-30", "2016-11-30"},
           {"last summer", "2017-06", "2017-08"},
           {"last autumn", "2016-09", "2016-11"},
           {"three years ago", "2014", "2014"},
           {"a decade ago", "2007", "2007"},
           {"two decades ago", "1997", "1997"},
           {"half a century ago", "1967", "1967"},
           {"two months ago", "2017-09", "2017-09"},
           {"a few months ago", "2017-08", "2017-08"},
           {"10 days ago", "2017-11-05", "2017-11-05"},
           {"two weeks ago", "2017-11", "2017-11"},
           {"three years earlier", "2014", "2014"},
           {"the previous year", "2016", "2016"}});
}

TEST_CASE("ranges have two ends, since and until one", "[extractor][dates]") {
    check({{"since 2014", "2014", ""},
           {"since at least 2014", "2014", ""},
           {"since the late 1990s", "1997", ""},
           {"since June", "2017-06", ""},
           {"since June 2014", "2014-06", ""},
           {"from 2014 onwards", "2014", ""},
           {"from 2014 on.", "2014", ""},
           {"after 2014", "2014", ""},
           {"starting in 2014", "2014", ""},
           {"until 2019", "", "2019"},
           {"until early 2016", "", "2016-04"},
           {"up to 2016", "", "2016"},
           {"before 2016", "", "2016"},
           {"by 2016", "", "2016"},
           {"no later than 2016", "", "2016"},
           {"until last month", "", "2017-10"},
           {"between September 2016 and July 2017", "2016-09", "2017-07"},
           {"between September and July 2017", "2016-09", "2017-07"},
           {"from 2010 to 2012", "2010", "2012"},
           {"from 1998 until 2003", "1998", "2003"},
           {"2010-2012", "2010", "2012"},
           {"2010\u20132012", "2010", "2012"},
           {"in 1998-99", "1998", "1999"},
           {"in 2010/11", "2010", "2011"},
           {"on 12-14 May 2016", "2016-05-12", "2016-05-14"},
           {"on May 12-14, 2016", "2016-05-12", "2016-05-14"},
           {"from 12 to 14 May 2016", "2016-05-12", "2016-05-14"},
           {"between 20 September and 12 October 2016", "2016-09-20", "2016-10-12"},
           {"from January to March 2016", "2016-01", "2016-03"},
           {"for the past three years", "2014", "2017-11-15"},
           {"over the last decade", "2007", "2017-11-15"}});
}

TEST_CASE("a date is told by the one before it", "[extractor][dates]") {
    const auto found = find_dates("He left in 2010; three years earlier and the following year", "2017-11-15");
    REQUIRE(found.size() == 3);
    CHECK(found[0].time.from == "2010");
    CHECK(found[1].time.from == "2007");
    CHECK(found[2].time.from == "2008");
}

TEST_CASE("times that only a reader of the world knows are unknown", "[extractor][dates]") {
    for (const char* text : {"in the final weeks of the campaign", "during the war", "before the election",
                             "in recent years", "many years ago", "in the early days of the company"}) {
        INFO(text);
        const auto found = find_dates(text, "2017-11-15");
        REQUIRE(found.size() == 1);
        CHECK_FALSE(found[0].is_known());
    }
}

TEST_CASE("relative dates of an undated document are left out", "[extractor][dates]") {
    CHECK(find_dates("last year on Monday", "").empty());
    CHECK(find_dates("in 2016", "").size() == 1);
    CHECK(find_dates("", "").empty());
}

TEST_CASE("numbers and verbs are no dates", "[extractor][dates]") {
    for (const char* text : {"He may march on.", "It has 2000 workers.", "It paid $1999 for it.",
                             "They want to march to the town.", "Room 1550b"}) {
        INFO(text);
        CHECK(find_dates(text, "2017-11-15").empty());
    }
}

TEST_CASE("the span of a date covers its words only", "[extractor][dates]") {
    const auto found = find_dates("He left on 14 October 2016.", "");
    REQUIRE(found.size() == 1);
    CHECK(found[0].span == Span{11, 26});
}

TEST_CASE("a claim takes the date in or nearest to its words", "[extractor][dates]") {
    const std::string_view text = "In 2010 A, chief of B since 2008, met C in Rome in 2016.";
    const auto dates = find_dates(text, "2017-11-15");
    REQUIRE(dates.size() == 3);
    const auto place = [&](std::string_view words) {
        const auto begin = static_cast<std::uint32_t>(text.find(words));
        return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
    };
    CHECK(time_of({place("met C"), false, false}, dates, text, "2017-11-15").from == "2016");
    CHECK(time_of({place("A, chief of B"), true, false}, dates, text, "2017-11-15") == TimeRange{"2008", ""});
    CHECK(time_of({place("met C"), true, false}, dates, text, "2017-11-15") == TimeRange{});
}

TEST_CASE("an ended tie ends before the document or at its date", "[extractor][dates]") {
    const std::string_view text = "It stopped paying A in 2012.";
    const auto dates = find_dates(text, "2017-11-15");
    CHECK(time_of({{3, 19}, false, true}, dates, text, "2017-11-15") == TimeRange{"", "2012"});
    CHECK(time_of({{3, 19}, false, true}, {}, text, "2017-11-15") == TimeRange{"", "2017-11-15"});
}

TEST_CASE("an unknown time bars dates that are farther away", "[extractor][dates]") {
    const std::string_view text = "In a book of 2016 it says A met B in the final weeks of the campaign.";
    const auto dates = find_dates(text, "2017-11-15");
    REQUIRE(dates.size() == 2);
    CHECK(time_of({{27, 33}, false, false}, dates, text, "2017-11-15") == TimeRange{});
}
