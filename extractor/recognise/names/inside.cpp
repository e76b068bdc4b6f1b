#include "extractor/recognise/names/endings.hpp"
#include "extractor/recognise/names/evidence.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

using enum NameCue;

constexpr LexMask everyday = mask(LexClass::ordinary_word) | mask(LexClass::function_word);

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_initial(std::string_view w) {
    return (w.size() == 2 && w[1] == '.') || (w.size() == 4 && w[1] == '.' && w[3] == '.') ||
           (w.size() == 1 && is_upper(w[0]));
}

bool is_acronym(std::string_view w) {
    return w.size() >= 2 && w.size() <= 6 &&
           std::all_of(w.begin(), w.end(),
                       [](char c) { return is_upper(c) || c == '.' || c == '-' || c == '&'; });
}

bool is_all_caps(std::string_view w) {
    return w.size() > 2 && std::all_of(w.begin(), w.end(), [](char c) { return c < 'a' || c > 'z'; });
}

bool is_generation(std::string_view w) {
    return w == "Jr" || w == "Jr." || w == "Sr" || w == "Sr." || w == "III" || w == "II" || w == "IV";
}

/// "NordBank", "EuroTrans", not "McHale", "DeVito", "O'Hara".
bool has_firm_capital(std::string_view w) {
    if (w.starts_with("Mc") || w.starts_with("Mac") || w.starts_with("De") || w.starts_with("La") ||
        w.starts_with("Le") || w.starts_with("Di") || w.starts_with("Van") ||
        w.find_first_of("-'.") != std::string_view::npos) {
        return false;
    }
    bool has_lower = false;
    for (std::size_t i = 1; i < w.size(); ++i) {
        if (is_upper(w[i]) && has_lower) {
            return true;
        }
        has_lower = has_lower || (w[i] >= 'a' && w[i] <= 'z');
    }
    return false;
}

class InsideReader {
  public:
    InsideReader(const NameText& text, const NameWeights& weights, NameGroup& group)
        : text_(text), weights_(weights), group_(group),
          one_(text.candidates[group.candidates.front()]), first_(text.words[one_.first]),
          last_(text.words[one_.end - 1]) {}

    void run() {
        group_.classes = one_.classes;
        group_.words = one_.end - one_.first;
        add(any_name);
        if (one_.is_demonym || one_.is_event) {
            add(one_.is_event ? known_work : NameCue::demonym);
            return;
        }
        if (text_.is_informal) {
            add(informal_text);
        }
        if (one_.is_lower) {
            add(lower_case);
        }
        whole();
        if (group_.words == 1) {
            single();
        } else {
            several();
        }
    }

  private:
    void add(NameCue cue) { group_.add(cue, weights_); }

    /// The lexicon knows the whole name.
    void whole() {
        const bool is_weak = has(group_.classes, LexClass::weak);
        if ((group_.classes & organisation_classes) != 0) {
            add(is_weak ? known_organisation_weak : known_organisation);
        }
        const bool is_body = group_.words > 1 && has(last_.classes, LexClass::org_head);
        if (has(group_.classes, LexClass::country)) {
            add(known_country);
        } else if (has(group_.classes, LexClass::place) && !is_body) {
            add(is_weak ? known_place_weak : known_place);
        }
        if (has(group_.classes, LexClass::work_event)) {
            add(known_work);
        }
        if (has(group_.classes, LexClass::demonym) && !is_weak) {
            add(NameCue::demonym);
        }
    }

    void single() {
        const bool is_ordinary = (first_.folded & everyday) != 0 && !one_.is_lower;
        const std::string_view w = first_.text;
        if (text_.is_informal && !is_ordinary) {
            add(informal_single_word);
        }
        if (is_ordinary) {
            add(ordinary_word);
        }
        if (has(first_.classes, LexClass::surname)) {
            add(is_ordinary ? surname_or_word_alone : surname_alone);
        }
        if ((has(first_.classes, LexClass::given_name) && !is_ordinary) || one_.is_lower) {
            add(given_name_alone);
        }
        if (is_acronym(w)) {
            if (group_.classes == 0) {
                add(acronym);
            }
            return;
        }
        if (has_firm_capital(w)) {
            add(inner_capital);
        }
        if (first_.classes == 0 && !is_ordinary && !one_.is_lower) {
            add(is_all_caps(w) ? unlisted_word_capitals : unlisted_word);
            endings(w);
        }
    }

    void endings(std::string_view w) {
        if (ends_like_firm(w)) {
            add(company_like_ending);
        } else if (ends_like_surname(w)) {
            add(surname_like_ending);
        } else if (w.find_last_of("aeiou") == w.size() - 1) {
            add(vowel_ending);
        }
    }

