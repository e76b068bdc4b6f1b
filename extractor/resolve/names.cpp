#include "extractor/resolve/draft.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace actorgraph {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

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

bool is_full(const PersonName& name) { return !name.given.empty(); }

void note_alias(DraftEntity& draft, const std::string& name) {
    auto& aliases = draft.entity.aliases;
    if (name != draft.entity.name && std::find(aliases.begin(), aliases.end(), name) == aliases.end()) {
        aliases.push_back(name);
    }
}

void take_gender(DraftEntity& draft, const std::string& gender) {
    if (draft.entity.gender.empty()) {
        draft.entity.gender = gender;
    }
}

void add_roles(DraftEntity& draft, std::string_view title) {
    for (std::string& word : folded_words(title)) {
        draft.roles.push_back(std::move(word));
    }
}

bool gender_agrees(const DraftEntity& draft, const FoundName& name) {
    const std::string& have = draft.entity.gender;
    return have.empty() || name.gender.empty() || have == name.gender;
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
    {"Democrat", "Democratic Party"},      {"Democrats", "Democratic Party"},
    {"Democratic", "Democratic Party"},    {"Republican", "Republican Party"},
    {"Republicans", "Republican Party"},   {"Tory", "Conservative Party"},
    {"Tories", "Conservative Party"},      {"Liberal Democrats", "Liberal Democrats"},
    {"Social Democrats", "Social Democrats"}, {"Christian Democrats", "Christian Democrats"},
};

std::string_view party_of(std::string_view word) {
    const auto* found = std::find_if(std::begin(party_words), std::end(party_words),
                                     [&](const PartyWord& p) { return p.word == word; });
    return found == std::end(party_words) ? std::string_view{} : found->party;
}

/// Names put into groups, one pass for each sieve, from sure to unsure.
class NameGroups {
  public:
    NameGroups(std::string_view text, const Segmentation& segmentation,
               const std::vector<FoundName>& names)
        : text_(text), segmentation_(segmentation), names_(names), group_of_(names.size(), none) {}

    std::vector<DraftEntity> run() {
        parties();
        full_names();
        short_persons();
        acronyms();
        rest();
        return std::move(drafts_);
    }

  private:
    std::string name_at(std::size_t i) const { return shown(slice(text_, names_[i].span)); }

    void put(std::size_t i, std::size_t group, const char* sieve) {
        DraftEntity& draft = drafts_[group];
        group_of_[i] = group;
        add_mention(draft, names_[i].span, MentionForm::name, sieve,
                    sentence_of(segmentation_, names_[i].span.begin));
        for (const std::string& evidence : names_[i].evidence) {
            add_evidence(draft, names_[i].span, evidence);
        }
        note_alias(draft, name_at(i));
        take_gender(draft, names_[i].gender);
        add_roles(draft, names_[i].title);
        if (draft.entity.subtype.empty()) {
            draft.entity.subtype = names_[i].subtype;
        }
    }

    static void add_evidence(DraftEntity& draft, Span span, const std::string& evidence) {
        for (Mention& mention : draft.entity.mentions) {
            if (mention.span == span) {
                mention.rules.push_back(evidence);
            }
        }
    }

    std::size_t open(std::size_t i, const char* sieve) {
        DraftEntity draft;
        draft.entity.type = names_[i].type;
        draft.entity.name = name_at(i);
        if (names_[i].type == "person") {
            draft.person = parse_person_name(draft.entity.name);
        }
        drafts_.push_back(std::move(draft));
        put(i, drafts_.size() - 1, sieve);
        return drafts_.size() - 1;
    }

