#include "extractor/relate/confidence.hpp"

#include <cstdio>

namespace actorgraph {
namespace {

constexpr double other_view_factor = 0.9;
constexpr double pronoun_factor = 0.9;
constexpr double noun_phrase_factor = 0.9;
constexpr double far_factor = 0.9;
constexpr std::size_t far_words = 14;

void lower(Confidence& confidence, double factor, std::string reason) {
    char number[16];
    std::snprintf(number, sizeof number, " (x%.2f)", factor);
    confidence.value *= factor;
    confidence.reasons.push_back(std::move(reason) + number);
}

} // namespace

Confidence weigh(const Grounds& grounds) {
    Confidence out{grounds.rule, {}};
    if (grounds.measured_on > 0) {
        char text[64];
        std::snprintf(text, sizeof text, "rule: %.2f by %zu claims", grounds.rule, grounds.measured_on);
        out.reasons.emplace_back(text);
    }
    if (grounds.view != "whole") {
        lower(out, other_view_factor, "view: " + std::string(grounds.view));
    }
    const auto is_either = [&](MentionForm form) {
        return grounds.source == form || grounds.target == form;
    };
    if (is_either(MentionForm::pronoun)) {
        lower(out, pronoun_factor, "argument: pronoun");
    }
    if (is_either(MentionForm::nominal)) {
        lower(out, noun_phrase_factor, "argument: noun phrase");
    }
    if (grounds.words_between > far_words) {
        lower(out, far_factor, "distance: " + std::to_string(grounds.words_between) + " words");
    }
    return out;
}

} // namespace actorgraph
