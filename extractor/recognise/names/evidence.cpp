#include "extractor/recognise/names/evidence.hpp"

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <unordered_map>
#include <unordered_set>

namespace actorgraph {
namespace {

using enum NameType;

// Weights set by hand and read against errors; a decision needs a sum of 1 (names/../names.cpp).
constexpr EvidenceKind kinds[] = {
    {"title before", person, 5.0},
    {"occupation before", person, 2.5},
    {"given name first", person, 3.2},
    {"given name that is a word first", person, 1.5},
    {"surname last", person, 1.6},
    {"unknown surname last", person, 0.9},
    {"initial inside", person, 3.0},
    {"particle inside", person, 1.5},
    {"generational suffix", person, 5.0},
    {"two or three words, none ordinary", person, 1.3},
    {"speaks", person, 1.2},
    {"lives a life", person, 4.5},
    {"age behind", person, 4.0},
    {"who behind", person, 1.5},
    {"surname alone", person, 0.7},
    {"given name alone", person, 0.6},
    {"surname of a person named in full", person, 7.0},
    {"given name of a person named in full", person, 2.0},
    {"article before a name is no person's", person, -3.0},
    {"country behind in brackets", person, 2.5},
    {"known organisation", organization, 6.0},
    {"known organisation, weak", organization, 1.8},
    {"organisation head last", organization, 4.5},
    {"organisation head before of", organization, 4.5},
    {"legal form", organization, 6.0},
    {"organisation head first", organization, 2.5},
    {"everyday noun last", organization, 1.7},
    {"everyday noun is no surname", person, -2.0},
    {"role noun behind", organization, 2.2},
    {"office of", location, 2.4},
    {"ampersand", organization, 3.5},
    {"acronym", organization, 2.0},
    {"acronym of an organisation", organization, 6.0},
    {"article before", organization, 1.0},
    {"speaks (organisation)", organization, 0.6},
    {"shares, company behind", organization, 2.2},
    {"place-based before", organization, 2.0},
    {"short for an organisation", organization, 3.5},
    {"organisation noun before", organization, 1.5},
    {"at before", organization, 0.3},
    {"only ordinary words", organization, 1.1},
    {"known place", location, 3.4},
    {"known country", location, 5.5},
    {"place word", location, 4.5},
    {"in before", location, 2.0},
    {"to or from before", location, 0.8},
    {"place behind a comma", location, 1.8},
    {"dateline", location, 3.0},
    {"known work or event", misc, 5.5},
    {"event word", misc, 5.0},
    {"demonym", misc, 8.0},
    {"unknown", organization, 0.5},
    {"unknown (person)", person, 0.45},
    {"ordinary word that opens a sentence", person, -4.0},
    {"ordinary word that opens a sentence (organisation)", organization, -4.0},
    {"ordinary word that opens a sentence (place)", location, -2.5},
    {"ordinary word", person, -1.0},
};

/// Row of a kind of evidence.
std::uint8_t row_of(std::string_view name) {
    static const auto rows = [] {
        std::unordered_map<std::string_view, std::uint8_t> made;
        for (std::uint8_t i = 0; i < std::size(kinds); ++i) {
            made[kinds[i].name] = i;
        }
        return made;
    }();
    const auto found = rows.find(name);
    assert(found != rows.end() && "evidence is of a kind in the table");
    return found->second;
}

using Words = std::unordered_set<std::string_view>;

const Words& speech_verbs() {
    static const Words words{"said",     "says",   "told",     "added",     "asked",   "wrote",  "tweeted",
                             "argued",   "admitted", "insisted", "recalled", "replied", "explained",
                             "testified", "smiled", "resigned", "died",     "thinks",  "believes",
                             "scored",   "won",    "beat",     "lost",      "married", "denied", "claimed",
                             "announced", "met",   "vowed",    "joked",     "tweeted", "posted"};
    return words;
}

/// What only people do.
const Words& life_verbs() {
    static const Words words{"graduated", "studied", "married", "grew", "enrolled", "majored", "resides",
                             "lives", "lived", "attended", "retired", "taught", "teaches", "resigned",
                             "died", "emigrated", "smiled", "testified"};
    return words;
}

const Words& company_words() {
    static const Words words{"shares", "stock", "spokesman", "spokeswoman", "executives", "subsidiary",
                             "employees", "unit", "customers", "shareholders", "bonds", "officials",
                             "lawmakers", "supporters", "members", "fans", "leader", "founder"};
    return words;
}

const Words& organisation_nouns() {
    static const Words words{"group",  "company", "firm",  "party",   "bank",     "agency", "newspaper",
                             "daily",  "magazine", "unit", "giant",   "maker",    "carrier", "website",
                             "network", "union",  "club",  "charity", "retailer", "subsidiary", "airline",
                             "side",   "team",   "champions", "with",
                             "fund",   "site",   "hospital", "startup", "start-up", "foundation", "insurer", "lender",
                             "broadcaster", "publisher", "supplier", "contractor", "operator", "developer",
                             "brewer", "label", "studio", "movement", "militia", "cartel", "gang"};
    return words;
}

/// "mayor of X", "citizen of X": X is a place.
const Words& office_words() {
    static const Words words{"mayor",   "citizen", "citizens", "native",  "city",     "town",   "village",
                             "province", "island", "capital",  "governor", "presidency", "king", "queen",
                             "port",    "outskirts", "suburb", "streets", "people",   "north",  "south",
                             "east",    "west",    "residents", "prince", "bishop",   "mayors", "region",
                             "district", "coast",  "nationals", "national"};
    return words;
}

/// "Pixelbarn co-founder", "Norvik boss": what has these is an organisation.
const Words& role_nouns() {
    static const Words words{"founder",  "co-founder", "owner",    "chief",    "boss",      "CEO",
                             "chairman", "chairwoman", "director", "editor",   "analyst",   "employee",
                             "executive", "manager",   "staff",    "employees", "reporter", "headquarters",
                             "subsidiary", "shareholder", "shareholders", "engineer", "economist"};
    return words;
}

const Words& place_words() {
    static const Words words{"River",  "Lake",   "Mount",  "Island",   "Islands", "County",  "Province",
                             "Street", "Avenue", "Road",   "City",     "Town",    "Valley",  "Bay",
                             "Beach",  "Mountains", "Peninsula", "Desert", "Ocean", "Sea",   "Strait",
                             "Airport", "Square", "Park",  "Palace",   "Bridge",  "Hill",    "Hills",
                             "Coast",  "Canal",  "Harbor", "Harbour",  "Port",    "Region",  "State",
                             "District", "Village", "Cape", "Gulf",    "Heights", "Springs", "Falls",
                             "Tower",  "Stadium", "Plaza", "Boulevard", "Prison"};
    return words;
}

const Words& event_words() {
    static const Words words{"Cup",    "Open",     "Prix",    "War",     "Act",      "Treaty", "Championship",
                             "Championships", "Games", "Prize", "Award", "Awards",   "Agreement", "Accord",
                             "Accords", "Convention", "Marathon", "Classic", "Tournament", "Festival",
                             "Revolution", "Constitution", "Amendment", "Bill", "Protocol", "Declaration",
                             "Summit", "Trophy", "Masters", "Olympics", "Election", "Elections", "Index",
                             "Stakes", "Derby", "Plan", "Day", "Code", "Charter", "Pact", "Referendum",
                             "Bowl", "Series", "Affair", "Doctrine", "Crisis", "Conspiracy"};
    return words;
}

bool is_initial(std::string_view w) {
    return (w.size() == 2 && w[1] == '.') || (w.size() == 4 && w[1] == '.' && w[3] == '.') ||
           (w.size() == 1 && w[0] >= 'A' && w[0] <= 'Z');
}

bool is_acronym(std::string_view w) {
    if (w.size() < 2 || w.size() > 6) {
        return false;
    }
    return std::all_of(w.begin(), w.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '&'; });
}

std::string initials_of(std::string_view name) {
    std::string out;
    bool at_start = true;
    for (const char c : name) {
        if (at_start && c >= 'A' && c <= 'Z') {
            out += c;
        }
        at_start = c == ' ' || c == '-';
    }
    return out;
}

class NameWeigher {
  public:
    NameWeigher(const std::vector<NameWord>& words, const Segmentation& segmentation,
                const std::vector<Candidate>& candidates, const Lexicon& lexicon,
                std::vector<NameGroup>& groups)
        : words_(words), segmentation_(segmentation), candidates_(candidates), lexicon_(lexicon),
          groups_(groups) {}

