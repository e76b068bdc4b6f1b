#pragma once

#include "core/facts.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// What speaks for a reading and against it.
struct Grounds {
    double rule = 0.8;            ///< precision of its rule
    std::size_t measured_on = 0;  ///< claims that precision was measured on; 0: its author's estimate
    std::string_view view;        ///< the view of the sentence that the rule matched
    MentionForm source = MentionForm::name;
    MentionForm target = MentionForm::name;
    std::size_t words_between = 0; ///< words from the first argument to the last
};

/// Confidence of a claim, 0 to 1, and the factors that lower it, in words: "view: main clause (x0.95)".
struct Confidence {
    double value = 0.0;
    std::vector<std::string> reasons;
};

/// Precision of the rule times a factor for each reason for doubt; O(1).
/// Source of the factors: share of right claims with and without each reason on development data.
Confidence weigh(const Grounds& grounds);

} // namespace actorgraph
