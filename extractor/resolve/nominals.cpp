#include "extractor/recognise/accounts/platforms.hpp"
#include "extractor/resolve/adjective_names.hpp"
#include "extractor/resolve/collectives.hpp"
#include "extractor/resolve/draft.hpp"
#include "extractor/resolve/kinship.hpp"
#include "extractor/resolve/titles_before.hpp"

#include <algorithm>
#include <utility>

namespace actorgraph {
namespace {

constexpr std::uint32_t reach_sentences = 8; ///< how far back a bare noun phrase looks

/// One document seen by the noun-phrase sieves, in text order.
class NominalLinks {
  public:
    NominalLinks(const Reading& reading, Drafts& drafts)
        : reading_(reading), drafts_(drafts), collectives_(reading, drafts),
          by_token_(mentions_by_token(reading, drafts.mentions)),
          is_dropped_(drafts.mentions.size()) {}

    void run() {
        collect_roles();
        last_seen_.assign(drafts_.entities.size(), 0);
        count_.assign(drafts_.entities.size(), 0);
        for (const DraftMention& mention : drafts_.mentions) {
            ++count_[mention.draft];
        }
        const auto& sentences = reading_.segmentation.sentences;
        for (sentence_ = 0; sentence_ < sentences.size(); ++sentence_) {
            end_ = sentences[sentence_].end_token;
            before_ = std::exchange(here_, {});
            for (std::uint32_t i = sentences[sentence_].first_token; i < end_; ++i) {
                read_at(i);
            }
        }
        finish();
    }

  private:
    const DraftMention* mention_at(std::uint32_t token) const {
        return token < by_token_.size() && by_token_[token] != none
                   ? &drafts_.mentions[by_token_[token]]
                   : nullptr;
    }

    bool is_role(std::uint32_t i) const {
        if (!reading_.is_lower(i) || reading_.words[i].classes != 0 ||
            !reading_.lexicon.may_be_role(reading_.word(i))) {
            return false;
        }
        const LexMask classes = reading_.lexicon_classes(i);
        return has(classes, LexClass::occupation) || has(classes, LexClass::title);
    }

    /// ", the founder of …" and "is the founder of …" behind a person's name give it the role.
    void collect_roles() {
        const auto size = static_cast<std::uint32_t>(reading_.words.size());
        for (const DraftMention& mention : drafts_.mentions) {
            DraftEntity& draft = drafts_.entities[mention.draft];
            std::uint32_t i = mention.end_token;
            if (!draft.is_person || i >= size || !opens_description(i)) {
                continue;
            }
            const std::uint32_t end = std::min(i + 7, size);
            for (++i; i < end; ++i) {
                static constexpr WordClasses closers =
                    bit(WordClass::comma) | bit(WordClass::relative) | bit(WordClass::stop) |
                    bit(WordClass::preposition) | bit(WordClass::quote);
                if (reading_.words[i].is_any(closers) || reading_.word(i) == ".") {
                    break;
                }
                if (is_role(i)) {
                    draft.roles.push_back(fold(reading_.word(i)));
                }
            }
        }
    }

    bool opens_description(std::uint32_t i) const {
        if (reading_.is(i, WordClass::comma)) {
            return true;
        }
        const bool is_copula = reading_.is(i, WordClass::be) || reading_.word(i) == "became";
        static constexpr WordClasses articles = bit(WordClass::the) | bit(WordClass::indefinite);
        return is_copula && i + 1 < reading_.words.size() && reading_.words[i + 1].is_any(articles);
    }

    void read_at(std::uint32_t i) {
        if (const DraftMention* name = mention_at(i)) {
            if (is_medium(*name)) {
                drafts_.mentions[by_token_[i]].sieve = "resolve.medium";
            } else {
                last_seen_[name->draft] = sentence_ + 1;
                note(name->draft);
            }
            if (!collective(*name)) {
                const std::uint32_t first = titles_before(reading_, drafts_, by_token_, *name);
                kin_of(name->draft, reading_.token(first).span.begin, first, name->end_token);
            }
            return;
        }
        if (body_at(i)) {
            return;
        }
        if (reading_.is(i, WordClass::the) && i + 1 < end_ &&
            (!is_predicate(i) || is_possessor(i))) {
            younger_or_elder(i) || role_phrase(i) || organisation_phrase(i);
        }
    }

