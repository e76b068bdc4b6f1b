#include "extractor/resolve/draft.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>

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

/// Initials of the capitalised words of an organisation: "Democratic National Committee" → "dnc".
std::string initials(std::string_view name) {
    std::string out;
    bool at_start = true;
    for (const char c : name) {
        if (at_start && c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c + 32);
        }
        at_start = c == ' ' || c == '-';
    }
    return out;
}

/// Words for the members of a party, and the party. General knowledge.
struct PartyWord {
    std::string_view word;
    std::string_view party;
};
constexpr PartyWord party_words[] = {
    {"Democrat", "Democratic Party"},         {"Democrats", "Democratic Party"},
    {"Democratic", "Democratic Party"},       {"Republican", "Republican Party"},
    {"Republicans", "Republican Party"},      {"Tory", "Conservative Party"},
    {"Tories", "Conservative Party"},         {"Liberal Democrats", "Liberal Democrats"},
    {"Social Democrats", "Social Democrats"}, {"Christian Democrats", "Christian Democrats"},
};

std::string_view party_of(std::string_view word) {
    const auto* found = std::find_if(std::begin(party_words), std::end(party_words),
                                     [&](const PartyWord& p) { return p.word == word; });
    return found == std::end(party_words) ? std::string_view{} : found->party;
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

bool is_short_of(std::string_view shorter, std::string_view longer) {
    return std::any_of(short_given_names.begin(), short_given_names.end(),
                       [&](const auto& pair) { return pair[0] == shorter && pair[1] == longer; });
}

/// One spelling of a name with one type, at all its places.
struct Spelling {
    std::string name;
    PersonName person; ///< of persons
    std::string key;   ///< folded words without "the"
    Gender gender = Gender::unknown;
    char type = 'm'; ///< first letter of the type
    std::uint32_t draft = none;
    std::string_view sieve;
};

std::string key_of(std::string_view name, bool is_person) {
    std::string key;
    for (const std::string& w : folded_words(name)) {
        key += (key.empty() || (key == "the" && !is_person)) ? (key.clear(), w) : ' ' + w;
    }
    return key;
}

/// Names put into groups, one pass for each sieve, from sure to unsure.
class NameGroups {
  public:
    NameGroups(const Reading& reading, const std::vector<FoundName>& names)
        : reading_(reading), names_(names) {
        spell();
    }

    Drafts run() {
        parties();
        full_names();
        short_persons();
        rest();
        short_forms();
        place();
        return std::move(out_);
    }

  private:
    /// Distinct names, in order of first place.
    void spell() {
        std::array<std::unordered_map<std::string_view, std::uint32_t>, 4> known;
        spelling_of_.reserve(names_.size());
        for (const FoundName& found : names_) {
            const char type = found.type.empty() ? 'm' : found.type.front();
            auto& table = known.at(type == 'p' ? 0 : type == 'o' ? 1 : type == 'l' ? 2 : 3);
            const std::string_view raw = slice(reading_.text, found.span);
            const auto [at, is_new] =
                table.try_emplace(raw, static_cast<std::uint32_t>(spellings_.size()));
            if (is_new) {
                Spelling one;
                one.name = shown(raw);
                one.type = type;
                one.key = key_of(one.name, type == 'p');
                if (type == 'p') {
                    one.person = parse_person_name(one.name);
                }
                spellings_.push_back(std::move(one));
            }
            spelling_of_.push_back(at->second);
            Spelling& one = spellings_[at->second];
            if (one.gender == Gender::unknown) {
                one.gender = gender_from(found.gender);
            }
        }
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
        by_part_[person.surname].push_back(draft);
        if (is_full(person) && person.given.front() != person.surname) {
            by_part_[person.given.front()].push_back(draft);
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
            const auto known = by_key_.find("o" + fold(party));
            if (known == by_key_.end()) {
                one.draft = static_cast<std::uint32_t>(out_.entities.size());
                out_.entities.push_back(make_draft("organization", std::string(party)));
                out_.entities.back().entity.subtype = "party";
                by_key_["o" + fold(party)] = one.draft;
            } else {
                one.draft = known->second;
            }
            one.sieve = "resolve.party-word";
        }
    }

    /// Sieve 1: persons by full name; everybody else by equal name whatever the case.
    void full_names() {
        for (Spelling& one : spellings_) {
            const bool is_person = one.type == 'p';
            if (one.draft != none || (is_person && !is_full(one.person))) {
                continue;
            }
            const std::string key = one.type + one.key;
            if (const auto known = by_key_.find(key); known != by_key_.end()) {
                join(one, known->second, "resolve.same-name");
                continue;
            }
            std::uint32_t draft = is_person ? same_person(one) : none;
            if (draft == none) {
                draft = open(one, type_of(one));
            } else {
                join(one, draft, "resolve.name-variant");
                prefer_longer(out_.entities[draft], one);
            }
            by_key_[key] = draft;
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

    const std::vector<std::uint32_t>& with_part(const std::string& part) const {
        static const std::vector<std::uint32_t> nobody;
        const auto found = by_part_.find(part);
        return found == by_part_.end() ? nobody : found->second;
    }

    /// A full-name person already open with an initial or a further given name: "Ada J. Quill".
    std::uint32_t same_person(const Spelling& one) const {
        const auto& sharing = with_part(one.person.surname);
        for (auto at = sharing.rbegin(); at != sharing.rend(); ++at) {
            const DraftEntity& draft = out_.entities[*at];
            if (generation(draft.person) == generation(one.person) && is_full(draft.person) &&
                may_be_same_person(draft.person, one.person) && gender_agrees(draft, one)) {
                return *at;
            }
        }
        return none;
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
        for (const std::uint32_t d : with_part(one.person.surname)) {
            const DraftEntity& draft = out_.entities[d];
            if (!is_full(draft.person) || !gender_agrees(draft, one)) {
                continue;
            }
            const bool by_surname = draft.person.surname == one.person.surname;
            if ((!by_surname && !one.person.suffix.empty()) ||
                (by_surname && !one.person.suffix.empty() &&
                 draft.person.suffix != one.person.suffix)) {
                continue;
            }
            int score = by_surname ? 100 : 50;
            score += draft.person.suffix == one.person.suffix
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
        }
        return best;
    }

    /// Sieve 3: names still alone: short forms of given names, then equal ones together.
    void rest() {
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            Spelling& one = spellings_[spelling_of_[i]];
            if (one.draft != none || chosen_[i] != none) {
                continue;
            }
            const std::string key = one.type + one.key;
            const std::uint32_t longer = one.type == 'p' ? person_with_short_name(one) : none;
            if (const auto known = by_key_.find(key); known != by_key_.end()) {
                join(one, known->second, "resolve.same-name");
            } else if (longer != none) {
                join(one, longer, "resolve.short-given-name");
            } else {
                by_key_[key] = open(one, type_of(one));
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
            for (const std::uint32_t d : with_part(std::string(pair[1]))) {
                const PersonName& person = out_.entities[d].person;
                if (is_full(person) && is_short_of(one.person.surname, person.given.front())) {
                    if (found != none) {
                        return none;
                    }
                    found = d;
                }
            }
        }
        return found;
    }

    /// Sieve 4: "DNC" to "Democratic National Committee", and a short form to the one longer name.
    void short_forms() {
        std::unordered_map<std::string, std::vector<std::uint32_t>> by_initials;
        std::unordered_map<std::string, std::vector<std::uint32_t>> by_first_word;
        for (std::uint32_t d = 0; d < out_.entities.size(); ++d) {
            const std::string& name = out_.entities[d].entity.name;
            const auto blank = name.find(' ');
            if (out_.entities[d].is_organisation && blank != std::string::npos) {
                by_initials[initials(name)].push_back(d);
                by_first_word[fold(name.substr(0, blank))].push_back(d);
            }
        }
        into_.assign(out_.entities.size(), none);
        for (std::uint32_t d = 0; d < out_.entities.size(); ++d) {
            const std::string& name = out_.entities[d].entity.name;
            if (!out_.entities[d].is_organisation || name.find(' ') != std::string::npos) {
                continue;
            }
            const std::string folded = fold(name);
            if (folded.size() >= 2 && folded.size() <= 6) {
                merge_into_first(d, by_initials, folded);
            }
            if (into_[d] == none && name.size() >= 4 && !is_generic_head(folded)) {
                merge_into_first(d, by_first_word, folded); // "Goldman" of "Goldman Sachs"
            }
        }
        drop_merged();
    }

    void merge_into_first(std::uint32_t d,
                          const std::unordered_map<std::string, std::vector<std::uint32_t>>& table,
                          const std::string& key) {
        const auto found = table.find(key);
        if (found != table.end()) {
            into_[d] = found->second.front();
        }
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
            const bool is_party_word = one.sieve == "resolve.party-word";
            mention.form = is_party_word ? MentionForm::nominal : MentionForm::name;
            mention.sieve = is_chosen ? "resolve.surname" : one.sieve;
            mention.name = is_party_word ? none : i;
            DraftEntity& draft = out_.entities[mention.draft];
            if (!is_party_word) {
                describe(draft, names_[i]);
            }
            if (one.sieve == "resolve.first-name-seen") {
                one.sieve = "resolve.same-name"; // from its second place on
            }
            out_.mentions.push_back(mention);
        }
    }

    static void describe(DraftEntity& draft, const FoundName& found) {
        if (draft.entity.subtype.empty()) {
            draft.entity.subtype = found.subtype;
        }
        if (!found.title.empty()) {
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
    std::unordered_map<std::string, std::uint32_t> by_key_;
    std::unordered_map<std::string, std::vector<std::uint32_t>>
        by_part_; ///< persons by surname, given name
    Drafts out_;
};

std::string account_name(std::string_view raw, const Account& account) {
    return account.kind == "credit_card" ? account.value : std::string(raw);
}

/// Tags name subjects; nobody acts under them.
bool is_tag(const Account& account) { return account.kind == "hashtag" || account.kind == "cashtag"; }

/// Whether two finds show one account: a handle and a profile page may, and a platform that is not told fits all.
bool is_same_account(const Account& a, const Account& b) {
    const auto is_social = [](const Account& one) { return one.kind == "handle" || one.kind == "social_profile"; };
    const bool is_kind_same = a.kind == b.kind || (is_social(a) && is_social(b));
    const bool is_platform_same = a.platform == b.platform || a.platform.empty() || b.platform.empty();
    return is_kind_same && is_platform_same && a.value == b.value;
}

DraftEntity account_draft(std::string_view raw, const Account& account) {
    DraftEntity draft = make_draft(is_tag(account) ? "tag" : "account", account_name(raw, account));
    draft.entity.subtype = account.kind;
    draft.entity.account = account;
    return draft;
}

void group_accounts(const Reading& reading, const std::vector<FoundAccount>& accounts, Drafts& drafts) {
    std::multimap<std::string_view, std::uint32_t> by_value;
    const std::size_t before = drafts.mentions.size();
    for (const FoundAccount& found : accounts) {
        const auto [first, last] = by_value.equal_range(found.account.value);
        auto same = std::find_if(first, last, [&](const auto& known) {
            return is_same_account(*drafts.entities[known.second].entity.account, found.account);
        });
        if (same == last) {
            same = by_value.emplace(found.account.value, static_cast<std::uint32_t>(drafts.entities.size()));
            drafts.entities.push_back(account_draft(slice(reading.text, found.span), found.account));
        }
        Account& account = *drafts.entities[same->second].entity.account;
        account.platform = account.platform.empty() ? found.account.platform : account.platform;
        DraftMention mention;
        mention.span = found.span;
        mention.draft = same->second;
        mention.form = MentionForm::account;
        mention.sieve = found.rule;
        mention.first_token = reading.token_at(found.span.begin);
        mention.end_token = std::max(mention.first_token + 1, reading.token_at(found.span.end));
        mention.sentence = sentence_of(reading.segmentation, found.span.begin);
        drafts.mentions.push_back(mention);
    }
    if (drafts.mentions.size() > before) {
        sort_mentions(drafts.mentions);
    }
}

} // namespace

Drafts group_names(const Reading& reading, const std::vector<FoundName>& names,
                   const std::vector<FoundAccount>& accounts) {
    Drafts drafts = NameGroups(reading, names).run();
    group_accounts(reading, accounts, drafts);
    return drafts;
}

} // namespace actorgraph
