#pragma once

#include "extractor/relate/skeleton.hpp"
#include "extractor/relate/status.hpp"

#include <string>
#include <vector>

namespace actorgraph {

/// A skeleton with something taken out, so that short rules reach far. `origin[i]` is the skeleton
/// byte of text byte `i`; it has one entry more than the text.
struct View {
    std::string name; ///< whole, bare, main clause, unattributed, lifted
    std::string text;
    std::vector<std::uint32_t> origin;
    bool is_rewritten = false;    ///< some of its words are not the sentence's
    bool only_leaves_out = false; ///< its text is the sentence's with gaps, nothing is written anew
    std::vector<Span> silenced; ///< skeleton bytes whose cues do not touch this view
    std::vector<Span> lifted;   ///< cue words taken out of verb groups
};

/// Views of a skeleton, the whole first, each different from those before it.
/// bare: without parentheses, titles before persons, "of ORG" behind them.
/// main clause: bare, without appositions and relative clauses.
/// unattributed: main clause, without "X said" and quotation marks.
/// lifted: with the verbs of status taken out: "X denied meeting Y" reads "X meeting Y".
std::vector<View> make_views(const Skeleton& skeleton, const std::vector<CueHit>& cues,
                             const Rulebook& rules);

} // namespace actorgraph
