#include "extractor/recognise/names/evidence.hpp"

#include <algorithm>
#include <unordered_map>

namespace actorgraph {
namespace {

std::string initials_of(const NameText& text, const Candidate& c) {
    std::string out;
    for (std::uint32_t i = c.first; i < c.end; ++i) {
        bool at_start = true;
        for (const char letter : text.words[i].text) {
            if (at_start && letter >= 'A' && letter <= 'Z') {
                out += letter;
            }
            at_start = letter == '-';
        }
    }
    return out;
}

bool is_suffix_or_comma(std::string_view w) {
    return w == "," || w == "Jr" || w == "Jr." || w == "Sr" || w == "Sr." || w == "II" || w == "III" ||
           w == "IV";
}

/// What full names say of short ones, by the hash of the short one.
class ShortForms {
  public:
    explicit ShortForms(const NameText& text) : text_(text) {}

    void learn(const NameGroup& group) {
        const Candidate& c = text_.candidates[group.candidates.front()];
        if (c.has_acronym) {
            sure_.try_emplace(text_.words[c.end + 1].key.exact, NameCue::acronym_of_an_organisation);
        }
        if (group.words < 2 || !group.is_decided()) {
            return;
        }
        if (group.best() == NameType::person) {
            std::uint32_t last = c.end - 1;
            while (last > c.first && is_suffix_or_comma(text_.words[last].text)) {
                --last;
            }
            sure_.try_emplace(text_.words[last].key.exact, NameCue::surname_of_a_person);
            likely_.try_emplace(text_.words[c.first].key.exact, NameCue::given_name_of_a_person);
        } else if (group.best() == NameType::organization) {
            const NameWord& first = text_.words[c.first];
            constexpr LexMask names = organisation_classes | mask(LexClass::surname);
            if (!has(first.folded, LexClass::ordinary_word) || (first.classes & names) != 0) {
                likely_.try_emplace(first.key.exact, NameCue::short_for_an_organisation);
            }
            const std::string initials = initials_of(text_, c);
            if (initials.size() >= 2) {
                sure_.try_emplace(Lexicon::key(initials).exact, NameCue::acronym_of_an_organisation);
            }
        }
    }

    void tell(NameGroup& group, const NameWeights& weights) const {
        const Candidate& c = text_.candidates[group.candidates.front()];
        const std::uint64_t key = text_.words[c.first].key.exact;
        if (const auto sure = sure_.find(key); sure != sure_.end()) {
            group.add(sure->second, weights);
        } else if (const auto likely = likely_.find(key); likely != likely_.end()) {
            group.add(likely->second, weights);
        }
    }

  private:
    const NameText& text_;
    std::unordered_map<std::uint64_t, NameCue> sure_;
    std::unordered_map<std::uint64_t, NameCue> likely_;
};

} // namespace

void NameGroup::add(NameCue cue, const NameWeights& weights) {
    const auto row = static_cast<std::size_t>(cue);
    if (cues.test(row)) {
        return;
    }
    cues.set(row);
    for (std::size_t type = 0; type < name_types; ++type) {
        score[type] += weights.rows[row].weight[type];
    }
}

NameType NameGroup::best() const {
    return static_cast<NameType>(std::max_element(score.begin(), score.end()) - score.begin());
}

double NameGroup::best_score() const { return *std::max_element(score.begin(), score.end()); }

std::vector<std::string> reason_texts(const NameGroup& group, const NameWeights& weights) {
    std::vector<std::string> texts;
    const auto type = static_cast<std::size_t>(group.best());
    for (std::size_t row = 0; row < name_cues; ++row) {
        if (group.cues.test(row) && !weights.rows[row].told[type].empty()) {
            texts.push_back(weights.rows[row].told[type]);
        }
    }
    return texts;
}

void weigh_across(const NameText& text, const NameWeights& weights,
                  std::vector<NameGroup>& groups) {
    ShortForms forms(text);
    for (const NameGroup& group : groups) {
        forms.learn(group);
    }
    for (NameGroup& group : groups) {
        if (group.words == 1 && !has(group.classes, LexClass::demonym)) {
            forms.tell(group, weights);
        }
    }
}

} // namespace actorgraph
