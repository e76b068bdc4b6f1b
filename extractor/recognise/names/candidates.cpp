#include "extractor/recognise/names/candidates.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

/// A unit of a run: one word, or several that the lexicon knows together.
struct Unit {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    LexMask classes = 0;
    LexMask folded = 0;
    bool is_joint = false; ///< connector such as "of" or "van"
};

bool is_suffix(std::string_view w) {
    return w == "Jr" || w == "Jr." || w == "Sr" || w == "Sr." || w == "II" || w == "III" || w == "IV";
}

class SentenceRuns {
  public:
    SentenceRuns(const Sentence& sentence, std::uint32_t number, const std::vector<NameWord>& words,
                 const std::vector<std::string_view>& texts, const Lexicon& lexicon,
                 std::vector<Candidate>& out)
        : sentence_(sentence), number_(number), words_(words), texts_(texts), lexicon_(lexicon),
          out_(out) {}

    void run() {
        std::uint32_t i = sentence_.first_token;
        while (i < sentence_.end_token) {
            if (!words_[i].is_capital || is_calendar(i)) {
                ++i;
                continue;
            }
            std::vector<Unit> units;
            const std::uint32_t end = collect(i, units);
            split(units);
            i = std::max(end, i + 1);
        }
    }

  private:
    bool is_calendar(std::uint32_t i) const { return has(words_[i].classes, LexClass::calendar); }
    bool can_start(std::uint32_t i) const {
        return i < sentence_.end_token && words_[i].is_capital && !is_calendar(i);
    }

    Unit unit_at(std::uint32_t i) const {
        const LexMatch match = lexicon_.longest(texts_, i, 2);
        if (match.words >= 2 && i + match.words <= sentence_.end_token) {
            return {i, static_cast<std::uint32_t>(i + match.words), match.classes, match.classes, false};
        }
        return {i, i + 1, words_[i].classes, words_[i].folded, false};
    }

    /// Units of the run that begins at `i`; returns the token behind it.
    std::uint32_t collect(std::uint32_t i, std::vector<Unit>& units) const {
        while (true) {
            units.push_back(unit_at(i));
            i = units.back().end;
            const bool is_legal_form = has(units.back().classes, LexClass::legal_form) &&
                                       texts_[i - 1].ends_with('.');
            if (units.size() > 1 && (is_suffix(texts_[i - 1]) || is_legal_form)) {
                return i; // nothing of a name comes behind "Jr" or "Ltd."
            }
            if (can_start(i)) {
                continue;
            }
            const std::uint32_t joint = joint_length(i, units);
            if (joint == 0) {
                return take_suffix(i, units);
            }
            units.push_back({i, i + joint, 0, 0, true});
            i += joint;
        }
    }

    /// "Brandt, Jr." and "Brandt Jr": the suffix belongs to the name.
    std::uint32_t take_suffix(std::uint32_t i, std::vector<Unit>& units) const {
        const bool has_comma = i + 1 < sentence_.end_token && texts_[i] == "," &&
                               (texts_[i + 1] == "Jr" || texts_[i + 1] == "Jr." ||
                                texts_[i + 1] == "Sr" || texts_[i + 1] == "Sr.");
        if (has_comma) {
            units.push_back({i, i + 1, 0, 0, true});
            units.push_back({i + 1, i + 2, 0, 0, false});
            return i + 2;
        }
        return i;
    }

    bool head_is(const std::vector<Unit>& units, LexClass c) const {
        return std::any_of(units.begin(), units.end(),
                           [&](const Unit& u) { return has(u.classes, c); });
    }

    /// Tokens of a connector at `i` that joins the run with the capital behind it; 0 when none does.
    std::uint32_t joint_length(std::uint32_t i, const std::vector<Unit>& units) const {
        if (i + 1 >= sentence_.end_token) {
            return 0;
        }
        const std::string_view w = texts_[i];
        const Unit& last = units.back();
        if (w == "&" && can_start(i + 1)) {
            return 1;
        }
        if (is_name_particle(w) && particles_lead_on(i) && !is_known_whole(last)) {
            return particle_count(i);
        }
        const bool has_head = head_is(units, LexClass::org_head) && !has(last.classes, LexClass::title);
        const bool is_known = (last.classes & organisation_classes) != 0 && last.end - last.first > 1;
        if (w == "of" && has_head && !is_known) {
            const bool has_article = texts_[i + 1] == "the" && can_start(i + 2);
            return has_article ? 2 : can_start(i + 1) ? 1 : 0;
        }
        if (w == "for" && has(last.classes, LexClass::org_head) && units.size() <= 3 && !is_known) {
            const bool has_article = (texts_[i + 1] == "the" || texts_[i + 1] == "a") && can_start(i + 2);
            return has_article ? 2 : can_start(i + 1) ? 1 : 0;
        }
        if (w == "and" && can_start(i + 1) && and_joins(i, units)) {
            return 1;
        }
        return 0;
    }

