#pragma once

#include "core/result.hpp"
#include "rules/lazy_regex.hpp"
#include "rules/lexicon.hpp"
#include "rules/name_weights.hpp"
#include "rules/token_automaton.hpp"
#include "rules/trigger_index.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace actorgraph {

/// One relation of `rules/schema.toml`.
struct RelationType {
    std::string id;
    std::string inverse;
    bool symmetric = false;
    bool is_path_hop = true;         ///< false for located_in and citizen_of
    bool is_presupposed = false;     ///< holds in a noun phrase whatever the sentence denies
    std::string theme;               ///< "family", "roles": groups of relations to switch on and off
    std::vector<std::string> domain; ///< entity types of the source
    std::vector<std::string> range;  ///< entity types of the target
    std::string ftm;                 ///< FollowTheMoney schema
};

/// A compiled relation rule. `regex` runs on a sentence skeleton (docs/rules.md): every mention is a
/// slot `<pN>` (p person, o organization, a account, l location, m other; N = slot number).
/// Named groups: `source` and `target` (slot numbers) and optionally `role`, `channel`, `stage`,
/// `amount` (words).
struct RelationRule {
    std::string name;
    std::string pack;
    std::string relation;
    std::string role, channel, stage; ///< fixed attributes; a captured group wins
    std::string modality;             ///< fixed modality, for cues that are part of the meaning
    double confidence = 0.8; ///< as written, or measured (`precision.tsv`)
    std::size_t measured_on = 0; ///< claims the confidence was measured on; 0: it is as written
    std::string pattern; ///< as written by the author
    std::string words;   ///< the pattern with its word macros written out
    bool is_noun_phrase = false; ///< has no verb of its own
    bool has_free_role = false; ///< its role may be any words, not one of a list
    std::vector<std::string> finds;
    std::vector<std::string> ignores;
    std::string file;
    std::size_t line = 0;
    std::vector<std::string> trigger; ///< one of these words stands in every match; empty: always run
    std::vector<std::vector<std::string>> also; ///< and one of each of these sets
    std::string source_letters;       ///< slot letters the source may have: "po" for agents
    std::string target_letters;
    std::string target_kind;  ///< "company": only companies; "body": no companies; empty: any
    std::string tail_letters; ///< slot letters that end every match; empty: it may end with a word
    std::string lead_letters; ///< slot letters that begin every match; empty: it may begin with a word
    std::unique_ptr<LazyRegex> regex;
    std::unique_ptr<LazyTokens> tokens; ///< refuses most of what `regex` would refuse
};

/// The relation of that id; null when there is none.
const RelationType* relation_named(const std::vector<RelationType>& relations, std::string_view id);

/// A status cue (rules/status/*.toml): words that change polarity, modality or speaker of a clause.
struct StatusCue {
    std::string name;
    /// negated, alleged, denied, planned, hypothetical, asked, said, ended; `none` silences the cues
    /// it overlaps; `untrue`: negated by the text itself, whoever alleged
    /// it; `dropped` says that the text makes no claim at all; `rebuts`, `retracts` and
    /// `upholds` answer an earlier claim; `carried`: a verb that leaves the status of what depends
    /// on it as it is ("managed to").
    std::string effect;
    /// inside (the verb group), before (earlier in the clause), phrase (until the comma), after, sentence
    std::string scope;
    bool silences = false; ///< takes away the cues it overlaps, as `none` does, whatever its effect
    std::string pattern;
    std::vector<std::string> finds;
    std::vector<std::string> ignores;
    std::string file;
    std::size_t line = 0;
    std::string words; ///< the pattern with its word macros written out
    char lead = 0; ///< '<' or ',' when every match begins with a slot or a comma
    std::vector<std::string> trigger; ///< one of these words stands in every match; empty: unknown
    std::vector<std::vector<std::string>> also; ///< and one of each of these sets
    std::unique_ptr<LazyRegex> regex;
    /// Set for cues that may run over any number of words; the others are in `cue_automata`.
    std::unique_ptr<LazyTokens> tokens;

    /// It has words that stand alone: it is not looked for inside of "ex-chief".
    bool is_of_words() const { return !trigger.empty(); }
    bool is_answer() const { return effect == "rebuts" || effect == "retracts" || effect == "upholds"; }
};

/// Everything linguistic, loaded and compiled once; shared read-only by all threads.
struct Rulebook {
    Lexicon lexicon;
    NameWeights name_weights;
    std::vector<RelationType> relations;
    std::vector<RelationRule> relation_rules;
    std::vector<StatusCue> status_cues;
    std::unique_ptr<LazyRegex> barred; ///< words that `{adj}` and `{np}` never take; null when none
    WordTable words; ///< of triggers, macros and verbs; `finite_verb`: forms of the rules' verbs
    TriggerIndex triggers;     ///< numbers of `relation_rules`
    std::unique_ptr<AutomatonPool> cue_automata; ///< of `status_cues` without `tokens`, in one
    TriggerIndex cue_triggers;    ///< numbers of `status_cues` with `tokens`
    TriggerIndex answer_triggers; ///< numbers of those that answer earlier claims

    const RelationType* relation(std::string_view id) const; ///< null when unknown
};

/// Which relation rules to use, by pack ("companies") or by theme of their relation ("family").
struct PackChoice {
    std::vector<std::string> only;    ///< empty: all
    std::vector<std::string> without; ///< none of these
};

/// Reads and compiles a rule folder (schema.toml, lexicon/, relations/, status/, precision.tsv). All problems
/// at once, each with file:line:column and a hint.
Result<Rulebook> load_rulebook(const std::filesystem::path& folder, const PackChoice& choice = {});

/// SHA-256 over the names and bytes of all rule files, lower-case hex.
std::string rules_version(const std::filesystem::path& folder);

/// Where the rules are: `--rules`, then ACTORGRAPH_RULES, then beside the program, then as installed.
std::filesystem::path default_rules_folder();

} // namespace actorgraph
