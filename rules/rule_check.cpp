#include "rules/rule_check.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace actorgraph {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> type_names{
    {{"person", "person"},
     {"org", "organization"},
     {"organization", "organization"},
     {"company", "organization"},
     {"account", "account"},
     {"location", "location"},
     {"place", "location"},
     {"misc", "misc"},
     {"other", "misc"}}};

/// The head of a mark: "person:source".
struct Mark {
    std::string type;
    std::string role;
    std::string words;
    std::string subtype;
};

std::optional<Mark> read_mark(std::string_view inner) {
    const std::size_t blank = inner.find(' ');
    if (blank == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view head = inner.substr(0, blank);
    const std::size_t colon = head.find(':');
    const auto* type = std::find_if(type_names.begin(), type_names.end(), [&](const auto& row) {
        return row.first == head.substr(0, colon);
    });
    if (type == type_names.end()) {
        return std::nullopt;
    }
    return Mark{std::string(type->second),
                colon == std::string_view::npos ? "" : std::string(head.substr(colon + 1)),
                std::string(inner.substr(blank + 1)), type->first == "company" ? "company" : ""};
}

std::uint32_t entity_of(MarkedExample& example, const Mark& mark) {
    for (std::uint32_t i = 0; i < example.entities.size(); ++i) {
        if (example.entities[i].name == mark.words && example.entities[i].type == mark.type) {
            return i;
        }
    }
    Entity entity;
    entity.type = mark.type;
    entity.name = mark.words;
    entity.subtype = mark.subtype;
    example.entities.push_back(std::move(entity));
    return static_cast<std::uint32_t>(example.entities.size() - 1);
}

void place_mark(MarkedExample& example, const Mark& mark) {
    const std::uint32_t entity = entity_of(example, mark);
    Mention mention;
    mention.span.begin = static_cast<std::uint32_t>(example.text.size());
    example.text += mark.words;
    mention.span.end = static_cast<std::uint32_t>(example.text.size());
    example.entities[entity].mentions.push_back(std::move(mention));
    if (mark.role == "source") {
        example.source = example.source.value_or(entity);
    } else if (mark.role == "target") {
        example.target = example.target.value_or(entity);
    }
}

class Check {
  public:
    Check(const Rulebook& rules, const ExampleEngine& engine) : rules_(rules), engine_(engine) {}

    Diagnostics run() {
        std::map<std::pair<std::string, std::size_t>, std::vector<std::uint32_t>> groups;
        for (std::uint32_t i = 0; i < rules_.relation_rules.size(); ++i) {
            const RelationRule& rule = rules_.relation_rules[i];
            compiles(rule.regex->get(), rule.name, rule.file, rule.line);
            if (rule.trigger.empty()) {
                complain(Severity::warning, rule.file, rule.line,
                         "'" + rule.name + "' has no word that every match must have",
                         "put a word, {v:…}, {n:…} or {c:…} outside of optional groups");
            }
            groups[{rule.file, rule.line}].push_back(i);
        }
        for (const auto& [place, numbers] : groups) {
            examples_of(numbers);
        }
        for (const StatusCue& cue : rules_.status_cues) {
            cue_examples(cue);
        }
        return std::move(problems_);
    }

  private:
    void complain(Severity severity, const std::string& file, std::size_t line, std::string message,
                  std::string hint) {
        problems_.push_back({severity, file, line, 1, std::move(message), std::move(hint)});
    }

    bool compiles(const re2::RE2& regex, const std::string& name, const std::string& file,
                  std::size_t line) {
        if (!regex.ok()) {
            complain(Severity::error, file, line,
                     "RE2 cannot read the pattern of '" + name + "': " + regex.error(),
                     "look-around and back-references do not exist in RE2");
        }
        return regex.ok();
    }

    void examples_of(const std::vector<std::uint32_t>& numbers) {
        const RelationRule& rule = rules_.relation_rules[numbers[0]];
        for (const std::string& marked : rule.finds) {
            const MarkedExample example = parse_example(marked);
            if (!marks_are_good(example, rule, marked, true)) {
                continue;
            }
            if (!makes_edge(example, numbers)) {
                complain(Severity::error, rule.file, rule.line,
                         "'" + rule.name + "' does not find its example: " + marked,
                         "skeleton: " + engine_.skeleton(example));
            }
        }
        for (const std::string& marked : rule.ignores) {
            const MarkedExample example = parse_example(marked);
            if (marks_are_good(example, rule, marked, false) && makes_edge(example, numbers)) {
                complain(Severity::error, rule.file, rule.line,
                         "'" + rule.name + "' finds what it should ignore: " + marked,
                         "make the pattern narrower");
            }
        }
    }

    bool marks_are_good(const MarkedExample& example, const RelationRule& rule,
                        const std::string& marked, bool needs_both) {
        std::string problem = example.problem;
        if (problem.empty() && needs_both && (!example.source || !example.target)) {
            problem = "no source or no target is marked";
        }
        if (!problem.empty()) {
            complain(Severity::error, rule.file, rule.line, problem + " in: " + marked,
                     "write [person:source Ana Reyes] met [person:target Bo Li]");
        }
        return problem.empty();
    }

    /// An unmarked side may be anybody.
    bool makes_edge(const MarkedExample& example, const std::vector<std::uint32_t>& numbers) const {
        const auto claims = engine_.read(example, rules_, numbers);
        return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
            const RelationType* relation = rules_.relation(claim.relation);
            const auto fits = [&](std::uint32_t from, std::uint32_t to) {
                return example.source.value_or(from) == from && example.target.value_or(to) == to;
            };
            return fits(claim.source, claim.target) ||
                   (relation != nullptr && relation->symmetric && fits(claim.target, claim.source));
        });
    }

    void cue_examples(const StatusCue& cue) {
        const re2::RE2& regex = cue.regex->get();
        if (!compiles(regex, cue.name, cue.file, cue.line)) {
            return;
        }
        const auto hits = [&](const std::string& marked) {
            return re2::RE2::PartialMatch(engine_.skeleton(parse_example(marked)), regex);
        };
        for (const std::string& marked : cue.finds) {
            if (!hits(marked)) {
                complain(Severity::error, cue.file, cue.line,
                         "'" + cue.name + "' does not find its example: " + marked,
                         "skeleton: " + engine_.skeleton(parse_example(marked)));
            }
        }
        for (const std::string& marked : cue.ignores) {
            if (hits(marked)) {
                complain(Severity::error, cue.file, cue.line,
                         "'" + cue.name + "' finds what it should ignore: " + marked,
                         "make the pattern narrower");
            }
        }
    }

    const Rulebook& rules_;
    const ExampleEngine& engine_;
    Diagnostics problems_;
};

} // namespace

MarkedExample parse_example(std::string_view marked) {
    MarkedExample example;
    for (std::size_t at = 0; at < marked.size();) {
        if (marked[at] == '[') {
            const std::size_t close = marked.find(']', at);
            const auto mark = close == std::string_view::npos
                                  ? std::nullopt
                                  : read_mark(marked.substr(at + 1, close - at - 1));
            if (mark) {
                place_mark(example, *mark);
                at = close + 1;
                continue;
            }
            example.problem = "a mark has no type that is known";
        }
        example.text += marked[at++];
    }
    return example;
}

Diagnostics check_rules(const Rulebook& rules, const ExampleEngine& engine) {
    return Check(rules, engine).run();
}

} // namespace actorgraph