    static bool is_known_whole(const Unit& unit) {
        return (unit.classes & (organisation_classes | mask(LexClass::title))) != 0 &&
               !has(unit.classes, LexClass::weak) && !has(unit.classes, LexClass::given_name);
    }

    std::uint32_t particle_count(std::uint32_t i) const {
        std::uint32_t count = 0;
        while (count < 3 && i + count < sentence_.end_token && is_name_particle(texts_[i + count])) {
            ++count;
        }
        return count;
    }
    bool particles_lead_on(std::uint32_t i) const { return can_start(i + particle_count(i)); }

    /// "Department of Health and Human Services", "Securities and Exchange Commission": an organisation
    /// head before "of", or one that closes the run, and no place beside the "and".
    bool and_joins(std::uint32_t i, const std::vector<Unit>& units) const {
        const bool after_of =
            units.size() >= 3 && std::any_of(units.begin(), units.end(), [&](const Unit& u) {
                return u.is_joint && texts_[u.first] == "of";
            });
        const Unit& last = units.back();
        const bool is_place = has(last.classes, LexClass::place);
        if (after_of) {
            return !is_place && !has(words_[i + 1].classes, LexClass::org_head) &&
                   !has(words_[i + 1].classes, LexClass::given_name);
        }
        std::uint32_t k = i + 1;
        while (k < sentence_.end_token && words_[k].is_capital && k < i + 5) {
            ++k;
        }
        const bool ends_in_head = k > i + 2 && has(words_[k - 1].classes, LexClass::org_head);
        const bool is_ordinary = has(words_[last.first].folded, LexClass::ordinary_word) &&
                                 has(words_[i + 1].folded, LexClass::ordinary_word);
        return ends_in_head && is_ordinary && !is_place && units.size() <= 2;
    }

    bool opens_sentence(std::uint32_t token) const {
        if (token == sentence_.first_token) {
            return true;
        }
        const std::string_view before = texts_[token - 1];
        return before == "\"" || before == "\xE2\x80\x9C" || before == "'" || before == "``" ||
               before == "(" || before == "-" || before == "*" || before == ":";
    }

    /// Cuts a run into candidates at titles and demonyms and strips what opens a sentence.
    void split(std::vector<Unit>& units) {
        std::size_t begin = strip_opener(units);
        std::string title;
        LexMask title_classes = 0;
        if (begin < units.size()) {
            title_before(units[begin].first, title, title_classes);
        }
        for (std::size_t k = begin; k < units.size(); ++k) {
            const Unit& unit = units[k];
            if (is_title(units, k, begin)) {
                emit(units, begin, k, title, title_classes);
                title = title_text(unit);
                title_classes = unit.classes;
                begin = k + 1;
                while (begin < units.size() && units[begin].is_joint) {
                    ++begin;
                }
                k = begin > 0 ? begin - 1 : 0;
            } else if (k == begin && is_free_demonym(units, k)) {
                emit_demonym(unit);
                begin = k + 1;
            }
        }
        emit(units, begin, units.size(), title, title_classes);
    }

    std::string title_text(const Unit& unit) const {
        std::string text;
        for (std::uint32_t t = unit.first; t < unit.end; ++t) {
            text += (text.empty() ? "" : " ") + std::string(texts_[t]);
        }
        return text;
    }

    /// Lower-case title or occupation right before the run: "president", "former spokesman".
    void title_before(std::uint32_t token, std::string& title, LexMask& classes) const {
        if (token == sentence_.first_token) {
            return;
        }
        const NameWord& word = words_[token - 1];
        if (word.is_capital || word.text.size() < 3) {
            return;
        }
        const LexMask found = lexicon_.classes(word.text);
        if (has(found, LexClass::title) || has(found, LexClass::occupation)) {
            title = word.text;
            classes = found;
        }
    }

    /// First unit that may belong to a name.
    std::size_t strip_opener(const std::vector<Unit>& units) const {
        std::size_t begin = 0;
        while (begin < units.size() && !units[begin].is_joint &&
               units[begin].end == units[begin].first + 1 &&
               is_function_word(texts_[units[begin].first]) &&
               (opens_sentence(units[begin].first) || begin > 0 || texts_[units[begin].first] == "The" ||
                texts_[units[begin].first] == "I")) {
            ++begin;
        }
        if (begin == 0 && units.size() > 1 && opens_sentence(units[0].first) && is_mere_word(units)) {
            ++begin;
        }
        while (begin < units.size() && units[begin].is_joint) {
            ++begin;
        }
        return begin;
    }

    /// "Police arrested" has one word; here "Rebels Karim …": an ordinary word before a person's name.
    bool is_mere_word(const std::vector<Unit>& units) const {
        const Unit& first = units[0];
        const Unit& second = units[1];
        const bool is_ordinary = has(first.folded, LexClass::ordinary_word) &&
                                 !has(first.classes, LexClass::given_name) &&
                                 !has(first.classes, LexClass::title) &&
                                 (first.classes & organisation_classes) == 0 &&
                                 !has(first.classes, LexClass::demonym) &&
                                 !has(first.classes, LexClass::place);
        return is_ordinary && !second.is_joint &&
               (has(second.classes, LexClass::given_name) || has(second.classes, LexClass::title) ||
                has(second.classes, LexClass::place)) &&
               !has(units.back().classes, LexClass::org_head) &&
               !has(units.back().classes, LexClass::legal_form);
    }

