#pragma once

#include "extractor/relate/view_reader.hpp"

namespace actorgraph {

/// Bytes that only lead in a description behind the token `i`, or the age of a person: "who was for
/// ten years" in "<p0> , who was for ten years a lawyer", ", 23" in "<p0> , 23 , a lawyer"; empty
/// when none.
Span lead_in(const ViewReader& words, std::size_t i, const Lexicon& lexicon);

/// "and founder" in "chairman and founder of <o0>", `conjunction` being the "and"; empty when the
/// words before it name no role.
Span second_role(const ViewReader& words, std::size_t conjunction, const Lexicon& lexicon);

} // namespace actorgraph