    /// "Democratic senator", "Democrats": the party, meant and not named.
    void parties() {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const std::string_view party = party_of(slice(text_, names_[i].span));
            if (names_[i].type != "misc" || party.empty()) {
                continue;
            }
            auto draft = std::find_if(drafts_.begin(), drafts_.end(), [&](const DraftEntity& d) {
                return d.entity.name == party;
            });
            if (draft == drafts_.end()) {
                DraftEntity made;
                made.entity.type = "organization";
                made.entity.subtype = "party";
                made.entity.name = party;
                drafts_.push_back(std::move(made));
                draft = drafts_.end() - 1;
            }
            group_of_[i] = static_cast<std::size_t>(draft - drafts_.begin());
            add_mention(*draft, names_[i].span, MentionForm::nominal, "resolve.party-word",
                        sentence_of(segmentation_, names_[i].span.begin));
        }
    }

    /// Sieve 1: persons by full name; everybody else by equal name whatever the case.
    void full_names() {
        std::map<std::pair<std::string, std::string>, std::size_t> by_name;
        for (std::size_t g = 0; g < drafts_.size(); ++g) {
            by_name[{"organization", fold(drafts_[g].entity.name)}] = g;
        }
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (group_of_[i] != none) {
                continue;
            }
            const bool is_person = names_[i].type == "person";
            const std::string name = name_at(i);
            const PersonName person = is_person ? parse_person_name(name) : PersonName{};
            if (is_person && !is_full(person)) {
                continue;
            }
            std::string key;
            for (const std::string& w : folded_words(name)) {
                key += (key.empty() || (key == "the" && !is_person)) ? (key.clear(), w) : ' ' + w;
            }
            if (const auto found = by_name.find({names_[i].type, key}); found != by_name.end()) {
                put(i, found->second, "resolve.same-name");
                continue;
            }
            std::size_t group = is_person ? same_person(person, names_[i]) : none;
            if (group == none) {
                group = open(i, "resolve.first-name-seen");
            } else {
                put(i, group, "resolve.name-variant");
                prefer_longer(drafts_[group], name);
            }
            by_name[{names_[i].type, key}] = group;
        }
    }

    static void prefer_longer(DraftEntity& draft, const std::string& name) {
        if (name.size() > draft.entity.name.size()) {
            const std::string old = draft.entity.name;
            draft.entity.name = name;
            draft.person = parse_person_name(name);
            auto& aliases = draft.entity.aliases;
            std::erase(aliases, name);
            note_alias(draft, old);
        }
    }

    /// A full-name person already open with an initial or a further given name: "Donald J. Trump".
    std::size_t same_person(const PersonName& name, const FoundName& found) const {
        for (std::size_t g = drafts_.size(); g-- > 0;) {
            const DraftEntity& draft = drafts_[g];
            if (draft.entity.type == "person" && draft.person.suffix == name.suffix &&
                is_full(draft.person) && may_be_same_person(draft.person, name) &&
                gender_agrees(draft, found)) {
                return g;
            }
        }
        return none;
    }

    /// Sieve 2: surname, surname with suffix, or given name alone, to a person named in full.
    void short_persons() {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (group_of_[i] != none || names_[i].type != "person") {
                continue;
            }
            const PersonName name = parse_person_name(name_at(i));
            const std::size_t group = best_full_person(name, names_[i]);
            if (group != none) {
                put(i, group, "resolve.surname");
            }
        }
    }

    std::size_t best_full_person(const PersonName& name, const FoundName& found) const {
        std::size_t best = none;
        int best_score = 0;
        for (std::size_t g = 0; g < drafts_.size(); ++g) {
            const DraftEntity& draft = drafts_[g];
            if (draft.entity.type != "person" || !is_full(draft.person) ||
                !gender_agrees(draft, found)) {
                continue;
            }
            const bool by_surname = draft.person.surname == name.surname;
            const bool by_given = name.suffix.empty() && draft.person.given.front() == name.surname;
            if ((!by_surname && !by_given) || (by_surname && !name.suffix.empty() &&
                                               draft.person.suffix != name.suffix)) {
                continue;
            }
            int score = by_surname ? 100 : 50;
            score += draft.person.suffix == name.suffix ? 200 : 0; // bare surname: the one without Jr
            score += was_before(draft, found.span) ? 20 : 0;
            score += recency(draft, found.span);
            if (score > best_score) {
                best_score = score;
                best = g;
            }
        }
        return best;
    }

    static bool was_before(const DraftEntity& draft, Span span) {
        return draft.entity.mentions.front().span < span;
    }

    /// 0 to 10: how near the last mention before `span` is.
    static int recency(const DraftEntity& draft, Span span) {
        std::uint32_t last = 0;
        for (const Mention& mention : draft.entity.mentions) {
            if (mention.span < span) {
                last = mention.span.end;
            }
        }
        return last == 0 ? 0 : std::max(0, 10 - static_cast<int>((span.begin - last) / 300));
    }

    /// Sieve 3: "DNC" to "Democratic National Committee", and a short form to the one longer name.
    void acronyms() {
        std::vector<std::size_t> into(drafts_.size(), none);
        for (std::size_t g = 0; g < drafts_.size(); ++g) {
            if (drafts_[g].entity.type != "organization") {
                continue;
            }
            for (std::size_t h = 0; h < drafts_.size() && into[g] == none; ++h) {
                if (h != g && drafts_[h].entity.type == "organization" && into[h] == none &&
                    is_short_form(drafts_[g].entity.name, drafts_[h].entity.name)) {
                    into[g] = h;
                }
            }
        }
        merge(into);
    }

    static bool is_short_form(const std::string& shorter, const std::string& longer) {
        if (shorter.size() >= longer.size()) {
            return false;
        }
        const std::string folded = fold(shorter);
        const std::string whole = fold(longer);
        const bool has_blank = folded.find(' ') != std::string::npos;
        if (!has_blank && folded.size() >= 2 && folded.size() <= 6 && initials(longer) == folded) {
            return true;
        }
        // "Goldman" of "Goldman Sachs": only a legal form, "Group" or further capitals follow.
        return shorter.size() >= 4 && whole.starts_with(folded + ' ') &&
               folded.find(' ') == std::string::npos && !is_generic_head(folded);
    }

    static bool is_generic_head(const std::string& word) {
        static constexpr std::string_view generic[] = {
            "national", "international", "american", "united", "new",    "first",   "general",
            "bank",     "university",    "ministry", "central", "state", "federal", "house",
            "european", "world",         "north",    "south",   "west",  "east",    "royal",
            "department", "senate", "democratic", "republican", "supreme", "british", "russian"};
        return std::find(std::begin(generic), std::end(generic), word) != std::end(generic);
    }

    void merge(const std::vector<std::size_t>& into) {
        std::vector<DraftEntity> kept;
        std::vector<std::size_t> place(drafts_.size(), none);
        for (std::size_t g = 0; g < drafts_.size(); ++g) {
            if (into[g] == none) {
                place[g] = kept.size();
                kept.push_back(std::move(drafts_[g]));
            }
        }
        for (std::size_t g = 0; g < drafts_.size(); ++g) {
            if (into[g] == none) {
                continue;
            }
            std::size_t whole = into[g]; // "DNC" of "DNC Committee" of a longer name: the last one stays
            while (into[whole] != none) {
                whole = into[whole];
            }
            DraftEntity& target = kept[place[whole]];
            for (std::size_t m = 0; m < drafts_[g].entity.mentions.size(); ++m) {
                add_mention(target, drafts_[g].entity.mentions[m].span, MentionForm::name,
                            "resolve.short-form", drafts_[g].sentences[m]);
            }
            note_alias(target, drafts_[g].entity.name);
        }
        drafts_ = std::move(kept);
    }

    /// Last sieve: names still alone; equal ones together.
    void rest() {
        std::map<std::string, std::size_t> by_name;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (group_of_[i] != none) {
                continue;
            }
            const std::string key = names_[i].type + ' ' + fold(name_at(i));
            if (const auto found = by_name.find(key); found != by_name.end()) {
                put(i, found->second, "resolve.same-name");
            } else {
                by_name[key] = open(i, "resolve.first-name-seen");
            }
        }
    }

    std::string_view text_;
    const Segmentation& segmentation_;
    const std::vector<FoundName>& names_;
    std::vector<std::size_t> group_of_;
    std::vector<DraftEntity> drafts_;
};

