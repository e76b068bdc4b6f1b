#include "extractor/resolve/adjective_names.hpp"
#include "extractor/resolve/draft.hpp"
#include "extractor/resolve/hash_chains.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

/// A name with the white space of a line break folded.
std::string shown(std::string_view raw) {
    std::string out;
    for (const char c : raw) {
        const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!is_blank) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return out;
}

bool is_full(const PersonName& name) {
    return !name.given.empty();
}

/// "Sr" only tells the elder from a namesake, so it is the same as no suffix.
std::string_view generation(const PersonName& name) {
    return name.suffix == "sr" ? std::string_view{} : std::string_view{name.suffix};
}

Gender gender_from(std::string_view word) {
    return word == "male" ? Gender::male : word == "female" ? Gender::female : Gender::unknown;
}

/// Whether the capitalised words of a name have these initials: "Harbour Safety Board", "hsb".
bool has_initials(std::string_view name, std::string_view initials) {
    std::size_t count = 0;
    bool at_start = true;
    for (const char c : name) {
        if (at_start && c >= 'A' && c <= 'Z') {
            if (count >= initials.size() || initials[count] != static_cast<char>(c + 32)) {
                return false;
            }
            ++count;
        }
        at_start = c == ' ' || c == '-';
    }
    return count == initials.size();
}

/// Given names and their everyday short forms. General knowledge; the longer is the key of both.
constexpr std::array<std::array<std::string_view, 2>, 46> short_given_names{{
    {"al", "albert"},      {"alex", "alexander"},  {"andy", "andrew"},     {"beth", "elizabeth"},
    {"bill", "william"},   {"bob", "robert"},      {"charlie", "charles"}, {"chris", "christopher"},
    {"dan", "daniel"},     {"dave", "david"},      {"dick", "richard"},    {"don", "donald"},
    {"ed", "edward"},      {"fred", "frederick"},  {"greg", "gregory"},    {"jack", "john"},
    {"jeff", "jeffrey"},   {"jen", "jennifer"},    {"jenny", "jennifer"},  {"jerry", "gerald"},
    {"jim", "james"},      {"jimmy", "james"},     {"joe", "joseph"},      {"ken", "kenneth"},
    {"kate", "katherine"}, {"kathy", "katherine"}, {"larry", "lawrence"},  {"liz", "elizabeth"},
    {"matt", "matthew"},   {"meg", "margaret"},    {"mike", "michael"},    {"nick", "nicholas"},
    {"pat", "patricia"},   {"pete", "peter"},      {"phil", "philip"},     {"ray", "raymond"},
    {"rob", "robert"},     {"ron", "ronald"},      {"sam", "samuel"},      {"steve", "steven"},
    {"sue", "susan"},      {"ted", "edward"},      {"tim", "timothy"},     {"tom", "thomas"},
    {"tony", "anthony"},   {"will", "william"},
}};

/// One spelling of a name with one type, at all its places.
struct Spelling {
    std::string_view raw; ///< as written
    std::string name;
    PersonName person; ///< of persons
    std::string key;   ///< folded words without "the"
    Gender gender = Gender::unknown;
    char type = 'm'; ///< first letter of the type
    std::uint32_t draft = none;
    std::string_view sieve;
};

/// Folded words of a name, dots and commas dropped, parted by single blanks, without a leading
/// "the".
std::string key_of(std::string_view name, bool is_person) {
    std::string key = fold(name);
    std::erase(key, '.');
    std::erase(key, ',');
    if (!is_person && key.starts_with("the ")) {
        key.erase(0, 4);
    }
    return key;
}

/// Names put into groups, one pass for each sieve, from sure to unsure.
class NameGroups {
  public:
    NameGroups(const Reading& reading, const std::vector<FoundName>& names)
        : reading_(reading), names_(names), by_raw_(names.size()), by_key_(names.size()),
          by_part_(2 * names.size()) {
        spell();
    }

    Drafts run() {
        out_.entities.reserve(spellings_.size() + 4);
        parties();
        full_names();
        nations();
        short_persons();
        rest();
        short_forms();
        place();
        return std::move(out_);
    }