    void several() {
        const bool is_place = has(group_.classes, LexClass::country) ||
                              has(group_.classes, LexClass::place);
        if (is_place && !has(last_.classes, LexClass::org_head)) {
            return; // "United States": the parts of a known place say nothing
        }
        if (has(one_.first_classes, LexClass::place) && !has(one_.first_classes, LexClass::given_name) &&
            !has(one_.first_classes, LexClass::surname)) {
            add(place_first);
        }
        if (has(one_.last_classes, LexClass::place) && !has(one_.last_classes, LexClass::surname)) {
            add(place_last);
        }
        const bool is_water = first_.text == "Mount" || first_.text == "Lake" || first_.text == "Fort";
        if (has(last_.classes, LexClass::place_word) || is_water) {
            add(place_word_last);
        }
        if (has(last_.classes, LexClass::event_word)) {
            add(event_word_last);
        }
        organisation_parts();
        person_parts();
    }

    void organisation_parts() {
        bool has_of = false;
        bool head_before_of = false;
        bool only_ordinary = true;
        for (std::uint32_t i = one_.first; i < one_.end; ++i) {
            const NameWord& w = text_.words[i];
            has_of = has_of || w.text == "of" || w.text == "for" || w.text == "on";
            head_before_of = head_before_of || (!has_of && has(w.classes, LexClass::org_head));
            only_ordinary = only_ordinary && (!w.is_capital || (w.folded & everyday) != 0);
            if (w.text == "&") {
                add(ampersand);
            }
            if (i > one_.first && has(w.classes, LexClass::legal_form) && w.text.size() > 1) {
                add(legal_form);
            }
            if (text_.tokens[i].kind == TokenKind::number) {
                add(number_inside);
            }
            if (has_firm_capital(w.text)) {
                add(inner_capital);
            }
        }
        if (has(first_.classes, LexClass::org_head) && !has_of && !has(first_.classes, LexClass::title)) {
            add(organisation_head_first);
        }
        ordinary_last();
        if (has(last_.classes, LexClass::org_head)) {
            add(organisation_head_last);
        } else if (has_of && head_before_of) {
            add(organisation_head_before_of);
        } else if (only_ordinary && !(has(first_.classes, LexClass::given_name) &&
                                      has(last_.classes, LexClass::surname))) {
            add(ordinary_words_only);
        }
    }

    /// "Patagon Wool", "Red Harbour": people are not called so, unless the list of surnames knows it.
    void ordinary_last() {
        if (has(last_.folded, LexClass::ordinary_word) && last_.text.size() >= 3 &&
            !has(last_.classes, LexClass::surname)) {
            add(ordinary_word_last);
        }
    }

    void person_parts() {
        if (group_.words > 5 || has(last_.classes, LexClass::org_head)) {
            return;
        }
        if (group_.words > 3) {
            add(four_words_or_more);
        }
        const NameWord* last = &last_;
        if (is_generation(last_.text)) {
            add(generational_suffix);
            const std::uint32_t back = text_.words[one_.end - 2].text == "," ? 3 : 2;
            last = group_.words >= back ? &text_.words[one_.end - back] : last;
        }
        bool none_ordinary = true;
        for (std::uint32_t i = one_.first; i < one_.end; ++i) {
            const NameWord& w = text_.words[i];
            none_ordinary = none_ordinary && (w.folded & everyday) == 0 && w.text != "of" &&
                            w.text != "and" && w.text != "&";
            if (i > one_.first && !w.is_capital && has(w.classes, LexClass::particle) && w.text != "do") {
                add(particle_inside);
            }
            if (is_initial(w.text) && i + 1 < one_.end) {
                add(initial_inside);
            }
        }
        given_and_surname(*last);
        if (none_ordinary && group_.words <= 3) {
            add(no_ordinary_word);
        }
    }

    void given_and_surname(const NameWord& last) {
        const bool is_given = (has(first_.classes, LexClass::given_name) && one_.first_unit == 1) ||
                              one_.is_lower;
        const bool is_word_too = (first_.folded & everyday) != 0 ||
                                 has(first_.classes, LexClass::place) ||
                                 (first_.classes & organisation_classes) != 0;
        if (is_given) {
            add(is_word_too ? given_name_or_word_first : given_name_first);
        }
        if (has(last.classes, LexClass::surname) || one_.is_lower) {
            const bool is_word = has(last.folded, LexClass::ordinary_word);
            add(is_word ? surname_or_word_last : surname_last);
            if (is_word && first_.classes == 0) {
                add(word_last_no_given_name);
            }
        } else if (is_given && !has(last.folded, LexClass::ordinary_word)) {
            add(unlisted_word_last);
        }
        if (last.classes == 0 && !has(last.folded, LexClass::ordinary_word)) {
            endings(last.text);
        }
    }

    const NameText& text_;
    const NameWeights& weights_;
    NameGroup& group_;
    const Candidate& one_;
    const NameWord& first_;
    const NameWord& last_;
};

} // namespace

void weigh_inside(const NameText& text, const NameWeights& weights, NameGroup& group) {
    InsideReader(text, weights, group).run();
}

} // namespace actorgraph
