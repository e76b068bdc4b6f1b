#include "extractor/resolve/described.hpp"

#include "extractor/resolve/titles_before.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace actorgraph {
namespace {

constexpr std::uint32_t longest_phrase = 5; ///< words between the possessor and the end of its noun
constexpr std::uint32_t reach_of_speech =
    4; ///< sentences in which "said Voss" may name who spoke before

enum class Calling : std::uint8_t { none, spokesperson, lawyer };

Calling calling_of(std::string_view word) {
    static constexpr std::string_view spokes[] = {"spokesman", "spokeswoman", "spokesperson",
                                                  "secretary", "representative"};
    static constexpr std::string_view lawyers[] = {"lawyer", "attorney", "counsel", "solicitor",
                                                   "barrister"};
    if (std::find(std::begin(spokes), std::end(spokes), word) != std::end(spokes)) {
        return Calling::spokesperson;
    }
    const bool is_lawyer =
        std::find(std::begin(lawyers), std::end(lawyers), word) != std::end(lawyers);
    return is_lawyer ? Calling::lawyer : Calling::none;
}

/// "Voss's lawyer", "his press secretary", "a lawyer for Voss": persons that nothing else names.
class DescribedPersons {
  public:
    DescribedPersons(const Reading& reading, Drafts& drafts)
        : reading_(reading), drafts_(drafts), covering_(reading.words.size(), none),
          by_token_(mentions_by_token(reading, drafts.mentions)) {
        for (std::uint32_t m = 0; m < drafts.mentions.size(); ++m) {
            const DraftMention& mention = drafts.mentions[m];
            if (mention.sieve == "resolve.collective") {
                continue; // "Voss's campaign" inside "Voss's campaign chairman"
            }
            for (std::uint32_t i = mention.first_token; i < mention.end_token; ++i) {
                covering_[i] = m;
            }
        }
    }

    void run() {
        const std::size_t given = drafts_.mentions.size();
        for (std::size_t m = 0; m < given; ++m) {
            const DraftMention holder = drafts_.mentions[m];
            if (may_have_staff(holder.draft) && !of_possessor(holder)) {
                of_client(holder);
            }
        }
        if (!made_.empty()) {
            name_speakers();
            drafts_.mentions.insert(drafts_.mentions.end(), made_.begin(), made_.end());
            sort_mentions(drafts_.mentions);
        }
    }

  private:
    bool may_have_staff(std::uint32_t d) const {
        const DraftEntity& draft = drafts_.entities[d];
        return (draft.is_person || draft.entity.subtype == "campaign") && !draft.is_latent &&
               !draft.entity.name.empty();
    }

    std::uint32_t end_of(const DraftMention& mention) const {
        return reading_.segmentation.sentences[mention.sentence].end_token;
    }

    bool is_role(std::uint32_t i) const {
        if (!reading_.is_lower(i) || reading_.words[i].classes != 0) {
            return false;
        }
        const std::string_view word = reading_.word(i);
        if (word == "partner" || word == "partners") {
            return false; // in business or in life
        }
        const bool is_plural = word.size() > 4 && word.ends_with('s');
        const auto is_calling = [&](std::string_view one) {
            const LexMask classes = reading_.lexicon.folded_classes(one);
            return has(classes, LexClass::occupation) || has(classes, LexClass::title);
        };
        return is_calling(word) || (is_plural && is_calling(word.substr(0, word.size() - 1)));
    }

    /// The noun of the phrase whose first word behind the possessor stands at `i`; `none` when
    /// there is none.
    std::uint32_t noun_behind(std::uint32_t i, std::uint32_t end) const {
        std::uint32_t noun = none;
        for (std::uint32_t k = i; k < std::min(i + longest_phrase, end); ++k) {
            const bool is_word = reading_.is_lower(k) &&
                                 (reading_.words[k].classes & ~bit(WordClass::organisation)) == 0;
            const bool is_number = reading_.token(k).kind == TokenKind::number;
            if (covering_[k] != none || (!is_word && !is_number)) {
                break;
            }
            if (noun != none && !is_role(k)) {
                break;
            }
            noun = is_role(k) ? k : noun;
        }
        return noun;
    }

