#include "extractor/relate/views.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace actorgraph {
namespace {

Span to_span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// A token of a view: a slot or a word, with its bytes.
struct Piece {
    Span span;
    std::string word; ///< lower case
    bool is_slot() const { return word.size() > 2 && word[0] == '<'; }
    bool is_slot(char letter) const { return is_slot() && word[1] == letter; }
};

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            Piece piece{to_span(at, end), {}};
            for (const char c : text.substr(at, end - at)) {
                piece.word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            }
            out.push_back(std::move(piece));
        }
        at = end + 1;
    }
    return out;
}

View whole_view(const Skeleton& skeleton) {
    View view;
    view.name = "whole";
    view.text = skeleton.text;
    view.origin.resize(skeleton.text.size() + 1);
    for (std::uint32_t i = 0; i < view.origin.size(); ++i) {
        view.origin[i] = i;
    }
    return view;
}

/// Takes bytes out; blanks stay single. `ranges` need no order.
View without(const View& view, std::vector<Span> ranges, std::string name) {
    std::sort(ranges.begin(), ranges.end());
    View out;
    out.only_leaves_out = !view.is_rewritten;
    out.is_rewritten = view.is_rewritten;
    out.name = std::move(name);
    out.silenced = view.silenced;
    out.lifted = view.lifted;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < view.text.size(); ++i) {
        while (next < ranges.size() && ranges[next].end <= i) {
            ++next;
        }
        const bool is_out = next < ranges.size() && ranges[next].begin <= i;
        const bool is_double =
            view.text[i] == ' ' && (out.text.empty() || out.text.back() == ' ');
        if (!is_out && !is_double) {
            out.text += view.text[i];
            out.origin.push_back(view.origin[i]);
        }
    }
    out.origin.push_back(view.origin.back());
    return out;
}

Span origin_of(const View& view, Span range) {
    return {view.origin[range.begin], view.origin[range.end - 1] + 1};
}

bool denotes_person(const std::string& word, const Lexicon& lexicon) {
    static constexpr std::array<std::string_view, 22> common{
        "lawyer",   "attorney",  "spokesman", "spokeswoman", "spokesperson", "president",
        "senator",  "minister",  "director",  "chairman",    "executive",    "founder",
        "mr",       "mrs",       "ms",        "dr",          "sen.",         "rep.",
        "mr.",      "mrs.",      "gov.",      "ms."};
    if (std::find(common.begin(), common.end(), word) != common.end()) {
        return true;
    }
    const LexMask classes = lexicon.folded_classes(word);
    return (classes & (mask(LexClass::title) | mask(LexClass::occupation))) != 0;
}

bool is_premodifier(const std::string& word, const Lexicon& lexicon) {
    static constexpr std::array<std::string_view, 24> common{
        "former", "then",   "ex",      "chief",  "vice",    "deputy", "senior",  "top",
        "acting", "interim", "prime",  "foreign", "finance", "defense", "defence", "interior",
        "press",  "general", "campaign", "assistant", "the", "a",     "justice", "new"};
    return std::find(common.begin(), common.end(), word) != common.end() ||
           word.find('-') != std::string::npos || denotes_person(word, lexicon) ||
           has(lexicon.folded_classes(word), LexClass::demonym);
}

/// "the <o0> chief executive" before `<p1>`; also "<p0> 's lawyer".
void premodifiers(const std::vector<Piece>& pieces, std::size_t slot, const Lexicon& lexicon,
                  std::vector<Span>& ranges) {
    if (slot == 0 || !denotes_person(pieces[slot - 1].word, lexicon)) {
        return;
    }
    std::size_t first = slot - 1;
    while (first > 0 && slot - first < 5 && is_premodifier(pieces[first - 1].word, lexicon)) {
        --first;
    }
    if (first > 1 && pieces[first - 1].word == "'s" && pieces[first - 2].is_slot()) {
        first -= 2;
    } else if (first > 0 && (pieces[first - 1].is_slot('o') || pieces[first - 1].is_slot('l'))) {
        --first;
    }
    if (first > 0 && pieces[first - 1].word == "the") {
        --first;
    }
    ranges.push_back(to_span(pieces[first].span.begin, pieces[slot].span.begin));
}

View bare_view(const View& whole, const Lexicon& lexicon) {
    std::vector<Span> ranges;
    std::vector<Span> silenced;
    const auto pieces = pieces_of(whole.text);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].word == "(") {
            const auto close = std::find_if(pieces.begin() + static_cast<std::ptrdiff_t>(i),
                                            pieces.end(),
                                            [](const Piece& piece) { return piece.word == ")"; });
            if (close != pieces.end()) {
                ranges.push_back(to_span(pieces[i].span.begin, close->span.end));
                silenced.push_back(origin_of(whole, ranges.back()));
                i = static_cast<std::size_t>(close - pieces.begin());
                continue;
            }
        }
        if (pieces[i].is_slot('p')) {
            premodifiers(pieces, i, lexicon, ranges);
            std::size_t next = i + 1;
            if (next + 1 < pieces.size() && (pieces[next].word == "of" || pieces[next].word == "at")) {
                next += pieces[next + 1].word == "the" ? 2 : 1;
                const bool is_body = next < pieces.size() && next + 1 < pieces.size() &&
                                     (pieces[next].is_slot('o') || pieces[next].is_slot('l')) &&
                                     pieces[next + 1].word != "'s";
                if (is_body) {
                    ranges.push_back(to_span(pieces[i + 1].span.begin, pieces[next].span.end));
                }
            }
        }
    }
    View view = without(whole, ranges, "bare");
    view.silenced.insert(view.silenced.end(), silenced.begin(), silenced.end());
    return view;
}