    /// Bodies written without capitals, "the senate judiciary committee" and "federal prosecutors"
    /// (an article stays outside), and a party before its member's name: "Democrat Ana Reyes".
    bool body_at(std::uint32_t i) {
        if (reading_.is(i, WordClass::the)) {
            return i + 1 < end_ &&
                   mention_at(i + 1) == nullptr && // told when its first word is read
                   (collectives_.chamber_committee(i + 1, end_) ||
                    collectives_.plural_body(i + 1, end_));
        }
        if (const auto body = collectives_.chamber_committee(i, end_)) {
            add(organisation(*body), i, body->end_token, "resolve.chamber-committee");
            return true;
        }
        if (const auto body = collectives_.plural_body(i, end_)) {
            add(organisation(*body), i, body->end_token, "resolve.plural-body");
            return true;
        }
        const std::uint32_t end = party_pair(i).empty() ? i + 1 : i + 2;
        const std::string_view party = party_at(i);
        const bool is_described =
            i > 0 && (reading_.is_lower(i - 1) || reading_.is(i - 1, WordClass::indefinite));
        if (party.empty() || (!is_described && !leads_to_person(end))) {
            return false;
        }
        add(organisation({std::string(party), "party", end}), i, end, "resolve.party-word");
        return true;
    }

    /// The party that the word at `i`, or it and the next, mean: "Democrat", but not that of "Liberal
    /// Democrat"; empty when they mean none.
    std::string_view party_at(std::uint32_t i) const {
        if (!reading_.token(i).capitalised || (i > 0 && !party_pair(i - 1).empty())) {
            return {};
        }
        const std::string_view pair = party_pair(i);
        return pair.empty() ? party_of(reading_.word(i)) : pair;
    }

    std::string_view party_pair(std::uint32_t i) const {
        const bool ends_in_party =
            i + 1 < end_ && reading_.token(i).capitalised && !party_of(reading_.word(i + 1)).empty();
        if (!ends_in_party) {
            return {};
        }
        return party_of(std::string(reading_.word(i)) + ' ' + std::string(reading_.word(i + 1)));
    }

    /// Whether a person's name stands at `i`, with at most two words of title before it.
    bool leads_to_person(std::uint32_t i) const {
        for (std::uint32_t k = i; k < std::min(i + 3, end_); ++k) {
            const DraftMention* name = mention_at(k);
            if (name != nullptr || reading_.token(k).kind != TokenKind::word) {
                return name != nullptr && drafts_.entities[name->draft].is_person;
            }
        }
        return false;
    }

    /// "on Twitter", "Twitter messages": a platform as the place of what is said.
    bool is_medium(const DraftMention& name) const {
        static constexpr std::string_view carried[] = {
            "message",      "messages", "correspondence", "post",      "posts",  "account",
            "accounts",     "direct",   "exchange",       "exchanges", "feed",   "profile",
            "page",         "user",     "users",          "followers", "thread", "threads",
            "conversation", "chat",     "video",          "videos",    "link",   "comments",
            "handle",       "channel",  "group"};
        if (drafts_.entities[name.draft].entity.subtype != "platform") {
            return false;
        }
        const std::string_view before =
            name.first_token > 0 ? reading_.word(name.first_token - 1) : "";
        if (before == "on" || before == "via") {
            return true;
        }
        const std::uint32_t next = name.end_token;
        return next < end_ && reading_.is_lower(next) &&
               !platform_named("", drafts_.entities[name.draft].entity.name).empty() &&
               std::find(std::begin(carried), std::end(carried), reading_.word(next)) !=
                   std::end(carried);
    }

    /// The one person and the one organisation of a sentence.
    struct Topic {
        std::uint32_t person = none;
        std::uint32_t organisation = none;
        bool has_persons = false; ///< more than one
        bool has_organisations = false;
    };

    void note(std::uint32_t d) {
        if (drafts_.entities[d].is_person) {
            here_.has_persons |= here_.person != none && here_.person != d;
            here_.person = d;
        } else if (drafts_.entities[d].is_organisation) {
            here_.has_organisations |= here_.organisation != none && here_.organisation != d;
            here_.organisation = d;
        }
    }

    std::uint32_t organisation(const Collective& found) {
        const std::uint32_t draft = collectives_.organisation_named(found.name, found.subtype);
        last_seen_.resize(drafts_.entities.size(), 0);
        return draft;
    }