  private:
    /// Distinct names, in order of first place.
    void spell() {
        spelling_of_.reserve(names_.size());
        spellings_.reserve(names_.size());
        for (const FoundName& found : names_) {
            const char type = found.type.empty() ? 'm' : found.type.front();
            const std::string_view raw = slice(reading_.text, found.span);
            const std::size_t hash = hash_of(raw, type);
            std::uint32_t index = none;
            by_raw_.any(hash, [&](std::uint32_t s) {
                index = spellings_[s].type == type && spellings_[s].raw == raw ? s : none;
                return index != none;
            });
            if (index == none) {
                index = static_cast<std::uint32_t>(spellings_.size());
                by_raw_.add(hash, index);
                spellings_.push_back(spelling(raw, type));
            }
            spelling_of_.push_back(index);
            Spelling& one = spellings_[index];
            if (one.gender == Gender::unknown) {
                one.gender = gender_from(found.gender);
            }
        }
    }

    static Spelling spelling(std::string_view raw, char type) {
        Spelling one;
        one.raw = raw;
        one.name = shown(raw);
        one.type = type;
        one.key = key_of(one.name, type == 'p');
        if (type == 'p') {
            one.person = parse_person_name(one.name);
        }
        return one;
    }

    /// Draft opened under a key, or `none`.
    std::uint32_t known(char type, std::string_view key) const {
        std::uint32_t found = none;
        by_key_.any(hash_of(key, type), [&](std::uint32_t s) {
            const bool is_it = keyed_[s].type == type && keyed_[s].key == key;
            found = is_it ? keyed_[s].draft : none;
            return is_it;
        });
        return found;
    }

    void file(char type, std::string_view key, std::uint32_t draft) {
        by_key_.add(hash_of(key, type), static_cast<std::uint32_t>(keyed_.size()));
        keyed_.push_back({type, std::string(key), draft});
    }

    static bool gender_agrees(const DraftEntity& draft, const Spelling& one) {
        return draft.gender == Gender::unknown || one.gender == Gender::unknown ||
               draft.gender == one.gender;
    }

    std::uint32_t open(Spelling& one, std::string_view type) {
        out_.entities.push_back(make_draft(type, one.name));
        const auto draft = static_cast<std::uint32_t>(out_.entities.size() - 1);
        if (one.type == 'p') {
            index_person(draft, one.person);
        }
        join(one, draft, "resolve.first-name-seen");
        return draft;
    }

    void index_person(std::uint32_t draft, const PersonName& person) {
        by_part_.add(hash_of(person.surname), draft);
        if (is_full(person) && person.given.front() != person.surname) {
            by_part_.add(hash_of(person.given.front()), draft);
        }
    }

    void join(Spelling& one, std::uint32_t draft, std::string_view sieve) {
        one.draft = draft;
        one.sieve = sieve;
        DraftEntity& target = out_.entities[draft];
        note_alias(target.entity, one.name);
        if (target.gender == Gender::unknown) {
            target.gender = one.gender;
        }
    }

    static void note_alias(Entity& entity, const std::string& name) {
        auto& aliases = entity.aliases;
        if (name != entity.name &&
            std::find(aliases.begin(), aliases.end(), name) == aliases.end()) {
            aliases.push_back(name);
        }
    }

    std::string_view type_of(const Spelling& one) const {
        return one.type == 'p'   ? "person"
               : one.type == 'o' ? "organization"
               : one.type == 'l' ? "location"
                                 : "misc";
    }

    /// "Democratic senator", "Democrats": the party, meant and not named.
    void parties() {
        for (Spelling& one : spellings_) {
            const std::string_view party =
                one.type == 'm' ? party_of(one.name) : std::string_view{};
            if (party.empty()) {
                continue;
            }
            const std::string key = fold(party);
            one.draft = known('o', key);
            if (one.draft == none) {
                one.draft = static_cast<std::uint32_t>(out_.entities.size());
                out_.entities.push_back(make_draft("organization", std::string(party)));
                out_.entities.back().entity.subtype = "party";
                file('o', key, one.draft);
            }
            one.sieve = "resolve.party-word";
        }
    }

