#include "extractor/relate/fronted_clause.hpp"
#include "extractor/relate/view_reader.hpp"
#include "extractor/relate/views.hpp"

#include <algorithm>

namespace actorgraph {

/// Parentheses and spaced dashes read as commas: "<p0> ( run by <p1> )" is an apposition.
const View& ViewMaker::commas(const View& whole) {
    View& view = fresh();
    view.name = "parentheses as commas";
    view.is_rewritten = true;
    view.text = whole.text;
    view.origin = whole.origin;
    std::replace(view.text.begin(), view.text.end(), '(', ',');
    std::replace(view.text.begin(), view.text.end(), ')', ',');
    for (std::size_t at = view.text.find(" - "); at != std::string::npos; at = view.text.find(" - ", at + 1)) {
        view.text[at + 1] = ',';
    }
    scan_tokens(view.text, rules_.words, view.tokens);
    return view;
}

/// "<p0> , whose son <p1>": read as "<p0> 's son <p1>".
const View& ViewMaker::whose(const View& whole) {
    ranges_.clear();
    View& view = fresh();
    view.name = "whose as possessive";
    view.is_rewritten = true;
    view.text = whole.text;
    view.origin = whole.origin;
    const ViewReader words(whole);
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (!words.is(i, "whose")) {
            continue;
        }
        const Span span = words.span(i);
        const Span before = words.span(i - 1);
        const bool has_comma = words.is(i - 1, ",");
        view.text.replace(span.begin, 5, "   's");
        if (has_comma) {
            view.text[before.begin] = ' ';
        }
        ranges_.push_back(to_span(has_comma ? before.begin : span.begin, span.begin + 3));
    }
    if (ranges_.empty()) {
        return whole;
    }
    scan_tokens(view.text, rules_.words, view.tokens);
    return without(view, "whose as possessive");
}

/// The verb and its subject change places; none when the sentence is no such question.
const View* ViewMaker::asked(const View& bare) {
    static constexpr Words<4> being{"is", "are", "was", "were"};
    const ViewReader words(bare);
    const bool is_question = words.size() > 4 && words.is(words.size() - 1, "?") &&
                             words.is_one(0, being) && words.is_slot(1) && words.span(0).begin == 0;
    if (!is_question) {
        return nullptr;
    }
    const std::string verb(words.text(0));
    const std::string subject(words.text(1));
    View& view = fresh();
    view.name = "asked";
    view.is_rewritten = true;
    view.silenced = bare.silenced;
    view.text = bare.text;
    view.origin = bare.origin;
    view.text.replace(0, words.span(1).end, subject + " " + verb);
    scan_tokens(view.text, rules_.words, view.tokens);
    return &view;
}

/// A clause without a verb, its subject put before it. Bytes that are not its own come from where it begins.
void ViewMaker::add_fronted(const View& base, const std::vector<CueHit>& cues) {
    const auto fronted = fronted_clause(ViewReader(base), rules_.lexicon);
    if (!fronted) {
        return;
    }
    View& view = fresh();
    view.name = "fronted clause";
    view.is_rewritten = view.is_reordered = true;
    view.silenced = base.silenced;
    view.text.append(base.text, fronted->subject.begin, length(fronted->subject)).append(" ").append(fronted->verb);
    view.origin.assign(view.text.size(), base.origin[fronted->clause.begin]);
    view.text.append(base.text, fronted->clause.begin, length(fronted->clause));
    view.origin.insert(view.origin.end(), base.origin.begin() + fronted->clause.begin,
                       base.origin.begin() + fronted->clause.end);
    view.text += " .";
    view.origin.resize(view.text.size() + 1, base.origin[fronted->clause.end]);
    scan_tokens(view.text, rules_.words, view.tokens);
    keep(view);
    keep(lifted(view, cues, "fronted clause, lifted"));
}

} // namespace actorgraph
