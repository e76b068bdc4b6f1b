#include "extractor/recognise/names/candidates.hpp"

#include "extractor/recognise/names/joins.hpp"

#include <algorithm>
#include <array>

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
    return w == "Jr" || w == "Jr." || w == "Sr" || w == "Sr." ||
           (w.size() >= 2 && w.find_first_not_of("IVX") == std::string_view::npos);
}

bool is_compass(std::string_view w) { return w == "N." || w == "S." || w == "E." || w == "W."; }

class SentenceRuns {
  public:
    SentenceRuns(const CandidateText& text, const Sentence& sentence, std::uint32_t number,
                 std::vector<Candidate>& out)
        : text_(text), sentence_(sentence), number_(number), words_(text.words), lexicon_(text.lexicon),
          out_(out) {}

    void run() {
        const std::size_t first_found = out_.size();
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
        join_acronyms(text_, sentence_, first_found, out_);
        join_events(text_, sentence_, first_found, out_);
    }

  private:
    std::string_view text(std::uint32_t i) const { return words_[i].text; }
    std::span<const WordKey> keys_from(std::uint32_t i) const {
        return text_.keys_from(i, sentence_.end_token);
    }

    bool is_calendar(std::uint32_t i) const { return has(words_[i].classes, LexClass::calendar); }
    bool can_start(std::uint32_t i) const {
        return i < sentence_.end_token && words_[i].is_capital && !is_calendar(i);
    }

    Unit unit_at(std::uint32_t i) const {
        const LexMatch match = lexicon_.longest(keys_from(i), 2);
        if (match.words >= 2) {
            return {i, static_cast<std::uint32_t>(i + match.words), match.classes, match.classes, false};
        }
        if (is_compass(text(i)) && can_start(i + 1)) {
            const LexMask place = words_[i + 1].classes & (mask(LexClass::place) | mask(LexClass::country) |
                                                           mask(LexClass::demonym));
            if (place != 0) {
                return {i, i + 2, place, place, false}; // "N. Korea"
            }
        }
        return {i, i + 1, words_[i].classes, words_[i].folded, false};
    }

