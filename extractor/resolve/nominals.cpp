#include "extractor/resolve/draft.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace actorgraph {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::uint32_t reach_sentences = 8; ///< how far back a bare noun phrase looks

struct KinNoun {
    std::string_view word;
    std::string_view gender;
    bool is_younger;        ///< of the next generation
    bool is_degree = false; ///< "eldest", alone or before a noun
};
constexpr std::array kin_nouns{
    KinNoun{"son", "male", true},       KinNoun{"daughter", "female", true},
    KinNoun{"father", "male", false},   KinNoun{"mother", "female", false},
    KinNoun{"dad", "male", false},      KinNoun{"brother", "male", false},
    KinNoun{"sister", "female", false}, KinNoun{"wife", "female", false},
    KinNoun{"husband", "male", false},  KinNoun{"eldest", "", true, true},
};

/// Head nouns that stand for an organisation, with the subtypes they agree with ("" = any).
struct OrgNoun {
    std::string_view word;
    std::string_view subtypes;
};
constexpr std::array org_nouns{
    OrgNoun{"company", "company"},        OrgNoun{"firm", "company"},
    OrgNoun{"bank", "company"},           OrgNoun{"carrier", "company"},
    OrgNoun{"airline", "company"},        OrgNoun{"group", "company ngo armed_group platform media"},
    OrgNoun{"organisation", "ngo armed_group platform media"},
    OrgNoun{"organization", "ngo armed_group platform media"},
    OrgNoun{"website", "platform media ngo"},       OrgNoun{"site", "platform media ngo"},
    OrgNoun{"charity", "ngo"},            OrgNoun{"magazine", "media"},
    OrgNoun{"newspaper", "media"},        OrgNoun{"paper", "media"},
    OrgNoun{"broadcaster", "media"},      OrgNoun{"party", "party"},
    OrgNoun{"agency", "government media"}, OrgNoun{"ministry", "government"},
    OrgNoun{"committee", "government"},   OrgNoun{"panel", "government"},
    OrgNoun{"university", "university"},  OrgNoun{"club", "team"},
    OrgNoun{"team", "team"},
};

/// Nouns that make an organisation of the name before them: "the Brandt campaign", "US intelligence agencies".
struct CollectiveNoun {
    std::string_view words; ///< folded, one blank between
    std::string_view head;  ///< what the organisation is called by
    std::string_view subtype;
    bool of_person;         ///< behind a person's name; otherwise behind a country or its adjective
};
constexpr std::array collective_nouns{
    CollectiveNoun{"presidential campaign", "campaign", "campaign", true},
    CollectiveNoun{"election campaign", "campaign", "campaign", true},
    CollectiveNoun{"campaign", "campaign", "campaign", true},
    CollectiveNoun{"campaign team", "campaign", "campaign", true},
    CollectiveNoun{"transition team", "transition team", "campaign", true},
    CollectiveNoun{"administration", "administration", "government", true},
    CollectiveNoun{"government", "government", "government", true},
    CollectiveNoun{"family", "family", "family", true},
    CollectiveNoun{"intelligence community", "intelligence agencies", "government", false},
    CollectiveNoun{"intelligence agencies", "intelligence agencies", "government", false},
    CollectiveNoun{"intelligence services", "intelligence agencies", "government", false},
    CollectiveNoun{"intelligence officials", "intelligence agencies", "government", false},
    CollectiveNoun{"military intelligence", "military intelligence", "government", false},
    CollectiveNoun{"government", "government", "government", false},
    CollectiveNoun{"army", "army", "government", false},
    CollectiveNoun{"military", "military", "government", false},
    CollectiveNoun{"navy", "navy", "government", false},
    CollectiveNoun{"police", "police", "government", false},
    CollectiveNoun{"parliament", "parliament", "government", false},
    CollectiveNoun{"embassy", "embassy", "government", false},
    CollectiveNoun{"secret service", "secret service", "government", false},
};

struct Place {
    std::size_t draft = none;
    Span span;
};

/// One document seen by the noun-phrase sieves.
class NominalLinks {
  public:
    NominalLinks(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon,
                 std::vector<DraftEntity>& drafts)
        : text_(text), tokens_(segmentation.tokens), segmentation_(segmentation), lexicon_(lexicon),
          drafts_(drafts) {
        words_.reserve(tokens_.size());
        for (const Token& token : tokens_) {
            words_.push_back(fold(slice(text, token.span)));
        }
        index_mentions();
    }

