#include "rules/toml_reader.hpp"

#include "core/facts.hpp"
#include "core/near_miss.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace actorgraph {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) {
        out += out.empty() ? "" : "|";
        out += word;
    }
    return out;
}

bool shares_letter(const std::string& letters, const std::vector<std::string>& types) {
    return std::any_of(types.begin(), types.end(), [&](const std::string& type) {
        return letters.find(slot_letter(type)) != std::string::npos;
    });
}

/// A cue's expression between word boundaries, where its ends are words.
std::string whole_words(const std::string& pattern, const std::string& body) {
    if (pattern.empty()) {
        return body; // it was complained of already
    }
    const bool keeps_case = pattern.starts_with("(?-i)");
    std::string_view start = pattern;
    while (start.starts_with("(?:")) {
        start.remove_prefix(3);
    }
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const bool begins_word = !start.empty() && (is_letter(start[0]) || start.starts_with("{v") ||
                                                start.starts_with("{c"));
    const std::size_t last = pattern.size() - 1;
    const std::string_view tail = std::string_view(pattern).substr(std::min(pattern.rfind('{'), last));
    const bool ends_in_macro =
        tail.ends_with('}') &&
        (tail.starts_with("{v") || tail.starts_with("{n:") || tail.starts_with("{c:"));
    return std::string(keeps_case ? "" : "(?i)") + (begins_word ? "\\b" : "") + "(?:" + body + ")" +
           (is_letter(pattern[last]) || ends_in_macro || pattern[last] == ')' ? "\\b" : "");
}

/// What may stand between a bare participle and its "by": "fined $5m by", "sacked in May by".
constexpr const char* brief_adverbials =
    "(?:[$€£]?[0-9][^ <,;:()]* |(?:million|billion|years|months|times) |(?:for|in|on|over|with|after|during) "
    "[a-z0-9]+ |[a-z]+ly |twice |again |yesterday |today )*";

/// One pattern that a frame stands for.
struct Construction {
    std::string name;
    std::string pattern;
};

class PackReader {
  public:
    PackReader(const RuleFile& file, const PackAids& aids) : reader_(file, contents_.problems), aids_(aids) {}

    PackContents relations() {
        if (const auto root = reader_.parse()) {
            read_relations(*root);
        }
        return std::move(contents_);
    }

    PackContents cues() {
        if (const auto root = reader_.parse()) {
            read_cues(*root);
        }
        return std::move(contents_);
    }

  private:
    void read_relations(const toml::table& root) {
        reader_.only_keys(root, {"pack", "classes", "rule", "frame"});
        pack_ = reader_.text(root, "pack", true);
        classes_ = reader_.classes(root);
        for (const toml::table* table : reader_.tables(root, "rule")) {
            reader_.only_keys(*table, {"name", "relation", "pattern", "role", "channel", "stage",
                                       "modality", "confidence", "finds", "ignores"});
            const std::string name = reader_.text(*table, "name", true);
            add(*table, {name, reader_.text(*table, "pattern", true)}, "pattern");
        }
        for (const toml::table* table : reader_.tables(root, "frame")) {
            reader_.only_keys(*table, {"name", "relation", "verbs", "nouns", "source", "target",
                                       "active", "passive", "role", "channel", "stage", "modality",
                                       "confidence", "finds", "ignores"});
            for (const auto& construction : constructions(*table)) {
                add(*table, construction, "verbs");
            }
        }
    }