bool joins(const std::string& word) {
    return word == "and" || word == "or" || word == "but" || word == "who" || word == "which";
}

/// The comma that closes an insertion opened by the comma at `open`; 0 when there is none.
std::size_t closing_comma(const std::vector<Piece>& pieces, std::size_t open) {
    for (std::size_t i = open + 2; i < pieces.size() && i < open + 32; ++i) {
        if (pieces[i].word == ";" || pieces[i].word == "\"" || pieces[i].word == ":" ||
            pieces[i].word == "-") {
            return 0;
        }
        if (pieces[i].word == "," && i + 1 < pieces.size() && !pieces[i + 1].is_slot() &&
            pieces[i + 1].word != "or") {
            return pieces[i + 1].word == "and" || pieces[i + 1].word == "but" ? 0 : i;
        }
    }
    return 0;
}

View main_clause_view(const View& bare, const Lexicon& lexicon) {
    std::vector<Span> ranges;
    std::vector<Span> silenced;
    const auto pieces = pieces_of(bare.text);
    for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
        if (pieces[i].word != ",") {
            continue;
        }
        const bool names_holder = !pieces[i - 1].is_slot() && pieces[i + 1].is_slot('p') &&
                                  pieces[i + 2].word == "," &&
                                  denotes_person(pieces[i - 1].word, lexicon);
        if (names_holder) { // "<p0> 's lawyer , <p1> ,": the person stays
            ranges.push_back(pieces[i].span);
            ranges.push_back(pieces[i + 2].span);
            i += 2;
            continue;
        }
        const bool is_relative = pieces[i + 1].word == "who" || pieces[i + 1].word == "which" ||
                                 pieces[i + 1].word == "whose";
        if (!pieces[i - 1].is_slot() || (joins(pieces[i + 1].word) && !is_relative)) {
            continue;
        }
        const std::size_t close = closing_comma(pieces, i);
        if (close > 0) {
            ranges.push_back(to_span(pieces[i].span.begin, pieces[close].span.end));
            silenced.push_back(origin_of(bare, ranges.back()));
            i = close;
        }
    }
    View view = without(bare, ranges, "main clause");
    view.silenced.insert(view.silenced.end(), silenced.begin(), silenced.end());
    std::vector<Span> titles;
    const auto rest = pieces_of(view.text);
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (rest[i].is_slot('p')) {
            premodifiers(rest, i, lexicon, titles);
        }
    }
    return without(view, titles, "main clause");
}

/// Parentheses read as commas: "<p0> ( run by <p1> )" is an apposition.
View comma_view(const View& whole) {
    View view = whole;
    view.name = "parentheses as commas";
    view.is_rewritten = true;
    std::replace(view.text.begin(), view.text.end(), '(', ',');
    std::replace(view.text.begin(), view.text.end(), ')', ',');
    return view;
}

/// "<p0> , whose son <p1>": read as "<p0> 's son <p1>".
View whose_view(const View& whole) {
    std::vector<Span> ranges;
    View view = whole;
    view.name = "whose as possessive";
    view.is_rewritten = true;
    const auto pieces = pieces_of(whole.text);
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        if (pieces[i].word != "whose") {
            continue;
        }
        view.text.replace(pieces[i].span.begin, 5, "   's");
        if (pieces[i - 1].word == ",") {
            view.text[pieces[i - 1].span.begin] = ' ';
        }
        ranges.push_back(to_span(pieces[i - 1].word == "," ? pieces[i - 1].span.begin : pieces[i].span.begin,
                                 pieces[i].span.begin + 3));
    }
    return ranges.empty() ? whole : without(view, ranges, "whose as possessive");
}

bool is_finite_verb(const std::string& word, const Rulebook& rules) {
    static constexpr std::array<std::string_view, 12> auxiliaries{
        "is", "was", "are", "were", "has", "had", "will", "would", "did", "does", "became", "later"};
    return rules.verbs.contains(word) ||
           std::find(auxiliaries.begin(), auxiliaries.end(), word) != auxiliaries.end() ||
           (word.size() > 4 && word.ends_with("ed"));
}

