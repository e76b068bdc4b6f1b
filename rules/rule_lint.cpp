#include "rules/rule_lint.hpp"

#include <map>
#include <tuple>

namespace actorgraph {
namespace {

void check_budget(const LazyRegex& regex, const std::string& name, const std::string& file,
                  std::size_t line, Diagnostics& problems) {
    const re2::RE2& compiled = regex.get();
    if (compiled.ok()) {
        return;
    }
    const bool is_large = compiled.error_code() == re2::RE2::ErrorPatternTooLarge;
    problems.push_back({Severity::error, file, line, 1,
                        "RE2 cannot compile '" + name + "': " + compiled.error(),
                        is_large ? "split the rule, or repeat less: large {m,n} counts multiply"
                                 : "look-around and back-references do not exist in RE2"});
}

/// Such a pattern is tried by RE2 at every token.
void check_net(const TokenPattern& tokens, const std::string& name, const std::string& file,
               std::size_t line, Diagnostics& problems) {
    if (!tokens.net().is_complete()) {
        problems.push_back({Severity::warning, file, line, 1,
                            "the pattern of '" + name + "' has too many words glued together",
                            "put blanks into the group they belong to: '(?:so )?' instead of "
                            "'(?:so)? ?'"});
    }
}

void check_twin(const RelationRule& rule, const RelationRule& first, Diagnostics& problems) {
    problems.push_back({Severity::warning, rule.file, rule.line, 1,
                        "'" + rule.name + "' is shadowed: its pattern and relation are those of '" +
                            first.name + "' at " + first.file + ":" + std::to_string(first.line),
                        "remove one of them"});
}

} // namespace

Diagnostics lint_rules(const Rulebook& rules) {
    Diagnostics problems;
    std::map<std::tuple<std::string, std::string>, const RelationRule*> seen;
    for (const RelationRule& rule : rules.relation_rules) {
        check_budget(*rule.regex, rule.name, rule.file, rule.line, problems);
        check_net(rule.tokens->get(), rule.name, rule.file, rule.line, problems);
        const auto [at, is_new] =
            seen.emplace(std::tuple{rule.relation, rule.regex->pattern()}, &rule);
        if (!is_new) {
            check_twin(rule, *at->second, problems);
        }
    }
    for (const StatusCue& cue : rules.status_cues) {
        check_budget(*cue.regex, cue.name, cue.file, cue.line, problems);
        if (cue.tokens) {
            check_net(cue.tokens->get(), cue.name, cue.file, cue.line, problems);
        }
    }
    return problems;
}

} // namespace actorgraph
