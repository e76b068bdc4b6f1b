#include "rules/rule_match.hpp"

#include "rules/trigger_window.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

namespace actorgraph {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

std::string_view last_word(std::string_view text) {
    while (text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    const std::size_t blank = text.rfind(' ');
    return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

std::string_view first_word(std::string_view text) {
    while (text.starts_with(' ')) {
        text.remove_prefix(1);
    }
    return text.substr(0, std::min(text.find(' '), text.size()));
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool starts_upper(std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; }

/// "chairman of <o0> , based in", "by <p0> , a friend of": what follows a comma speaks of the slot itself.
bool describes_itself(std::string_view after) {
    const bool is_set_off = after.starts_with(" , ") || after.starts_with(" ( ");
    const std::string next = lower(first_word(is_set_off ? after.substr(3) : after));
    return is_one_of(next, {"which", "based", "headquartered", "located", "founded", "established", "owned"}) ||
           (is_set_off && is_one_of(next, {"a", "an", "the", "one", "himself", "herself", "itself"}));
}

/// A word or possessive right behind a slot.
bool goes_on_as_phrase(std::string_view after) {
    const std::string_view next = first_word(after);
    return next == "'s" || (!next.empty() && std::isalpha(static_cast<unsigned char>(next[0])) != 0 &&
                            !is_one_of(lower(next), {"of", "in", "at", "and", "or", "who", "which", "that"}));
}

/// "the lawyer of <p0> met": the slot ends a phrase whose head is somebody else.
bool belongs_to_other(std::string_view before, std::string_view after) {
    const auto drop_last_word = [&before] {
        before = before.substr(0, static_cast<std::size_t>(last_word(before).data() - before.data()));
    };
    for (int titles = 0; titles < 3 && starts_upper(last_word(before)) && before.find(' ') < before.size() - 1; ++titles) {
        drop_last_word(); // "the driver of Governor <p0>"
    }
    if (lower(last_word(before)) == "the") {
        drop_last_word();
    }
    const std::string word = lower(last_word(before));
    const std::string_view next = first_word(after);
    drop_last_word();
    if (is_one_of(lower(last_word(before)), {"nobody", "one"}) && is_one_of(word, {"at", "from", "in"})) {
        return false; // "nobody at <o0> met": a "no" to the whole
    }
    const bool goes_on = next.ends_with("ing") || next == "to";
    if (goes_on || describes_itself(after)) {
        return false;
    }
    const bool is_place = is_one_of(word, {"in", "near"}) && next != "'s" && next != ",";
    return (is_place || is_one_of(word, {"of", "for", "from", "with", "at", "against", "by", "to", "around"})) &&
           !(word == "to" && is_one_of(lower(last_word(before)), {"according", "thanks"}));
}

bool names_people(std::string_view word, const Lexicon& lexicon) {
    const std::string folded = lower(word);
    static constexpr std::array<std::string_view, 30> common{
        "official",  "officials", "officer",   "officers", "executive", "executives", "employee",
        "employees", "staff",     "staffers",  "member",   "members",   "lawyer",     "lawyers",
        "spokesman", "spokeswoman", "aide",    "aides",    "adviser",   "advisers",   "agent",
        "agents",    "leader",    "leaders",   "chief",    "boss",      "personnel",  "workers",
        "ceo",       "founder"};
    if (std::find(common.begin(), common.end(), folded) != common.end()) {
        return true;
    }
    const LexMask classes = lexicon.folded_classes(folded);
    return (classes & (mask(LexClass::occupation) | mask(LexClass::kinship))) != 0;
}

bool says(std::string_view word, const Lexicon& lexicon) {
    return is_one_of(word, {"said", "says", "told", "tells", "reported", "reports", "wrote", "writes", "added", "announced",
                            "joked", "jokes", "quipped", "quips"}) ||
           has(lexicon.folded_classes(lower(word)), LexClass::speech_verb);
}

/// "backs the <l1> embargo", "answered the <o1> offer": things of politics, business and law that names describe.
bool names_thing(std::string_view word) {
    static constexpr std::array<std::string_view, 87> things{
        "embargo",   "demand",     "demands",   "policy",    "policies",  "plan",      "plans",     "proposal",
        "proposals", "offer",      "offers",    "bid",       "bids",      "effort",    "efforts",   "call",
        "calls",     "law",        "laws",      "bill",      "bills",     "sanctions", "treaty",    "accord",
        "talks",     "deal",       "deals",     "ban",       "tax",       "taxes",     "budget",    "budgets",
        "crisis",    "war",        "wars",      "conflict",  "peace",     "election",  "elections", "vote",
        "votes",     "referendum", "economy",   "market",    "markets",   "currency",  "bonds",     "shares",
        "stock",     "stocks",     "stake",     "debt",      "debts",     "exports",   "imports",   "trade",
        "navigation", "shipping",  "waters",    "airspace",  "territory", "border",    "borders",   "membership",
        "aircraft",  "aircrafts",  "planes",    "jets",      "cars",      "products",  "drugs",     "software",
        "report",    "reports",    "study",     "probe",     "inquiry",   "investigation", "trial", "case",
        "project",   "projects",   "scheme",    "reforms",   "side",      "team",      "squad"};
    const std::string folded = lower(word);
    return std::find(things.begin(), things.end(), folded) != things.end();
}

/// "met <o1> 's lawyer", "met <o1> officials": the slot is not who was met.
bool owns_what_follows(std::string_view after, const Lexicon& lexicon) {
    const std::string_view next = first_word(after);
    return next == "'s" || (!next.empty() && next[0] != '<' && (names_people(next, lexicon) || names_thing(next)));
}

/// "Kelowna , British Columbia": a place and the one it lies in.
bool is_place_with_region(std::string_view list) {
    const auto slots = slots_in(list);
    return slots.size() >= 2 && slots.size() <= 3 &&
           std::all_of(slots.begin(), slots.end(),
                       [&](const SlotAt& slot) { return list[slot.span.begin + 1] == 'l'; });
}

/// "met <p0> , <p1>" with nothing behind: headlines leave the "and" out.
bool is_pair_at_end(std::string_view list, std::string_view after) {
    const auto slots = slots_in(list);
    return slots.size() == 2 && list[slots[0].span.begin + 1] == list[slots[1].span.begin + 1] &&
           after.find_first_not_of(" .!") == std::string_view::npos;
}

/// Slots of a captured list. Without an "and" in it or right behind it, a list of commas is none:
/// of "with <p0> , <p1> met" only the slot nearest to the verb counts.
std::vector<std::size_t> members(std::string_view list, std::string_view after, bool is_first) {
    std::vector<std::size_t> numbers;
    for (const SlotAt& slot : slots_in(list)) {
        numbers.push_back(slot.number);
    }
    const std::string folded = lower(list);
    const bool has_joint = folded.find(" and ") != std::string::npos ||
                           folded.find(" & ") != std::string::npos ||
                           folded.find(" with ") != std::string::npos || folded.find(" like ") != std::string::npos ||
                           folded.find(" as well ") != std::string::npos;
    const bool goes_on = after.starts_with(" and ") || after.starts_with(" , and ");
    if (is_place_with_region(list)) {
        return numbers;
    }
    if (numbers.size() > 1 && is_first && (after.starts_with(" , a ") || after.starts_with(" , an "))) {
        return {numbers.back()}; // "<p0> and <p1> , a minister": one of them
    }
    if (numbers.size() > 1 && !has_joint && !goes_on) {
        const std::size_t kept = is_first ? numbers.back() : numbers.front();
        return {kept};
    }
    return numbers;
}

/// No rule spans more than this between its first slot and its rarest word.
constexpr std::size_t reach_bytes = 140;

/// The token that begins with a byte of the sentence, when the text has it.
std::optional<std::uint32_t> token_from(const MatchText& text, std::uint32_t byte) {
    const auto token = std::lower_bound(text.tokens.begin(), text.tokens.end(), byte,
                                        [&](const SkeletonToken& one, std::uint32_t wanted) {
                                            return text.origin[one.begin] < wanted;
                                        });
    if (token == text.tokens.end() || text.origin[token->begin] != byte) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(token - text.tokens.begin());
}

class Matcher {
  public:
    Matcher(const MatchText& text, const ReadyRule& ready, const Rulebook& rules,
            MatchMemory& memory, std::vector<RuleMatch>& out)
        : text_(text.text), tokens_(text.tokens), rule_(*ready.rule), ready_(ready), rules_(rules),
          origin_(text.is_rewritten ? std::span<const std::uint32_t>() : text.origin), places_(text.origin),
          memory_(memory), found_(out) {
        for (const Wake& wake : ready.wakes) {
            if (const auto token = token_from(text, wake.byte)) {
                wakes_.push_back(text.tokens[*token].begin);
            }
        }
    }

    /// Tries a match that begins at the token and ends before token `reach`.
    void try_at(std::size_t token, std::size_t reach) {
        const std::uint32_t begin = tokens_[token].begin;
        if (ready_.lead != 0 ? is_awake_behind(begin) : is_near_first_wake(begin)) {
            ask_at(token, reach);
        }
    }

  private:
    /// The blanks around a match are part of the expression. Few of these tries fail, so groups are asked
    /// for at once: on so short a text RE2 then walks the program once and builds no automaton.
    void ask_at(std::size_t token, std::size_t reach) {
        const std::size_t begin = tokens_[token].begin - (tokens_[token].begin == 0 ? 0 : 1);
        const std::size_t end = std::min<std::size_t>(tokens_[reach - 1].end + 1, text_.size());
        const bool is_sentence =
            !origin_.empty() && origin_[end] - origin_[begin] == end - begin;
        if (is_sentence ? ask_once(token, begin, end) : ask(token, begin, end)) {
            keep();
        }
    }

    bool ask(std::size_t token, std::size_t begin, std::size_t end) {
        return ready_.groups != nullptr ? ask_tokens(token, begin) : ask_regex(begin, end);
    }

    bool ask_tokens(std::size_t token, std::size_t begin) {
        const auto end = ready_.tokens->net().match(0, text_, tokens_, token, spans_);
        if (!end) {
            return false;
        }
        const std::size_t behind = std::min<std::size_t>(tokens_[*end - 1].end + 1, text_.size());
        parts_[0] = {text_.data() + begin, behind - begin};
        for (std::size_t i = 0; i < spans_.size() && i + 1 < parts_.size(); ++i) {
            const bool is_there = spans_[i].begin <= spans_[i].end;
            parts_[i + 1] = is_there ? re2::StringPiece(text_.data() + spans_[i].begin, length(spans_[i]))
                                     : re2::StringPiece();
        }
        return true;
    }

    bool ask_regex(std::size_t begin, std::size_t end) {
        const re2::StringPiece text(text_.data(), text_.size());
        const re2::RE2& regex = rule_.regex->get();
        return regex.ok() &&
               regex.Match(text, begin, end, re2::RE2::ANCHOR_START, parts_.data(), groups());
    }

    int groups() const {
        const std::size_t count = ready_.groups != nullptr
                                      ? ready_.tokens->net().pattern(0).groups.size()
                                      : static_cast<std::size_t>(rule_.regex->get().NumberOfCapturingGroups());
        return std::min(most_groups, static_cast<int>(count) + 1);
    }

    bool ask_once(std::size_t token, std::size_t begin, std::size_t end) {
        const Span stretch = to_span(origin_[begin], origin_[end]);
        const auto known = std::find_if(
            memory_.tried.begin(), memory_.tried.end(), [&](const MatchMemory::Tried& tried) {
                return tried.rule == &rule_ && tried.stretch == stretch;
            });
        if (known != memory_.tried.end()) {
            recall(*known, begin);
            return known->is_match;
        }
        const bool is_match = ask(token, begin, end);
        memory_.tried.push_back({&rule_, stretch, is_match, memory_.parts.size()});
        for (int i = 0; is_match && i < groups(); ++i) {
            const re2::StringPiece& piece = parts_[static_cast<std::size_t>(i)];
            const bool is_there = piece.data() != nullptr;
            const std::size_t from = is_there ? offset(piece) - begin : 1;
            memory_.parts.push_back(to_span(from, is_there ? from + piece.size() : 0));
        }
        return is_match;
    }

    void recall(const MatchMemory::Tried& tried, std::size_t begin) {
        for (int i = 0; tried.is_match && i < groups(); ++i) {
            const Span part = memory_.parts[tried.parts + static_cast<std::size_t>(i)];
            parts_[static_cast<std::size_t>(i)] =
                part.end < part.begin
                    ? re2::StringPiece()
                    : re2::StringPiece(text_.data() + begin + part.begin, length(part));
        }
    }

    void keep() {
        const GroupNumbers& groups = ready_.groups != nullptr ? *ready_.groups : rule_.regex->groups();
        if (groups.source > 0 && groups.target > 0 && !has_barred_word(groups)) {
            take(groups);
        }
    }

    /// Whether a word that the rule cannot do without stands near behind the slot, and near behind that
    /// word the slot that a match must end with.
    bool is_awake_behind(std::size_t slot) const {
        return wakes_.empty() || std::any_of(wakes_.begin(), wakes_.end(), [&](std::uint32_t word) {
                   return word > slot && word < slot + reach_bytes && has_tail(word);
               });
    }

    bool is_near_first_wake(std::size_t begin) const {
        const std::size_t first = wakes_.empty() ? 0 : wakes_.front();
        const std::size_t at = first > reach_bytes ? text_.rfind(' ', first - reach_bytes) : 0;
        return at == std::string_view::npos || begin >= at;
    }

    bool has_tail(std::size_t byte) const {
        if (rule_.tail_letters.empty()) {
            return true;
        }
        for (std::size_t at = text_.find('<', byte); at + 1 < text_.size() && at < byte + reach_bytes;
             at = text_.find('<', at + 1)) {
            if (rule_.tail_letters.find(text_[at + 1]) != std::string::npos) {
                return true;
            }
        }
        return false;
    }

    /// Whether the sentence has the same word behind this place: nothing was taken out there.
    bool goes_on_at(std::size_t byte) const {
        const std::size_t next = std::min(byte + 2, places_.size() - 1);
        const std::size_t last = byte - 1; // the blank behind it may be that of a later word
        return byte >= next || places_[next] - places_[last] == next - last;
    }

    std::size_t offset(re2::StringPiece piece) const {
        return static_cast<std::size_t>(piece.data() - text_.data());
    }

    std::string_view part(int number) const {
        const re2::StringPiece& piece = parts_[static_cast<std::size_t>(number)];
        return piece.data() == nullptr || number == 0 ? std::string_view()
                                                      : std::string_view(piece.data(), piece.size());
    }

    /// Capitalised words only.
    static bool is_title(std::string_view words) {
        bool at_start = true;
        for (const char c : words) {
            if (at_start && c != ' ' && !(c >= 'A' && c <= 'Z')) {
                return false;
            }
            at_start = c == ' ';
        }
        return !words.empty();
    }

    /// "sued editor <p0>": a verb or preposition where only a noun phrase may stand.
    bool has_barred_word(const GroupNumbers& groups) const {
        return std::any_of(groups.phrases.begin(), groups.phrases.end(),
                           [&](int number) { return is_barred(part(number)); }) ||
               (rule_.has_free_role && is_barred(part(groups.role)));
    }

    bool is_barred(std::string_view words) const {
        return rules_.barred != nullptr && !words.empty() &&
               re2::RE2::PartialMatch({words.data(), words.size()}, rules_.barred->get());
    }

    /// "met <p0> 's lawyer , <p1> said", "to replace <p0> , a spokesman for <o1> said": what stands behind
    /// the comma says the rest. A comma that the rule itself has ends nothing.
    bool comma_ends_clause(std::string_view first, std::string_view last) const {
        const auto first_at = static_cast<std::size_t>(first.data() - text_.data());
        const std::size_t first_end = first_at + first.size();
        const auto last_at = static_cast<std::size_t>(last.data() - text_.data());
        const std::size_t last_end = last_at + last.size();
        const std::string_view between = text_.substr(first_end, last_at - first_end);
        const bool is_said = says(first_word(text_.substr(last_end)), rules_.lexicon);
        if (rule_.is_noun_phrase) {
            return is_said && first_at > 2 && between.starts_with(" , ") && between != " , ";
        }
        return rule_.pattern.find(" , {") == std::string::npos && between.ends_with(" , ") &&
               (is_said || !goes_on_at(last_end));
    }

    void take(const GroupNumbers& groups) {
        const std::string_view text = text_;
        const std::string_view source = part(groups.source);
        const std::string_view target = part(groups.target);
        if (source.data() == nullptr || target.data() == nullptr) {
            return; // an alternative without one of the two slots says nothing of both
        }
        const bool source_first = source.data() < target.data();
        const std::string_view first = source_first ? source : target;
        const std::string_view last = source_first ? target : source;
        const auto first_at = static_cast<std::size_t>(first.data() - text.data());
        const auto last_end = static_cast<std::size_t>(last.data() - text.data()) + last.size();
        std::size_t begin = offset(parts_[0]);
        std::size_t end = begin + parts_[0].size();
        begin += begin < text.size() && text[begin] == ' ' ? 1 : 0;
        end -= end > begin && text[end - 1] == ' ' ? 1 : 0;
        if (rule_.pattern.starts_with('{') && is_title(text.substr(begin, first_at - begin))) {
            begin = first_at; // "If <p0>": what only might be a title is no part of the match
        }
        const bool starts_with_slot = first_at <= begin + 4;
        // "by <o0> chief <p1>", "of <p0> 's wife <p1>": one noun phrase, its first slot only describes
        const bool is_one_phrase = rule_.is_noun_phrase && goes_on_as_phrase(text.substr(first_at + first.size()));
        if (starts_with_slot && !is_one_phrase &&
            belongs_to_other(text.substr(0, begin), text.substr(first_at + first.size()))) {
            return;
        }
        if (last_end >= end && owns_what_follows(text.substr(last_end), rules_.lexicon)) {
            return;
        }
        if (source_first && comma_ends_clause(first, last)) {
            return;
        }
        RuleMatch match;
        match.rule = &rule_;
        match.span = to_span(begin, end);
        const auto after = [&](std::string_view list) {
            return text.substr(static_cast<std::size_t>(list.data() - text.data()) + list.size());
        };
        match.sources = members(source, after(source), source_first);
        match.targets = members(target, after(target), !source_first);
        if (source_first && goes_on_at(last_end) && is_pair_at_end(target, after(target))) {
            match.targets = {slots_in(target)[0].number, slots_in(target)[1].number};
        }
        const auto attribute = [&](int number, const std::string& fixed) {
            const std::string_view words = part(number);
            return words.empty() ? fixed : std::string(words);
        };
        match.role = attribute(groups.role, rule_.role);
        match.channel = attribute(groups.channel, rule_.channel);
        match.stage = attribute(groups.stage, rule_.stage);
        match.amount = std::string(part(groups.amount));
        found_.push_back(std::move(match));
    }

    std::string_view text_;
    std::span<const SkeletonToken> tokens_;
    const RelationRule& rule_;
    const ReadyRule& ready_;
    const Rulebook& rules_;
    std::span<const std::uint32_t> origin_; ///< empty when the text is written anew
    std::span<const std::uint32_t> places_; ///< of the sentence, for each byte of the text
    MatchMemory& memory_;
    std::vector<std::uint32_t> wakes_; ///< places of trigger words in the text
    static constexpr int most_groups = 40;
    std::array<re2::StringPiece, most_groups> parts_;
    TokenNet::Groups spans_;
    std::vector<RuleMatch>& found_;
};

} // namespace

std::vector<SlotAt> slots_in(std::string_view text) {
    std::vector<SlotAt> out;
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::size_t close = text.find('>', at);
        if (close == std::string_view::npos) {
            break;
        }
        SlotAt slot;
        slot.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close + 1)};
        std::from_chars(text.data() + at + 2, text.data() + close, slot.number);
        out.push_back(slot);
    }
    return out;
}