    void read_cues(const toml::table& root) {
        reader_.only_keys(root, {"pack", "classes", "cue"});
        classes_ = reader_.classes(root);
        for (const toml::table* table : reader_.tables(root, "cue")) {
            reader_.only_keys(*table, {"name", "effect", "scope", "silences", "pattern", "finds", "ignores"});
            StatusCue cue;
            cue.name = reader_.text(*table, "name", true);
            cue.effect = reader_.text(*table, "effect", true);
            cue.scope = reader_.text(*table, "scope", true);
            cue.silences = reader_.flag(*table, "silences", false) || cue.effect == "none";
            cue.pattern = reader_.text(*table, "pattern", true);
            cue.finds = reader_.texts(*table, "finds", true);
            cue.ignores = reader_.texts(*table, "ignores", true);
            cue.file = reader_.file_name();
            cue.line = table->source().begin.line;
            one_of(*table, "effect", cue.effect,
                   {"negated", "alleged", "denied", "planned", "hypothetical", "asked", "said",
                    "ended", "none", "dropped", "rebuts", "retracts", "upholds",
                    "untrue", "carried"});
            one_of(*table, "scope", cue.scope, {"inside", "before", "after", "sentence", "phrase"});
            ExpandedPattern made = expand_pattern(cue.pattern, context());
            reader_.complain_pattern(*table, "pattern", made.problems);
            cue.words = (cue.pattern.starts_with("(?-i)") ? "(?-i)" : "") + std::move(made.words);
            cue.trigger = std::move(made.trigger);
            cue.also = std::move(made.also);
            if (reads_over_blanks(cue.words)) {
                cue.tokens = std::make_unique<LazyTokens>(std::vector{cue.words}, cue.trigger);
            }
            const bool leads_slot = cue.pattern.starts_with("{agent:speaker}") ||
                                    cue.pattern.starts_with("{person:speaker}") ||
                                    cue.pattern.starts_with("{org:speaker}");
            cue.lead = leads_slot ? '<' : cue.pattern.starts_with(", ") ? ',' : char{0};
            cue.regex = std::make_unique<LazyRegex>(whole_words(cue.pattern, made.regex));
            contents_.cues.push_back(std::move(cue));
        }
    }

    PatternContext context() const { return {aids_.inflector, classes_, aids_.classes}; }

    void one_of(const toml::table& table, const char* key, const std::string& value,
                const std::vector<std::string>& known) {
        if (!value.empty() && std::find(known.begin(), known.end(), value) == known.end()) {
            const std::string near = near_miss(value, known);
            reader_.complain(*table.get(key), "there is no " + std::string(key) + " '" + value + "'",
                             near.empty() ? "use one of " + joined(known)
                                          : "did you mean '" + near + "'?");
        }
    }

    std::vector<Construction> constructions(const toml::table& table) {
        const std::string name = reader_.text(table, "name", true);
        const std::string source = "{" + reader_.text(table, "source", true) + ":source}";
        const std::string target = "{" + reader_.text(table, "target", true) + ":target}";
        const std::string verbs = joined(reader_.texts(table, "verbs"));
        const std::string nouns = joined(reader_.texts(table, "nouns"));
        std::vector<Construction> out;
        if (!verbs.empty() && reader_.flag(table, "active", true)) {
            out.push_back({name, source + "{rel} {aux}{v:" + verbs + "} {np}" + target});
        }
        if (!verbs.empty() && reader_.flag(table, "passive", false)) {
            // Without "was" the participle may be a past tense with an object: "met the deadline set by".
            const std::string participle = "{adv}{vn:" + verbs + "}";
            out.push_back({name + ".passive", target + "{rel} {aux}(?:is|was|are|were|be|been|being|'s|got|gets|get) " +
                                                  participle + "{gap:4}by {np}" + source});
            out.push_back({name + ".bare_passive", target + "(?: ,| \\()? " + participle + " " + brief_adverbials +
                                                       "by {np}" + source});
            out.push_back({name + ".fronted_passive",
                           "^(?:being |having been |once )?{vn:" + verbs + "} " + brief_adverbials + "by {np}" + source +
                               " (?:{gap:5}|, ){np}" + target});
        }
        if (!verbs.empty() && reader_.flag(table, "active", true)) {
            out.push_back({name + ".object_relative",
                           target + "(?: ,)? (?:which|that|whom|who) {np}" + source + " {aux}{v:" + verbs + "}"});
        }
        if (!nouns.empty()) {
            out.push_back({name + ".noun", source + " 's {adj}{n:" + nouns + "} {np}" + target});
            out.push_back({name + ".noun_by", "{n:" + nouns + "} " + target + " by " + source});
        }
        if (out.empty()) {
            reader_.complain(table, "this frame has neither verbs nor nouns",
                             "add verbs = [\"…\"]");
        }
        return out;
    }

