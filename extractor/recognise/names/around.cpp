#include "extractor/recognise/names/evidence.hpp"

#include <algorithm>
#include <initializer_list>

namespace actorgraph {
namespace {

using enum NameCue;

bool is_one_of(std::string_view w, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), w) != words.end();
}

bool opens_quote(std::string_view w) {
    return w == "\"" || w == "\xE2\x80\x9C" || w == "``" || w == "\xC2\xAB" || w == "'" ||
           w == "\xE2\x80\x98";
}
bool closes_quote(std::string_view w) {
    return w == "\"" || w == "\xE2\x80\x9D" || w == "''" || w == "\xC2\xBB" || w == "'" ||
           w == "\xE2\x80\x99";
}

class AroundReader {
  public:
    AroundReader(const NameText& text, const Candidate& candidate, const NameWeights& weights,
                 NameGroup& group)
        : text_(text), one_(candidate), sentence_(text.sentences[candidate.sentence]),
          weights_(weights), group_(group) {}

    void run() {
        if (one_.is_demonym) {
            return;
        }
        if (names_people_of_office()) {
            add(NameCue::demonym);
        }
        if (!one_.title.empty()) {
            add(has(one_.title_classes, LexClass::title) ? title_before : occupation_before);
        } else if (one_.first > sentence_.first_token) {
            before(at(one_.first - 1));
        }
        if (one_.end < sentence_.end_token) {
            behind(at(one_.end));
        }
        if (one_.has_acronym) {
            add(acronym_behind_in_brackets);
        }
        if (has_office_behind()) {
            add(office_noun_behind);
        }
        if (is_listed_as_kin()) {
            add(listed_as_kin);
        }
        if (is_listed_with_places()) {
            add(listed_with_places);
        }
        if (group_.words >= 2 && !one_.opens_sentence) {
            add(stands_inside_sentences);
        }
        if (is_beside_person()) {
            add(personal_name_beside);
        }
        place_in_line();
    }

  private:
    void add(NameCue cue) { group_.add(cue, weights_); }

    const NameWord& at(std::uint32_t i) const { return text_.words[i]; }
    /// Word at `i`, empty outside the sentence.
    std::string_view word(std::uint32_t i) const {
        return i >= sentence_.first_token && i < sentence_.end_token ? at(i).text : std::string_view{};
    }
    LexMask classes(std::uint32_t i) const {
        return i >= sentence_.first_token && i < sentence_.end_token ? at(i).classes : 0;
    }

    /// "Mercian transport minister": a word that no list knows, ending like a people, right before an office.
    bool names_people_of_office() const {
        constexpr std::uint32_t reach = 3;
        const std::string_view w = word(one_.first);
        const bool ends_like_people =
            w.ends_with("ian") || w.ends_with("ean") || w.ends_with("ese") || w.ends_with("ish");
        if (one_.end != one_.first + 1 || at(one_.first).classes != 0 || !ends_like_people) {
            return false;
        }
        for (std::uint32_t i = one_.end; i < std::min(one_.end + reach, sentence_.end_token); ++i) {
            if (at(i).is_capital) {
                return false;
            }
            if ((at(i).classes & (mask(LexClass::occupation) | mask(LexClass::title))) != 0) {
                return true;
            }
        }
        return false;
    }

    /// "X's foreign minister", "X mayor Anna": an office of state within three words.
    bool has_office_behind() const {
        std::uint32_t i = one_.end + (word(one_.end) == "'s" ? 1 : 0);
        for (const std::uint32_t end = i + 3; i < end; ++i) {
            const std::string_view w = word(i);
            if (is_one_of(w, {"minister", "ministers", "mayor", "premier", "ambassador", "parliament", "citizen", "citizens",
                              "nationals", "passport", "passports", "PM", "presidency", "legislature", "electorate"})) {
                return true;
            }
            if (w.size() < 3 || w.front() < 'a' || w.front() > 'z' || has(classes(i), LexClass::function_word)) {
                return false;
            }
        }
        return false;
    }

    /// "in Faro, Lagos and X": single capitalised words, commas and "and" back to an "in".
    bool is_listed_with_places() const {
        if (one_.end != one_.first + 1 || one_.first < sentence_.first_token + 3) {
            return false;
        }
        std::uint32_t i = one_.first;
        for (int members = 0; members < 6 && i >= sentence_.first_token + 2; ++members) {
            if (is_one_of(word(i - 1), {"in", "near", "across", "throughout"})) {
                return members > 0;
            }
            i -= is_one_of(word(i - 1), {"and", "or", ","}) ? 1 : 0;
            i -= word(i - 1) == "," ? 1 : 0;
            if (!at(i - 1).is_capital) {
                return false;
            }
            --i;
        }
        return i > sentence_.first_token && is_one_of(word(i - 1), {"in", "near", "across", "throughout"});
    }

