#pragma once

#include "extractor/relate/views.hpp"
#include "rules/rulebook.hpp"

#include <vector>

namespace actorgraph {

/// Bytes to leave out so that a later member of a list stands where the first one does, a view each:
/// "<p0> is a chemist , the son of <p1> and founder of <o2>" reads "<p0> is the son of <p1>" and
/// "<p0> is founder of <o2>"; "<p0> got a degree from <o1> and a doctorate from <o2>" reads "<p0> got a
/// doctorate from <o2>". A clause behind a description speaks of its subject: "<p0> was a writer who moved to
/// <l1>" reads "<p0> moved to <l1>". A bare comma behind another person gives none: who is meant is open.
/// At most eight, in order of their place. O(tokens x slots).
std::vector<Span> shared_part_cuts(const View& view, const Lexicon& lexicon);

/// Bytes of legal forms and honours set off by a comma: "<o0> , Inc. ," and "<p0> , MD".
std::vector<Span> name_suffixes(const View& view);

} // namespace actorgraph