std::string account_name(std::string_view raw, const Account& account) {
    return account.kind == "credit_card" ? account.value : std::string(raw);
}

void group_accounts(std::string_view text, const Segmentation& segmentation,
                    const std::vector<FoundAccount>& accounts, std::vector<DraftEntity>& drafts) {
    std::map<std::pair<std::string, std::string>, std::size_t> by_value;
    for (const FoundAccount& found : accounts) {
        if (found.account.kind == "hashtag" || found.account.kind == "cashtag") {
            continue;
        }
        const auto key = std::make_pair(found.account.kind, found.account.value);
        auto [at, is_new] = by_value.try_emplace(key, drafts.size());
        if (is_new) {
            DraftEntity draft;
            draft.entity.type = "account";
            draft.entity.subtype = found.account.kind;
            draft.entity.name = account_name(slice(text, found.span), found.account);
            draft.entity.account = found.account;
            drafts.push_back(std::move(draft));
        }
        add_mention(drafts[at->second], found.span, MentionForm::account, found.rule,
                    sentence_of(segmentation, found.span.begin));
    }
}

} // namespace

std::vector<DraftEntity> group_names(std::string_view text, const Segmentation& segmentation,
                                     const std::vector<FoundName>& names,
                                     const std::vector<FoundAccount>& accounts, const Lexicon&) {
    std::vector<DraftEntity> drafts = NameGroups(text, segmentation, names).run();
    group_accounts(text, segmentation, accounts, drafts);
    return drafts;
}

} // namespace actorgraph