    /// "his sons Bo, X and Karl", "the children, X and Bo", "mother of Bo and X": single names back to a word for kin.
    bool is_listed_as_kin() const {
        std::uint32_t i = one_.first;
        if (one_.end != i + 1) {
            return false;
        }
        for (int members = 0; members < 8 && i >= sentence_.first_token + 2; ++members) {
            const std::uint32_t opener = i - (is_one_of(word(i - 1), {",", ":", "of", "\xE2\x80\x93"}) ? 2 : 1);
            const bool is_of = word(i - 1) == "of";
            if (is_one_of(word(opener), {"sons", "daughters", "children", "brothers", "sisters", "siblings", "grandchildren",
                                         "grandsons", "granddaughters", "nephews", "nieces", "cousins", "twins", "stepchildren"}) ||
                (is_of && is_one_of(word(opener), {"mother", "father", "parents", "grandmother", "grandfather"}))) {
                return true;
            }
            i -= is_one_of(word(i - 1), {"and", ","}) ? 1 : 0;
            i -= i > sentence_.first_token && word(i - 1) == "," ? 1 : 0;
            if (i <= sentence_.first_token || !at(i - 1).is_capital) {
                return false;
            }
            --i;
        }
        return false;
    }

    /// Verbs whose object, with or without a preposition, is an organisation.
    bool is_object_of_firm_verb() const {
        const std::uint32_t i = one_.first - (is_one_of(word(one_.first - 1), {"the", "The", "its", "his", "her"}) ? 2 : 1);
        const std::string_view w = word(i);
        const std::string_view verb = word(i - 1);
        if (is_one_of(w, {"founded", "co-founded", "cofounded", "founding", "co-founding", "edits", "edited", "chairs", "chaired",
                          "acquired", "acquires", "acquiring"})) {
            return true;
        }
        if (w == "for") {
            return is_one_of(verb, {"work", "works", "worked", "working", "plays", "played"});
        }
        if (w == "at") {
            return is_one_of(verb, {"work", "works", "worked", "working", "educated", "studied", "studies", "taught", "teaches",
                                    "enrolled", "trained", "employed"});
        }
        if (w == "from") {
            return is_one_of(verb, {"resigned", "dismissed", "fired", "sacked", "graduated", "expelled", "retired", "ousted"});
        }
        return w == "by" && is_one_of(verb, {"employed", "owned", "hired", "sacked", "fired", "published", "acquired"});
    }