    void run() {
        for (NameGroup& group : groups_) {
            inside(group);
            for (const std::uint32_t c : group.candidates) {
                around(group, candidates_[c]);
            }
            opener(group);
        }
        across();
    }

  private:
    std::string_view word(std::int64_t i) const {
        return i >= 0 && i < static_cast<std::int64_t>(words_.size())
                   ? words_[static_cast<std::size_t>(i)].text
                   : std::string_view{};
    }

    /// What the words of the name say.
    void inside(NameGroup& group) const {
        const Candidate& c = candidates_[group.candidates.front()];
        group.classes = c.classes;
        group.words = c.end - c.first;
        if (c.is_demonym) {
            group.add("demonym");
            return;
        }
        whole(group);
        const std::string_view last = words_[c.end - 1].text;
        if (place_words().contains(last) || word(c.first) == "Mount" || word(c.first) == "Lake") {
            if (group.words > 1) {
                group.add("place word");
            }
        }
        if (event_words().contains(last) && group.words > 1) {
            group.add("event word");
        }
        if (group.words == 1) {
            single(group, c);
        } else {
            several(group, c);
        }
    }

    /// The lexicon knows the whole name.
    static void whole(NameGroup& group) {
        const bool is_weak = has(group.classes, LexClass::weak);
        if ((group.classes & organisation_classes) != 0) {
            group.add(is_weak ? "known organisation, weak" : "known organisation");
        }
        if (has(group.classes, LexClass::country)) {
            group.add("known country");
        } else if (has(group.classes, LexClass::place)) {
            group.add("known place");
        }
        if (has(group.classes, LexClass::work_event)) {
            group.add("known work or event");
        }
        if (has(group.classes, LexClass::demonym) && !is_weak) {
            group.add("demonym");
        }
    }

