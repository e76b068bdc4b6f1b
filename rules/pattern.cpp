#include "rules/pattern.hpp"

#include "core/near_miss.hpp"
#include "rules/token_classes.hpp"
#include "rules/token_pattern.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace actorgraph {
namespace {

constexpr std::string_view adverbs =
    "[a-z]+ly|also|then|once|twice|again|even|still|now|just|soon|yet|later|first|never|ever|always|"
    "often|long|already|each|together|instead|meanwhile|once more|all|both|jointly|yesterday|today|tonight|ago|in turn|at least|since|"
    "on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    "(?:last|this|next|earlier this|later this) (?:week|month|year|night|spring|summer|autumn|"
    "fall|winter)|in [0-9]{4}";
constexpr std::string_view auxiliaries =
    "has|have|had|having|is|are|was|were|be|been|being|'s|'d|'ve|'re|'ll|will|would|wo|wouldn't|"
    "may|might|could|can|ca|cannot|shall|should|must|did|does|do|not|never|n't|got|gets|get";
constexpr std::string_view determiners =
    "the|a|an|his|her|their|its|my|our|your|this|that|these|those|whose|some|(?:the )?<[poalm][0-9]+~> 's";

struct Macro {
    std::string_view name;
    std::string text;
};

const std::vector<Macro>& plain_macros() {
    static const std::vector<Macro> macros{
        {"adv", "(?:(?:" + std::string(adverbs) + ") )*"},
        {"aux", "(?:(?:" + std::string(auxiliaries) + "|" + std::string(adverbs) + ") )*"},
        {"det", "(?:(?:" + std::string(determiners) + ") )?"},
        {"adj", "(?:(?:[a-z][^ <,;:\"()]*|<m[0-9]+>) ){0,3}?"},
        {"np", "(?:(?:" + std::string(determiners) + ") )?(?:(?:[a-z][^ <,;:\"()]*|<m[0-9]+>) ){0,4}?"},
        {"aside", "(?: ,(?: (?:[^ <,;:\"()]+|<[poalm][0-9]+~?>)){1,12} ,)?"},
        {"role", "(?P<role>[^ <,;:\"()]+(?: [^ <,;:\"()]+){0,4}?)"},
        {"stage", "(?P<stage>[^ <,;:\"()]+(?: [^ <,;:\"()]+){0,2}?)"},
        {"channel", "(?P<channel>[^ <,;:\"()]+(?: [^ <,;:\"()]+){0,2}?)"},
        {"amount", "(?P<amount>(?:(?:about|around|nearly|more than|over|some) )?"
                   "(?:us|[a-z]{1,2})?(?:\\$|€|£)? ?[0-9][0-9.,]*(?:bn|m|k)?"
                   "(?:[ -](?:thousand|million|billion|trillion))?"
                   "(?: (?:u\\.s\\. )?(?:dollars|euros|pounds|rubles|roubles|yen|yuan|francs|pesos"
                   "|usd|eur|gbp|crowns|rupees))?)"}};
    return macros;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 15> slot_types{{
    {"person", "p"},
    {"org", "o"},
    {"organization", "o"},
    {"company", "o"}, // organizations of that subtype only
    {"body", "o"},    // organizations that are no companies
    {"account", "a"},
    {"location", "l"},
    {"place", "l"},
    {"misc", "m"},
    {"agent", "po"},
    {"actor", "poa"},
    {"any", "poalm"},
    {"group", "ol"},
    {"power", "pol"},
    {"other", "m"},
}};

std::vector<std::string> split_bar(std::string_view text) {
    std::vector<std::string> parts;
    int depth = 0;
    std::string part;
    for (const char c : text) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == '|' && depth == 0) {
            parts.push_back(std::move(part));
            part.clear();
        } else {
            part += c;
        }
    }
    parts.push_back(std::move(part));
    return parts;
}

std::string group_of(const std::vector<std::string>& words) {
    std::string out = "(?:";
    for (const auto& word : words) {
        out += out.size() > 3 ? "|" : "";
        out += word;
    }
    return out + ")";
}

/// Letters of a `|`-joined list of slot types; empty when one of them is unknown.
std::string letters_of(std::string_view types, std::string& unknown) {
    std::string letters;
    for (const auto& type : split_bar(types)) {
        const auto* found = std::find_if(slot_types.begin(), slot_types.end(),
                                         [&](const auto& row) { return row.first == type; });
        if (found == slot_types.end()) {
            unknown = type;
            return "";
        }
        for (const char letter : found->second) {
            if (letters.find(letter) == std::string::npos) {
                letters += letter;
            }
        }
    }
    return letters;
}

/// "the government of <l0>", "City of <l0>": a place that acts is its government.
std::string body_of_place(bool takes_places) {
    return takes_places ? "(?:(?:city|town|state|republic|government|county|province|kingdom|people) of (?:the )?)?" : "";
}

/// "<p0>", "<p0> and <p1>", "<p0> , <p1> and the <p2>": one actor or a list of them.
std::string slot_regex(const std::string& letters, std::string_view role, bool is_possessor) {
    // Unknown capitalised words before a name are its titles: "Princess <p0>".
    static const std::string titles = "(?-i:[A-Z][a-z.][A-Za-z.-]* ){0,3}";
    const std::string plain = "<[" + letters + "][0-9]+>";
    const std::string one = is_possessor ? "<[" + letters + "][0-9]+~?>" : plain;
    if (role.empty()) {
        return "(?:the )?" + titles + one;
    }
    if (role == "speaker") {
        return "(?:the )?" + titles + "(?P<speaker>" + one + ")";
    }
    if (is_possessor) {
        return "(?:the )?" + titles + "(?P<" + std::string(role) + ">(?:" + plain + " and )?" + one + ")";
    }
    // "the governor , <p0>", "<p1~> 's husband , <p0>": a description and a comma may stand before the name.
    return "(?:(?:the|his|her|their|<[poalm][0-9]+~> 's) (?:[a-z-]+ ){1,3}, )?(?:the )?" + body_of_place(letters.find('l') != std::string::npos) + titles + "(?P<" + std::string(role) + ">" +
           one + "(?: , (?:the )?" + one + ")*(?:(?: ,)? (?:and|&|as well as|along with|together with) (?:the )?" + one +
           "| , (?:like|along with|together with|as well as) (?:the )?" + one + " ,)?)";
}

/// A macro in a pattern.
struct Found {
    std::size_t begin = 0;
    std::size_t end = 0; ///< behind the brace
    std::string name;
    std::string argument;
    bool has_argument = false;
};

bool next_macro(const std::string& text, std::size_t from, Found& found) {
    for (std::size_t at = text.find('{', from); at != std::string::npos; at = text.find('{', at + 1)) {
        const bool escaped = at > 0 && text[at - 1] == '\\';
        const std::size_t close = text.find('}', at);
        if (escaped || close == std::string::npos || at + 1 >= text.size() ||
            std::isalpha(static_cast<unsigned char>(text[at + 1])) == 0) {
            continue;
        }
        const std::string inner = text.substr(at + 1, close - at - 1);
        const std::size_t colon = inner.find(':');
        found = {at, close + 1, inner.substr(0, colon),
                 colon == std::string::npos ? "" : inner.substr(colon + 1),
                 colon != std::string::npos};
        return true;
    }
    return false;
}

constexpr std::string_view relative_before_blank = "(?:(?: ,)? (?:who|which|that))?";
constexpr std::string_view relative = "(?:(?:, )?(?:who|which|that) )?";

/// `a{gap}b`, `a {gap}b` and `a {gap} b` all mean: some words between a and b. Takes the blanks beside
/// the macro away, behind it by moving `from`.
std::string gap_text(const Found& macro, std::string_view word, std::string& before,
                     const std::string& text, std::size_t& from) {
    int words = 6;
    std::from_chars(macro.argument.data(), macro.argument.data() + macro.argument.size(), words);
    if (before.ends_with(' ')) {
        before.pop_back();
    }
    if (from < text.size() && text[from] == ' ') {
        ++from;
    }
    return "(?: " + std::string(word) + "){0," + std::to_string(words) + "} ";
}

bool stands_before_possessive(const std::string& text, std::size_t from) {
    const std::string_view behind = std::string_view(text).substr(from);
    return behind.starts_with(" 's") || behind.starts_with(" (?:'s");
}

class Expansion {
  public:
    Expansion(std::string_view pattern, const PatternContext& context)
        : pattern_(pattern), context_(context) {}