    /// "Voss's lawyer", "his press secretary".
    bool of_possessor(const DraftMention& holder) {
        std::uint32_t i = holder.end_token;
        const std::uint32_t end = end_of(holder);
        const bool is_own =
            holder.form == MentionForm::pronoun &&
            reading_.is(holder.first_token, WordClass::pronoun) &&
            pronoun_word(reading_.words[holder.first_token].row).kind == PronounKind::possessive;
        if (!is_own && (i >= end || !reading_.is(i, WordClass::possessive))) {
            return false;
        }
        i += is_own ? 0U : 1U;
        const std::uint32_t noun = noun_behind(i, end);
        if (noun == none) {
            return false;
        }
        const std::uint32_t first =
            is_own ? holder.first_token : titles_before(reading_, drafts_, by_token_, holder);
        return place(holder.draft, first, noun, words_of(i, noun));
    }

    /// "a lawyer for Voss".
    void of_client(const DraftMention& holder) {
        const std::uint32_t begin = reading_.segmentation.sentences[holder.sentence].first_token;
        const std::uint32_t first = titles_before(reading_, drafts_, by_token_, holder);
        if (first < begin + 3 || reading_.word(first - 1) != "for" ||
            covering_[first - 2] != none ||
            calling_of(singular(reading_.word(first - 2))) == Calling::none ||
            !is_role(first - 2)) {
            return;
        }
        std::uint32_t from = first - 2;
        while (from > begin && first - from < longest_phrase &&
               !reading_.is(from, WordClass::indefinite) && covering_[from - 1] == none &&
               reading_.token(from - 1).kind == TokenKind::word) {
            --from;
        }
        if (reading_.is(from, WordClass::indefinite)) {
            place(holder.draft, from, first - 2, words_of(first - 2, first - 2));
        }
    }

    static std::string_view singular(std::string_view word) {
        return word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
    }

    std::string words_of(std::uint32_t first, std::uint32_t last) const {
        std::string out;
        for (std::uint32_t i = first; i <= last; ++i) {
            if (reading_.token(i).kind ==
                TokenKind::word) { // "the 2016 campaign chairman" is one with and without year
                out += (out.empty() ? "" : " ") + fold(reading_.word(i));
            }
        }
        return out;
    }

    /// A person named beside the phrase is who it means; behind a verb of being it says something
    /// of the subject.
    bool place(std::uint32_t holder, std::uint32_t first, std::uint32_t noun,
               const std::string& words) {
        const auto size = static_cast<std::uint32_t>(reading_.words.size());
        const bool is_of_staff = noun + 2 < size && reading_.word(noun + 1) == "of" &&
                                 reading_.word(noun + 2) == "staff";
        const std::uint32_t behind = noun + (is_of_staff ? 3U : 1U);
        const bool goes_on =
            behind < size && (covering_[behind] != none || reading_.word(behind) == "of");
        if (goes_on || says_of_another(first)) {
            return false; // "Voss's lawyer Bo Holm"
        }
        const std::uint32_t apposed = behind < size && reading_.is(behind, WordClass::comma)
                                          ? person_behind(behind + 1)
                                          : none;
        if (apposed != none) {
            add(apposed, first, behind, "resolve.described-beside");
            return true;
        }
        add(described(holder, words), first, behind, "resolve.described");
        phrases_.push_back({made_.size() - 1, calling_of(singular(reading_.word(noun)))});
        return true;
    }

    /// "Bo Holm, Voss's lawyer", "is his lawyer", "made Bo Holm her lawyer".
    bool says_of_another(std::uint32_t first) const {
        if (first == 0) {
            return false;
        }
        const std::string_view before = reading_.word(first - 1);
        const bool is_apposition =
            reading_.is(first - 1, WordClass::comma) && first > 1 && covering_[first - 2] != none;
        return covering_[first - 1] != none || reading_.is(first - 1, WordClass::be) ||
               is_apposition || before == "as" || before == "became" || before == "become";
    }

    /// The person named at `i`, or behind a title or party: "Sen. Bo Holm", "Democrat Bo Holm".
    std::uint32_t person_behind(std::uint32_t i) const {
        const auto size = static_cast<std::uint32_t>(reading_.words.size());
        for (std::uint32_t k = i; k < std::min(i + 3, size) && reading_.token(k).capitalised; ++k) {
            const DraftMention* one =
                by_token_[k] == none ? nullptr : &drafts_.mentions[by_token_[k]];
            if (one != nullptr && one->form == MentionForm::name) {
                return drafts_.entities[one->draft].is_person ? one->draft : none;
            }
        }
        return none;
    }

