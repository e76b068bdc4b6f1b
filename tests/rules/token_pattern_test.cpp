#include "rules/pattern.hpp"
#include "rules/rulebook.hpp"
#include "rules/token_automaton.hpp"
#include "rules/token_pattern.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace actorgraph;

namespace {

struct Fixture {
    WordTable words;
    Fixture() { mark_macro_words(words); }

    std::vector<SkeletonToken> tokens(std::string_view text) const {
        std::vector<SkeletonToken> out;
        scan_tokens(text, words, out);
        return out;
    }
    /// Tokens that a match from the first one may reach over.
    std::size_t reach(const std::string& pattern, const char* text) const {
        const std::vector<std::string> patterns{token_pattern_text(pattern)};
        return TokenPattern(patterns).reach(tokens(text), 0);
    }
};

/// Skeleton-like text of an example: marks become slots, punctuation stands alone.
std::string as_skeleton(const std::string& marked) {
    std::string out;
    int slot = 0;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i] == '[') {
            out += std::string(out.empty() || out.back() == ' ' ? "" : " ") + "<" + marked[i + 1] +
                   std::to_string(slot++) + "> ";
            i = marked.find(']', i);
        } else if (std::string_view(",;:()\"").find(marked[i]) != std::string_view::npos) {
            out += std::string(out.ends_with(' ') ? "" : " ") + marked[i] + " ";
        } else if (marked[i] != ' ' || !out.ends_with(' ')) {
            out += marked[i];
        }
    }
    return out;
}

} // namespace

TEST_CASE("tokens carry what patterns ask of them", "[rules][tokens]") {
    Fixture rules;
    rules.words.mark("met", token_mark::finite_verb);
    const auto tokens = rules.tokens("<p0> , recently Met the <o12~> 's ex-chief 's");
    REQUIRE(tokens.size() == 9);
    CHECK(tokens[0].is_slot('p'));
    CHECK((tokens[1].marks & (token_mark::phrase | token_mark::role)) == 0);
    CHECK((tokens[1].marks & token_mark::gap) != 0);
    CHECK((tokens[2].marks & token_mark::adverb) != 0);
    CHECK((tokens[3].marks & token_mark::finite_verb) != 0);
    CHECK((tokens[3].marks & token_mark::title) != 0);
    CHECK((tokens[4].marks & token_mark::determiner) != 0);
    CHECK(tokens[5].marks == (token_mark::any | slot_bit('o') << 5U));
    CHECK(tokens[5].is_slot('o'));
    CHECK((tokens[6].marks & token_mark::auxiliary) != 0);
    CHECK((tokens[7].marks & token_mark::joined) != 0);
    CHECK(tokens[8].hash == word_hash("'s"));
    CHECK(tokens[0].word == unknown_word);
}

TEST_CASE("a token pattern says how far a match may reach", "[rules][tokens]") {
    const Fixture rules;
    const std::string met =
        "{person:source}{rel} {adv}{aux}(?:met|meets) (?:up )?(?:with )?{np}{agent:target}";
    CHECK(rules.reach(met, "<p0> met <p1>") == 3);
    CHECK(rules.reach(met, "<p0> , who had quickly met up with the old <o1> and <o2>") == 13);
    CHECK(rules.reach(met, "<p0> and <p1> met <p2>") == 5);
    CHECK(rules.reach(met, "<o0> met <p1>") == 0);
    CHECK(rules.reach(met, "<p0> saw <p1>") == 0);
    CHECK(rules.reach(met, "<p0> met <p1~> 's friend") == 0);
    CHECK(rules.reach("{org:target} 's (?:chief (?:executive )?officer|boss)",
                      "<o0~> 's chief officer") == 4);
    CHECK(rules.reach("{org:target} 's (?:chief (?:executive )?officer|boss)", "<o0~> 's chief") ==
          0);
    CHECK(rules.reach("talks? between", "talks between") == 2);
    CHECK(rules.reach("{person}{gap:2}by", "<p0> was seen by") == 4);
    CHECK(rules.reach("{person}{gap:2}by", "<p0> was never seen by") == 0);
    CHECK(rules.reach("e-?mail(?:ed|s)?", "Emailed") == 1);
    CHECK(rules.reach("[0-9]+ \\( [^()]{1,90} \\)", "12 ( a b c d )") == 7);
    CHECK(rules.reach("", "anything") == 0);
}