    /// Units of the run that begins at `i`; returns the token behind it.
    std::uint32_t collect(std::uint32_t i, std::vector<Unit>& units) const {
        while (true) {
            units.push_back(unit_at(i));
            i = units.back().end;
            if (units.size() > 1 && (is_suffix(text(i - 1)) || closes_firm(units, i))) {
                return i; // nothing of a name comes behind "Jr" or "Ltd"
            }
            if (can_start(i) && text(i) != "The") {
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

    /// A legal form behind a name, with no further legal form or partner behind it.
    bool closes_firm(const std::vector<Unit>& units, std::uint32_t i) const {
        const std::string_view w = text(i - 1);
        const bool is_sure = w.ends_with('.') || w == "Inc" || w == "Corp" || w == "Ltd" || w == "Co" ||
                             w == "Plc" || w == "PLC" || w == "LLC" || w == "GmbH" || w == "AG" ||
                             w == "SA" || w == "NV" || w == "Limited";
        if (!is_sure || !has(units.back().classes, LexClass::legal_form)) {
            return false;
        }
        return i >= sentence_.end_token ||
               (!has(words_[i].classes, LexClass::legal_form) && text(i) != "&" &&
                !has(words_[i].classes, LexClass::org_head));
    }

    /// "Brandt, Jr." and "Brandt Jr": the suffix belongs to the name.
    std::uint32_t take_suffix(std::uint32_t i, std::vector<Unit>& units) const {
        const bool has_comma = i + 1 < sentence_.end_token && text(i) == "," &&
                               (text(i + 1) == "Jr" || text(i + 1) == "Jr." ||
                                text(i + 1) == "Sr" || text(i + 1) == "Sr.");
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
        const std::string_view w = text(i);
        const Unit& last = units.back();
        if (w == "&" && can_start(i + 1)) {
            return 1;
        }
        if (is_particle(i) && particles_lead_on(i) && !is_known_whole(last)) {
            return particle_count(i);
        }
        const bool has_head = head_is(units, LexClass::org_head) && !has(last.classes, LexClass::title) &&
                              !has(last.classes, LexClass::legal_form);
        const bool is_head = has(words_[last.end - 1].classes, LexClass::org_head);
        const bool is_known = (last.classes & organisation_classes) != 0 && last.end - last.first > 1 &&
                              !is_head;
        const bool is_whole_head = is_head && last.end - last.first > 1;
        if (w == "of" && (has_head || is_whole_head) && !is_known && !names_person(i + 1)) {
            return joint_with_article(i);
        }
        if (w == "for" && is_head && units.size() <= 3 && !is_known && text(i - 1) != "Parliament") {
            return joint_with_article(i);
        }
        const std::string_view head = text(i - 1);
        const bool is_panel = head == "Council" || head == "Commission" || head == "Committee" ||
                              head == "Institute" || head == "Subcommittee" || head == "Center";
        if (w == "on" && is_panel && units.size() <= 3) {
            return joint_with_article(i);
        }
        if (w == "in" && has(words_[i + 1].classes, LexClass::place) && is_head_first(units) &&
            has_joint(units, "for") && has_joint(units, "and")) {
            return 1; // "Council for Trade and Travel in Europe"
        }
        if (const std::uint32_t owned = possessive_length(i, last); owned > 0) {
            return owned;
        }
        if (w == "and" && can_start(i + 1) && and_joins(i, units)) {
            return 1;
        }
        return 0;
    }

    std::uint32_t joint_with_article(std::uint32_t i) const {
        const bool has_article = (text(i + 1) == "the" || text(i + 1) == "a") && can_start(i + 2);
        return has_article ? 2 : can_start(i + 1) ? 1 : 0;
    }

    static bool is_head_first(const std::vector<Unit>& units) {
        return has(units.front().classes, LexClass::org_head) ||
               (units.size() > 1 && has(units[1].classes, LexClass::org_head));
    }
    bool has_joint(const std::vector<Unit>& units, std::string_view w) const {
        return std::any_of(units.begin(), units.end(),
                           [&](const Unit& u) { return u.is_joint && text(u.first) == w; });
    }

    /// "Party of Anna Keller": a person stands behind "of".
    bool names_person(std::uint32_t i) const {
        return can_start(i) && can_start(i + 1) && has(words_[i].classes, LexClass::given_name) &&
               !has(words_[i].classes, LexClass::place) &&
               !has(words_[i].folded, LexClass::ordinary_word) &&
               has(words_[i + 1].classes, LexClass::surname);
    }

    /// "Bakers' Association", "Marsh's Holdings Inc": a possessive inside an organisation's name, which
    /// a plural of everyday folk or a rest without a name of its own shows.
    std::uint32_t possessive_length(std::uint32_t i, const Unit& last) const {
        const bool is_plural = text(i) == "'" || text(i) == "\xE2\x80\x99";
        if ((!is_plural && text(i) != "'s") || !can_start(i + 1) || last.is_joint) {
            return 0;
        }
        std::uint32_t k = i + 1;
        bool only_heads = true;
        while (can_start(k) && k < i + 5) {
            only_heads = only_heads && (has(words_[k].classes, LexClass::org_head) ||
                                        has(words_[k].classes, LexClass::legal_form));
            ++k;
        }
        if (is_plural) {
            return has(words_[k - 1].classes, LexClass::org_head) && text(last.end - 1).ends_with('s') &&
                           has(words_[last.end - 1].folded, LexClass::ordinary_word)
                       ? 1
                       : 0;
        }
        if (is_saint(last) && has(words_[i + 1].classes, LexClass::org_head)) {
            return 1; // "St Brendan's Hospital"
        }
        const LexMask owner = words_[last.end - 1].classes;
        const bool is_owner = has(owner, LexClass::place) || has(owner, LexClass::country) ||
                              (owner & organisation_classes) != 0;
        return only_heads && !is_owner && k > i + 2 &&
                       has(words_[k - 1].classes, LexClass::legal_form)
                   ? 1
                   : 0;
    }

    bool is_saint(const Unit& unit) const {
        const bool is_cut_off = unit.end == unit.first + 1; // "St" was taken for a title
        if (is_cut_off && unit.first == sentence_.first_token) {
            return false;
        }
        const std::string_view first = text(is_cut_off ? unit.first - 1 : unit.first);
        return first == "St" || first == "St." || first == "Saint";
    }

    static bool is_known_whole(const Unit& unit) {
        return (unit.classes & (organisation_classes | mask(LexClass::title))) != 0 &&
               !has(unit.classes, LexClass::weak) && !has(unit.classes, LexClass::given_name);
    }

    bool is_particle(std::uint32_t i) const {
        return !words_[i].is_capital && has(words_[i].classes, LexClass::particle);
    }

    std::uint32_t particle_count(std::uint32_t i) const {
        std::uint32_t count = 0;
        while (count < 3 && i + count < sentence_.end_token && is_particle(i + count)) {
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
                return u.is_joint && (text(u.first) == "of" || text(u.first) == "for");
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
        // "Consumer Safety and Trade Commission" is one, "Copper Freight and Amber Group" are two.
        return ends_in_head && is_ordinary && !is_place &&
               (units.size() == 1 || (units.size() == 2 && is_public_head(words_[k - 1].text)));
    }

    static bool is_public_head(std::string_view w) {
        static constexpr std::array<std::string_view, 12> heads{
            "Commission", "Council", "Board",     "Authority", "Agency",  "Administration",
            "Committee",  "Office",  "Department", "Ministry", "Service", "Bureau"};
        return std::find(heads.begin(), heads.end(), w) != heads.end();
    }

    bool opens_sentence(std::uint32_t token) const {
        return stands_at_head(text_, sentence_, token);
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
                emit(units, begin, without_office(units, begin, k), title, title_classes);
                title = title_text(unit);
                title_classes = unit.classes;
                begin = k + 1;
                while (begin < units.size() && units[begin].is_joint) {
                    ++begin;
                }
                k = begin > 0 ? begin - 1 : 0;
            } else if (k > begin && names_somebody_of(units, k)) {
                emit(units, begin, k, title, title_classes);
                title.clear();
                title_classes = 0;
                begin = k;
            } else if (k == begin && is_free_demonym(units, k)) {
                emit_demonym(unit);
                begin = k + 1;
            }
        }
        emit(units, begin, units.size(), title, title_classes);
    }

    /// "Saxony | Karl E. Brandt": a place, then somebody's full name.
    static bool names_somebody_of(const std::vector<Unit>& units, std::size_t k) {
        const Unit& place = units[k - 1];
        const Unit& last = units.back();
        return !place.is_joint &&
               (has(place.classes, LexClass::place) || has(place.classes, LexClass::party)) &&
               !has(place.classes, LexClass::given_name) && !has(place.classes, LexClass::surname) &&
               k + 1 < units.size() && has(units[k].classes, LexClass::given_name) &&
               !has(units[k].classes, LexClass::place) &&
               !has(units[k].folded, LexClass::ordinary_word) && has(last.classes, LexClass::surname) &&
               !has(last.classes, LexClass::org_head);
    }

    /// "Malta Financial | Secretary": everyday words before a title belong to it.
    static std::size_t without_office(const std::vector<Unit>& units, std::size_t begin,
                                      std::size_t end) {
        constexpr LexMask names = organisation_classes | mask(LexClass::place) |
                                  mask(LexClass::given_name) | mask(LexClass::country) |
                                  mask(LexClass::org_head);
        while (end > begin && !units[end - 1].is_joint && (units[end - 1].classes & names) == 0 &&
               has(units[end - 1].folded, LexClass::ordinary_word)) {
            --end;
        }
        return end;
    }

    std::string title_text(const Unit& unit) const {
        std::string title;
        for (std::uint32_t t = unit.first; t < unit.end; ++t) {
            title += (title.empty() ? "" : " ") + std::string(text(t));
        }
        return title;
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
        const LexMask found = word.classes;
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
               has(words_[units[begin].first].folded, LexClass::function_word) &&
               (opens_sentence(units[begin].first) || begin > 0 || text(units[begin].first) == "The" ||
                text(units[begin].first) == "I")) {
            ++begin;
        }
        while (begin + 1 < units.size() && opens_sentence(units[0].first) && is_mere_word(units, begin)) {
            ++begin;
        }
        while (begin < units.size() && units[begin].is_joint) {
            ++begin;
        }
        return begin;
    }

    /// "Police arrested" has one word; here "Rebels Karim …": an ordinary word before a person's name.
    bool is_mere_word(const std::vector<Unit>& units, std::size_t begin) const {
        const Unit& first = units[begin];
        const Unit& second = units[begin + 1];
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
                                        text(units[k - 1].first).ends_with('.')))) {
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
               (has(units[k + 1].classes, LexClass::given_name) ||
                (k == 0 && k + 2 < units.size() && has(units[k + 2].classes, LexClass::surname)));
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
        const Unit& last = body_end(units, k);
        const std::string_view head = text(last.end - 1);
        const bool is_state_body = head == "Ministry" || head == "Government" || head == "Army" ||
                                   head == "Embassy" || head == "Cabinet" ||
                                   head == "Navy" || head == "Police" || head == "Treasury";
        const bool is_party = has(last.classes, LexClass::party) || has(last.classes, LexClass::ngo) ||
                              (has(last.classes, LexClass::government) && last.end - last.first > 1);
        const bool is_body = has(last.classes, LexClass::org_head) || is_party ||
                             has(last.classes, LexClass::legal_form);
        return !is_body || is_state_body;
    }

    /// Last unit of what follows unit `k`, or the organisation head before "of" or "for".
    static const Unit& body_end(const std::vector<Unit>& units, std::size_t k) {
        for (std::size_t i = k + 1; i + 1 < units.size(); ++i) {
            if (units[i + 1].is_joint) {
                return has(units[i].classes, LexClass::org_head) || has(units[i].classes, LexClass::party)
                           ? units[i]
                           : units.back();
            }
        }
        return units.back();
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
        found.first_unit = units[begin].end - units[begin].first;
        found.first_classes = units[begin].classes;
        found.last_classes = units[end - 1].classes;
        if (end - begin == 1) {
            found.classes = units[begin].classes;
        } else if (found.end - found.first <= 8) {
            const LexMatch whole = lexicon_.longest(keys_from(found.first), 2);
            found.classes = whole.words == found.end - found.first ? whole.classes : 0;
        }
        if ((!found.title.empty() || !is_suffix(text(found.first))) && !is_scrap(found)) {
            out_.push_back(std::move(found));
        }
    }

    /// Single letters ("N/A", "W D L") and abbreviations that stand alone.
    bool is_scrap(const Candidate& c) const {
        std::uint32_t letters = 0;
        for (std::uint32_t i = c.first; i < c.end; ++i) {
            letters += text(i).size() == 1 ? 1 : 0;
        }
        const bool is_abbreviation = c.end - c.first == 1 && c.classes == 0 &&
                                     text(c.first).size() <= 3 && text(c.first).back() == '.';
        return letters == c.end - c.first || is_abbreviation;
    }

    const CandidateText& text_;
    const Sentence& sentence_;
    std::uint32_t number_;
    const std::vector<NameWord>& words_;
    const Lexicon& lexicon_;
    std::vector<Candidate>& out_;
};

} // namespace

std::vector<Candidate> find_candidates(const CandidateText& text,
                                       const std::vector<Sentence>& sentences) {
    std::vector<Candidate> found;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        SentenceRuns(text, sentences[s], s, found).run();
    }
    return found;
}

} // namespace actorgraph