    std::uint32_t described(std::uint32_t holder, const std::string& words) {
        const auto [at, is_new] = by_phrase_.try_emplace(
            {holder, words}, static_cast<std::uint32_t>(drafts_.entities.size()));
        if (is_new) {
            DraftEntity draft =
                make_draft("person", drafts_.entities[holder].entity.name + "'s " + words);
            draft.person = {};
            draft.entity.subtype = "unnamed";
            drafts_.entities.push_back(std::move(draft));
        }
        return at->second;
    }

    void add(std::uint32_t draft, std::uint32_t first, std::uint32_t end, std::string_view sieve) {
        DraftMention mention = mention_of(reading_, draft, first, end);
        mention.form = MentionForm::nominal;
        mention.sieve = sieve;
        made_.push_back(mention);
    }

    /// "Voss's lawyer said …. “…,” said Bo Holm." The one newcomer whose words follow is who spoke
    /// for Voss.
    void name_speakers() {
        for (const auto& [made, calling] : phrases_) {
            const std::uint32_t unnamed = made_[made].draft;
            const std::uint32_t speaker =
                calling == Calling::none ? none : newcomer_behind(made_[made], calling);
            if (speaker == none) {
                continue;
            }
            for (DraftMention& one : made_) {
                one.draft = one.draft == unnamed ? speaker : one.draft;
            }
        }
    }

    std::uint32_t newcomer_behind(const DraftMention& phrase, Calling calling) const {
        if (!speaks(phrase)) {
            return none;
        }
        std::uint32_t found = none;
        for (const DraftMention& mention : drafts_.mentions) {
            const bool is_near = mention.first_token > phrase.end_token &&
                                 mention.sentence <= phrase.sentence + reach_of_speech;
            if (!is_near || mention.form != MentionForm::name || !is_newcomer(mention, calling) ||
                !closes_quotation(mention)) {
                continue;
            }
            if (found != none && found != mention.draft) {
                return none;
            }
            found = mention.draft;
        }
        return found;
    }

    /// "X's lawyer said", "through his press secretary".
    bool speaks(const DraftMention& phrase) const {
        const bool says = phrase.end_token < reading_.words.size() &&
                          reading_.is(phrase.end_token, WordClass::say);
        return says ||
               (phrase.first_token > 0 && reading_.word(phrase.first_token - 1) == "through");
    }

    bool is_newcomer(const DraftMention& mention, Calling calling) const {
        const DraftEntity& draft = drafts_.entities[mention.draft];
        const auto first =
            std::find_if(drafts_.mentions.begin(), drafts_.mentions.end(),
                         [&](const DraftMention& one) { return one.draft == mention.draft; });
        return draft.is_person && !draft.person.given.empty() &&
               first->first_token == mention.first_token &&
               std::all_of(draft.roles.begin(), draft.roles.end(),
                           [&](const std::string& role) { return calling_of(role) == calling; });
    }

    /// “…,” said Bo Holm; “…,” said spokesman Bo Holm; “…,” Bo Holm said.
    bool closes_quotation(const DraftMention& mention) const {
        std::uint32_t i = mention.first_token;
        while (i > 1 && calling_of(fold(reading_.word(i - 1))) != Calling::none) {
            --i;
        }
        const bool is_behind_verb = i > 1 && reading_.is(i - 1, WordClass::say);
        i -= is_behind_verb ? 1U : 0U;
        const bool is_before_verb = mention.end_token < reading_.words.size() &&
                                    reading_.is(mention.end_token, WordClass::say);
        return (is_behind_verb || is_before_verb) && i > 0 && reading_.is(i - 1, WordClass::quote);
    }

    const Reading& reading_;
    Drafts& drafts_;
    std::vector<std::uint32_t> covering_; ///< of each token, a mention it belongs to
    std::vector<std::uint32_t> by_token_;
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> by_phrase_;
    std::vector<DraftMention> made_;
    std::vector<std::pair<std::size_t, Calling>> phrases_; ///< of `made_`: those that name nobody
};

} // namespace

void describe_persons(const Reading& reading, Drafts& drafts) {
    DescribedPersons(reading, drafts).run();
}

} // namespace actorgraph