    void single(NameGroup& group, const Candidate& c) const {
        const NameWord& w = words_[c.first];
        const bool is_ordinary = has(w.folded, LexClass::ordinary_word);
        if (is_acronym(w.text) && group.classes == 0) {
            group.add("acronym");
        }
        if (has(w.classes, LexClass::surname) && !is_ordinary) {
            group.add("surname alone");
        }
        if (has(w.classes, LexClass::given_name) && !is_ordinary) {
            group.add("given name alone");
        }
        if (w.classes == 0 && !is_ordinary) {
            group.add("unknown");
            group.add("unknown (person)");
        }
        if (is_ordinary) {
            group.add("ordinary word");
        }
    }

    void several(NameGroup& group, const Candidate& c) const {
        if (has(group.classes, LexClass::country) || has(group.classes, LexClass::place)) {
            return; // "United States": the parts of a known place say nothing
        }
        organisation_parts(group, c);
        person_parts(group, c);
    }

    void organisation_parts(NameGroup& group, const Candidate& c) const {
        bool has_of = false;
        bool head_before_of = false;
        bool only_ordinary = true;
        for (std::uint32_t i = c.first; i < c.end; ++i) {
            const NameWord& w = words_[i];
            if (w.text == "of" || w.text == "for") {
                has_of = true;
            }
            head_before_of = head_before_of || (!has_of && has(w.classes, LexClass::org_head));
            only_ordinary = only_ordinary && (!w.is_capital || has(w.folded, LexClass::ordinary_word));
            if (w.text == "&") {
                group.add("ampersand");
            }
            if (i > c.first && has(w.classes, LexClass::legal_form) && w.text.size() > 1) {
                group.add("legal form");
            }
        }
        const NameWord& last = words_[c.end - 1];
        if (has(words_[c.first].classes, LexClass::org_head) && !has_of &&
            !has(words_[c.first].classes, LexClass::title)) {
            group.add("organisation head first");
        }
        everyday_last(group, words_[c.first], last);
        if (has(last.classes, LexClass::org_head)) {
            group.add("organisation head last");
        } else if (has_of && head_before_of) {
            group.add("organisation head before of");
        } else if (only_ordinary && !is_title_cased(segmentation_.sentences[c.sentence])) {
            group.add("only ordinary words");
        }
    }

    /// "Patagon Wool", "Red Harbour": people are not called so, unless the list of surnames knows it.
    static void everyday_last(NameGroup& group, const NameWord& first, const NameWord& last) {
        if (!has(last.folded, LexClass::ordinary_word) || last.text.size() < 3) {
            return;
        }
        const bool is_surname = has(last.classes, LexClass::surname);
        const bool is_given = has(first.classes, LexClass::given_name);
        if (!is_given) {
            group.add("everyday noun last");
        }
        if (!is_surname) {
            group.add("everyday noun is no surname");
        }
    }

    /// A headline in which nearly every word has a capital.
    bool is_title_cased(const Sentence& sentence) const {
        std::size_t words = 0;
        std::size_t capitals = 0;
        for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
            const Token& token = segmentation_.tokens[i];
            if (token.kind == TokenKind::word && length(token.span) > 3) {
                ++words;
                capitals += token.capitalised ? 1U : 0U;
            }
        }
        return words >= 4 && capitals * 10 >= words * 8;
    }

