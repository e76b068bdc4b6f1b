#include "cli/filter_flags.hpp"

#include <algorithm>
#include <iostream>

namespace actorgraph {
namespace {

/// YYYY, YYYY-MM or YYYY-MM-DD.
bool is_iso_date(const std::string& date) {
    constexpr std::string_view shape = "0000-00-00";
    const bool is_length = date.size() == 4 || date.size() == 7 || date.size() == 10;
    return is_length && std::equal(date.begin(), date.end(), shape.begin(), [](char c, char wanted) {
               return wanted == '-' ? c == '-' : c >= '0' && c <= '9';
           });
}

} // namespace

void add_filter_flags(CLI::App& app, FilterFlags& flags, const std::string& default_status) {
    const char* group = "Which edges count";
    flags.status = default_status;
    app.add_option("--relation", flags.relations, "Only these relations, comma-separated")
        ->delimiter(',')->type_name("NAME")->group(group);
    app.add_option("--without", flags.without, "Not these relations")->delimiter(',')->type_name("NAME")->group(group);
    app.add_option("--status", flags.status, "asserted; alleged: or alleged; any: planned, asked, hypothetical too")
        ->check(CLI::IsMember({"asserted", "alleged", "any"}))->capture_default_str()->group(group);
    app.add_flag("--with-denied", flags.with_denied, "Also claims that are denied or negated")->group(group);
    app.add_option("--between", flags.between, "Happened, or were reported, between two ISO dates")
        ->expected(2)->type_name("DATE DATE")->group(group);
    app.add_option("--as-of", flags.as_of, "Held on an ISO date")->type_name("DATE")->group(group);
    app.add_option("--since", flags.since, "Happened, or were reported, on an ISO date or later")
        ->type_name("DATE")->group(group);
    app.add_option("--min-sources", flags.min_sources, "Told by at least so many independent sources")
        ->type_name("N")->group(group);
    app.add_option("--min-confidence", flags.min_confidence,
                   "Of such confidence at least, 0 to 1, by its best evidence (default 0.5)")
        ->type_name("N")->check(CLI::Range(0.0, 1.0))->group(group);
}

std::optional<EdgeFilter> filter_of(const FilterFlags& flags) {
    EdgeFilter filter;
    filter.relations = flags.relations;
    filter.without = flags.without;
    filter.with_denied = flags.with_denied;
    filter.min_sources = flags.min_sources;
    filter.min_confidence = flags.min_confidence.value_or(default_min_confidence);
    filter.status = flags.status == "asserted"  ? StatusFilter::asserted
                    : flags.status == "alleged" ? StatusFilter::alleged
                                                : StatusFilter::any;
    if (!flags.between.empty()) {
        filter.from = flags.between[0];
        filter.to = flags.between[1];
    }
    if (!flags.since.empty()) {
        filter.from = flags.since;
    }
    if (!flags.as_of.empty()) {
        filter.from = filter.to = flags.as_of;
    }
    for (const std::string& date : {filter.from, filter.to}) {
        if (!date.empty() && !is_iso_date(date)) {
            std::cerr << "'" << date << "' is no date\n  hint: write it as 2021, 2021-03 or 2021-03-04\n";
            return std::nullopt;
        }
    }
    return filter;
}

} // namespace actorgraph
