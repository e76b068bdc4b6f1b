#include "extractor/resolve/draft.hpp"
#include "extractor/resolve/grammar.hpp"
#include "extractor/resolve/impersonal.hpp"
#include "extractor/resolve/kinship.hpp"
#include "extractor/resolve/salience.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

constexpr std::uint32_t reach_of_persons = 8;       ///< sentences back
constexpr std::uint32_t reach_of_organisations = 1; ///< sentences back
constexpr double sure_margin = 1.0;                 ///< over the second best

/// A pronoun being read.
struct Anaphor {
    std::uint32_t token = 0;
    std::uint32_t sentence = 0;
    PronounKind kind = PronounKind::subject;
    Gender gender = Gender::unknown;
};

struct Choice {
    std::uint32_t draft = none;
    double score = 0.0;
};

/// Pronouns of one document, read in text order; each becomes a mention that later ones can look
/// back to.
class PronounLinks {
  public:
    PronounLinks(const Reading& reading, Drafts& drafts)
        : reading_(reading), drafts_(drafts), grammar_(reading), in_(std::move(drafts.mentions)),
          by_token_(mentions_by_token(reading, in_)), count_(drafts.entities.size(), 0) {
        out_.reserve(in_.size() + reading.words.size() / 30);
        placed_.reserve(out_.capacity());
    }