    /// "the Brandt campaign", "Brandt's campaign", "Mercian intelligence agencies" as
    /// organisations.
    bool collective(const DraftMention& name) {
        const auto found = collectives_.behind(name, end_);
        if (!found) {
            return false;
        }
        const std::uint32_t acronym = apposed_acronym(found->end_token);
        const std::uint32_t first = name.first_token;
        const bool is_possessive = reading_.is(name.end_token, WordClass::possessive);
        if (drafts_.entities[name.draft].is_person && !is_possessive &&
            mentions_of(name.draft) > 1) {
            is_dropped_[by_token_[first]] = true; // a name inside a longer name names nobody else
        }
        add(acronym == none ? organisation(*found) : acronym, first, found->end_token,
            "resolve.collective");
        return true;
    }

    std::size_t mentions_of(std::uint32_t draft) const {
        return draft < count_.size() ? count_[draft] : 0;
    }

    /// ", the GRU," behind a description names it; `none` otherwise.
    std::uint32_t apposed_acronym(std::uint32_t i) const {
        static constexpr WordClasses openers = bit(WordClass::comma) | bit(WordClass::opening);
        static constexpr WordClasses closers = bit(WordClass::comma) | bit(WordClass::closing);
        if (i + 1 >= end_ || !reading_.words[i].is_any(openers)) {
            return none;
        }
        const std::uint32_t at = i + (reading_.is(i + 1, WordClass::the) ? 2 : 1);
        const DraftMention* name = at < end_ ? mention_at(at) : nullptr;
        const bool is_acronym = name != nullptr && reading_.token(at).all_caps &&
                                drafts_.entities[name->draft].is_organisation;
        return is_acronym && at + 1 < end_ && reading_.words[at + 1].is_any(closers) ? name->draft
                                                                                     : none;
    }

    void add(std::uint32_t draft, std::uint32_t first, std::uint32_t end, std::string_view sieve) {
        DraftMention mention = mention_of(reading_, draft, first, end);
        mention.form = MentionForm::nominal;
        mention.sieve = sieve;
        made_.push_back(mention);
        last_seen_[draft] = sentence_ + 1;
    }

    /// "the younger Brandt": the namesake with Jr, or the one that is not named by bare surname.
    bool younger_or_elder(std::uint32_t i) {
        const std::string_view degree = reading_.word(i + 1);
        const bool is_younger = degree == "younger";
        const DraftMention* name =
            (is_younger || degree == "elder" || degree == "older") && i + 2 < end_
                ? mention_at(i + 2)
                : nullptr;
        if (name == nullptr || !drafts_.entities[name->draft].is_person) {
            return false;
        }
        const std::uint32_t best = namesake(drafts_.entities[name->draft].person, is_younger);
        if (best == none) {
            return false;
        }
        is_dropped_[by_token_[i + 2]] = true;
        by_token_[i + 2] = none;
        add(best, i, name->end_token, "resolve.younger-elder");
        return true;
    }

    std::uint32_t namesake(const PersonName& wanted, bool is_younger) const {
        for (std::uint32_t d = 0; d < drafts_.entities.size(); ++d) {
            const PersonName& other = drafts_.entities[d].person;
            const bool is_junior = other.suffix == "jr" || other.suffix == "ii";
            if (drafts_.entities[d].is_person && other.surname == wanted.surname &&
                is_junior == is_younger) {
                return d;
            }
        }
        return none;
    }

    /// ", the company's chief executive": a noun and its possessive stand behind "the".
    bool is_possessor(std::uint32_t i) const {
        for (std::uint32_t k = i + 1; k + 1 < std::min(i + 4, end_) && reading_.is_lower(k); ++k) {
            if (reading_.is(k + 1, WordClass::possessive)) {
                return true;
            }
        }
        return false;
    }

    /// ", the founder" right behind a name, or "is the founder": says something, refers to nobody
    /// new.
    bool is_predicate(std::uint32_t i) const {
        if (i == 0) {
            return false;
        }
        if (reading_.is(i - 1, WordClass::be) || reading_.word(i - 1) == "as" ||
            reading_.word(i - 1) == "became") {
            return true;
        }
        if (!reading_.is(i - 1, WordClass::comma) || i < 2) {
            return false;
        }
        for (std::uint32_t back = 2; back <= std::min(i, 6U); ++back) {
            const DraftMention* before = mention_at(i - back);
            if (before != nullptr) {
                return before->end_token == i - 1;
            }
        }
        return false;
    }

