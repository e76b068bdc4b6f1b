#include "rules/rule_match.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace actorgraph {
namespace {

Span to_span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

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

/// "the lawyer of <p0> met": the slot ends a phrase whose head is somebody else.
bool belongs_to_other(std::string_view before, std::string_view after) {
    if (lower(last_word(before)) == "the") {
        before = before.substr(0, static_cast<std::size_t>(last_word(before).data() - before.data()));
    }
    const std::string word = lower(last_word(before));
    const std::string_view next = first_word(after);
    const bool goes_on = next.ends_with("ing") || next == "to";
    if (goes_on) {
        return false;
    }
    return is_one_of(word, {"of", "for", "from", "with", "at", "against", "by", "to"}) &&
           !lower(before).ends_with("according to ") && !lower(before).ends_with("thanks to ");
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

/// "met <o1> 's lawyer", "met <o1> officials": the slot is not who was met.
bool owns_what_follows(std::string_view after, const Lexicon& lexicon) {
    const std::string_view next = first_word(after);
    return next == "'s" || (!next.empty() && next[0] != '<' && names_people(next, lexicon));
}

/// "Kelowna , British Columbia": a place and the one it lies in.
bool is_place_with_region(std::string_view list) {
    const auto slots = slots_in(list);
    return slots.size() >= 2 && slots.size() <= 3 &&
           std::all_of(slots.begin(), slots.end(),
                       [&](const SlotAt& slot) { return list[slot.span.begin + 1] == 'l'; });
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
                           folded.find(" with ") != std::string::npos ||
                           folded.find(" as well ") != std::string::npos;
    const bool goes_on = after.starts_with(" and ") || after.starts_with(" , and ");
    if (is_place_with_region(list)) {
        return numbers;
    }
    if (numbers.size() > 1 && !has_joint && !goes_on) {
        const std::size_t kept = is_first ? numbers.back() : numbers.front();
        return {kept};
    }
    return numbers;
}

/// Where the named groups of a rule are.
struct GroupNumbers {
    int source = 0, target = 0, role = 0, channel = 0, stage = 0, amount = 0;
    std::vector<int> phrases; ///< words of `{adj}` and `{np}`

    explicit GroupNumbers(const re2::RE2& regex) {
        const auto& names = regex.NamedCapturingGroups();
        const auto number = [&](const char* name) {
            const auto found = names.find(name);
            return found == names.end() ? 0 : found->second;
        };
        source = number("source");
        target = number("target");
        role = number("role");
        channel = number("channel");
        stage = number("stage");
        amount = number("amount");
        for (const auto& [name, group] : names) {
            if (name.starts_with("phrase")) {
                phrases.push_back(group);
            }
        }
    }
};

/// No rule spans more than this between its first slot and its rarest word.
constexpr std::size_t reach_bytes = 140;

class Matcher {
  public:
    Matcher(std::string_view text, const RelationRule& rule, const Rulebook& rules,
            std::span<const Wake> wakes, std::span<const std::uint32_t> origin)
        : text_(text), rule_(rule), rules_(rules), wakes_(wakes), origin_(origin) {}

    std::vector<RuleMatch> run() {
        if (rule_.lead_letters.empty()) {
            search_anywhere();
        } else {
            search_at_slots();
        }
        return std::move(found_);
    }

  private:
    bool match(std::size_t at, re2::RE2::Anchor anchor) {
        const re2::StringPiece text(text_.data(), text_.size());
        const re2::RE2& regex = rule_.regex->get();
        if (!regex.ok()) {
            return false;
        }
        const int count = std::min(most_groups, regex.NumberOfCapturingGroups() + 1);
        return regex.Match(text, at, text.size(), anchor, parts_.data(), count);
    }

    void keep() {
        const GroupNumbers groups(rule_.regex->get());
        if (groups.source > 0 && groups.target > 0 && !has_barred_word(groups)) {
            take(groups);
        }
    }

    void search_anywhere() {
        const std::size_t first = wakes_.empty() ? 0 : wakes_.front().byte;
        std::size_t at = first > reach_bytes ? text_.rfind(' ', first - reach_bytes) : 0;
        at = at == std::string_view::npos ? 0 : at;
        while (at < text_.size() && match(at, re2::RE2::UNANCHORED)) {
            keep();
            const std::size_t begin = offset(parts_[0]);
            const std::size_t blank = text_.find(' ', begin + 1);
            at = blank == std::string_view::npos ? text_.size() : blank;
        }
    }

    /// Whether anything was taken out near behind the slot; if not, the whole sentence has said the same.
    bool is_changed_behind(std::size_t slot) const {
        if (origin_.empty()) {
            return true;
        }
        const std::size_t end = std::min(slot + 2 * reach_bytes, origin_.size() - 1);
        return origin_[end] - origin_[slot] != end - slot;
    }

    /// Whether a word that the rule cannot do without stands near behind the slot, and near behind that
    /// word the slot that a match must end with.
    bool is_awake_behind(std::size_t slot) const {
        return wakes_.empty() || std::any_of(wakes_.begin(), wakes_.end(), [&](const Wake& wake) {
                   return wake.byte > slot && wake.byte < slot + reach_bytes && has_tail(wake.byte);
               });
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

    /// A match that begins with a slot is tried at the slots only: anchored, RE2 needs no automaton
    /// over the whole sentence (twice as fast on news, most tries end at the next word).
    void search_at_slots() {
        for (std::size_t at = text_.find('<'); at != std::string_view::npos && at + 1 < text_.size();
             at = text_.find('<', at + 1)) {
            const bool fits = rule_.lead_letters.find(text_[at + 1]) != std::string::npos;
            if (fits && is_changed_behind(at) && is_awake_behind(at) && match(at == 0 ? 0 : at - 1, re2::RE2::ANCHOR_START)) {
                keep();
            }
        }
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
        if (starts_with_slot &&
            belongs_to_other(text.substr(0, begin), text.substr(first_at + first.size()))) {
            return;
        }
        if (last_end >= end && owns_what_follows(text.substr(last_end), rules_.lexicon)) {
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
    const RelationRule& rule_;
    const Rulebook& rules_;
    std::span<const Wake> wakes_;
    std::span<const std::uint32_t> origin_;
    static constexpr int most_groups = 40;
    std::array<re2::StringPiece, most_groups> parts_;
    std::vector<RuleMatch> found_;
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

std::vector<RuleMatch> match_rule(std::string_view text, const RelationRule& rule,
                                  const Rulebook& rules, std::span<const Wake> wakes,
                                  std::span<const std::uint32_t> origin) {
    return Matcher(text, rule, rules, wakes, origin).run();
}

} // namespace actorgraph