    ExpandedPattern run() {
        std::string body(pattern_);
        if (body.starts_with("(?-i)")) {
            body.erase(0, 5);
        }
        const std::string words = expand_words(body, 0);
        out_.also = required_word_sets(words);
        if (!out_.also.empty()) {
            out_.trigger = std::move(out_.also.front());
            out_.also.erase(out_.also.begin());
        }
        // Views of a sentence may write these anew.
        std::erase_if(out_.also, [](const std::vector<std::string>& set) {
            return std::find(set.begin(), set.end(), "'s") != set.end() ||
                   std::find(set.begin(), set.end(), ",") != set.end();
        });
        out_.regex = expand_rest(words);
        out_.words = words;
        return std::move(out_);
    }

  private:
    void complain(const Found& macro, std::string message, std::string hint) {
        const std::string written =
            macro.name + (macro.has_argument ? ":" + macro.argument : std::string());
        const std::size_t at = pattern_.find("{" + written);
        out_.problems.push_back({at == std::string_view::npos ? 0 : at, std::move(message),
                                 std::move(hint)});
    }

    /// Writes out {v:…}, {vs:…}, {vn:…}, {vg:…}, {n:…} and {c:…}; leaves the others.
    std::string expand_words(const std::string& text, int depth) {
        std::string out;
        std::size_t from = 0;
        Found macro;
        while (next_macro(text, from, macro)) {
            out.append(text, from, macro.begin - from);
            from = macro.end;
            if (macro.has_argument && macro.name == "c") {
                out += word_class(macro, depth);
            } else if (macro.has_argument && (macro.name == "n" || macro.name.front() == 'v') &&
                       macro.name.size() <= 2) {
                out += inflected(macro);
            } else {
                out.append(text, macro.begin, macro.end - macro.begin);
            }
        }
        return out.append(text, from);
    }