TEST_CASE("several patterns in one say which of them end where", "[rules][tokens]") {
    const Fixture rules;
    const std::vector<std::string> patterns{"(?:not|never)", "not {aux}even", "no"};
    const AutomatonPool pool(patterns);
    const auto automaton = pool.lend();
    std::vector<TokenAutomaton::Found> found;
    automaton->find(rules.tokens("not really even"), found);
    REQUIRE(found.size() == 2);
    CHECK(found[0].pattern == 0);
    CHECK(found[0].first == 0);
    CHECK(found[0].end == 1);
    CHECK(found[1].pattern == 1);
    CHECK(found[1].end == 3);
    found.clear();
    automaton->find(rules.tokens("really not"), found);
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == 1);
    CHECK(found[0].end == 2);
}

TEST_CASE("a token pattern refuses nothing that its rule matches", "[rules][tokens]") {
    const auto loaded = load_rulebook(std::string(ACTORGRAPH_SOURCE_DIR) + "/rules");
    REQUIRE(loaded.ok());
    std::size_t matches = 0;
    for (const RelationRule& rule : loaded.value().relation_rules) {
        for (const std::string& example : rule.finds) {
            const std::string text = as_skeleton(example);
            std::vector<SkeletonToken> tokens;
            scan_tokens(text, loaded.value().words, tokens);
            for (std::size_t i = 0; i < tokens.size(); ++i) {
                const std::size_t at = tokens[i].begin - (i == 0 ? 0 : 1);
                re2::StringPiece part;
                if (rule.regex->get().Match(text, at, text.size(), re2::RE2::ANCHOR_START, &part,
                                            1)) {
                    INFO(rule.name << ": " << text);
                    const std::size_t reach = rule.tokens->get().reach(tokens, i);
                    REQUIRE(reach > i);
                    CHECK(tokens[reach - 1].end + 1 >= at + part.size());
                    ++matches;
                }
            }
        }
    }
    CHECK(matches > 500);
}

namespace {

/// Groups of RE2's match by name; empty texts stand for groups that are not there.
std::map<std::string, std::string> groups_of(const re2::RE2& regex, const std::string& text,
                                             std::size_t at) {
    std::vector<re2::StringPiece> parts(
        static_cast<std::size_t>(regex.NumberOfCapturingGroups() + 1));
    std::map<std::string, std::string> found;
    if (regex.Match(text, at, text.size(), re2::RE2::ANCHOR_START, parts.data(),
                    static_cast<int>(parts.size()))) {
        found["all"] = std::string(parts[0]);
        for (const auto& [name, number] : regex.NamedCapturingGroups()) {
            found[name] = std::string(parts[static_cast<std::size_t>(number)]);
        }
    }
    return found;
}

/// The same of the net of a pattern.
std::map<std::string, std::string> groups_of(const TokenNet& net, const std::string& text,
                                             const std::vector<SkeletonToken>& tokens,
                                             std::size_t first) {
    TokenNet::Groups groups;
    std::map<std::string, std::string> found;
    if (const auto end = net.match(0, text, tokens, first, groups)) {
        const std::size_t begin = tokens[first].begin - (first == 0 ? 0 : 1);
        const std::size_t behind = std::min<std::size_t>(tokens[*end - 1].end + 1, text.size());
        found["all"] = text.substr(begin, behind - begin);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const Span span = groups[i];
            found[net.pattern(0).groups[i]] =
                span.begin < span.end ? text.substr(span.begin, length(span)) : "";
        }
    }
    return found;
}

} // namespace

TEST_CASE("an exact token pattern reads the groups that RE2 reads", "[rules][tokens]") {
    const auto loaded = load_rulebook(std::string(ACTORGRAPH_SOURCE_DIR) + "/rules");
    REQUIRE(loaded.ok());
    std::size_t exact = 0;
    std::size_t matches = 0;
    for (const RelationRule& rule : loaded.value().relation_rules) {
        const TokenNet& net = rule.tokens->get().net();
        if (!net.pattern(0).is_exact) {
            continue;
        }
        ++exact;
        for (const auto* examples : {&rule.finds, &rule.ignores}) {
            for (const std::string& example : *examples) {
                const std::string text = as_skeleton(example);
                std::vector<SkeletonToken> tokens;
                scan_tokens(text, loaded.value().words, tokens);
                for (std::size_t i = 0; i < tokens.size(); ++i) {
                    const auto wanted =
                        groups_of(rule.regex->get(), text, tokens[i].begin - (i == 0 ? 0 : 1));
                    INFO(rule.name << ": " << text);
                    CHECK(groups_of(net, text, tokens, i) == wanted);
                    matches += wanted.empty() ? 0 : 1;
                }
            }
        }
    }
    CHECK(exact > 500);
    CHECK(matches > 400);
}

