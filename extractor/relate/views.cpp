#include "extractor/relate/views.hpp"

#include "extractor/relate/lead_ins.hpp"
#include "extractor/relate/shared_parts.hpp"
#include "extractor/relate/view_reader.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

Span origin_of(const View& view, Span range) {
    return {view.origin[range.begin], view.origin[range.end - 1] + 1};
}

bool denotes_person(const ViewReader& words, std::size_t i, const Lexicon& lexicon) {
    static constexpr Words<22> common{
        "lawyer",   "attorney",  "spokesman", "spokeswoman", "spokesperson", "president",
        "senator",  "minister",  "director",  "chairman",    "executive",    "founder",
        "mr",       "mrs",       "ms",        "dr",          "sen.",         "rep.",
        "mr.",      "mrs.",      "gov.",      "ms."};
    return words.is_one(i, common) ||
           (words.classes(i, lexicon) & (mask(LexClass::title) | mask(LexClass::occupation))) != 0;
}

bool is_premodifier(const ViewReader& words, std::size_t i, const Lexicon& lexicon) {
    static constexpr Words<24> common{
        "former", "then",   "ex",      "chief",  "vice",    "deputy", "senior",  "top",
        "acting", "interim", "prime",  "foreign", "finance", "defense", "defence", "interior",
        "press",  "general", "campaign", "assistant", "the", "a",     "justice", "new"};
    return words.is_one(i, common) || words.text(i).find('-') != std::string_view::npos ||
           denotes_person(words, i, lexicon) || has(words.classes(i, lexicon), LexClass::demonym);
}

/// "the <o0> chief executive" before `<p1>`; also "<p0> 's lawyer".
void premodifiers(const ViewReader& words, std::size_t slot, const Lexicon& lexicon,
                  std::vector<Span>& ranges) {
    if (slot == 0 || words.is_slot(slot - 1) || !denotes_person(words, slot - 1, lexicon)) {
        return;
    }
    std::size_t first = slot - 1;
    while (first > 0 && slot - first < 5 && is_premodifier(words, first - 1, lexicon)) {
        --first;
    }
    if (first > 1 && words.is(first - 1, "'s") && words.is_slot(first - 2)) {
        first -= 2;
    } else if (first > 0 && (words.is_slot(first - 1, 'o') || words.is_slot(first - 1, 'l'))) {
        --first;
    }
    if (first > 0 && words.is(first - 1, "the")) {
        --first;
    }
    ranges.push_back(to_span(words.span(first).begin, words.span(slot).begin));
}

/// "of <o1>" or "at the <l2>" behind a person; the token behind it, or 0.
std::size_t body_behind(const ViewReader& words, std::size_t person) {
    std::size_t next = person + 1;
    if (next + 1 >= words.size() || !(words.is(next, "of") || words.is(next, "at"))) {
        return 0;
    }
    next += words.is(next + 1, "the") ? 2 : 1;
    const bool is_body = next + 1 < words.size() &&
                         (words.is_slot(next, 'o') || words.is_slot(next, 'l')) &&
                         !words.is(next + 1, "'s");
    return is_body ? next + 1 : 0;
}

bool joins(const ViewReader& words, std::size_t i) {
    static constexpr Words<5> joints{"and", "or", "but", "who", "which"};
    return words.is_one(i, joints);
}

/// "<p0> , head of <o1> , and <p2> ,": a description between two members of a list of persons.
bool is_described_before_and(const ViewReader& words, std::size_t open, std::size_t close) {
    return words.is(close + 1, "and") && close + 2 < words.size() && words.is_slot(open - 1, 'p') &&
           words.is_slot(close + 2, 'p') && !words.is_slot(open + 1) && close > open + 2;
}