    std::string word_class(const Found& macro, int depth) {
        std::vector<std::string> members;
        for (const auto& name : split_bar(macro.argument)) {
            auto found = context_.pack_classes.find(name);
            if (found == context_.pack_classes.end()) {
                found = context_.shared_classes.find(name);
                if (found == context_.shared_classes.end()) {
                    std::vector<std::string> known;
                    for (const auto* table : {&context_.pack_classes, &context_.shared_classes}) {
                        for (const auto& row : *table) {
                            known.push_back(row.first);
                        }
                    }
                    const std::string near = near_miss(name, known);
                    complain(macro, "there is no word class '" + name + "'",
                             near.empty() ? "add it under [classes]"
                                          : "did you mean '" + near + "'?");
                    return "(?:)";
                }
            }
            for (const auto& member : found->second) {
                members.push_back(depth < 4 ? expand_words(member, depth + 1) : member);
            }
        }
        return group_of(members);
    }

    std::string inflected(const Found& macro) {
        std::vector<std::string> words;
        for (const auto& base : split_bar(macro.argument)) {
            std::vector<std::string> forms;
            if (macro.name == "n") {
                forms = noun_forms(base);
            } else if (macro.name == "v") {
                forms = context_.inflector.forms(base);
            } else if (macro.name == "vs") {
                forms = context_.inflector.finite(base);
            } else if (macro.name == "vn") {
                forms = context_.inflector.participles(base);
            } else if (macro.name == "vg") {
                forms = context_.inflector.gerunds(base);
            } else {
                complain(macro, "there is no macro '" + macro.name + "'",
                         "use v, vs, vn or vg for verbs");
                return "(?:)";
            }
            if (macro.name.front() == 'v') {
                const auto finite = context_.inflector.finite(base.substr(0, base.find(' ')));
                out_.verbs.insert(out_.verbs.end(), finite.begin() + 1, finite.end());
            }
            for (auto& form : forms) {
                if (std::find(words.begin(), words.end(), form) == words.end()) {
                    words.push_back(std::move(form));
                }
            }
        }
        return group_of(words);
    }

    std::string expand_rest(const std::string& text) {
        std::string out;
        std::size_t from = 0;
        Found macro;
        while (next_macro(text, from, macro)) {
            out.append(text, from, macro.begin - from);
            from = macro.end;
            if (macro.name == "gap") {
                out += gap_text(macro, "(?:[^ <;:\"()]+|<m[0-9]+>)", out, text, from);
            } else if (macro.name == "rel") {
                const bool leading = from < text.size() && text[from] == ' ';
                out += leading ? relative_before_blank : relative;
            } else {
                out += plain_or_slot(macro, stands_before_possessive(text, from));
            }
        }
        return out.append(text, from);
    }