    void person_parts(NameGroup& group, const Candidate& c) const {
        const std::uint32_t count = c.end - c.first;
        if (count > 5 || has(words_[c.end - 1].classes, LexClass::org_head)) {
            return;
        }
        const NameWord& first = words_[c.first];
        const NameWord* last = &words_[c.end - 1];
        const std::string_view w = last->text;
        if (w == "Jr" || w == "Jr." || w == "Sr" || w == "Sr." || w == "III" || w == "II" || w == "IV") {
            group.add("generational suffix");
            const std::uint32_t back = words_[c.end - 2].text == "," ? 3 : 2;
            last = count > back ? &words_[c.end - back] : last;
        }
        bool none_ordinary = true;
        bool has_particle = false;
        for (std::uint32_t i = c.first; i < c.end; ++i) {
            none_ordinary = none_ordinary && !has(words_[i].folded, LexClass::ordinary_word) &&
                            words_[i].text != "of" && words_[i].text != "and" && words_[i].text != "&";
            has_particle = has_particle || (i > c.first && !words_[i].is_capital &&
                                            is_name_particle(words_[i].text));
            if (is_initial(words_[i].text) && i + 1 < c.end) {
                group.add("initial inside");
            }
        }
        if (has_particle) {
            group.add("particle inside");
        }
        const bool is_given = has(first.classes, LexClass::given_name);
        if (is_given) {
            group.add(has(first.folded, LexClass::ordinary_word) || has(first.classes, LexClass::place) ||
                              (first.classes & organisation_classes) != 0
                          ? "given name that is a word first"
                          : "given name first");
        }
        if (has(last->classes, LexClass::surname)) {
            group.add("surname last");
        } else if (is_given && !has(last->folded, LexClass::ordinary_word)) {
            group.add("unknown surname last");
        }
        if (none_ordinary && count <= 3) {
            group.add("two or three words, none ordinary");
        }
    }

    /// What stands before and behind one occurrence.
    void around(NameGroup& group, const Candidate& c) const {
        if (c.is_demonym) {
            return;
        }
        if (!c.title.empty()) {
            group.add(has(c.title_classes, LexClass::title) ? "title before" : "occupation before");
        }
        const auto first = static_cast<std::int64_t>(c.first);
        const Sentence& sentence = segmentation_.sentences[c.sentence];
        const bool has_before = c.first > sentence.first_token && c.title.empty();
        before(group, has_before ? word(first - 1) : std::string_view{}, c);
        if (c.end < sentence.end_token) {
            behind(group, c, sentence);
        }
    }

    void before(NameGroup& group, std::string_view w, const Candidate& c) const {
        if (w == "the" || w == "The") {
            group.add("article before a name is no person's");
            group.add("article before");
        } else if (w == "in" || w == "In" || w == "near" || w == "throughout" || w == "across") {
            group.add("in before");
        } else if (w == "to" || w == "from" || w == "From" || w == "outside" || w == "around") {
            group.add("to or from before");
        } else if (w == "at") {
            group.add("at before");
        } else if (w == "of" && c.first >= 2 && office_words().contains(word(c.first - 2))) {
            group.add("office of");
        } else if (w.ends_with("-based")) {
            group.add("place-based before");
        } else if (organisation_nouns().contains(w) && w != "with") {
            group.add("organisation noun before");
        }
        const Sentence& sentence = segmentation_.sentences[c.sentence];
        if (c.first == sentence.first_token && c.end < sentence.end_token && c.end - c.first <= 3 &&
            segmentation_.tokens[c.end].kind == TokenKind::number &&
            words_[c.end].text.size() >= 8 && segmentation_.tokens[c.first].all_caps) {
            group.add("dateline");
        }
    }

    void behind(NameGroup& group, const Candidate& c, const Sentence& sentence) const {
        const std::string_view w = words_[c.end].text;
        const auto end = static_cast<std::int64_t>(c.end);
        const std::string_view next = c.end + 1 < sentence.end_token ? word(end + 1) : std::string_view{};
        if (speech_verbs().contains(w)) {
            group.add("speaks");
            group.add("speaks (organisation)");
        }
        if (life_verbs().contains(w) || (w == "was" && next == "born")) {
            group.add("lives a life");
        }
        if (role_nouns().contains(w)) {
            group.add("role noun behind");
        }
        if (company_words().contains(w) || (w == "'s" && company_words().contains(next))) {
            group.add("shares, company behind");
        }
        if (w == "," && c.end + 2 < sentence.end_token) {
            const Token& number = segmentation_.tokens[c.end + 1];
            if (number.kind == TokenKind::number && length(number.span) == 2 && word(end + 2) == ",") {
                group.add("age behind");
            }
            if (next == "who" || next == "whose") {
                group.add("who behind");
            }
            const LexMask place = words_[c.end + 1].classes;
            if (has(place, LexClass::place) && !has(place, LexClass::given_name)) {
                group.add("place behind a comma");
            }
        }
        if (w == "(" && c.end + 2 < sentence.end_token && c.end - c.first >= 2 &&
            has(words_[c.end + 1].classes, LexClass::country)) {
            group.add("country behind in brackets");
        }
    }

