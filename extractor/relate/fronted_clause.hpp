#pragma once

#include "extractor/relate/view_reader.hpp"

#include <optional>
#include <string_view>

namespace actorgraph {

/// A clause without a verb of its own that stands before its subject: "Expelled from <o0> , the poet <p1> wrote".
struct FrontedClause {
    Span clause;            ///< bytes: "Expelled from <o0>"
    Span subject;           ///< bytes: "<p1>"
    std::string_view verb;  ///< what joins the two when the subject is put first: "was ", ", " or nothing
};

/// The clause that opens a view, if one does: "Having left <o0> , <p1>", "After leaving", "Born in <l0> ,",
/// "As head of <o0> ,", also behind "instead of", "without" and the like. O(tokens).
std::optional<FrontedClause> fronted_clause(const ViewReader& words, const Lexicon& lexicon);

} // namespace actorgraph
