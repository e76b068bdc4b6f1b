#pragma once

#include "extractor/relate/status.hpp"

#include <string_view>

namespace actorgraph {

/// Whether a cue speaks of a match. What a cue reaches, beside its `scope`:
/// - its clause: a "no" ends at "but", ";", "after", "because" … unless its complement goes on behind a
///   comma ("denied that, after the vote, he paid") or in a participle ("denied meeting A, and paying B");
/// - quotation marks: nothing said in a quotation touches the words round it, save that they are untrue;
/// - an "if" behind its main clause needs a modal in it: "will sue if", not "met her to ask if";
/// - a phrase ("without …", "instead of …") ends at its comma;
/// - `inside` is in the match or right before it;
/// - a tie that a noun phrase takes for granted: only cues inside the match.
bool in_scope(std::string_view skeleton, const CueHit& hit, const MatchPlace& place);

/// Whether the sentence, or the quotation, that holds a match is a question that does not take the match
/// for granted: "did", "who", "is", but not "why", "how", "when".
bool is_asked(std::string_view skeleton, Span match);

} // namespace actorgraph