/// The comma that closes an insertion opened by the comma at `open`; 0 when there is none. ", whose
/// mother , <p1> , led <o2> ,": an insertion within is passed over.
std::size_t closing_comma(const ViewReader& words, std::size_t open) {
    static constexpr Words<4> breaks{";", "\"", ":", "-"};
    bool has_inner = words.is(open + 1, "whose");
    for (std::size_t i = open + 2; i < words.size() && i < open + 32; ++i) {
        if (words.is_one(i, breaks)) {
            return 0;
        }
        if (words.is(i, ",") && i + 1 < words.size() && !words.is_slot(i + 1) &&
            !words.is(i + 1, "or")) {
            if (has_inner && words.is_slot(i - 1) && words.is(i - 2, ",")) {
                has_inner = false;
                continue;
            }
            const bool goes_on = words.is(i + 1, "and") || words.is(i + 1, "but");
            return goes_on && !is_described_before_and(words, open, i) ? 0 : i;
        }
    }
    return 0;
}

bool is_finite_verb(const ViewReader& words, std::size_t i) {
    static constexpr Words<12> auxiliaries{"is",    "was",  "are", "were",   "has", "had", "will",
                                           "would", "did", "does", "became", "later"};
    const std::string_view text = words.text(i);
    const bool ends_ed = text.size() > 4 && (text[text.size() - 1] | 32) == 'd' &&
                         (text[text.size() - 2] | 32) == 'e';
    return (words.marks(i) & token_mark::finite_verb) != 0 || ends_ed || words.is_one(i, auxiliaries);
}

/// Bytes of the view that come from a range of the skeleton; empty when none are left.
Span in_view(const View& view, Span skeleton_range) {
    const auto begin = std::lower_bound(view.origin.begin(), view.origin.end() - 1,
                                        skeleton_range.begin);
    const auto end = std::lower_bound(begin, view.origin.end() - 1, skeleton_range.end);
    return to_span(static_cast<std::size_t>(begin - view.origin.begin()),
                   static_cast<std::size_t>(end - view.origin.begin()));
}

/// How many bytes of one of the tails, without its last blank, the text goes on with.
template <std::size_t size>
std::size_t tail_behind(std::string_view text, std::size_t at,
                        const std::array<std::string_view, size>& tails) {
    for (const std::string_view tail : tails) {
        if (text.substr(at).starts_with(tail)) {
            return tail.size() - 1;
        }
    }
    return 0;
}

/// The word at or behind a byte; empty at the end.
std::string_view next_word(std::string_view text, std::size_t at) {
    const std::size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
    return text.substr(begin, std::min(text.find(' ', begin), text.size()) - begin);
}

bool is_gerund(std::string_view word) { return word.size() > 4 && word.ends_with("ing"); }

/// "managed to", "was fined for" with the verb that depends on it.
bool has_verb_behind(std::string_view text, Span cue) {
    const std::string_view own = text.substr(cue.begin, length(cue));
    const std::string_view next = next_word(text, cue.end);
    return own.ends_with(" to") || next == "to" || next == "having" || is_gerund(next);
}

/// "the lawyer of <p0> , <p1> ,": where the description of <p1> before the comma begins; the comma
/// itself when there is none.
std::size_t described_by(const ViewReader& words, std::size_t comma, const Lexicon& lexicon) {
    static constexpr Words<3> links{"of", "to", "for"};
    const bool is_set_off = comma > 2 && comma + 2 < words.size() && words.is_slot(comma + 1, 'p') &&
                            words.is(comma + 2, ",") && words.is_one(comma - 2, links);
    if (!is_set_off || words.is_slot(comma - 3) ||
        !(denotes_person(words, comma - 3, lexicon) ||
          has(words.classes(comma - 3, lexicon), LexClass::kinship))) {
        return comma;
    }
    std::size_t first = comma - 3;
    while (first > 0 && comma - first < 7 &&
           (words.is(first - 1, "the") || words.is(first - 1, "a") ||
            is_premodifier(words, first - 1, lexicon))) {
        --first;
    }
    return first == 0 ? first : comma;
}