    /// "Mercian", "the Mercians": the country, meant and not named.
    void nations() {
        for (Spelling& one : spellings_) {
            const std::string_view country =
                one.sieve == "resolve.first-name-seen" && one.type == 'm' ? country_of(one.name)
                                                                          : std::string_view{};
            if (country.empty()) {
                continue;
            }
            const std::uint32_t old = one.draft;
            one.draft = country_called(country);
            one.sieve = "resolve.demonym";
            if (one.draft == none) {
                one.draft = old; // its own, called by the country's name
                out_.entities[old] = make_draft("location", std::string(country));
                file('l', fold(country), old);
            }
        }
    }

    /// The open draft of a country under any of its names, or `none`.
    std::uint32_t country_called(std::string_view country) const {
        for (const std::string_view name : names_of_country(country)) {
            if (const std::uint32_t draft = known('l', fold(name));
                !name.empty() && draft != none) {
                return draft;
            }
        }
        return none;
    }

    /// Sieve 1: persons by full name; everybody else by equal name whatever the case.
    void full_names() {
        for (Spelling& one : spellings_) {
            const bool is_person = one.type == 'p';
            if (one.draft != none || (is_person && !is_full(one.person))) {
                continue;
            }
            if (const std::uint32_t same = known(one.type, one.key); same != none) {
                join(one, same, "resolve.same-name");
                continue;
            }
            std::uint32_t draft = is_person ? same_person(one) : none;
            if (draft == none) {
                draft = open(one, type_of(one));
            } else {
                join(one, draft, "resolve.name-variant");
                prefer_longer(out_.entities[draft], one);
            }
            file(one.type, one.key, draft);
        }
    }

    static void prefer_longer(DraftEntity& draft, const Spelling& one) {
        Entity& entity = draft.entity;
        if (one.name.size() > entity.name.size()) {
            const std::string old = entity.name;
            entity.name = one.name;
            draft.person = one.person;
            std::erase(entity.aliases, one.name);
            note_alias(entity, old);
        }
    }

    /// A full-name person already open with an initial or a further given name: "Ada J. Quill".
    std::uint32_t same_person(const Spelling& one) const {
        std::uint32_t found = none;
        by_part_.any(hash_of(one.person.surname), [&](std::uint32_t d) {
            const DraftEntity& draft = out_.entities[d];
            if (generation(draft.person) == generation(one.person) && is_full(draft.person) &&
                may_be_same_person(draft.person, one.person) && gender_agrees(draft, one)) {
                found = d; // the last one opened
            }
            return false;
        });
        return found;
    }