TEST_CASE("what a token pattern reads wider than RE2 is not exact", "[rules][tokens]") {
    const auto is_exact = [](const std::string& pattern) {
        return TokenPattern(std::vector{token_pattern_text(pattern)}).net().pattern(0).is_exact;
    };
    CHECK(is_exact("{person:source} {aux}(?:met|meets) (?:[a-z-]+ ){0,2}{person:target}"));
    CHECK(is_exact("in [0-9]{4}"));
    CHECK(is_exact("colou?rs? of"));
    CHECK_FALSE(is_exact("met .* with"));
    CHECK(is_exact("spokes[a-z]+ (?:[$€£]?[0-9][^ <,;:()]* )?in"));
    CHECK(is_exact("^met"));
    CHECK_FALSE(is_exact("met [a-z ]{1,20}"));
    CHECK_FALSE(is_exact("spokes(?:[a-z]+)?"));
    CHECK_FALSE(is_exact("met$"));
    CHECK_FALSE(is_exact("(?:the|^) met"));
    CHECK_FALSE(is_exact("pro-{person:source}"));
    CHECK_FALSE(is_exact("(?-i)Met"));
    CHECK_FALSE(is_exact("met "));
    CHECK_FALSE(is_exact("(?P<role>ex)-chief"));
}

TEST_CASE("a shape is asked of the letters of one token", "[rules][tokens]") {
    const Fixture rules;
    const auto matches = [&rules](const std::string& pattern, const std::string& text, std::size_t first) {
        const TokenNet net(std::vector{token_pattern_text(pattern)});
        const auto tokens = rules.tokens(text);
        TokenNet::Groups groups;
        REQUIRE(net.pattern(0).is_exact);
        return net.match(0, text, tokens, first, groups).has_value();
    };
    CHECK(matches("on [a-z]+day", "on Tuesday", 0));
    CHECK_FALSE(matches("on [a-z]+day", "on Daylight", 0));
    CHECK_FALSE(matches("on [a-z]+day", "on x1day", 0));
    CHECK(matches("paid [$€£]?[0-9][0-9.,]* to", "paid €1,200 to", 0));
    CHECK_FALSE(matches("paid [$€£]?[0-9][0-9.,]* to", "paid €1k to", 0));
    CHECK(matches("her protégée?", "her PROTÉGÉ", 0));
    CHECK_FALSE(matches("her protégée?", "her protege", 0));
    CHECK(matches("^on [a-z]+day", "on Tuesday", 0));
    CHECK_FALSE(matches("^on [a-z]+day", "Met on Tuesday", 1));
}

TEST_CASE("a pattern knows where its trigger word may stand", "[rules][tokens]") {
    const Fixture rules;
    const auto place = [](const std::string& pattern, const std::string& trigger) {
        const std::vector<std::uint32_t> hashes{word_hash(trigger)};
        return TokenPattern(std::vector{token_pattern_text(pattern)}).place_of(hashes);
    };
    const TriggerPlace met = place("{person} (?:has |had )?met {person}", "met");
    CHECK(met.least_before == 1);
    CHECK(met.most_before < TriggerPlace::any_number);
    const auto fits = [&](const TriggerPlace& where, const char* text, std::size_t token) {
        return where.fits(rules.tokens(text), token);
    };
    CHECK(fits(met, "<p0> met <p1>", 1));
    CHECK(fits(met, "<p0> had met <p1>", 2));
    CHECK_FALSE(fits(met, "<p0> never met <p1>", 2));
    CHECK_FALSE(fits(met, "<p0> met", 1));
    CHECK_FALSE(fits(met, "met <p0>", 0));
    const TriggerPlace lawyer = place("lawyer of {person}", "lawyer");
    CHECK(lawyer.most_before == 0);
    CHECK(fits(lawyer, "lawyer of <p0>", 0));
    const TriggerPlace unknown = place("{person} (?:met )?{person}", "met");
    CHECK(unknown.most_before == TriggerPlace::any_number);
    CHECK(fits(unknown, "met", 0));
}