    /// "the law firm X", "its Dutch subsidiary X", "a ferry line X"; not "the company X founded".
    bool is_called_an_organisation() const {
        constexpr std::uint32_t most_words = 4;
        const std::uint32_t noun = one_.first - 1;
        if (one_.first < sentence_.first_token + 2 || at(noun).is_capital ||
            !(has(classes(noun), LexClass::org_noun) || is_compound_for_organisation(noun)) || is_object_behind()) {
            return false;
        }
        for (std::uint32_t i = noun; i > sentence_.first_token && noun - i < most_words;) {
            --i;
            if (is_one_of(word(i), {"the", "The", "a", "A", "an", "An", "its", "Its", "his", "her", "their", "our", "'s"})) {
                return true;
            }
            const char c = word(i).front();
            const bool describes = has(classes(i), LexClass::demonym) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!describes || has(classes(i), LexClass::function_word)) {
                return false;
            }
        }
        return false;
    }

    /// "auction house", "ferry line": nouns that name organisations only behind another.
    bool is_compound_for_organisation(std::uint32_t noun) const {
        const std::string_view before = word(noun - 1);
        if (word(noun) == "house") {
            return is_one_of(before, {"auction", "fashion", "publishing", "perfume", "production", "media", "trading", "brokerage",
                                      "design", "banking", "couture", "clearing", "opera", "software"});
        }
        return word(noun) == "line" && is_one_of(before, {"ferry", "cruise", "shipping", "clothing", "cosmetics", "coach", "bus",
                                                          "rail", "container", "freight"});
    }

    /// A single word before a verb that is neither of saying nor of firms: "the company X founded".
    bool is_object_behind() const {
        const LexMask verb = classes(one_.end);
        return one_.end == one_.first + 1 && (verb & (mask(LexClass::speech_verb) | mask(LexClass::firm_verb))) == 0 &&
               (word(one_.end).ends_with("ed") || is_one_of(word(one_.end), {"led", "ran", "runs", "built", "bought", "owns",
                                                                           "leads", "left", "sold", "chose", "made"}));
    }

    /// ", X,": what stands before the first comma tells what X is.
    void between_commas() {
        const bool is_closed = is_one_of(word(one_.end), {",", "."});
        const LexMask head = classes(one_.first - 2);
        if (!is_closed || one_.first < sentence_.first_token + 3 || at(one_.first - 2).is_capital) {
            return;
        }
        if ((head & (mask(LexClass::occupation) | mask(LexClass::kinship))) != 0) {
            add(role_before_comma);
        } else if ((head & (mask(LexClass::org_noun))) != 0 || is_one_of(word(one_.first - 2), {"unit", "parent"})) {
            add(organisation_noun_before_comma);
        }
    }

    /// "Anna and X", "X, Keller": a given name or surname that is no word stands across "and" or a comma.
    bool is_beside_person() const {
        const auto is_link = [](std::string_view w) { return is_one_of(w, {"and", "&", ","}); };
        const auto is_person = [&](std::uint32_t i) {
            const NameWord& w = at(i);
            return w.is_capital && (w.folded & mask(LexClass::ordinary_word)) == 0 &&
                   !has(w.classes, LexClass::place) &&
                   (has(w.classes, LexClass::given_name) || has(w.classes, LexClass::surname));
        };
        const bool before = one_.first >= sentence_.first_token + 2 && is_link(word(one_.first - 1)) &&
                            is_person(one_.first - 2);
        return before || (one_.end + 1 < sentence_.end_token && is_link(word(one_.end)) &&
                          is_person(one_.end + 1));
    }

    void before(const NameWord& w) {
        if (is_object_of_firm_verb()) {
            add(firm_verb_before);
        }
        if (w.text == ",") {
            between_commas();
        } else if (w.text == "the" || w.text == "The") {
            add(article_before);
        } else if (w.text == "by") {
            add(by_before);
        } else if (w.is_modifier && w.text.ends_with("-based")) {
            add(place_based_before);
        } else if (has(w.classes, LexClass::org_noun) && !w.is_capital) {
            add(organisation_noun_before);
        } else {
            preposition(w.text);
        }
        if (is_called_an_organisation()) {
            add(called_an_organisation);
        }
    }

    void preposition(std::string_view w) {
        const bool has_head = one_.first >= sentence_.first_token + 2;
        const LexMask head = has_head ? at(one_.first - 2).classes | at(one_.first - 2).folded : 0;
        constexpr LexMask jobs = mask(LexClass::occupation) | mask(LexClass::role_noun) |
                                 mask(LexClass::title);
        constexpr LexMask firm = mask(LexClass::firm_noun) | mask(LexClass::role_noun);
        if (is_one_of(w, {"at", "for", "with"}) && (head & jobs) != 0) {
            add(occupation_at_before);
        } else if (w == "of" && has(head, LexClass::office_noun)) {
            add(office_of_before);
        } else if ((w == "of" && (head & firm) != 0) ||
                   (w == "in" && is_one_of(word(one_.first - 2), {"stake", "shares", "share", "stakes"}))) {
            add(firm_noun_of_before);
        } else if (is_one_of(w, {"in", "In", "near", "throughout", "across", "Near", "around"})) {
            add(in_before);
        } else if (is_one_of(w, {"to", "from", "From", "outside", "into"})) {
            add(to_or_from_before);
        } else if (w == "at") {
            add(at_before);
        }
    }

    void behind(const NameWord& w) {
        const std::uint32_t end = one_.end;
        if (!w.is_capital) {
            verb(w, word(end + 1));
            noun(w.classes);
        }
        if (w.text == "'s") {
            add(possessive_behind);
            if (owns_firm_noun(end + 1)) {
                add(firm_noun_behind);
            }
        } else if (w.text == ",") {
            behind_comma(end + 1);
        } else if (w.text == "(" && group_.words >= 2 && has(classes(end + 1), LexClass::country)) {
            add(country_behind_in_brackets);
        } else if (w.text == ":") {
            label();
        } else if (text_.tokens[end].kind == TokenKind::number && w.text.size() <= 3) {
            add(number_behind);
        }
        quotes();
    }

    /// "'s shares", "'s managing director", "'s Dutch unit".
    bool owns_firm_noun(std::uint32_t i) const {
        if (has(classes(i), LexClass::firm_noun)) {
            return true;
        }
        for (const std::uint32_t end = i + 3; i < end; ++i) {
            if (is_one_of(word(i), {"CEO", "CFO", "director", "directors", "executive", "executives", "unit", "units", "division",
                                    "subsidiary", "headquarters", "treasurer", "accountant", "employees", "shareholders"})) {
                return true;
            }
            const bool goes_on = i < sentence_.end_token && word(i) != "campaign" &&
                                 (!at(i).is_capital || has(classes(i), LexClass::demonym)) &&
                                 !has(classes(i), LexClass::function_word);
            if (!goes_on) {
                return false;
            }
        }
        return false;
    }

    void verb(const NameWord& w, std::string_view next) {
        if (is_one_of(word(one_.first - 1), {"in", "near", "throughout", "across", "around"})) {
            return; // "Police in London arrested": the verb is that of somebody else
        }
        if (has(w.classes, LexClass::life_verb) || (w.text == "was" && next == "born")) {
            add(lives_a_life);
        } else if (has(w.classes, LexClass::speech_verb)) {
            add(speaks);
        } else if (has(w.classes, LexClass::firm_verb) ||
                   (is_one_of(w.text, {"is", "was", "are", "were", "has", "be"}) &&
                    is_one_of(next, {"headquartered", "bankrupt", "incorporated", "insolvent", "listed", "merged"}))) {
            add(acts_as_a_firm);
        } else if (w.text.size() > 4 && w.text.ends_with("ed")) {
            add(past_verb_behind);
        } else if (is_one_of(w.text, {"was", "has", "had", "is", "would", "will", "did", "could", "also"})) {
            add(auxiliary_behind);
        }
    }

    void noun(LexMask w) {
        if (has(w, LexClass::org_noun)) {
            add(organisation_noun_behind);
        } else if (has(w, LexClass::role_noun)) {
            add(role_noun_behind);
        } else if (has(w, LexClass::firm_noun) && !has(group_.classes, LexClass::place)) {
            add(firm_noun_behind);
        }
    }

    void behind_comma(std::uint32_t i) {
        if (i + 1 >= sentence_.end_token) {
            return;
        }
        const NameWord& w = at(i);
        const bool is_age = text_.tokens[i].kind == TokenKind::number && w.text.size() == 2;
        if (is_age && is_one_of(word(i + 1), {",", "."})) {
            add(age_behind);
        } else if (w.text == "who" || w.text == "whose") {
            add(who_behind);
        } else if (has(w.classes, LexClass::place) && !has(w.classes, LexClass::given_name)) {
            add(place_behind_comma);
        } else if (is_one_of(w.text, {"a", "an", "the", "one"})) {
            apposition(i + 1);
        }
    }

    /// ", a small maker of", ", the former lawyer": the noun tells what the name is.
    void apposition(std::uint32_t i) {
        const std::uint32_t end = std::min(sentence_.end_token, i + 5);
        NameCue found = count_;
        for (; i < end; ++i) {
            const NameWord& w = at(i);
            if (text_.tokens[i].kind == TokenKind::punctuation ||
                is_one_of(w.text, {"of", "for", "in", "at", "who", "which", "that", "with", "on"})) {
                break;
            }
            if (has(w.classes, LexClass::org_noun)) {
                found = organisation_in_apposition;
            } else if (has(w.classes, LexClass::occupation) || has(w.classes, LexClass::title) ||
                       has(w.classes, LexClass::kinship)) {
                found = occupation_in_apposition;
            }
        }
        if (found != count_) {
            add(found);
        }
    }

    /// "ORDERS: none": capitals or everyday words before a colon at the head of a line.
    void label() {
        const bool is_head = one_.first == sentence_.first_token;
        const NameWord& w = at(one_.end - 1);
        const bool is_plain = w.classes == 0 || has(w.folded, LexClass::ordinary_word);
        if (is_head && is_plain && !has(at(one_.first).classes, LexClass::given_name)) {
            add(label_before_colon);
        }
    }

    void quotes() {
        if (one_.first == sentence_.first_token || !opens_quote(at(one_.first - 1).text)) {
            return;
        }
        const std::string_view w = word(one_.end);
        const bool is_stopped = is_one_of(w, {",", ".", ";"}) && closes_quote(word(one_.end + 1));
        if ((closes_quote(w) || is_stopped) && group_.words >= 2) {
            add(fills_quotes);
        }
    }

    void place_in_line() {
        if (one_.first != sentence_.first_token) {
            return;
        }
        const std::uint32_t length = sentence_.end_token - one_.first;
        if (one_.end == sentence_.end_token) {
            add(alone_in_line);
        } else if (length <= 7 && text_.tokens[one_.first].all_caps &&
                   text_.tokens[sentence_.end_token - 1].kind == TokenKind::number &&
                   at(sentence_.end_token - 1).text.size() >= 8) {
            add(dateline);
        }
    }

    const NameText& text_;
    const Candidate& one_;
    const Sentence& sentence_;
    const NameWeights& weights_;
    NameGroup& group_;
};

} // namespace

void weigh_around(const NameText& text, const Candidate& candidate, const NameWeights& weights,
                  NameGroup& group) {
    AroundReader(text, candidate, weights, group).run();
}

} // namespace actorgraph
