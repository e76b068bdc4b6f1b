#include "cli/command_rules.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <map>

namespace actorgraph {
namespace {

struct Tally {
    std::string rule;
    std::string relation;
    std::size_t hits = 0;
    std::vector<std::string> examples;
};

void count(const DocumentFacts& facts, std::size_t examples,
           std::map<std::string, Tally>& tallies) {
    for (const Claim& claim : facts.claims) {
        Tally& tally = tallies[claim.rule];
        tally.rule = claim.rule;
        tally.relation = claim.relation;
        ++tally.hits;
        if (tally.examples.size() < examples) {
            tally.examples.push_back(facts.entities[claim.source].name + " → " +
                                     facts.entities[claim.target].name + ": " + claim.quote);
        }
    }
}

std::vector<Tally> sorted(const std::map<std::string, Tally>& tallies, const Rulebook& rules) {
    std::vector<Tally> out;
    for (const auto& [name, tally] : tallies) {
        out.push_back(tally);
    }
    for (const RelationRule& rule : rules.relation_rules) {
        if (!tallies.contains(rule.name)) {
            out.push_back({rule.name, rule.relation, 0, {}});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Tally& a, const Tally& b) {
        return a.hits != b.hits ? a.hits > b.hits : a.rule < b.rule;
    });
    return out;
}

void write_text(const std::vector<Tally>& tallies, std::ostream& out) {
    std::size_t silent = 0;
    for (const Tally& tally : tallies) {
        silent += tally.hits == 0 ? 1 : 0;
        if (tally.hits > 0) {
            out << fmt::format("{:>7} {}\n", tally.hits, tally.rule);
        }
        for (const std::string& example : tally.examples) {
            out << "        " << example << '\n';
        }
    }
    out << fmt::format("{} of {} rules found nothing\n", silent, tallies.size());
}

void write_row(JsonWriter& json, const Tally& tally) {
    json.begin_object().key("rule").value(tally.rule).key("relation").value(tally.relation);
    json.key("hits").value(tally.hits).key("examples").begin_array();
    for (const std::string& example : tally.examples) {
        json.value(example);
    }
    json.end_array().end_object();
}

} // namespace

int count_rules(const Rulebook& rules, const std::vector<std::string>& paths, std::size_t examples,
                const SharedFlags& flags) {
    std::map<std::string, Tally> tallies;
    const CaseReport report = read_case(
        paths, rules, flags, [&](const DocumentFacts& facts) { count(facts, examples, tallies); });
    const auto rows = sorted(tallies, rules);
    show({{{"rules", rows.size(), [&](JsonWriter& json, std::size_t row) { write_row(json, rows[row]); }}},
          [&](std::ostream& out, const Ink&) { write_text(rows, out); }},
         flags.format);
    return exit_code_of(report);
}

} // namespace actorgraph