    /// "X's eldest son": the one person of X's family in the document that fits.
    void kin_of(std::uint32_t possessor, std::uint32_t begin, std::uint32_t first,
                std::uint32_t i) {
        if (i + 1 >= end_ || !drafts_.entities[possessor].is_person ||
            !reading_.is(i, WordClass::possessive)) {
            return;
        }
        for (std::uint32_t k = i + 1; k < std::min(i + 4, end_); ++k) {
            if (!reading_.is(k, WordClass::kin)) {
                continue;
            }
            const KinNoun& kin = kin_noun(reading_.words[k].row);
            if (kin.is_degree && k + 1 < end_ && reading_.is(k + 1, WordClass::kin)) {
                continue;
            }
            const bool names_follow = k + 1 < end_ && mention_at(k + 1) != nullptr;
            const bool is_in_law = k + 1 < end_ && reading_.word(k + 1).starts_with("in-law");
            const std::uint32_t relative =
                names_follow || is_in_law ? none : relative_of(drafts_, possessor, kin);
            if (relative != none) {
                add(relative, first, k + 1, "resolve.kin-nominal");
                made_.back().span.begin = begin;
            }
            return;
        }
    }

    /// "the WikiLeaks founder", "the senator", "the president's eldest son" by its possessor.
    bool role_phrase(std::uint32_t i) {
        std::uint32_t k = i + 1;
        if (const DraftMention* name = mention_at(k); name != nullptr) {
            k = name->end_token;
        }
        const std::uint32_t last = std::min(k + 3, end_);
        for (; k < last; ++k) {
            if ((k + 1 < end_ && goes_on_as_noun(k + 1)) || !is_role(k)) {
                continue;
            }
            const bool names_follow = k + 1 < end_ && mention_at(k + 1) != nullptr;
            const std::string role = fold(reading_.word(k));
            std::uint32_t person = names_follow ? none : holder_of(role);
            const bool has_holder = person != none;
            if (!has_holder && !names_follow && k == i + 1) {
                person = topic_person(k);
            }
            if (person == none) {
                return false;
            }
            add(person, i, k + 1, has_holder ? "resolve.role-nominal" : "resolve.role-topic");
            kin_of(person, reading_.token(i).span.begin, i, k + 1);
            return true;
        }
        return false;
    }

    /// "Voss spoke. Reyes mocked the minister": a role that nobody is said to have belongs to the
    /// one person of the sentence before, unless it is mostly a third party's.
    std::uint32_t topic_person(std::uint32_t k) const {
        static constexpr std::string_view third[] = {
            "spokesman",  "spokeswoman", "spokesperson", "lawyer",  "attorney", "judge",
            "prosecutor", "official",    "agent",        "author",  "reporter", "referee",
            "guard",      "driver",      "doctor",       "officer", "teacher",  "nurse",
            "witness",    "victim",      "king",         "queen",   "pope",     "president"};
        const std::uint32_t person = before_.person;
        if (person == none || before_.has_persons || here_.person == person ||
            drafts_.entities[person].person.given.empty() ||
            std::find(std::begin(third), std::end(third), reading_.word(k)) != std::end(third)) {
            return none;
        }
        const LexMask classes = reading_.lexicon_classes(k);
        const Gender gender = drafts_.entities[person].gender;
        const bool differs = (has(classes, LexClass::male_noun) && gender == Gender::female) ||
                             (has(classes, LexClass::female_noun) && gender == Gender::male);
        return differs ? none : person;
    }

    /// "the whistle-blower site": the role only describes the noun behind it.
    bool goes_on_as_noun(std::uint32_t i) const {
        const std::string_view w = reading_.word(i);
        static constexpr std::string_view others[] = {"may", "might", "in", "at"};
        return reading_.is_lower(i) && reading_.words[i].classes == 0 && !w.ends_with("ed") &&
               !w.ends_with("ly") &&
               std::find(std::begin(others), std::end(others), w) == std::end(others);
    }

