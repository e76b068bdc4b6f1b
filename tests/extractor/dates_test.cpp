#include "extractor/dates.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;

TEST_CASE("dates and ranges are read against the date of the document", "[extractor][dates]") {
    struct Row {
        const char* text;
        const char* from;
        const char* to;
    };
    // 2017-11-15 is a Wednesday.
    const Row rows[] = {{"They met in 2016.", "2016", "2016"},
                        {"on 14 October 2016 he", "2016-10-14", "2016-10-14"},
                        {"On October 14, 2016, he", "2016-10-14", "2016-10-14"},
                        {"since 2014", "2014", ""},
                        {"until 2019", "", "2019"},
                        {"between September 2016 and July 2017", "2016-09", "2017-07"},
                        {"from 2010 to 2012", "2010", "2012"},
                        {"2010-2012", "2010", "2012"},
                        {"last year", "2016", "2016"},
                        {"last month", "2017-10", "2017-10"},
                        {"yesterday", "2017-11-14", "2017-11-14"},
                        {"on Monday", "2017-11-13", "2017-11-13"},
                        {"on Wednesday,", "2017-11-15", "2017-11-15"},
                        {"in December", "2016-12", "2016-12"},
                        {"on Oct. 3 he", "2017-10-03", "2017-10-03"},
                        {"three years ago", "2014", "2014"},
                        {"on 2017-01-02.", "2017-01-02", "2017-01-02"}};
    for (const Row& row : rows) {
        INFO(row.text);
        const auto found = find_dates(row.text, "2017-11-15");
        REQUIRE(found.size() == 1);
        CHECK(found[0].time.from == row.from);
        CHECK(found[0].time.to == row.to);
    }
}

TEST_CASE("relative dates of an undated document are left out", "[extractor][dates]") {
    CHECK(find_dates("last year on Monday", "").empty());
    CHECK(find_dates("in 2016", "").size() == 1);
    CHECK(find_dates("He may march on.", "2017-11-15").empty());
    CHECK(find_dates("", "").empty());
}

TEST_CASE("the span of a date covers its words only", "[extractor][dates]") {
    const auto found = find_dates("He left on 14 October 2016.", "");
    REQUIRE(found.size() == 1);
    CHECK(found[0].span == Span{11, 26});
}