/// "<p0> met <p1> and paid <p2>": the later verb phrases, each with the subject of the first.
/// What was taken out silences nothing: a "denied" in it still counts.
void add_coordinated(const View& main, const Rulebook& rules, std::vector<View>& views) {
    const auto pieces = pieces_of(main.text);
    std::size_t subject = 0;
    while (subject + 1 < pieces.size() &&
           !((pieces[subject].is_slot('p') || pieces[subject].is_slot('o')) &&
             is_finite_verb(pieces[subject + 1].word, rules))) {
        ++subject;
    }
    for (std::size_t i = subject + 3; i + 2 < pieces.size(); ++i) {
        const bool is_joint = pieces[i].word == "and" || pieces[i].word == "but" ||
                              pieces[i].word == "," || pieces[i].word == "then";
        if (is_joint && is_finite_verb(pieces[i + 1].word, rules)) {
            const Span cut = to_span(pieces[subject].span.end + 1, pieces[i + 1].span.begin);
            views.push_back(without(main, {cut}, "coordinated"));
        }
    }
}

/// Bytes of the view that come from a range of the skeleton; empty when none are left.
Span in_view(const View& view, Span skeleton_range) {
    const auto begin = std::lower_bound(view.origin.begin(), view.origin.end() - 1,
                                        skeleton_range.begin);
    const auto end = std::lower_bound(view.origin.begin(), view.origin.end() - 1, skeleton_range.end);
    return to_span(static_cast<std::size_t>(begin - view.origin.begin()),
                   static_cast<std::size_t>(end - view.origin.begin()));
}

View unattributed_view(const View& main, const std::vector<CueHit>& cues) {
    std::vector<Span> ranges;
    for (const CueHit& hit : cues) {
        const Span span = in_view(main, hit.span);
        if (!hit.speaker || length(span) == 0) {
            continue;
        }
        const bool at_start = span.begin < 2;
        const bool at_comma = span.begin >= 2 && (main.text[span.begin - 1] == ',' ||
                                                  main.text[span.begin - 2] == ',' ||
                                                  main.text[span.begin - 2] == '"');
        if (hit.cue->effect == "said" || at_start || at_comma) {
            std::size_t begin = span.begin;
            while (at_comma && begin > 0 &&
                   std::string_view(" ,").find(main.text[begin - 1]) != std::string_view::npos) {
                --begin;
            }
            std::size_t end = span.end;
            for (const std::string_view tail : {" that ", " , "}) {
                if (std::string_view(main.text).substr(end).starts_with(tail)) {
                    end += tail.size() - 1;
                    break;
                }
            }
            ranges.push_back(to_span(begin == 0 ? 0 : begin, end));
        }
    }
    for (std::uint32_t i = 0; i < main.text.size(); ++i) {
        if (main.text[i] == '"') {
            ranges.push_back({i, i + 1});
        }
    }
    return without(main, ranges, "unattributed");
}

View lifted_view(const View& base, const std::vector<CueHit>& cues, std::string name) {
    std::vector<Span> ranges;
    std::vector<Span> lifted;
    for (const CueHit& hit : cues) {
        Span words = hit.span;
        if (hit.speaker) {
            if (hit.speaker_span.end >= hit.span.end) {
                continue;
            }
            words.begin = hit.speaker_span.end;
        }
        const Span span = in_view(base, words);
        if (length(span) == 0 || hit.cue->scope == "after") {
            continue;
        }
        const std::string_view inside = std::string_view(base.text).substr(span.begin, length(span));
        if (inside.find('<') != std::string_view::npos) {
            continue;
        }
        std::size_t end = span.end;
        for (const std::string_view tail : {" to ", " that ", " of ", " from "}) {
            if (std::string_view(base.text).substr(end).starts_with(tail)) {
                end += tail.size() - 1;
                break;
            }
        }
        ranges.push_back(to_span(span.begin, end));
        lifted.push_back(hit.span);
    }
    View view = without(base, ranges, std::move(name));
    view.lifted = std::move(lifted);
    return view;
}

} // namespace

std::vector<View> make_views(const Skeleton& skeleton, const std::vector<CueHit>& cues,
                             const Rulebook& rules) {
    const Lexicon& lexicon = rules.lexicon;
    std::vector<View> views;
    const auto keep = [&views](const View& view) {
        const bool is_known = std::any_of(views.begin(), views.end(), [&](const View& old) {
            return old.text == view.text;
        });
        if (!is_known) {
            views.push_back(view);
        }
    };
    const View whole = whole_view(skeleton);
    const View bare = bare_view(whole, lexicon);
    const View main = main_clause_view(bare, lexicon);
    const View unattributed = unattributed_view(main, cues);
    for (const View* view : {&whole, &bare, &main, &unattributed}) {
        keep(*view);
    }
    if (whole.text.find('(') != std::string::npos) {
        keep(comma_view(whole));
    }
    if (whole.text.find("whose") != std::string::npos) {
        keep(whose_view(whole));
    }
    std::vector<View> coordinated;
    add_coordinated(main, rules, coordinated);
    for (const View& view : coordinated) {
        keep(view);
    }
    if (!cues.empty()) {
        keep(lifted_view(bare, cues, "lifted"));
        keep(lifted_view(main, cues, "main clause, lifted"));
        keep(lifted_view(unattributed, cues, "unattributed, lifted"));
    }
    return views;
}

} // namespace actorgraph