    /// Sieve 2: surname, surname with suffix, or given name alone, to a person named in full. Where
    /// several fit, each place decides for itself.
    void short_persons() {
        chosen_.assign(names_.size(), none);
        std::vector<std::uint32_t> last_end(out_.entities.size(), 0);
        std::vector<std::uint32_t> first_begin(out_.entities.size(), none);
        note_first_places(first_begin);
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            Spelling& one = spellings_[spelling_of_[i]];
            const Span span = names_[i].span;
            std::uint32_t draft = one.draft;
            if (draft == none && one.type == 'p') {
                draft = best_full_person(one, span, first_begin, last_end);
                chosen_[i] = draft;
                if (draft != none) {
                    DraftEntity& target = out_.entities[draft];
                    note_alias(target.entity, one.name);
                    first_begin[draft] = std::min(first_begin[draft], span.begin);
                    if (target.gender == Gender::unknown) {
                        target.gender = one.gender;
                    }
                }
            }
            if (draft != none) {
                last_end[draft] = span.end;
            }
        }
    }

    void note_first_places(std::vector<std::uint32_t>& first_begin) const {
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            const std::uint32_t draft = spellings_[spelling_of_[i]].draft;
            if (draft != none) {
                first_begin[draft] = std::min(first_begin[draft], names_[i].span.begin);
            }
        }
    }

    std::uint32_t best_full_person(const Spelling& one, Span span,
                                   const std::vector<std::uint32_t>& first_begin,
                                   const std::vector<std::uint32_t>& last_end) const {
        std::uint32_t best = none;
        int best_score = 0;
        by_part_.any(hash_of(one.person.surname), [&](std::uint32_t d) {
            const DraftEntity& draft = out_.entities[d];
            const bool is_named_so =
                draft.person.surname == one.person.surname ||
                (is_full(draft.person) && draft.person.given.front() == one.person.surname);
            if (!is_named_so || !is_full(draft.person) || !gender_agrees(draft, one)) {
                return false;
            }
            const bool by_surname = draft.person.surname == one.person.surname;
            if ((!by_surname && !one.person.suffix.empty()) ||
                (by_surname && !one.person.suffix.empty() &&
                 draft.person.suffix != one.person.suffix)) {
                return false;
            }
            int score = by_surname ? 100 : 50;
            score += generation(draft.person) == generation(one.person)
                         ? 200
                         : 0; // bare surname: the one without Jr
            score += first_begin[d] < span.begin ? 20 : 0;
            score += last_end[d] == 0
                         ? 0
                         : std::max(0, 10 - static_cast<int>((span.begin - last_end[d]) / 300));
            if (score > best_score) {
                best_score = score;
                best = d;
            }
            return false;
        });
        return best;
    }

    /// Sieve 3: names still alone: short forms of given names, then equal ones together.
    void rest() {
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            Spelling& one = spellings_[spelling_of_[i]];
            if (one.draft != none || chosen_[i] != none) {
                continue;
            }
            const std::uint32_t same = known(one.type, one.key);
            const std::uint32_t longer =
                one.type == 'p' && same == none ? person_with_short_name(one) : none;
            if (same != none) {
                join(one, same, "resolve.same-name");
            } else if (longer != none) {
                join(one, longer, "resolve.short-given-name");
            } else {
                const std::uint32_t draft = open(one, type_of(one));
                file(one.type, one.key, draft);
            }
        }
    }

    /// "Bill" where the one person called William is named in full.
    std::uint32_t person_with_short_name(const Spelling& one) const {
        std::uint32_t found = none;
        for (const auto& pair : short_given_names) {
            if (pair[0] != one.person.surname) {
                continue;
            }
            const bool has_several = by_part_.any(hash_of(pair[1]), [&](std::uint32_t d) {
                const PersonName& person = out_.entities[d].person;
                if (!is_full(person) || person.given.front() != pair[1]) {
                    return false;
                }
                const bool is_second = found != none;
                found = d;
                return is_second;
            });
            if (has_several) {
                return none;
            }
        }
        return found;
    }

    /// Sieve 4: "DNC" to "Democratic National Committee", and a short form to the one longer name.
    void short_forms() {
        std::vector<std::uint32_t> longer;
        std::vector<std::uint32_t> single;
        for (std::uint32_t d = 0; d < out_.entities.size(); ++d) {
            if (out_.entities[d].is_organisation) {
                const bool has_blank = out_.entities[d].entity.name.find(' ') != std::string::npos;
                (has_blank ? longer : single).push_back(d);
            }
        }
        into_.assign(out_.entities.size(), none);
        for (const std::uint32_t d : single) {
            const std::string folded = fold(out_.entities[d].entity.name);
            const auto whole = std::find_if(longer.begin(), longer.end(), [&](std::uint32_t h) {
                return is_short_form(folded, out_.entities[h].entity.name);
            });
            into_[d] = whole == longer.end() ? none : *whole;
        }
        if (!single.empty() && !longer.empty()) {
            drop_merged();
        }
    }

    /// Initials, or the first word where it is no everyday one: "Goldman" of "Goldman Sachs".
    static bool is_short_form(const std::string& folded, std::string_view longer) {
        if (folded.size() >= 2 && folded.size() <= 6 && has_initials(longer, folded)) {
            return true;
        }
        const bool is_first_word = folded.size() >= 4 && longer.size() > folded.size() &&
                                   longer[folded.size()] == ' ' &&
                                   fold(longer.substr(0, folded.size())) == folded;
        return is_first_word && !is_generic_head(folded);
    }

    static bool is_generic_head(const std::string& word) {
        static constexpr std::string_view generic[] = {
            "national",   "international", "american",   "united",     "new",     "first",
            "general",    "bank",          "university", "ministry",   "central", "state",
            "federal",    "house",         "european",   "world",      "north",   "south",
            "west",       "east",          "royal",      "department", "senate",  "democratic",
            "republican", "supreme",       "british",    "russian"};
        return std::find(std::begin(generic), std::end(generic), word) != std::end(generic);
    }

    /// Takes merged drafts out and renumbers the spellings.
    void drop_merged() {
        std::vector<std::uint32_t> place(out_.entities.size(), none);
        std::vector<DraftEntity> kept;
        kept.reserve(out_.entities.size());
        for (std::uint32_t d = 0; d < out_.entities.size(); ++d) {
            if (into_[d] == none) {
                place[d] = static_cast<std::uint32_t>(kept.size());
                kept.push_back(std::move(out_.entities[d]));
            }
        }
        for (std::uint32_t d = 0; d < out_.entities.size(); ++d) {
            if (into_[d] != none) {
                place[d] = place[into_[d]];
                note_alias(kept[place[d]].entity, out_.entities[d].entity.name);
                for (const std::string& alias : out_.entities[d].entity.aliases) {
                    note_alias(kept[place[d]].entity, alias);
                }
            }
        }
        for (Spelling& one : spellings_) {
            if (one.draft != none) {
                one.sieve = into_[one.draft] == none ? one.sieve : "resolve.short-form";
                one.draft = place[one.draft];
            }
        }
        for (std::uint32_t& draft : chosen_) {
            draft = draft == none ? none : place[draft];
        }
        out_.entities = std::move(kept);
    }

    /// A mention for every name, with the title and subtype that stand at its place.
    void place() {
        const auto& sentences = reading_.segmentation.sentences;
        out_.mentions.reserve(names_.size());
        std::uint32_t sentence = 0;
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            Spelling& one = spellings_[spelling_of_[i]];
            const bool is_chosen = chosen_[i] != none;
            DraftMention mention;
            mention.span = names_[i].span;
            mention.draft = is_chosen ? chosen_[i] : one.draft;
            while (sentence + 1 < sentences.size() &&
                   sentences[sentence + 1].span.begin <= mention.span.begin) {
                ++sentence;
            }
            mention.sentence = sentence;
            mention.first_token = reading_.token_at(mention.span.begin);
            mention.end_token = mention.first_token;
            while (mention.end_token < reading_.words.size() &&
                   reading_.token(mention.end_token).span.begin < mention.span.end) {
                ++mention.end_token;
            }
            const bool is_only_meant =
                one.sieve == "resolve.party-word" || one.sieve == "resolve.demonym";
            mention.form = is_only_meant ? MentionForm::nominal : MentionForm::name;
            mention.sieve = is_chosen ? "resolve.surname" : one.sieve;
            mention.name = is_only_meant ? none : i;
            DraftEntity& draft = out_.entities[mention.draft];
            if (!is_only_meant) {
                describe(draft, names_[i], reading_.lexicon);
            }
            if (one.sieve == "resolve.first-name-seen") {
                one.sieve = "resolve.same-name"; // from its second place on
            }
            out_.mentions.push_back(mention);
        }
    }

    static void describe(DraftEntity& draft, const FoundName& found, const Lexicon& lexicon) {
        if (draft.entity.subtype.empty()) {
            draft.entity.subtype = found.subtype;
        }
        if (!found.title.empty()) {
            const LexMask classes = lexicon.folded_classes(found.title);
            draft.has_sure_gender |=
                has(classes, LexClass::male_noun) != has(classes, LexClass::female_noun);
            for (std::string& word : folded_words(found.title)) {
                draft.roles.push_back(std::move(word));
            }
        }
    }

    const Reading& reading_;
    const std::vector<FoundName>& names_;
    std::vector<Spelling> spellings_;
    std::vector<std::uint32_t> spelling_of_; ///< of each name
    std::vector<std::uint32_t> chosen_;      ///< draft of a short name at one place
    std::vector<std::uint32_t> into_;        ///< draft another one is a short form of
    HashChains by_raw_;                      ///< spellings by type and text
    HashChains by_key_;                      ///< `keyed_` by type and key
    HashChains by_part_;                     ///< persons by surname and by given name
    struct Keyed {
        char type;
        std::string key;
        std::uint32_t draft;
    };
    std::vector<Keyed> keyed_;
    Drafts out_;
};

} // namespace

Drafts group_names(const Reading& reading, const std::vector<FoundName>& names,
                   const std::vector<FoundAccount>& accounts) {
    Drafts drafts = NameGroups(reading, names).run();
    group_accounts(reading, accounts, drafts);
    return drafts;
}

} // namespace actorgraph