    std::string plain_or_slot(const Found& macro, bool is_possessor) {
        if (!macro.has_argument) {
            for (const Macro& plain : plain_macros()) {
                if (plain.name == macro.name) {
                    const bool is_phrase = plain.name == "adj" || plain.name == "np";
                    return is_phrase ? phrase(plain.text) : plain.text;
                }
            }
        }
        std::string unknown;
        const std::string letters = letters_of(macro.name, unknown);
        if (letters.empty()) {
            std::vector<std::string> known{"gap", "rel"};
            for (const Macro& plain : plain_macros()) {
                known.emplace_back(plain.name);
            }
            for (const auto& type : slot_types) {
                known.emplace_back(type.first);
            }
            const std::string near = near_miss(unknown, known);
            complain(macro, "there is no macro or slot type '" + unknown + "'",
                     near.empty() ? "see docs/rules.md for the macros"
                                  : "did you mean '" + near + "'?");
            return "(?:)";
        }
        const bool is_doubled = (macro.argument == "source" && !out_.source_letters.empty()) ||
                                (macro.argument == "target" && !out_.target_letters.empty());
        if (is_doubled) {
            complain(macro, "the slot '" + macro.argument + "' stands twice",
                     "write a rule for each place it may stand at");
            return "(?:)";
        }
        if (macro.argument == "source") {
            out_.source_letters = letters;
        } else if (macro.argument == "target") {
            out_.target_letters = letters;
            out_.target_kind = macro.name == "company" || macro.name == "body" ? macro.name : "";
        } else if (macro.has_argument && macro.argument != "speaker") {
            complain(macro, "there is no slot role '" + macro.argument + "'",
                     "use source, target or speaker");
            return "(?:)";
        }
        return slot_regex(letters, macro.argument, is_possessor);
    }

    /// Words of a phrase are captured, so that the matcher can refuse verbs and prepositions in it.
    std::string phrase(const std::string& words) {
        return "(?P<phrase" + std::to_string(phrases_++) + ">" + words + ")";
    }

