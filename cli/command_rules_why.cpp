#include "cli/command_rules.hpp"
#include "extractor/analyse.hpp"
#include "extractor/relate/why.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace actorgraph {
namespace {

constexpr std::size_t most_rules = 5;

/// Marked mentions as they are; a text without marks gets the mentions that the program recognises.
MarkedExample mentions_of(const std::string& text, const Rulebook& rules) {
    MarkedExample example = parse_example(text);
    if (example.entities.empty()) {
        Document document;
        document.text = text;
        example.entities = analyse(document, rules).entities;
        example.text = text;
    }
    return example;
}

void print_miss(const NearMiss& miss) {
    fmt::print("{}: {}\n", miss.rule->name,
               miss.is_match ? "matches"
               : miss.is_refused
                   ? "the words fit; a barred word, a possessor or a head noun refuses it"
                   : "no match");
    fmt::print("  view     {}\n  reads    {}\n           {}{}\n", miss.view, miss.text,
               std::string(miss.fitted.begin, ' '), std::string(length(miss.fitted), '~'));
    if (!miss.is_match && !miss.is_refused) {
        std::string wanted;
        for (const std::string& one : miss.wanted) {
            wanted += (wanted.empty() ? "" : ", ") + one;
        }
        fmt::print("  stops at {}\n  wanted   {}\n",
                   miss.stopped_at.empty() ? "the end of the sentence" : miss.stopped_at, wanted);
    }
    fmt::print("  pattern  {}\n", miss.rule->pattern);
}

} // namespace

int explain_rules(const Rulebook& rules, const std::string& text, const std::string& rule) {
    const auto is_named = [&](const RelationRule& one) {
        return one.name == rule || one.name.starts_with(rule + ".");
    };
    if (!rule.empty() &&
        std::none_of(rules.relation_rules.begin(), rules.relation_rules.end(), is_named)) {
        fmt::print(stderr, "error: there is no rule '{}'\n", rule);
        return exit_usage;
    }
    const auto misses = nearest_misses(mentions_of(text, rules), rules, rule);
    if (misses.empty()) {
        fmt::print(stderr,
                   "no rule fits more than one token of this text; mark the mentions, as in\n"
                   "  [person:source Ana Reyes] met [person:target Bo Li]\n");
        return exit_no_answer;
    }
    for (std::size_t i = 0; i < std::min(most_rules, misses.size()); ++i) {
        print_miss(misses[i]);
    }
    return exit_done;
}

} // namespace actorgraph