    /// A title that stands before a name or closes a run, not one that is a surname ("Luther King").
    bool is_title(const std::vector<Unit>& units, std::size_t k, std::size_t begin) const {
        const Unit& unit = units[k];
        if (!has(unit.classes, LexClass::title) && !is_capital_occupation(unit, units, k)) {
            return false;
        }
        if ((unit.classes & organisation_classes) != 0 && has(unit.classes, LexClass::weak)) {
            return true;
        }
        const bool after_given = k > begin && has(units[k - 1].classes, LexClass::given_name) &&
                                 !has(units[k - 1].classes, LexClass::place);
        const bool is_last = k + 1 == units.size();
        if (is_last && (after_given || (k > begin && has(unit.classes, LexClass::surname) &&
                                        has(units[k - 1].folded, LexClass::title) == false &&
                                        units[k - 1].end - units[k - 1].first == 1 &&
                                        texts_[units[k - 1].first].ends_with('.')))) {
            return false;
        }
        // "General Motors", "Major League", "Justice Department": head of an organisation's name.
        if (!is_last && k == begin) {
            const Unit& next = units[k + 1];
            const bool leads_org = has(units.back().classes, LexClass::org_head) &&
                                   !has(next.classes, LexClass::given_name);
            return !leads_org || next.is_joint;
        }
        return true;
    }

    /// "Apple Analyst Tim Cook" is rare, but "Spokesman", "Editor" stand capitalised before names.
    static bool is_capital_occupation(const Unit& unit, const std::vector<Unit>& units, std::size_t k) {
        return has(unit.folded, LexClass::occupation) && !has(unit.classes, LexClass::given_name) &&
               !has(unit.classes, LexClass::surname) && k + 1 < units.size() &&
               has(units[k + 1].classes, LexClass::given_name);
    }

    /// A demonym before something that is no organisation of its own: "French President", "Iraqi army".
    bool is_free_demonym(const std::vector<Unit>& units, std::size_t k) const {
        const Unit& unit = units[k];
        if (!has(unit.classes, LexClass::demonym) || unit.is_joint) {
            return false;
        }
        if (k + 1 == units.size()) {
            return true;
        }
        if (has(unit.classes, LexClass::weak) || units[k + 1].is_joint) {
            return false;
        }
        const Unit& last = units.back();
        const std::string_view head = texts_[last.end - 1];
        const bool is_state_body = head == "Ministry" || head == "Government" || head == "Army" ||
                                   head == "Parliament" || head == "Embassy" || head == "Cabinet" ||
                                   head == "Navy" || head == "Police" || head == "Treasury" ||
                                   head == "Senate";
        const bool is_body = has(last.classes, LexClass::org_head) || has(last.classes, LexClass::legal_form);
        return !is_body || is_state_body;
    }

    void emit_demonym(const Unit& unit) {
        Candidate found;
        found.first = unit.first;
        found.end = unit.end;
        found.sentence = number_;
        found.classes = unit.classes;
        found.is_demonym = true;
        out_.push_back(found);
    }

    void emit(const std::vector<Unit>& units, std::size_t begin, std::size_t end, std::string title,
              LexMask title_classes) {
        while (begin < end && units[begin].is_joint) {
            ++begin;
        }
        while (end > begin && units[end - 1].is_joint) {
            --end;
        }
        if (begin >= end) {
            return;
        }
        Candidate found;
        found.first = units[begin].first;
        found.end = units[end - 1].end;
        found.sentence = number_;
        found.title = std::move(title);
        found.title_classes = title_classes;
        found.opens_sentence = opens_sentence(found.first);
        if (end - begin == 1) {
            found.classes = units[begin].classes;
        } else if (found.end - found.first <= 8) {
            const LexMatch whole = lexicon_.longest(texts_, found.first, 2);
            found.classes = whole.words == found.end - found.first ? whole.classes : 0;
        }
        if (!found.title.empty() || !is_suffix(texts_[found.first])) {
            out_.push_back(std::move(found));
        }
    }

    const Sentence& sentence_;
    std::uint32_t number_;
    const std::vector<NameWord>& words_;
    const std::vector<std::string_view>& texts_;
    const Lexicon& lexicon_;
    std::vector<Candidate>& out_;
};

} // namespace

std::vector<Candidate> find_candidates(const Segmentation& segmentation,
                                       const std::vector<NameWord>& words, const Lexicon& lexicon) {
    std::vector<std::string_view> texts;
    texts.reserve(words.size());
    for (const NameWord& word : words) {
        texts.push_back(word.text);
    }
    std::vector<Candidate> found;
    for (std::uint32_t s = 0; s < segmentation.sentences.size(); ++s) {
        SentenceRuns(segmentation.sentences[s], s, words, texts, lexicon, found).run();
    }
    return found;
}

} // namespace actorgraph