    void run() {
        const auto& sentences = reading_.segmentation.sentences;
        for (sentence_ = 0; sentence_ < sentences.size(); ++sentence_) {
            const Sentence& sentence = sentences[sentence_];
            grammar_.read(sentence, by_token_, in_);
            first_out_ = out_.size();
            end_ = sentence.end_token;
            for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
                place_mentions_at(i);
                const WordInfo& info = reading_.words[i];
                if (info.is(WordClass::pronoun)) {
                    read_pronoun(i, pronoun_word(info.row));
                } else if (info.is(WordClass::relative) && i > sentence.first_token) {
                    read_relative(i);
                }
            }
        }
        while (next_in_ < in_.size()) {
            out_.push_back(in_[next_in_++]);
        }
        drafts_.mentions = std::move(out_);
    }

  private:
    // ---- mentions in text order

    void place_mentions_at(std::uint32_t token) {
        while (next_in_ < in_.size() && in_[next_in_].first_token <= token) {
            push(in_[next_in_++]);
        }
    }

    void push(const DraftMention& mention) {
        const bool has_before = out_.size() > first_out_;
        const DraftMention* before = has_before ? &out_.back() : nullptr;
        const bool is_here =
            mention.first_token >= reading_.segmentation.sentences[sentence_].first_token &&
            mention.end_token <= end_;
        const Grammar grammar =
            is_here ? grammar_.of(mention, before, has_before ? placed_.back() : Grammar{})
                    : Grammar{};
        adopt_chain(mention, grammar);
        out_.push_back(mention);
        placed_.push_back(grammar);
        ++count_[mention.draft];
        if (first_person_ == none && drafts_.entities[mention.draft].is_person) {
            first_person_ = mention.draft;
        }
    }

    /// Somebody spoken of as he or she and then for the first time named, shortly and as a subject,
    /// is whoever the text was speaking of all along.
    void adopt_chain(const DraftMention& mention, const Grammar& grammar) {
        const DraftEntity& named = drafts_.entities[mention.draft];
        if (!named.is_person || named.entity.name.empty() || count_[mention.draft] > 0 ||
            !named.person.given.empty() ||
            (grammar.role != Role::subject && grammar.role != Role::possessor) ||
            grammar.is_coordinated) {
            return;
        }
        for (const Gender gender : {Gender::male, Gender::female}) {
            std::uint32_t& chain = unnamed_[static_cast<std::size_t>(gender)];
            if (chain == none || count_[chain] < 2 ||
                (named.gender != Gender::unknown && named.gender != gender)) {
                continue;
            }
            for (DraftMention& earlier : out_) {
                if (earlier.draft == chain) {
                    earlier.draft = mention.draft;
                    earlier.sieve = "resolve.pronoun-chain";
                }
            }
            count_[mention.draft] += count_[chain];
            count_[chain] = 0;
            drafts_.entities[mention.draft].is_latent = false;
            take_gender(mention.draft, gender);
            if (last_[static_cast<std::size_t>(gender)] == chain) {
                last_[static_cast<std::size_t>(gender)] = mention.draft;
            }
            chain = none;
            return;
        }
    }

    void take_gender(std::uint32_t draft, Gender gender) {
        if (drafts_.entities[draft].gender == Gender::unknown) {
            drafts_.entities[draft].gender = gender;
        }
    }

    void add(std::uint32_t draft, std::uint32_t first, std::uint32_t end, MentionForm form,
             std::string_view sieve) {
        DraftMention mention = mention_of(reading_, draft, first, end);
        mention.form = form;
        mention.sieve = sieve;
        push(mention);
    }

    // ---- relatives

    /// "X, who", "the bank, which", "X, where": the relative word stands for the name before it.
    void read_relative(std::uint32_t i) {
        const std::string_view word = reading_.word(i);
        const bool is_who = word.starts_with("who");
        const bool has_comma = reading_.is(i - 1, WordClass::comma);
        const std::uint32_t end = i - (has_comma ? 1U : 0U);
        for (std::size_t m = out_.size(); m-- > first_out_;) {
            const DraftEntity& draft = drafts_.entities[out_[m].draft];
            const bool fits = is_who ? draft.is_person
                                     : draft.is_organisation ||
                                           (word == "where" && draft.entity.type == "location");
            if (out_[m].end_token == end && fits && !draft.is_latent) {
                add(out_[m].draft, i, i + 1, MentionForm::pronoun, "resolve.relative");
                return;
            }
        }
    }

    // ---- pronouns

    void read_pronoun(std::uint32_t i, const PronounWord& word) {
        switch (word.person) {
        case PronounPerson::he:
        case PronounPerson::she: read_personal(i, word); break;
        case PronounPerson::it: read_thing(i, word); break;
        case PronounPerson::i:
        case PronounPerson::we:
            if (!in_quotation(i)) {
                add(author(word.person), i, i + 1, MentionForm::pronoun, "resolve.author");
            }
            break;
        case PronounPerson::you: break;
        }
    }

    /// "her" before a noun owns it; elsewhere it is an object.
    PronounKind kind_at(std::uint32_t i, const PronounWord& word) const {
        const bool is_open = word.kind == PronounKind::possessive && word.word == "her";
        if (!is_open) {
            return word.kind;
        }
        static constexpr WordClasses closers =
            bit(WordClass::preposition) | bit(WordClass::coordinator) |
            bit(WordClass::subordinator) | bit(WordClass::the) | bit(WordClass::indefinite) |
            bit(WordClass::comma) | bit(WordClass::stop) | bit(WordClass::closing) |
            bit(WordClass::quote) | bit(WordClass::auxiliary) | bit(WordClass::be) |
            bit(WordClass::pronoun) | bit(WordClass::relative);
        const bool is_last = i + 1 >= end_ || reading_.token(i + 1).kind == TokenKind::punctuation;
        return is_last || reading_.words[i + 1].is_any(closers) ? PronounKind::object
                                                                : PronounKind::possessive;
    }

    void read_personal(std::uint32_t i, const PronounWord& word) {
        const Gender gender = word.person == PronounPerson::he ? Gender::male : Gender::female;
        const Anaphor anaphor{i, sentence_, kind_at(i, word), gender};
        collect(anaphor);
        const auto g = static_cast<std::size_t>(gender);
        std::uint32_t chosen = none;
        std::string_view sieve = "resolve.pronoun-unnamed";
        if (best_.draft != none && best_.score > nobody_score(gender)) {
            chosen = best_.draft;
            const bool is_sure =
                best_.score - std::max(second_.score, nobody_score(gender)) >= sure_margin;
            sieve = is_sure ? "resolve.pronoun" : "resolve.pronoun-unsure";
        } else {
            chosen = unnamed_[g] == none ? open_unnamed(gender) : unnamed_[g];
        }
        add(chosen, i, i + 1, MentionForm::pronoun, sieve);
        if (sieve != "resolve.pronoun-unsure") {
            take_gender(chosen, gender);
            drafts_.entities[chosen].has_sure_gender |= drafts_.entities[chosen].gender == gender;
        }
        settle(chosen);
        last_[g] = chosen;
        if (anaphor.kind == PronounKind::possessive) {
            read_kin(i, chosen);
        }
    }

    /// Whoever a pronoun stands for is a person.
    void settle(std::uint32_t chosen) {
        DraftEntity& draft = drafts_.entities[chosen];
        draft.is_latent = false;
        if (draft.is_doubtful) {
            draft.is_doubtful = draft.is_organisation = false;
            draft.is_person = true;
            draft.entity.type = "person";
            draft.person = parse_person_name(draft.entity.name);
        }
    }

    double nobody_score(Gender) const {
        return salience(bit(first_person_ == none ? Sign::nobody_opening : Sign::nobody));
    }

    std::uint32_t open_unnamed(Gender gender) {
        drafts_.entities.push_back(make_draft("person", ""));
        drafts_.entities.back().gender = gender;
        count_.push_back(0);
        const auto draft = static_cast<std::uint32_t>(drafts_.entities.size() - 1);
        unnamed_[static_cast<std::size_t>(gender)] = draft;
        return draft;
    }

    /// "his father": the one relative of that kind whom the document names.
    void read_kin(std::uint32_t i, std::uint32_t possessor) {
        for (std::uint32_t k = i + 1; k < std::min(i + 4, end_); ++k) {
            if (by_token_[k] != none) {
                return;
            }
            if (!reading_.is(k, WordClass::kin)) {
                continue;
            }
            const bool goes_on =
                k + 1 < end_ && (by_token_[k + 1] != none || reading_.is(k + 1, WordClass::kin) ||
                                 reading_.word(k + 1).starts_with("in-law"));
            const std::uint32_t relative =
                goes_on ? none : relative_of(drafts_, possessor, kin_noun(reading_.words[k].row));
            if (relative != none) {
                add(relative, i, k + 1, MentionForm::nominal, "resolve.kin-nominal");
            }
            return;
        }
    }

    // ---- candidates for he and she

    void collect(const Anaphor& anaphor) {
        choices_.clear();
        note_named_behind(anaphor);
        has_subject_ = false;
        const std::size_t end = out_.size();
        for (std::size_t m = end; m-- > 0;) {
            const DraftMention& mention = out_[m];
            if (mention.sentence + reach_of_persons < anaphor.sentence) {
                break;
            }
            if (is_possible(mention, anaphor)) {
                Signs signs = signs_of(m, anaphor);
                if (!has_subject_ && placed_[m].role == Role::subject) {
                    signs |= bit(Sign::nearest_subject);
                    has_subject_ = true;
                }
                consider(mention.draft, signs);
            }
        }
        collect_following(anaphor);
        prefer_agreeing(anaphor.gender);
        best_ = second_ = {none, -1e9};
        for (const Choice& choice : choices_) {
            if (best_.draft == none || choice.score > best_.score) {
                second_ = best_;
                best_ = choice;
            } else if (choice.score > second_.score) {
                second_ = choice;
            }
        }
    }

    /// A given name of the other gender counts for more where somebody of the right one is at hand.
    void prefer_agreeing(Gender gender) {
        const bool has_agreeing =
            std::any_of(choices_.begin(), choices_.end(), [&](const Choice& c) {
                return drafts_.entities[c.draft].gender == gender;
            });
        for (Choice& choice : choices_) {
            const DraftEntity& draft = drafts_.entities[choice.draft];
            if (has_agreeing && draft.gender != Gender::unknown && draft.gender != gender &&
                !draft.has_sure_gender) {
                choice.score += salience(bit(Sign::gender_contradicts));
            }
        }
    }

    /// Who is named in the rest of the sentence: "he met Voss" does not speak of Voss.
    void note_named_behind(const Anaphor& anaphor) {
        named_behind_.clear();
        const bool is_fronted = grammar_.is_fronted(anaphor.token);
        for (std::size_t m = next_in_; m < in_.size() && in_[m].first_token < end_; ++m) {
            if (drafts_.entities[in_[m].draft].is_person && !is_fronted) {
                named_behind_.push_back(in_[m].draft);
            }
        }
    }

    bool is_possible(const DraftMention& mention, const Anaphor& anaphor) const {
        const DraftEntity& draft = drafts_.entities[mention.draft];
        return (draft.is_person || draft.is_doubtful) && mention.end_token <= anaphor.token &&
               !(draft.entity.name.empty() && draft.gender != anaphor.gender);
    }

    void consider(std::uint32_t draft, Signs signs) {
        auto known = std::find_if(choices_.begin(), choices_.end(),
                                  [&](const Choice& c) { return c.draft == draft; });
        if (known == choices_.end()) {
            choices_.push_back({draft, -1e9});
            known = choices_.end() - 1;
        }
        const auto rank = known - choices_.begin();
        signs |= rank == 0 ? bit(Sign::nearest) : rank == 1 ? bit(Sign::second_nearest) : 0;
        known->score = std::max(known->score, salience(signs));
    }

    static Sign paired(PronounKind kind, Role role) {
        const Sign first = kind == PronounKind::possessive ? Sign::possessive_subject
                           : kind == PronounKind::subject  ? Sign::subject_subject
                                                           : Sign::object_subject;
        return static_cast<Sign>(static_cast<unsigned>(first) + static_cast<unsigned>(role));
    }

    Signs signs_of(std::size_t m, const Anaphor& anaphor) const {
        const DraftMention& mention = out_[m];
        const Grammar& grammar = placed_[m];
        const std::uint32_t back = anaphor.sentence - mention.sentence;
        Signs signs =
            bit(paired(anaphor.kind, grammar.role)) | signs_of_entity(mention.draft, anaphor);
        signs |= mention.form == MentionForm::pronoun ? bit(Sign::is_pronoun) : 0;
        signs |= mention.form == MentionForm::nominal ? bit(Sign::is_nominal) : 0;
        signs |= grammar.is_coordinated ? bit(Sign::coordinated) : 0;
        signs |= grammar.is_aside ? bit(Sign::aside) : 0;
        signs |=
            m == 0 || out_[m - 1].sentence != mention.sentence ? bit(Sign::first_in_sentence) : 0;
        return signs | (back == 0 ? signs_in_sentence(mention, grammar, anaphor)
                                  : signs_behind(mention, grammar, anaphor, back));
    }

    Signs signs_of_entity(std::uint32_t d, const Anaphor& anaphor) const {
        const DraftEntity& draft = drafts_.entities[d];
        Signs signs = draft.gender == anaphor.gender ? bit(Sign::gender_known)
                      : draft.gender == Gender::unknown
                          ? 0
                          : (bit(Sign::gender_differs) |
                             (draft.has_sure_gender ? bit(Sign::gender_contradicts) : 0));
        signs |= bit(count_[d] <= 1   ? Sign::mentioned_once
                     : count_[d] == 2 ? Sign::mentioned_twice
                     : count_[d] <= 4 ? Sign::mentioned_often
                                      : Sign::mentioned_most);
        signs |= d == first_person_ ? bit(Sign::first_of_document) : 0;
        signs |= draft.person.given.empty() ? 0 : bit(Sign::named_in_full);
        signs |= draft.entity.name.empty() ? bit(Sign::unnamed) : 0;
        if (std::find(named_behind_.begin(), named_behind_.end(), d) != named_behind_.end()) {
            signs |= bit(anaphor.kind == PronounKind::subject ? Sign::named_behind
                                                              : Sign::named_behind_other);
        }
        if (draft.is_latent || draft.is_doubtful) {
            signs |= draft.is_word ? bit(Sign::latent_word) : 0;
            signs |=
                bit(draft.gender != Gender::unknown ? Sign::latent_given_name : Sign::latent_other);
        }
        return signs |
               (last_[static_cast<std::size_t>(anaphor.gender)] == d ? bit(Sign::continues) : 0);
    }

    Signs signs_in_sentence(const DraftMention& mention, const Grammar& grammar,
                            const Anaphor& anaphor) const {
        const bool same_clause = grammar.clause == grammar_.clause(anaphor.token);
        const std::uint32_t distance = anaphor.token - mention.end_token;
        Signs signs = bit(same_clause ? Sign::same_clause : Sign::same_sentence);
        signs |= distance <= 4    ? bit(Sign::within_four)
                 : distance <= 10 ? bit(Sign::within_ten)
                                  : 0;
        const bool is_subject = grammar.role == Role::subject;
        signs |= is_subject && !same_clause ? bit(Sign::main_clause) : 0;
        signs |= grammar.is_speaker && !same_clause ? bit(Sign::said_that) : 0;
        if (distance == 1 && reading_.is(anaphor.token - 1, WordClass::coordinator) &&
            anaphor.kind == PronounKind::possessive) {
            signs |= bit(Sign::and_his);
        }
        if (same_clause && anaphor.kind == PronounKind::reflexive && is_subject) {
            signs |= bit(Sign::reflexive_subject);
        }
        const bool is_own_verb =
            same_clause && ((anaphor.kind == PronounKind::object && is_subject) ||
                            anaphor.kind == PronounKind::subject);
        return signs | (is_own_verb && grammar.role != Role::possessor ? bit(Sign::bound) : 0);
    }

    Signs signs_behind(const DraftMention& mention, const Grammar& grammar, const Anaphor& anaphor,
                       std::uint32_t back) const {
        Signs signs = bit(back == 1   ? Sign::previous_sentence
                          : back == 2 ? Sign::two_back
                          : back == 3 ? Sign::three_back
                                      : Sign::further_back);
        const auto& sentences = reading_.segmentation.sentences;
        const bool opens = anaphor.token <= sentences[anaphor.sentence].first_token + 3;
        signs |= back == 1 && opens && grammar.role == Role::subject ? bit(Sign::keeps_topic) : 0;
        const std::string_view between = slice(
            reading_.text,
            {mention.span.end, std::max(mention.span.end, sentences[anaphor.sentence].span.begin)});
        return signs |
               (between.find('\n') != std::string_view::npos ? bit(Sign::new_paragraph) : 0);
    }

    /// "When she left, Voss …": a subject behind the clause of the pronoun.
    void collect_following(const Anaphor& anaphor) {
        if (anaphor.kind == PronounKind::reflexive || !grammar_.is_fronted(anaphor.token)) {
            return;
        }
        for (std::size_t m = next_in_; m < in_.size() && in_[m].first_token < end_; ++m) {
            const DraftMention& mention = in_[m];
            const DraftEntity& draft = drafts_.entities[mention.draft];
            const bool is_possessor =
                mention.end_token < end_ && reading_.is(mention.end_token, WordClass::possessive);
            if (!draft.is_person || grammar_.is_fronted(mention.first_token) ||
                (!is_possessor && !grammar_.is_before_verb(mention.end_token))) {
                continue;
            }
            const Role role = is_possessor ? Role::possessor : Role::subject;
            consider(mention.draft, bit(Sign::follows) | bit(paired(anaphor.kind, role)) |
                                        signs_of_entity(mention.draft, anaphor));
            return;
        }
    }

    // ---- it and its

    void read_thing(std::uint32_t i, const PronounWord& word) {
        const bool acts_itself = word.kind == PronounKind::subject && acts_at(reading_, i, end_);
        const bool is_object = word.kind == PronounKind::subject && !acts_itself &&
                               is_acted_upon_at(reading_, i, end_);
        if (word.kind == PronounKind::subject && !acts_itself && !is_object) {
            return;
        }
        const std::uint32_t best =
            organisation_before(i, is_object ? PronounKind::object : word.kind);
        if (best != none) {
            add(best, i, i + 1, MentionForm::pronoun, "resolve.pronoun-thing");
        } else if (!is_country_meant_ && acts_itself) {
            add(author(PronounPerson::it), i, i + 1, MentionForm::pronoun,
                "resolve.pronoun-unnamed");
        }
    }

    std::uint32_t organisation_before(std::uint32_t i, PronounKind kind) {
        is_country_meant_ = false;
        std::uint32_t best = none;
        int best_score = 0;
        for (std::size_t m = out_.size(); m-- > 0;) {
            const DraftMention& mention = out_[m];
            if (mention.sentence + reach_of_organisations < sentence_) {
                break;
            }
            const DraftEntity& draft = drafts_.entities[mention.draft];
            const bool is_place =
                draft.entity.type == "location" && mention.sieve != "resolve.demonym";
            const bool is_own_subject =
                kind == PronounKind::object && mention.sentence == sentence_ &&
                placed_[m].role == Role::subject && placed_[m].clause == grammar_.clause(i);
            if ((!draft.is_organisation && !is_place) || mention.end_token > i || is_own_subject) {
                continue;
            }
            const int score = thing_score(m, i, kind) - (is_place ? 15 : 0);
            if (score > best_score) {
                best_score = score;
                best = is_place ? none : mention.draft;
                is_country_meant_ = is_place;
            }
        }
        return best;
    }

    int thing_score(std::size_t m, std::uint32_t i, PronounKind kind) const {
        const DraftMention& mention = out_[m];
        const Grammar& grammar = placed_[m];
        const DraftEntity& draft = drafts_.entities[mention.draft];
        int score = mention.sentence == sentence_ ? 50 : 40;
        score += grammar.role == Role::subject ? (kind == PronounKind::subject ? 30 : 20) : 0;
        score += grammar.role == Role::possessor ? 8 : 0;
        score += std::min<int>(12, 3 * static_cast<int>(count_[mention.draft]));
        score -= grammar.is_aside ? 10 : 0;
        score -= draft.entity.subtype == "platform" && grammar.role != Role::subject ? 30 : 0;
        if (mention.sentence == sentence_) {
            score += std::max(0, 10 - static_cast<int>(i - mention.end_token) / 2);
        }
        return score;
    }

    // ---- I and we

    /// Whether quotation marks are open before a token in its sentence.
    bool in_quotation(std::uint32_t i) const {
        const Span before{reading_.segmentation.sentences[sentence_].span.begin,
                          reading_.token(i).span.begin};
        const std::string_view text = slice(reading_.text, before);
        const auto straight = std::count(text.begin(), text.end(), '"');
        return straight % 2 == 1 || text.rfind("\xE2\x80\x9C") != std::string_view::npos;
    }

    /// The author of the text, those for whom it says "we", and an organisation it calls "it" and
    /// never names.
    std::uint32_t author(PronounPerson person) {
        std::uint32_t& draft = person == PronounPerson::i    ? author_
                               : person == PronounPerson::we ? authors_
                                                             : thing_;
        if (draft == none) {
            draft = static_cast<std::uint32_t>(drafts_.entities.size());
            drafts_.entities.push_back(
                make_draft(person == PronounPerson::i ? "person" : "organization", ""));
            count_.push_back(0);
        }
        return draft;
    }

    const Reading& reading_;
    Drafts& drafts_;
    SentenceGrammar grammar_;
    std::vector<DraftMention> in_;        ///< names and nominals, in text order
    std::size_t next_in_ = 0;             ///< the first not yet in `out_`
    std::vector<std::uint32_t> by_token_; ///< of `in_`
    std::vector<DraftMention> out_;       ///< everything up to the token being read
    std::vector<Grammar> placed_;         ///< of `out_`
    std::vector<std::uint32_t> count_;    ///< mentions of each draft so far
    std::vector<Choice> choices_;
    std::vector<std::uint32_t> named_behind_; ///< drafts named in the rest of the sentence
    bool has_subject_ = false; ///< whether the nearest subject was met among the candidates
    Choice best_;
    Choice second_;
    std::array<std::uint32_t, 3> unnamed_{none, none, none}; ///< by gender
    std::array<std::uint32_t, 3> last_{none, none,
                                       none}; ///< whom the last pronoun of a gender meant
    std::uint32_t first_person_ = none;
    std::uint32_t author_ = none;
    std::uint32_t authors_ = none;
    std::uint32_t thing_ = none;
    bool is_country_meant_ = false; ///< by the last it or its
    std::uint32_t sentence_ = 0;
    std::size_t first_out_ = 0; ///< of this sentence in `out_`
    std::uint32_t end_ = 0;     ///< of this sentence
};

} // namespace

void link_pronouns(const Reading& reading, Drafts& drafts) {
    PronounLinks(reading, drafts).run();
}

} // namespace actorgraph