/// "did not", "denied paying": the cue speaks of the verb next to it only, not of those joined to it.
bool is_of_one_verb(std::string_view text, const CueHit& hit, Span place) {
    static constexpr std::array<std::string_view, 3> no{"negated", "denied", "untrue"};
    const bool is_no = std::find(no.begin(), no.end(), hit.cue->effect) != no.end();
    return (hit.cue->effect == "negated" && hit.cue->scope == "inside") ||
           (is_no && is_gerund(next_word(text, place.end)));
}

} // namespace

View& ViewMaker::fresh() {
    if (used_ == room_.size()) {
        room_.push_back(std::make_unique<View>());
    }
    View& view = *room_[used_++];
    view.text.clear();
    view.origin.clear();
    view.tokens.clear();
    view.is_rewritten = view.is_reordered = view.only_leaves_out = false;
    view.silenced.clear();
    view.lifted.clear();
    view.shares_subject = false;
    return view;
}

const View& ViewMaker::whole(const Skeleton& skeleton, const std::vector<SkeletonToken>& tokens) {
    View& view = fresh();
    view.name = "whole";
    view.text = skeleton.text;
    view.tokens = tokens;
    view.origin.resize(skeleton.text.size() + 1);
    for (std::uint32_t i = 0; i < view.origin.size(); ++i) {
        view.origin[i] = i;
    }
    return view;
}

const View& ViewMaker::without(const View& base, std::string_view name) {
    if (ranges_.empty()) {
        return base;
    }
    View& out = fresh();
    out.name = name;
    out.only_leaves_out = !base.is_rewritten;
    out.is_rewritten = base.is_rewritten;
    out.is_reordered = base.is_reordered;
    out.silenced = base.silenced;
    out.lifted = base.lifted;
    out.shares_subject = base.shares_subject;
    copy_without(base, out);
    return out;
}

void ViewMaker::copy_without(const View& base, View& out) {
    std::sort(ranges_.begin(), ranges_.end());
    ranges_.push_back(to_span(base.text.size(), base.text.size()));
    std::uint32_t from = 0;
    std::size_t token = 0;
    for (const Span& range : ranges_) {
        if (range.begin > from) {
            copy_piece(base, {from, range.begin}, out, token);
        }
        from = std::max(from, range.end);
    }
    out.origin.push_back(base.origin.back());
    if (token == unknown_word) {
        scan_tokens(out.text, rules_.words, out.tokens);
    }
}

/// Appends a piece of the base; blanks stay single. `token`: the first of the base that may lie in it;
/// `unknown_word` when a token was cut, so that the text must be read again.
void ViewMaker::copy_piece(const View& base, Span piece, View& out, std::size_t& token) {
    while (piece.begin < piece.end && base.text[piece.begin] == ' ' &&
           (out.text.empty() || out.text.back() == ' ')) {
        ++piece.begin;
    }
    if (length(piece) == 0) {
        return;
    }
    const auto shift = static_cast<std::uint32_t>(out.text.size()) - piece.begin;
    const bool is_glued = !out.text.empty() && out.text.back() != ' ' && base.text[piece.begin] != ' ';
    if (is_glued && (out.text.back() == '>' || base.text[piece.begin] == '<')) {
        out.text += ' '; // "<p0> accused <p1> of": the slots stay apart
        out.origin.push_back(base.origin[piece.begin]);
        copy_piece(base, piece, out, token);
        return;
    }
    out.text.append(base.text, piece.begin, length(piece));
    out.origin.insert(out.origin.end(), base.origin.begin() + piece.begin,
                      base.origin.begin() + piece.end);
    if (is_glued) {
        token = unknown_word;
    }
    for (; token < base.tokens.size() && base.tokens[token].begin < piece.end; ++token) {
        SkeletonToken copy = base.tokens[token];
        const bool is_cut = copy.end > piece.end || (copy.begin < piece.begin && copy.end > piece.begin);
        if (is_cut) {
            token = unknown_word;
            return;
        }
        if (copy.begin >= piece.begin) {
            copy.begin += shift;
            copy.end += shift;
            out.tokens.push_back(copy);
        }
    }
}