    void run() {
        collect_apposed_roles();
        for (std::uint32_t s = 0; s < segmentation_.sentences.size(); ++s) {
            const Sentence& sentence = segmentation_.sentences[s];
            for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
                read_at(i, sentence.end_token, s);
            }
        }
    }

  private:
    void index_mentions() {
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            for (const Mention& mention : drafts_[d].entity.mentions) {
                by_begin_[mention.span.begin] = {d, mention.span};
                mention_ends_.insert(mention.span.end);
            }
        }
    }

    const Place* mention_at(std::uint32_t token) const {
        const auto found = by_begin_.find(tokens_[token].span.begin);
        return found == by_begin_.end() ? nullptr : &found->second;
    }

    /// First token at or behind a byte.
    std::uint32_t token_after(std::uint32_t byte) const {
        const auto at = std::lower_bound(
            tokens_.begin(), tokens_.end(), byte,
            [](const Token& token, std::uint32_t wanted) { return token.span.begin < wanted; });
        return static_cast<std::uint32_t>(at - tokens_.begin());
    }

    bool is_role(std::uint32_t i) const {
        const LexMask classes = lexicon_.folded_classes(words_[i]);
        return !tokens_[i].capitalised &&
               (has(classes, LexClass::occupation) || has(classes, LexClass::title));
    }

    /// ", the founder of …" behind a person's name gives the person the role "founder".
    void collect_apposed_roles() {
        for (DraftEntity& draft : drafts_) {
            if (draft.entity.type != "person") {
                continue;
            }
            for (const Mention& mention : draft.entity.mentions) {
                std::uint32_t i = token_after(mention.span.end);
                if (i >= tokens_.size() || words_[i] != ",") {
                    continue;
                }
                const std::uint32_t end =
                    std::min(i + 7, static_cast<std::uint32_t>(tokens_.size()));
                for (++i; i < end && words_[i] != "," && words_[i] != "." && words_[i] != "who"; ++i) {
                    if (is_role(i)) {
                        draft.roles.push_back(words_[i]);
                    }
                }
            }
        }
    }

    void read_at(std::uint32_t i, std::uint32_t end, std::uint32_t sentence) {
        if (const Place* place = mention_at(i)) {
            if (collective(*place, token_after(place->span.end), end, sentence)) {
                return;
            }
            kin_of(place->draft, place->span, token_after(place->span.end), end, sentence);
            return;
        }
        if (chamber_committee(i, end, sentence)) {
            return;
        }
        if (words_[i] == "the" && i + 1 < end && !is_predicate(i)) {
            younger_or_elder(i, end, sentence) || role_phrase(i, end, sentence) ||
                organisation_phrase(i, end, sentence);
        }
    }

    /// "the Brandt campaign", "Brandt's campaign", "Mercian intelligence agencies" as organisations.
    bool collective(const Place& place, std::uint32_t i, std::uint32_t end, std::uint32_t sentence) {
        const std::string& type = drafts_[place.draft].entity.type;
        const bool is_person = type == "person";
        const bool is_country = type == "location" || type == "misc";
        if ((!is_person && !is_country) || i >= end) {
            return false;
        }
        const bool is_possessive = words_[i] == "'s" || words_[i] == "\xE2\x80\x99s";
        std::uint32_t first = i + (is_possessive ? 1U : 0U);
        if (first < end && tokens_[first].kind == TokenKind::number) {
            ++first; // "the Brandt 2016 campaign"
        }
        const CollectiveNoun* best = nullptr;
        std::uint32_t best_end = first;
        for (const CollectiveNoun& noun : collective_nouns) {
            const std::uint32_t behind = match_words(noun.words, first, end);
            if (noun.of_person == is_person && behind > best_end) {
                best = &noun;
                best_end = behind;
            }
        }
        if (best == nullptr || (best_end < end && words_[best_end] == "chairman") ||
            tokens_[first].capitalised) {
            return false;
        }
        const std::size_t acronym = apposed_acronym(best_end, end);
        const std::size_t organisation = acronym == none ? collective_of(place, *best) : acronym;
        add_span(organisation, {place.span.begin, tokens_[best_end - 1].span.end},
                 "resolve.collective", sentence);
        return true;
    }

    /// ", the GRU," behind a description names it; `none` otherwise.
    std::size_t apposed_acronym(std::uint32_t i, std::uint32_t end) const {
        const bool in_brackets = i < end && words_[i] == "(";
        if (i + 1 >= end || (words_[i] != "," && !in_brackets)) {
            return none;
        }
        const std::uint32_t at = words_[i + 1] == "the" ? i + 2 : i + 1;
        const Place* place = at < end ? mention_at(at) : nullptr;
        const bool is_acronym = place != nullptr && tokens_[at].all_caps &&
                                drafts_[place->draft].entity.type == "organization";
        return is_acronym && at + 1 < end && (words_[at + 1] == "," || words_[at + 1] == ")")
                   ? place->draft
                   : none;
    }

    /// Token behind `words` when they stand at `i`, else `i`.
    std::uint32_t match_words(std::string_view wanted, std::uint32_t i, std::uint32_t end) const {
        std::uint32_t at = i;
        while (!wanted.empty()) {
            const auto blank = std::min(wanted.find(' '), wanted.size());
            if (at >= end || words_[at] != wanted.substr(0, blank)) {
                return i;
            }
            ++at;
            wanted.remove_prefix(std::min(blank + 1, wanted.size()));
        }
        return at;
    }

    /// The organisation of a holder and a head noun; one for each pair.
    std::size_t collective_of(const Place& place, const CollectiveNoun& noun) {
        const DraftEntity& holder = drafts_[place.draft];
        const std::string base = holder.entity.type == "person" && !holder.person.surname.empty()
                                     ? surname_of(holder.entity.name)
                                     : holder.entity.name;
        return organisation_named(base + " " + std::string(noun.head), noun.subtype);
    }

    static std::string surname_of(const std::string& name) {
        std::string rest = name;
        for (const std::string_view suffix : {", Jr.", ", Jr", " Jr.", " Jr", " Sr.", " Sr", " III", " II"}) {
            if (rest.ends_with(suffix)) {
                rest.resize(rest.size() - suffix.size());
                break;
            }
        }
        const auto blank = rest.rfind(' ');
        return blank == std::string::npos ? rest : rest.substr(blank + 1);
    }

    void add(std::size_t draft, std::uint32_t first, std::uint32_t last, const char* sieve,
             std::uint32_t sentence) {
        const Span span{tokens_[first].span.begin, tokens_[last].span.end};
        add_span(draft, span, sieve, sentence);
    }

    void add_span(std::size_t draft, Span span, const char* sieve, std::uint32_t sentence) {
        add_mention(drafts_[draft], span, MentionForm::nominal, sieve, sentence);
    }

    /// "house intelligence committee", written without capitals, is a body with a name of its own.
    bool chamber_committee(std::uint32_t i, std::uint32_t end, std::uint32_t sentence) {
        if ((words_[i] != "house" && words_[i] != "senate") || tokens_[i].capitalised) {
            return false;
        }
        for (std::uint32_t k = i + 2; k < std::min(i + 5, end); ++k) {
            if (words_[k] != "committee") {
                continue;
            }
            std::string name;
            for (std::uint32_t t = i; t <= k; ++t) {
                name += (t > i ? " " : "") + titled(words_[t]);
            }
            add_span(organisation_named(name, "government"),
                     {tokens_[i].span.begin, tokens_[k].span.end}, "resolve.chamber-committee", sentence);
            return true;
        }
        return false;
    }

    static std::string titled(std::string word) {
        if (!word.empty() && word[0] >= 'a' && word[0] <= 'z' && word != "and" && word != "on") {
            word[0] = static_cast<char>(word[0] - 32);
        }
        return word;
    }

    std::size_t organisation_named(const std::string& name, std::string_view subtype) {
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            if (drafts_[d].entity.type == "organization" && fold(drafts_[d].entity.name) == fold(name)) {
                return d;
            }
        }
        DraftEntity made;
        made.entity.type = "organization";
        made.entity.subtype = subtype;
        made.entity.name = name;
        drafts_.push_back(std::move(made));
        return drafts_.size() - 1;
    }

    /// "the younger Trump": the namesake with Jr, or the one that is not named by bare surname.
    bool younger_or_elder(std::uint32_t i, std::uint32_t end, std::uint32_t sentence) {
        const bool is_younger = words_[i + 1] == "younger";
        if ((!is_younger && words_[i + 1] != "elder" && words_[i + 1] != "older") || i + 2 >= end) {
            return false;
        }
        const Place* place = mention_at(i + 2);
        if (place == nullptr || drafts_[place->draft].entity.type != "person") {
            return false;
        }
        const std::size_t named = place->draft;
        const Span name = place->span;
        const PersonName wanted = drafts_[named].person;
        std::size_t best = none;
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            const PersonName& other = drafts_[d].person;
            const bool is_junior = other.suffix == "jr" || other.suffix == "ii";
            if (drafts_[d].entity.type == "person" && other.surname == wanted.surname &&
                is_junior == is_younger) {
                best = best == none ? d : best;
            }
        }
        if (best == none) {
            return false;
        }
        drop_mention(named, name);
        add_span(best, {tokens_[i].span.begin, name.end}, "resolve.younger-elder", sentence);
        by_begin_.erase(name.begin);
        return true;
    }

    void drop_mention(std::size_t d, Span span) {
        auto& mentions = drafts_[d].entity.mentions;
        for (std::size_t m = 0; m < mentions.size(); ++m) {
            if (mentions[m].span == span && mentions.size() > 1) {
                mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(m));
                drafts_[d].sentences.erase(drafts_[d].sentences.begin() +
                                           static_cast<std::ptrdiff_t>(m));
                return;
            }
        }
    }

    static bool is_kin(const std::string& word) {
        return std::any_of(kin_nouns.begin(), kin_nouns.end(),
                           [&](const KinNoun& noun) { return noun.word == word; });
    }

    /// ", the founder" right behind a name, or "is the founder": says something, refers to nobody new.
    bool is_predicate(std::uint32_t i) const {
        if (i == 0) {
            return false;
        }
        const std::string& before = words_[i - 1];
        if (before == "is" || before == "was" || before == "as" || before == "became") {
            return true;
        }
        return before == "," && i >= 2 && mention_ends_.contains(tokens_[i - 2].span.end);
    }

    /// "X's eldest son": the one person of X's family in the document that fits.
    void kin_of(std::size_t possessor, Span possessor_span, std::uint32_t i, std::uint32_t end,
                std::uint32_t sentence) {
        if (i + 1 >= end || drafts_[possessor].entity.type != "person" ||
            (words_[i] != "'s" && words_[i] != "\xE2\x80\x99s" && words_[i] != "'")) {
            return;
        }
        for (std::uint32_t k = i + 1; k < std::min(i + 4, end); ++k) {
            const auto kin = std::find_if(kin_nouns.begin(), kin_nouns.end(), [&](const KinNoun& n) {
                return n.word == words_[k];
            });
            if (kin == kin_nouns.end() || (kin->is_degree && k + 1 < end && is_kin(words_[k + 1]))) {
                continue;
            }
            const bool names_follow = k + 1 < end && mention_at(k + 1) != nullptr;
            const bool is_in_law = k + 1 < end && words_[k + 1].starts_with("in-law");
            const std::size_t relative =
                names_follow || is_in_law ? none : relative_of(possessor, *kin);
            if (relative != none) {
                add_span(relative, {possessor_span.begin, tokens_[k].span.end}, "resolve.kin-nominal",
                         sentence);
            }
            return;
        }
    }

    std::size_t relative_of(std::size_t possessor, const KinNoun& kin) const {
        std::size_t found = none;
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            const DraftEntity& other = drafts_[d];
            const bool is_namesake = d != possessor && other.entity.type == "person" &&
                                     !other.person.given.empty() &&
                                     other.person.surname == drafts_[possessor].person.surname;
            const bool fits_gender =
                kin.gender.empty() || other.entity.gender.empty() || other.entity.gender == kin.gender;
            const bool fits_suffix = kin.is_younger || other.person.suffix != "jr" ||
                                     drafts_[possessor].person.suffix == "jr";
            if (is_namesake && fits_gender && fits_suffix) {
                if (found != none) {
                    return none; // two fit: leave it alone
                }
                found = d;
            }
        }
        return found;
    }

    /// "the WikiLeaks founder", "the senator", "the president's eldest son" by its possessor.
    bool role_phrase(std::uint32_t i, std::uint32_t end, std::uint32_t sentence) {
        std::uint32_t k = i + 1;
        if (const Place* place = mention_at(k); place != nullptr) {
            k = token_after(place->span.end);
        }
        const std::uint32_t last = std::min(k + 3, end);
        for (; k < last; ++k) {
            if (!is_role(k) || (k + 1 < end && (is_role(k + 1) || goes_on_as_noun(k + 1)))) {
                continue;
            }
            const bool names_follow = k + 1 < end && mention_at(k + 1) != nullptr;
            const std::size_t person = names_follow ? none : holder_of(words_[k], sentence);
            if (person == none) {
                return false;
            }
            const Span span{tokens_[i].span.begin, tokens_[k].span.end};
            add_span(person, span, "resolve.role-nominal", sentence);
            kin_of(person, span, k + 1, end, sentence);
            return true;
        }
        return false;
    }

    /// "the whistle-blower site": the role only describes the noun behind it.
    bool goes_on_as_noun(std::uint32_t i) const {
        static constexpr std::string_view closers[] = {
            "who", "which", "that", "and", "or", "but", "of", "in", "on", "at", "to", "for", "with", "by",
            "from", "as", "is", "was", "has", "had", "will", "would", "did", "does", "can", "could", "may",
            "might", "said", "says", "told", "met", "left", "also", "then", "not", "later", "never"};
        const Token& token = tokens_[i];
        const bool is_lower = token.kind == TokenKind::word && !token.capitalised && words_[i] != "'s";
        return is_lower && !words_[i].ends_with("ed") && !words_[i].ends_with("ly") &&
               std::find(std::begin(closers), std::end(closers), words_[i]) == std::end(closers);
    }

    std::size_t holder_of(const std::string& role, std::uint32_t sentence) const {
        std::size_t best = none;
        std::uint32_t best_sentence = 0;
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            const DraftEntity& draft = drafts_[d];
            if (draft.entity.type != "person" ||
                std::find(draft.roles.begin(), draft.roles.end(), role) == draft.roles.end()) {
                continue;
            }
            const std::uint32_t near = last_before(draft, sentence);
            if (best == none || near > best_sentence) {
                best = d;
                best_sentence = near;
            }
        }
        return best;
    }

    /// Last sentence up to `sentence` that mentions the entity, plus one; 0 when only later ones do.
    static std::uint32_t last_before(const DraftEntity& draft, std::uint32_t sentence) {
        std::uint32_t last = 0;
        for (const std::uint32_t s : draft.sentences) {
            if (s <= sentence) {
                last = s + 1;
            }
        }
        return last;
    }

    /// "the company", "the anti-secrecy group": the nearest organisation of a fitting kind.
    bool organisation_phrase(std::uint32_t i, std::uint32_t end, std::uint32_t sentence) {
        for (std::uint32_t k = i + 1; k < std::min(i + 4, end) && mention_at(k) == nullptr; ++k) {
            if (tokens_[k].kind != TokenKind::word || tokens_[k].capitalised) {
                return false;
            }
            const auto noun = std::find_if(org_nouns.begin(), org_nouns.end(), [&](const OrgNoun& n) {
                return n.word == words_[k];
            });
            if (noun == org_nouns.end()) {
                continue;
            }
            const bool goes_on = k + 1 < end && (words_[k + 1] == "of" || mention_at(k + 1) != nullptr);
            const std::size_t found = goes_on ? none : nearest_organisation(*noun, sentence);
            if (found == none) {
                return false;
            }
            add(found, i, k, "resolve.organisation-nominal", sentence);
            return true;
        }
        return false;
    }

    std::size_t nearest_organisation(const OrgNoun& noun, std::uint32_t sentence) const {
        std::size_t best = none;
        std::uint32_t best_key = 0;
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            const Entity& entity = drafts_[d].entity;
            if (entity.type != "organization" || !agrees(entity, noun)) {
                continue;
            }
            const std::uint32_t near = last_before(drafts_[d], sentence);
            if (near == 0 || near + reach_sentences <= sentence) {
                continue;
            }
            const bool is_exact = noun.subtypes == entity.subtype;
            const std::uint32_t key = near * 4 + (is_exact ? 2U : 0U);
            if (best == none || key > best_key) {
                best = d;
                best_key = key;
            }
        }
        return best;
    }

    static bool agrees(const Entity& entity, const OrgNoun& noun) {
        const bool names_it = fold(entity.name).find(noun.word) != std::string::npos;
        const bool is_open_kind = entity.subtype.empty() || entity.subtype == "organization";
        const bool takes_unknown = noun.word == "company" || noun.word == "firm" ||
                                   noun.word == "group" || noun.word == "website" ||
                                   noun.word == "site" || noun.word == "organisation" ||
                                   noun.word == "organization";
        return names_it || (is_open_kind && takes_unknown) ||
               (!entity.subtype.empty() && noun.subtypes.find(entity.subtype) != std::string::npos);
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    const Segmentation& segmentation_;
    const Lexicon& lexicon_;
    std::vector<DraftEntity>& drafts_;
    std::vector<std::string> words_;
    std::unordered_map<std::uint32_t, Place> by_begin_;
    std::unordered_set<std::uint32_t> mention_ends_;
};

} // namespace

void link_nominals(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon,
                   std::vector<DraftEntity>& drafts) {
    NominalLinks(text, segmentation, lexicon, drafts).run();
}

} // namespace actorgraph
