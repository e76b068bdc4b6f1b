#pragma once

#include "rules/inflect.hpp"
#include "rules/token.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Word classes by name; each member is a pattern fragment of its own.
using WordClasses = std::map<std::string, std::vector<std::string>, std::less<>>;

/// What macros may refer to. A pack's own classes win over the shared ones.
struct PatternContext {
    const Inflector& inflector;
    const WordClasses& pack_classes;
    const WordClasses& shared_classes;
};

struct PatternProblem {
    std::size_t offset = 0; ///< into the pattern as written
    std::string message;
    std::string hint;
};

/// A pattern with its macros written out in RE2 syntax, and what can be said of all its matches.
struct ExpandedPattern {
    std::string regex;                ///< body only: without flags and boundaries
    std::vector<std::string> trigger; ///< one of these stands in every match; empty when unknown
    std::vector<std::vector<std::string>> also; ///< of each of these sets, too, every match has one word
    std::string words;                ///< the pattern with its word macros written out, others left
    std::string source_letters;       ///< slot letters of the `source` slot; empty when none
    std::string target_letters;
    std::string target_kind; ///< "company" or "body" when the target must be (or not be) a company
    std::vector<std::string> verbs; ///< finite forms of the verbs in it: base, -s, past
    std::vector<PatternProblem> problems;
};

/// Writes out the macros of a rule or cue pattern (docs/rules.md). O(size of the expansion).
ExpandedPattern expand_pattern(std::string_view pattern, const PatternContext& context);

/// The pattern `ExpandedPattern::words` for a `TokenPattern`: macros become classes of tokens. It accepts
/// what `ExpandedPattern::regex` accepts, and a little more.
std::string token_pattern_text(std::string_view words);

/// Whether a match may run over any number of words: the pattern has a class that blanks belong to.
bool reads_over_blanks(std::string_view pattern);

/// Gives the words of `{adv}`, `{aux}` and `{det}` their marks.
void mark_macro_words(WordTable& words);

/// The whole expression of a relation rule: case folded unless the pattern begins with `(?-i)`, and
/// bounded by blanks or the ends of the skeleton.
std::string bounded_regex(std::string_view pattern, std::string_view body);

/// Lower-case words, sorted, of which every match of `pattern` has at least one as a whole token; empty when
/// there is no such set. Macros other than word lists (`{adv}`, slots …) may still be in it.
std::vector<std::string> required_words(std::string_view pattern);
/// All such sets, the one that wakes fewest sentences first.
std::vector<std::vector<std::string>> required_word_sets(std::string_view pattern);

} // namespace actorgraph