const View& ViewMaker::bare(const View& whole) {
    ranges_.clear();
    std::vector<Span> silenced;
    const ViewReader words(whole);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.is(i, "(")) {
            std::size_t close = i + 1;
            while (close < words.size() && !words.is(close, ")")) {
                ++close;
            }
            if (close < words.size()) {
                ranges_.push_back(to_span(words.span(i).begin, words.span(close).end));
                silenced.push_back(origin_of(whole, ranges_.back()));
                i = close;
                continue;
            }
        }
        if (words.is(i, "but") && i > 0 && i + 2 < words.size() && words.is_slot(i - 1) && words.is(i + 1, "not") &&
            words.is_slot(i + 2) && !words.is(std::min(i + 3, words.size() - 1), "'s")) {
            ranges_.push_back(to_span(words.span(i).begin, words.span(i + 2).end)); // "<p0> but not <p1> met"
            silenced.push_back(origin_of(whole, ranges_.back()));
        }
        if (const Span lead = lead_in(words, i, rules_.lexicon); lead.end > lead.begin) {
            ranges_.push_back(lead);
        }
        if (words.is_slot(i, 'p')) {
            premodifiers(words, i, rules_.lexicon, ranges_);
            if (const std::size_t behind = body_behind(words, i); behind > 0) {
                ranges_.push_back(to_span(words.span(i + 1).begin, words.span(behind - 1).end));
            }
        }
    }
    const auto suffixes = name_suffixes(whole);
    ranges_.insert(ranges_.end(), suffixes.begin(), suffixes.end());
    const View& view = without(whole, "bare");
    if (!silenced.empty()) {
        View& own = *room_[used_ - 1];
        own.silenced.insert(own.silenced.end(), silenced.begin(), silenced.end());
    }
    return view;
}

const View& ViewMaker::first_roles(const View& bare) {
    ranges_.clear();
    const ViewReader words(bare);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const Span role = words.is(i, "and") ? second_role(words, i, rules_.lexicon) : Span{};
        if (role.end > role.begin) {
            ranges_.push_back(role);
        }
    }
    return without(bare, "first of two roles");
}

const View& ViewMaker::main_clause(const View& bare) {
    static constexpr Words<3> relatives{"who", "which", "whose"};
    ranges_.clear();
    std::vector<Span> silenced;
    const ViewReader words(bare);
    for (std::size_t i = 1; i + 2 < words.size(); ++i) {
        if (!words.is(i, ",")) {
            continue;
        }
        const bool names_holder = !words.is_slot(i - 1) && words.is_slot(i + 1, 'p') &&
                                  words.is(i + 2, ",") &&
                                  (denotes_person(words, i - 1, rules_.lexicon) ||
                                   has(words.classes(i - 1, rules_.lexicon), LexClass::kinship));
        if (names_holder) { // "<p0> 's lawyer , <p1> ,": the person stays
            ranges_.push_back(words.span(i));
            ranges_.push_back(words.span(i + 2));
            i += 2;
            continue;
        }
        if (!words.is_slot(i - 1) || (joins(words, i + 1) && !words.is_one(i + 1, relatives))) {
            continue;
        }
        if (const std::size_t head = described_by(words, i, rules_.lexicon); head < i) {
            ranges_.push_back(to_span(words.span(head).begin, words.span(i).end));
            ranges_.push_back(words.span(i + 2));
            i += 2;
            continue;
        }
        if (const std::size_t close = closing_comma(words, i); close > 0) {
            ranges_.push_back(to_span(words.span(i).begin, words.span(close).end));
            silenced.push_back(origin_of(bare, ranges_.back()));
            i = close;
        }
    }
    const View& view = without(bare, "main clause");
    if (!silenced.empty()) {
        View& own = *room_[used_ - 1];
        own.silenced.insert(own.silenced.end(), silenced.begin(), silenced.end());
    }
    ranges_.clear();
    const ViewReader rest(view);
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (rest.is_slot(i, 'p')) {
            premodifiers(rest, i, rules_.lexicon, ranges_);
        }
    }
    return without(view, "main clause");
}