    std::string_view pattern_;
    const PatternContext& context_;
    ExpandedPattern out_;
    int phrases_ = 0;
};

/// One-word members of a `|`-joined list; the others go to `rest`.
std::vector<std::string> single_words(std::string_view list, std::string& rest) {
    std::vector<std::string> words;
    for (const std::string& member : split_bar(list)) {
        const bool is_word = member.find_first_of(" [(<") == std::string::npos;
        if (is_word) {
            words.push_back(member);
        } else if (member != "[a-z]+ly" && member.find('<') == std::string::npos) {
            rest += "|" + member;
        }
    }
    return words;
}

std::string phrases_of(std::string_view list) {
    std::string rest;
    single_words(list, rest);
    return rest;
}

/// The macros of `plain_macros` over classes of tokens.
const std::vector<Macro>& token_macros() {
    using namespace token_mark;
    static const std::string adverb_phrases = with_token_classes(phrases_of(adverbs));
    static const std::string det =
        "(?:(?:" + token_class(determiner) + "|(?:the )?" + token_class(possessors) + " 's) )?";
    static const std::string word = token_class(phrase | slot_bit('m'));
    static const std::string attribute = token_class(role);
    const auto captured = [](const char* name, const char* most) {
        return "(?P<" + std::string(name) + ">" + attribute + "(?: " + attribute + "){0," + most + "}?)";
    };
    static const std::vector<Macro> macros{
        {"adv", "(?:(?:" + token_class(adverb) + adverb_phrases + ") )*"},
        {"aux", "(?:(?:" + token_class(adverb | auxiliary) + adverb_phrases + ") )*"},
        {"det", det},
        {"adj", "(?:" + word + " ){0,3}?"},
        {"np", det + "(?:" + word + " ){0,4}?"},
        {"aside", "(?: ,(?: " + token_class(role | slots | possessors) + "){1,12} ,)?"},
        {"role", captured("role", "4")},
        {"stage", captured("stage", "2")},
        {"channel", captured("channel", "2")}};
    return macros;
}

/// `slot_regex` over classes of tokens.
std::string slot_tokens(std::uint32_t slots, std::string_view role, bool is_possessor) {
    const std::string titles = "(?:the )?(?:" + token_class(token_mark::title) + " ){0,3}";
    const std::string plain = token_class(slots);
    const std::string one = is_possessor ? token_class(slots | slots << 5U) : plain;
    const std::string group = "(?P<" + std::string(role) + ">";
    if (role.empty()) {
        return titles + one;
    }
    if (role == "speaker") {
        return titles + group + one + ")";
    }
    if (is_possessor) {
        return titles + group + "(?:" + plain + " and )?" + one + ")";
    }
    return "(?:(?:the|his|her|their|" + token_class(token_mark::possessors) + " 's) (?:" + token_class(token_mark::hyphened) +
           " ){1,3}, )?(?:the )?" + body_of_place((slots & slot_bit('l')) != 0) + titles + group + one +
           "(?: , (?:the )?" + one + ")*(?:(?: ,)? (?:and|&|as well as|along with|together with) (?:the )?" + one +
           "| , (?:like|along with|together with|as well as) (?:the )?" + one + " ,)?)";
}

std::string macro_tokens(const Found& macro, bool is_possessor, int& phrases) {
    const auto named = [&](const Macro& row) { return row.name == macro.name; };
    if (!macro.has_argument) {
        const auto& own = token_macros();
        if (const auto found = std::find_if(own.begin(), own.end(), named); found != own.end()) {
            const bool is_phrase = macro.name == "adj" || macro.name == "np";
            return is_phrase ? "(?P<phrase" + std::to_string(phrases++) + ">" + found->text + ")"
                             : found->text;
        }
        const auto& plain = plain_macros();
        if (const auto found = std::find_if(plain.begin(), plain.end(), named); found != plain.end()) {
            return found->text;
        }
    }
    std::string unknown;
    return slot_tokens(slot_bits(letters_of(macro.name, unknown)), macro.argument, is_possessor);
}

} // namespace

ExpandedPattern expand_pattern(std::string_view pattern, const PatternContext& context) {
    return Expansion(pattern, context).run();
}

std::string token_pattern_text(std::string_view words) {
    const std::string text = with_slot_classes(with_token_classes(words));
    int phrases = 0;
    const std::string word = token_class(token_mark::gap | slot_bit('m'));
    std::string out;
    std::size_t from = 0;
    Found macro;
    while (next_macro(text, from, macro)) {
        out.append(text, from, macro.begin - from);
        from = macro.end;
        if (macro.name == "gap") {
            out += gap_text(macro, word, out, text, from);
        } else if (macro.name == "rel") {
            const bool leading = from < text.size() && text[from] == ' ';
            out += leading ? relative_before_blank : relative;
        } else {
            out += macro_tokens(macro, stands_before_possessive(text, from), phrases);
        }
    }
    return out.append(text, from);
}

bool reads_over_blanks(std::string_view pattern) {
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '\\') {
            ++at;
        } else if (pattern[at] == '.') {
            return true;
        } else if (pattern[at] == '[') {
            const std::size_t close = std::min(pattern.find(']', at + 2), pattern.size());
            const std::string_view inner = pattern.substr(at + 1, close - at - 1);
            if (inner.starts_with('^') != (inner.find(' ') != std::string_view::npos)) {
                return true;
            }
            at = close;
        }
    }
    return false;
}

void mark_macro_words(WordTable& words) {
    const std::array<std::pair<std::string_view, std::uint32_t>, 3> lists{
        {{adverbs, token_mark::adverb},
         {auxiliaries, token_mark::auxiliary},
         {determiners, token_mark::determiner}}};
    for (const auto& [list, mark] : lists) {
        std::string rest;
        for (const std::string& word : single_words(list, rest)) {
            words.mark(word, mark);
        }
    }
}

std::string bounded_regex(std::string_view pattern, std::string_view body) {
    const bool keeps_case = pattern.starts_with("(?-i)");
    return std::string(keeps_case ? "" : "(?i)") + "(?:^|[ ])(?:" + std::string(body) +
           ")(?:[ ]|$)";
}

} // namespace actorgraph