bool find_new_beginnings(const MatchText& text, bool only_leaves_out, std::vector<std::uint8_t>& out) {
    out.assign(text.tokens.size(), 1);
    for (std::size_t i = 0; only_leaves_out && i < out.size(); ++i) {
        const std::size_t begin = text.tokens[i].begin;
        const std::size_t end = std::min(begin + 2 * reach_bytes, text.origin.size() - 1);
        out[i] = text.origin[end] - text.origin[begin] != end - begin ? 1 : 0;
    }
    return std::find(out.begin(), out.end(), 1) != out.end();
}

ReadyRule ready(const RelationRule& rule, std::span<const Wake> wakes) {
    const TokenPattern& tokens = rule.tokens->get();
    const bool is_exact = tokens.net().pattern(0).is_exact;
    return {&rule, &tokens, is_exact ? &rule.tokens->groups(0) : nullptr,
            &rule.tokens->trigger_place(), slot_bits(rule.lead_letters), wakes};
}

void find_matches(const MatchText& text, const ReadyRule& rule, const Rulebook& rules,
                  MatchMemory& memory, std::vector<RuleMatch>& out) {
    std::optional<Matcher> matcher; // most rules never come so far
    const auto try_at = [&](std::uint32_t i) {
        const std::uint32_t marks = text.tokens[i].marks;
        if (text.is_new[i] == 0 || (rule.lead != 0 && ((marks | marks >> 5U) & rule.lead) == 0)) {
            return;
        }
        if (const std::size_t reach = rule.tokens->reach(text.tokens, i); reach > i) {
            if (!matcher) {
                matcher.emplace(text, rule, rules, memory, out);
            }
            matcher->try_at(i, reach);
        }
    };
    const auto is_there = [&](const Wake& wake) { return token_from(text, wake.byte).has_value(); };
    if (rule.wakes.empty() ||
        (text.is_rewritten && std::any_of(rule.wakes.begin(), rule.wakes.end(), is_there))) {
        for (std::uint32_t i = 0; i < text.tokens.size(); ++i) { // words written anew are no wakes
            try_at(i);
        }
        return;
    }
    TriggerWindow window(text.tokens, *rule.trigger_place);
    for (const Wake& wake : rule.wakes) {
        if (const auto token = token_from(text, wake.byte)) {
            window.add(*token, try_at);
        }
    }
}

} // namespace actorgraph