/// "<p0> met <p1> and paid <p2>": the later verb phrases, each with the subject of the first.
/// What was taken out silences only the "no" and the verbs of status that belong to the first verb
/// phrase alone ("did not pay <p1> but met", "denied paying <p1> but met"): "denied that" still counts.
void ViewMaker::add_coordinated(const View& main, const std::vector<CueHit>& cues) {
    static constexpr Words<4> joints{"and", "but", ",", "then"};
    const ViewReader words(main);
    std::size_t subject = 0;
    while (subject + 1 < words.size() &&
           !((words.is_slot(subject, 'p') || words.is_slot(subject, 'o')) &&
             is_finite_verb(words, subject + 1))) {
        ++subject;
    }
    for (std::size_t i = subject + 3; i + 2 < words.size(); ++i) {
        if (words.is_one(i, joints) && is_finite_verb(words, i + 1)) {
            const Span cut = to_span(words.span(subject).end + 1, words.span(i + 1).begin);
            const Span taken = origin_of(main, cut);
            ranges_.assign(1, cut);
            const View& view = without(main, "coordinated");
            View& own = *room_[used_ - 1];
            own.shares_subject = true;
            for (const CueHit& hit : cues) {
                const Span in_main = in_view(main, hit.span);
                if (hit.span.end <= taken.end && overlaps(hit.span, taken) && length(in_main) > 0 &&
                    is_of_one_verb(main.text, hit, in_main)) {
                    own.silenced.push_back(hit.span);
                }
            }
            keep(view);
            keep(lifted(view, cues, "coordinated, lifted"));
        }
    }
}

/// A later member of a list in the place of the first.
void ViewMaker::add_shared_parts(const View& base) {
    for (const Span cut : shared_part_cuts(base, rules_.lexicon)) {
        ranges_.assign(1, cut);
        keep(without(base, "shared part"));
    }
}

const View& ViewMaker::unattributed(const View& main, const std::vector<CueHit>& cues) {
    static constexpr std::array<std::string_view, 2> tails{" that ", " , "};
    ranges_.clear();
    for (const CueHit& hit : cues) {
        const Span span = hit.speaker ? in_view(main, hit.span) : Span{};
        if (length(span) == 0 || hit.cue->scope == "inside") {
            continue; // "X described Y": Y is no clause of X's
        }
        const bool at_start = span.begin < 2;
        const bool at_comma = span.begin >= 2 && (main.text[span.begin - 1] == ',' ||
                                                  main.text[span.begin - 2] == ',' ||
                                                  main.text[span.begin - 2] == '"');
        if (hit.cue->effect == "said" || at_start || at_comma) {
            std::size_t begin = span.begin;
            while (at_comma && begin > 0 &&
                   (main.text[begin - 1] == ' ' || main.text[begin - 1] == ',')) {
                --begin;
            }
            ranges_.push_back(to_span(begin, span.end + tail_behind(main.text, span.end, tails)));
        }
    }
    std::size_t marks = 0;
    for (std::size_t at = main.text.find('"'); at != std::string::npos;
         at = main.text.find('"', at + 1)) {
        const bool closes = marks++ % 2 == 1;
        if (closes && at > 2 && main.text[at - 2] == ',') {
            continue; // "the probe of <p0> , " a <o1> spokesman said": no apposition
        }
        ranges_.push_back(to_span(at, at + 1));
    }
    return without(main, "unattributed");
}