    void add(const toml::table& table, const Construction& construction, const char* pattern_key) {
        RelationRule rule;
        rule.name = construction.name;
        rule.pattern = construction.pattern;
        rule.is_noun_phrase = rule.pattern.find("{v") == std::string::npos &&
                              rule.pattern.find("{aux}") == std::string::npos &&
                              rule.pattern.find("{c:be}") == std::string::npos;
        rule.has_free_role = rule.pattern.find("{role}") != std::string::npos ||
                             rule.pattern.find("(?P<role>[a-z") != std::string::npos;
        rule.pack = pack_;
        rule.relation = reader_.text(table, "relation", true);
        rule.role = reader_.text(table, "role");
        rule.channel = reader_.text(table, "channel");
        rule.stage = reader_.text(table, "stage");
        rule.modality = reader_.text(table, "modality");
        rule.confidence = reader_.number(table, "confidence", 0.8);
        rule.finds = reader_.texts(table, "finds", true);
        rule.ignores = reader_.texts(table, "ignores", true);
        rule.file = reader_.file_name();
        rule.line = table.source().begin.line;
        one_of(table, "modality", rule.modality,
               {"reported", "alleged", "denied", "planned", "hypothetical", "asked"});
        ExpandedPattern made = expand_pattern(rule.pattern, context());
        reader_.complain_pattern(table, pattern_key, made.problems);
        if (made.problems.empty()) {
            check_relation(table, rule, made, pattern_key);
        }
        std::move(made.verbs.begin(), made.verbs.end(), std::back_inserter(contents_.verbs));
        rule.trigger = std::move(made.trigger);
        rule.also = std::move(made.also);
        rule.source_letters = std::move(made.source_letters);
        rule.target_letters = std::move(made.target_letters);
        rule.target_kind = std::move(made.target_kind);
        const std::string_view lead = std::string_view(rule.pattern).substr(0, rule.pattern.find('}'));
        if (lead.starts_with('{') && lead.ends_with(":source")) {
            rule.lead_letters = rule.source_letters;
        } else if (lead.starts_with('{') && lead.ends_with(":target")) {
            rule.lead_letters = rule.target_letters;
        }
        const std::string_view tail =
            std::string_view(rule.pattern).substr(std::min(rule.pattern.rfind('{'), rule.pattern.size()));
        if (tail.ends_with(":source}")) {
            rule.tail_letters = rule.source_letters;
        } else if (tail.ends_with(":target}")) {
            rule.tail_letters = rule.target_letters;
        }
        rule.regex = std::make_unique<LazyRegex>(bounded_regex(rule.pattern, made.regex));
        rule.words = made.words;
        const bool keeps_case = rule.pattern.starts_with("(?-i)");
        rule.tokens = std::make_unique<LazyTokens>(
            std::vector{(keeps_case ? "(?-i)" : "") + std::move(made.words)}, rule.trigger);
        contents_.rules.push_back(std::move(rule));
    }

    void check_relation(const toml::table& table, const RelationRule& rule,
                        const ExpandedPattern& made, const char* pattern_key) {
        const toml::node* pattern = table.get(pattern_key);
        const toml::node& place = pattern == nullptr ? table : *pattern;
        const RelationType* relation = relation_named(aids_.relations, rule.relation);
        if (relation == nullptr) {
            if (rule.relation.empty()) {
                return;
            }
            std::vector<std::string> known;
            for (const auto& type : aids_.relations) {
                known.push_back(type.id);
            }
            const std::string near = near_miss(rule.relation, known);
            reader_.complain(*table.get("relation"),
                             "there is no relation '" + rule.relation + "'",
                             near.empty() ? "use a relation of schema.toml"
                                          : "did you mean '" + near + "'?");
            return;
        }
        check_side(place, "source", made.source_letters, relation->domain, relation->id);
        check_side(place, "target", made.target_letters, relation->range, relation->id);
    }

    void check_side(const toml::node& place, const std::string& role, const std::string& letters,
                    const std::vector<std::string>& types, const std::string& relation) {
        if (letters.empty()) {
            reader_.complain(place, "the pattern has no " + role + " slot",
                             "add one, such as {person:" + role + "}");
        } else if (!shares_letter(letters, types)) {
            reader_.complain(place,
                             "the " + role + " slot has no type that " + relation + " allows",
                             "use one of " + joined(types));
        }
    }

    PackContents contents_;
    TomlReader reader_; ///< tells its problems to `contents_`
    const PackAids& aids_;
    std::string pack_;
    WordClasses classes_;
};

} // namespace

PackContents read_relation_pack(const RuleFile& file, const PackAids& aids) { return PackReader(file, aids).relations(); }

PackContents read_status_pack(const RuleFile& file, const PackAids& aids) { return PackReader(file, aids).cues(); }

} // namespace actorgraph