    /// An ordinary word that only ever opens sentences is no name.
    void opener(NameGroup& group) const {
        const bool always_opens =
            std::all_of(group.candidates.begin(), group.candidates.end(),
                        [&](std::uint32_t c) { return candidates_[c].opens_sentence; });
        const Candidate& c = candidates_[group.candidates.front()];
        const bool is_ordinary = has(words_[c.first].folded, LexClass::ordinary_word) ||
                                 is_function_word(words_[c.first].text);
        if (always_opens && is_ordinary && group.words == 1 && c.title.empty()) {
            group.add("ordinary word that opens a sentence");
            group.add("ordinary word that opens a sentence (organisation)");
            group.add("ordinary word that opens a sentence (place)");
        }
    }

    /// What longer names of the document say about shorter ones.
    void across() {
        std::unordered_map<std::string, const char*> hints;
        std::unordered_map<std::string, const char*> weak_hints;
        for (const NameGroup& group : groups_) {
            if (group.words < 2 || group.best_score() < 1.0) {
                continue;
            }
            const Candidate& c = candidates_[group.candidates.front()];
            if (group.best() == NameType::person) {
                std::uint32_t last = c.end - 1;
                while (last > c.first && (words_[last].text.size() <= 3 && (words_[last].text.starts_with("Jr") || words_[last].text.starts_with("Sr") || words_[last].text.starts_with("II")))) {
                    --last;
                }
                if (last > c.first && words_[last].text == ",") {
                    --last;
                }
                hints.try_emplace(std::string(words_[last].text), "surname of a person named in full");
                weak_hints.try_emplace(std::string(words_[c.first].text),
                                       "given name of a person named in full");
            } else if (group.best() == NameType::organization) {
                weak_hints.try_emplace(std::string(words_[c.first].text), "short for an organisation");
                hints.try_emplace(initials_of(group.name), "acronym of an organisation");
            }
        }
        for (NameGroup& group : groups_) {
            if (group.words != 1 || has(group.classes, LexClass::demonym)) {
                continue;
            }
            if (const auto hint = hints.find(group.name); hint != hints.end()) {
                group.add(hint->second);
            } else if (const auto weak = weak_hints.find(group.name); weak != weak_hints.end()) {
                group.add(weak->second);
            }
        }
    }

    const std::vector<NameWord>& words_;
    const Segmentation& segmentation_;
    const std::vector<Candidate>& candidates_;
    const Lexicon& lexicon_;
    std::vector<NameGroup>& groups_;
};

} // namespace

std::string_view to_string(NameType type) {
    constexpr std::string_view names[] = {"person", "organization", "location", "misc"};
    return names[static_cast<std::size_t>(type)];
}

void NameGroup::add(std::string_view kind) {
    const std::uint8_t row = row_of(kind);
    if (std::find(reasons.begin(), reasons.end(), row) != reasons.end()) {
        return;
    }
    score[static_cast<std::size_t>(kinds[row].type)] += kinds[row].weight;
    reasons.push_back(row);
}

std::vector<std::string> NameGroup::reason_texts() const {
    std::vector<std::string> texts;
    for (const std::uint8_t row : reasons) {
        char weight[24];
        std::snprintf(weight, sizeof weight, " %+.1f", kinds[row].weight);
        texts.push_back(std::string(kinds[row].name) + ": " + std::string(to_string(kinds[row].type)) +
                        weight);
    }
    return texts;
}

NameType NameGroup::best() const {
    return static_cast<NameType>(std::max_element(score.begin(), score.end()) - score.begin());
}

double NameGroup::best_score() const { return *std::max_element(score.begin(), score.end()); }

void weigh_names(const std::vector<NameWord>& words, const Segmentation& segmentation,
                 const std::vector<Candidate>& candidates, const Lexicon& lexicon,
                 std::vector<NameGroup>& groups) {
    NameWeigher(words, segmentation, candidates, lexicon, groups).run();
}

} // namespace actorgraph