const View& ViewMaker::lifted(const View& base, const std::vector<CueHit>& cues,
                              std::string_view name) {
    static constexpr std::array<std::string_view, 4> tails{" to ", " that ", " of ", " from "};
    ranges_.clear();
    std::vector<Span> lifted;
    for (const CueHit& hit : cues) {
        Span words = hit.span;
        if (hit.speaker) {
            if (hit.speaker_span.end >= hit.span.end) {
                continue;
            }
            words.begin = hit.speaker_span.end;
        }
        Span span = in_view(base, words);
        const bool joins_verbs = hit.cue->effect == "said" && !hit.speaker; // "but admitted"
        if (length(span) == 0 || hit.cue->scope == "after" || (joins_verbs && !base.shares_subject) ||
            (hit.cue->effect == "carried" && hit.cue->scope == "inside" &&
             !has_verb_behind(base.text, span))) {
            continue;
        }
        if (base.text[span.begin] == '<') { // "<o0> to": the actor stays
            span.begin = static_cast<std::uint32_t>(
                std::min<std::size_t>(base.text.find(' ', span.begin) + 1, span.end));
        }
        if (hit.cue->effect == "alleged" && span.begin > 3 &&
            std::string_view(base.text).substr(span.begin - 4, 4) == "> , ") {
            span.begin -= 2; // "<p0> , suspected of having"
        }
        const bool is_possessor = std::string_view(base.text).substr(span.begin).starts_with("'s ") &&
                                  span.begin > 3 && base.text[span.begin - 3] == '~';
        if (is_possessor) { // "<p0~> 's refusal to": <p0> is who refuses
            ranges_.push_back(to_span(span.begin - 3, span.begin - 2));
        }
        const std::string_view inside = std::string_view(base.text).substr(span.begin, length(span));
        if (const std::size_t slot = inside.find('<'); slot != std::string_view::npos) {
            const std::size_t end = inside.find('>', slot);
            if (end == std::string_view::npos || inside.find('<', end) != std::string_view::npos) {
                continue;
            }
            // "accused <p1> of", "urged <p1> to": the actor between the words stays.
            ranges_.push_back(to_span(span.begin, span.begin + static_cast<std::uint32_t>(slot)));
            span.begin += static_cast<std::uint32_t>(end + 1);
        }
        ranges_.push_back(to_span(span.begin, span.end + tail_behind(base.text, span.end, tails)));
        lifted.push_back(hit.span);
    }
    const View& view = without(base, name);
    if (&view != &base) {
        room_[used_ - 1]->lifted = std::move(lifted);
    }
    return view;
}

void ViewMaker::keep(const View& view) {
    const bool is_known = std::any_of(kept_.begin(), kept_.end(), [&](const View* old) {
        return old == &view || old->text == view.text;
    });
    if (!is_known) {
        kept_.push_back(&view);
    }
}

const std::vector<const View*>& ViewMaker::make(const Skeleton& skeleton,
                                                const std::vector<SkeletonToken>& tokens,
                                                const std::vector<CueHit>& cues) {
    used_ = 0;
    kept_.clear();
    const View& all = whole(skeleton, tokens);
    const View& plain = bare(all);
    const View& main = main_clause(plain);
    const View& unsaid = unattributed(main, cues);
    for (const View* view : {&all, &plain, &main, &unsaid}) {
        keep(*view);
    }
    keep(first_roles(plain));
    if (all.text.find('(') != std::string::npos || all.text.find(" - ") != std::string::npos) {
        keep(commas(all));
    }
    if (all.text.find("whose") != std::string::npos) {
        const View& possessive = whose(all);
        keep(possessive);
        keep(main_clause(possessive)); // "<p0> 's mother , <p1> , led <o2>" reads "<p0> 's mother <p1> led <o2>"
    }
    if (const View* view = asked(plain)) {
        keep(*view);
    }
    add_coordinated(main, cues);
    add_fronted(plain, cues);
    add_shared_parts(plain);
    add_shared_parts(main);
    if (!cues.empty()) {
        keep(lifted(plain, cues, "lifted"));
        keep(lifted(main, cues, "main clause, lifted"));
        keep(lifted(unsaid, cues, "unattributed, lifted"));
    }
    return kept_;
}

} // namespace actorgraph
