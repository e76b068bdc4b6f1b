#pragma once

#include "rules/rule_check.hpp"
#include "rules/rulebook.hpp"

#include <string>
#include <vector>

namespace actorgraph {

/// How near a rule came to a match in one view of a sentence.
struct NearMiss {
    const RelationRule* rule = nullptr;
    std::string view;                ///< name of the view
    std::string text;                ///< of the view
    Span fitted;                     ///< bytes of the text that fit the pattern's begin
    std::string stopped_at;          ///< the token that fits no more; empty at the end of the text
    std::vector<std::string> wanted; ///< what the pattern would take there, at most twelve
    bool is_match = false;           ///< the rule matches here
    bool is_refused = false;         ///< the pattern fits; a guard or barred word refuses the match
};

/// The best try of each rule over all views of all sentences of a text with its entities; those
/// that got furthest first, rules that fit nothing left out. `rule`: only this one; empty: all.
std::vector<NearMiss> nearest_misses(const MarkedExample& example, const Rulebook& rules,
                                     const std::string& rule);

} // namespace actorgraph