    /// The person with that role who was mentioned last.
    std::uint32_t holder_of(const std::string& role) const {
        std::uint32_t best = none;
        for (std::uint32_t d = 0; d < drafts_.entities.size(); ++d) {
            const DraftEntity& draft = drafts_.entities[d];
            if (draft.is_person && (best == none || last_seen_[d] > last_seen_[best]) &&
                std::find(draft.roles.begin(), draft.roles.end(), role) != draft.roles.end()) {
                best = d;
            }
        }
        return best;
    }

    /// "the company", "the anti-secrecy group": the nearest organisation of a fitting kind.
    bool organisation_phrase(std::uint32_t i) {
        for (std::uint32_t k = i + 1; k < std::min(i + 4, end_) && mention_at(k) == nullptr; ++k) {
            if (!reading_.is_lower(k)) {
                return false;
            }
            if (!reading_.is(k, WordClass::organisation)) {
                if (reading_.words[k].classes != 0) {
                    return false; // "the time the website …"
                }
                continue;
            }
            const bool goes_on =
                k + 1 < end_ && (reading_.word(k + 1) == "of" || mention_at(k + 1) != nullptr);
            const OrganisationNoun& noun = organisation_noun(reading_.words[k].row);
            std::uint32_t found = goes_on ? none : nearest_organisation(noun);
            const bool agrees_in_kind = found != none;
            if (!agrees_in_kind && !goes_on) {
                found = topic_organisation();
            }
            if (found == none) {
                return false;
            }
            add(found, i, k + 1,
                agrees_in_kind ? "resolve.organisation-nominal" : "resolve.organisation-topic");
            return true;
        }
        return false;
    }

    /// The one organisation of the sentence before, when its kind is not known.
    std::uint32_t topic_organisation() const {
        const std::uint32_t found = before_.organisation;
        return found == none || before_.has_organisations || here_.organisation == found ||
                       !drafts_.entities[found].entity.subtype.empty()
                   ? none
                   : found;
    }

    std::uint32_t nearest_organisation(const OrganisationNoun& noun) const {
        std::uint32_t best = none;
        std::uint32_t best_key = 0;
        for (std::uint32_t d = 0; d < drafts_.entities.size(); ++d) {
            const std::uint32_t near = last_seen_[d];
            if (near == 0 || near + reach_sentences <= sentence_ ||
                !drafts_.entities[d].is_organisation || !agrees(drafts_.entities[d].entity, noun)) {
                continue;
            }
            const std::uint32_t key =
                near * 4 + (noun.subtypes == drafts_.entities[d].entity.subtype ? 2 : 0);
            if (best == none || key > best_key) {
                best = d;
                best_key = key;
            }
        }
        return best;
    }

    static bool agrees(const Entity& entity, const OrganisationNoun& noun) {
        const bool is_open_kind = entity.subtype.empty() || entity.subtype == "organization";
        return (is_open_kind && noun.takes_unknown) ||
               (!is_open_kind && noun.subtypes.find(entity.subtype) != std::string_view::npos) ||
               fold(entity.name).find(noun.word) != std::string::npos;
    }

    void finish() {
        std::vector<DraftMention> kept;
        kept.reserve(drafts_.mentions.size() + made_.size());
        for (std::uint32_t m = 0; m < drafts_.mentions.size(); ++m) {
            if (!is_dropped_[m]) {
                kept.push_back(drafts_.mentions[m]);
            }
        }
        kept.insert(kept.end(), made_.begin(), made_.end());
        sort_mentions(kept);
        drafts_.mentions = std::move(kept);
    }

    const Reading& reading_;
    Drafts& drafts_;
    Collectives collectives_;
    std::vector<std::uint32_t> by_token_;
    std::vector<bool> is_dropped_; ///< of the mentions given
    std::vector<DraftMention> made_;
    std::vector<std::uint32_t>
        last_seen_; ///< of each draft: its last sentence so far plus one, 0 = not yet
    std::vector<std::uint32_t> count_; ///< mentions of each draft given
    Topic before_;                     ///< of the sentence before
    Topic here_;                       ///< of the sentence being read, so far
    std::uint32_t sentence_ = 0;
    std::uint32_t end_ = 0; ///< of the sentence being read
};

} // namespace

void link_nominals(const Reading& reading, Drafts& drafts) {
    NominalLinks(reading, drafts).run();
}

} // namespace actorgraph
