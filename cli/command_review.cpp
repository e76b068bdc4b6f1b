#include "cli/case_command.hpp"
#include "cli/linked_case_file.hpp"
#include "cli/who_command.hpp"
#include "store/case_reader.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <numeric>

namespace actorgraph {
namespace {

constexpr std::size_t quotes_shown = 2;   ///< of each side
constexpr std::size_t quote_bytes = 110;  ///< before and behind a name

struct ReviewFlags : SharedFlags {
    std::string case_file;
    std::size_t most = 10;
};

struct Quote {
    std::string document, date, words;
};

/// How much an answer is worth: likely pairs of actors that much is said of come first.
double value_of(const LinkedCase& linked, const Doubt& doubt) {
    const auto weight = [&](std::uint32_t node) {
        const std::uint32_t number = linked.actor_of[node];
        const auto [out, out_end] = linked.graph.out(number);
        const auto [in, in_end] = linked.graph.in(number);
        return std::log2(1.0 + static_cast<double>(linked.graph.actors()[number].mentions) +
                         4.0 * static_cast<double>((out_end - out) + (in_end - in)));
    };
    return doubt.likeness * std::min(weight(doubt.a), weight(doubt.b)) + 0.1 * std::max(weight(doubt.a), weight(doubt.b));
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The words around a span, from the line or sentence it stands in.
std::string around(const std::string& text, Span span) {
    std::size_t begin = span.begin - std::min<std::size_t>(span.begin, quote_bytes);
    std::size_t end = std::min(text.size(), span.end + quote_bytes);
    const auto stop = text.find_last_of(".\n", span.begin == 0 ? 0 : span.begin - 1);
    begin = stop == std::string::npos || stop < begin ? begin : std::min<std::size_t>(stop + 1, span.begin);
    end = std::min(end, text.find('\n', span.end));
    while (begin < span.begin && is_continuation(text[begin])) {
        ++begin;
    }
    while (end > span.end && end < text.size() && is_continuation(text[end])) {
        --end;
    }
    std::string words = text.substr(begin, end - begin);
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words.substr(std::min(words.size(), words.find_first_not_of(' ')));
}

/// Places where documents name an actor.
std::vector<Quote> quotes_of(const LinkedCase& linked, CaseReader& reader, std::uint32_t actor) {
    std::vector<Quote> quotes;
    for (std::uint32_t node = 0; node < linked.actor_of.size() && quotes.size() < quotes_shown; ++node) {
        if (linked.actor_of[node] != actor) {
            continue;
        }
        const DocumentActor& one = linked.who.actors.nodes[node];
        const DocumentFacts& known = *linked.facts[one.document];
        reader.facts_of(known.id, [&](const DocumentFacts& facts) {
            const bool is_it = facts.sha256 == known.sha256 && one.entity < facts.entities.size();
            if (is_it && !facts.entities[one.entity].mentions.empty() && quotes.size() < quotes_shown) {
                quotes.push_back({facts.id, facts.date, around(facts.text, facts.entities[one.entity].mentions.front().span)});
            }
        });
    }
    return quotes;
}

/// The doubts whose answers are worth most.
std::vector<Doubt> queue(const LinkedCase& linked, std::size_t most) {
    std::vector<Doubt> doubts = linked.who.doubts;
    std::stable_sort(doubts.begin(), doubts.end(), [&](const Doubt& a, const Doubt& b) {
        return value_of(linked, a) > value_of(linked, b);
    });
    doubts.resize(std::min(doubts.size(), most));
    return doubts;
}

void print_text(const LinkedCase& linked, CaseReader& reader, const ReviewFlags& flags) {
    const auto doubts = queue(linked, flags.most);
    for (const Doubt& doubt : doubts) {
        const std::uint32_t sides[] = {linked.actor_of[doubt.a], linked.actor_of[doubt.b]};
        std::cout << "one or two? " << doubt.reason << '\n';
        for (const std::uint32_t side : sides) {
            std::cout << "  " << describe(linked, side) << '\n';
            for (const Quote& quote : quotes_of(linked, reader, side)) {
                std::cout << "    " << quote.document << (quote.date.empty() ? "" : " " + quote.date) << ": \""
                          << quote.words << "\"\n";
            }
        }
        std::cout << "  actorgraph decide same|different|unsure " << flags.case_file << " '"
                  << linked.graph.actors()[sides[0]].id << "' '" << linked.graph.actors()[sides[1]].id << "' --why …\n\n";
    }
    fmt::print("{} pairs in doubt, {} shown\n", linked.who.doubts.size(), doubts.size());
}

void print_json(const LinkedCase& linked, CaseReader& reader, const ReviewFlags& flags) {
    nlohmann::ordered_json answer{{"version", 1}, {"in_doubt", linked.who.doubts.size()}};
    answer["pairs"] = nlohmann::ordered_json::array();
    for (const Doubt& doubt : queue(linked, flags.most)) {
        nlohmann::ordered_json row{{"reason", doubt.reason}, {"likeness", doubt.likeness}, {"value", value_of(linked, doubt)}};
        for (const auto& [name, node] : {std::pair("a", doubt.a), std::pair("b", doubt.b)}) {
            const Actor& actor = linked.graph.actors()[linked.actor_of[node]];
            nlohmann::ordered_json side{{"id", actor.id}, {"name", actor.name}, {"documents", actor.documents.size()}};
            side["quotes"] = nlohmann::ordered_json::array();
            for (const Quote& quote : quotes_of(linked, reader, linked.actor_of[node])) {
                side["quotes"].push_back({{"document", quote.document}, {"date", quote.date}, {"quote", quote.words}});
            }
            row[name] = std::move(side);
        }
        answer["pairs"].push_back(std::move(row));
    }
    std::cout << answer.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

int run(const ReviewFlags& flags) {
    const auto file = open_linked(flags.case_file, flags);
    if (!file) {
        return exit_usage;
    }
    CaseReader reader(flags.case_file);
    flags.format == "json" ? print_json(file->linked, reader, flags) : print_text(file->linked, reader, flags);
    return exit_done;
}

} // namespace

std::function<int()> add_review(CLI::App& app) {
    auto* command = app.add_subcommand("review", "Pairs that may be one actor, the most valuable first, with quotes");
    auto flags = std::make_shared<ReviewFlags>();
    command->add_option("case", flags->case_file, "Case file")->required()->type_name("CASE");
    command->add_option("-n,--most", flags->most, "Pairs to show")->capture_default_str();
    add_case_flags(*command, *flags);
    add_format_flag(*command, *flags);
    command->footer("Example:\n  actorgraph review case.db -n 5");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
