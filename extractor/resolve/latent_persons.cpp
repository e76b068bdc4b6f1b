#include "extractor/recognise/names/words.hpp"
#include "extractor/resolve/draft.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace actorgraph {
namespace {

constexpr std::uint32_t longest_name = 3; ///< words

/// Capitalised words outside all recognised names, read as names of persons.
class LatentPersons {
  public:
    LatentPersons(const Reading& reading, Drafts& drafts)
        : reading_(reading), drafts_(drafts), is_taken_(reading.words.size(), false) {
        for (const DraftMention& mention : drafts.mentions) {
            for (std::uint32_t i = mention.first_token; i < mention.end_token; ++i) {
                is_taken_[i] = true;
            }
        }
    }

    void run() {
        doubt_types();
        read(false);
        read(true); // words that open a sentence need to be known from inside one
        sort_mentions(drafts_.mentions);
    }

  private:
    /// "Jordan", "Alice": one word taken for a place or an organisation, yet a name of persons.
    void doubt_types() {
        for (DraftEntity& draft : drafts_.entities) {
            const Entity& entity = draft.entity;
            const bool is_open =
                entity.type == "location" || (draft.is_organisation && entity.subtype.empty());
            if (!is_open || entity.name.find(' ') != std::string::npos) {
                continue;
            }
            const LexMask classes = reading_.lexicon.classes(entity.name);
            const bool is_personal = is_given(classes) || has(classes, LexClass::surname);
            if (is_personal && !has(classes, LexClass::country)) {
                draft.is_doubtful = true;
                draft.gender = gender_of(classes);
            }
        }
    }

    static bool is_given(LexMask classes) {
        return has(classes, LexClass::given_name) || has(classes, LexClass::given_male) ||
               has(classes, LexClass::given_female);
    }

    void read(bool at_openings) {
        const auto& sentences = reading_.segmentation.sentences;
        for (std::uint32_t s = 0; s < sentences.size(); ++s) {
            std::uint32_t i = sentences[s].first_token;
            while (i < sentences[s].end_token) {
                const std::uint32_t end = name_end(i, sentences[s].end_token);
                const bool is_opening = i == sentences[s].first_token || !continues_prose(i - 1);
                if (end > i && is_opening == at_openings &&
                    is_person_name(i, end, is_opening, sentences[s])) {
                    add(i, end, s);
                }
                i = std::max(end, i + 1);
            }
        }
    }

    /// Behind a quote or a colon capitals mean as little as at the beginning.
    bool continues_prose(std::uint32_t i) const {
        return reading_.token(i).kind == TokenKind::word ||
               reading_.token(i).kind == TokenKind::number || reading_.is(i, WordClass::comma) ||
               reading_.is(i, WordClass::opening);
    }

    bool may_belong(std::uint32_t i) const {
        const Token& token = reading_.token(i);
        return token.kind == TokenKind::word && token.capitalised && !is_taken_[i] &&
               !(token.all_caps && length(token.span) > 1) && reading_.words[i].classes == 0;
    }

    std::uint32_t name_end(std::uint32_t i, std::uint32_t end) const {
        std::uint32_t at = i;
        while (at < end && may_belong(at)) {
            ++at;
        }
        return at;
    }

    bool is_person_name(std::uint32_t first, std::uint32_t end, bool is_opening,
                        const Sentence& sentence) const {
        if (end - first > longest_name || sentence.kind != SentenceKind::prose) {
            return false;
        }
        const std::string_view word = reading_.word(first);
        if (end - first == 1 && is_in_compound(first, sentence)) {
            return false;
        }
        const LexMask classes = reading_.lexicon.classes(word);
        const bool has_given = is_given(classes);
        if (end - first > 1) {
            return has_given && !is_opening;
        }
        static constexpr LexMask others = mask(LexClass::calendar) | mask(LexClass::demonym) |
                                          mask(LexClass::title) | mask(LexClass::org_head) |
                                          mask(LexClass::legal_form) | mask(LexClass::country) |
                                          mask(LexClass::work_event) | organisation_classes;
        if (has_any(classes, others) || length(reading_.token(first).span) < 2) {
            return false;
        }
        if (is_known(word)) {
            return true;
        }
        const LexMask folded = reading_.lexicon.folded_classes(word);
        if (has(folded, LexClass::function_word) || is_modifier(word)) {
            return false;
        }
        const bool is_word = has(folded, LexClass::ordinary_word);
        const bool may_be_name = has_given || has(classes, LexClass::surname);
        if (is_word && (!may_be_name || (is_opening && !acts(end, sentence)))) {
            return false;
        }
        return !is_place_like(first, classes, has_given, sentence) &&
               !is_in_compound(first, sentence);
    }

    /// "London-based", "Twenty-three": a hyphen, then a small letter.
    static bool is_modifier(std::string_view word) {
        const auto dash = word.rfind('-');
        return dash != std::string_view::npos && dash + 1 < word.size() && word[dash + 1] >= 'a' &&
               word[dash + 1] <= 'z';
    }

    /// A verb or 's right behind: "Dyer went", "Grace's".
    bool acts(std::uint32_t i, const Sentence& sentence) const {
        const std::uint32_t at =
            i + (i < sentence.end_token && reading_.is(i, WordClass::adverb) ? 1U : 0U);
        return at < sentence.end_token &&
               (reading_.is_verb(at) || reading_.is(i, WordClass::possessive));
    }

    static bool has_any(LexMask set, LexMask wanted) { return (set & wanted) != 0; }

    bool is_place_like(std::uint32_t i, LexMask classes, bool has_given,
                       const Sentence& sentence) const {
        if (has_given) {
            return false;
        }
        const bool is_possessor =
            i + 1 < sentence.end_token && reading_.is(i + 1, WordClass::possessive);
        static constexpr std::string_view local[] = {"in",   "at", "near",  "from",
                                                     "into", "of", "around"};
        const std::string_view before = i > sentence.first_token ? reading_.word(i - 1) : "";
        const bool is_behind_local =
            std::find(std::begin(local), std::end(local), before) != std::end(local);
        return has(classes, LexClass::place) || (is_behind_local && !is_possessor);
    }

    /// "the Hulk", "Hanbury Manor", "Dan Bailey Day": parts of other names.
    bool is_in_compound(std::uint32_t i, const Sentence& sentence) const {
        const bool is_behind_the = i > sentence.first_token && reading_.is(i - 1, WordClass::the);
        const bool is_behind_name =
            i > sentence.first_token && is_taken_[i - 1] &&
            reading_.token(i - 1).span.end + 1 == reading_.token(i).span.begin;
        const bool is_before_name = i + 1 < sentence.end_token && is_taken_[i + 1];
        return is_behind_the || is_behind_name || is_before_name;
    }

    bool is_known(std::string_view word) const { return by_word_.contains(word); }

    void add(std::uint32_t first, std::uint32_t end, std::uint32_t sentence) {
        const Span span{reading_.token(first).span.begin, reading_.token(end - 1).span.end};
        const std::string_view last = reading_.word(end - 1);
        auto known = by_word_.find(last);
        if (known == by_word_.end()) {
            known = by_word_.find(reading_.word(first));
        }
        if (known == by_word_.end()) {
            DraftEntity draft = make_draft("person", std::string(slice(reading_.text, span)));
            draft.is_latent = true;
            const LexMask classes = reading_.lexicon.classes(reading_.word(first));
            draft.gender = gender_of(classes);
            draft.is_word =
                end - first == 1 && !is_given(classes) &&
                has(reading_.lexicon.folded_classes(reading_.word(first)), LexClass::ordinary_word);
            const auto index = static_cast<std::uint32_t>(drafts_.entities.size());
            drafts_.entities.push_back(std::move(draft));
            known = by_word_.emplace(last, index).first;
            by_word_.emplace(reading_.word(first), index);
        }
        DraftMention mention;
        mention.span = span;
        mention.draft = known->second;
        mention.first_token = first;
        mention.end_token = end;
        mention.sentence = sentence;
        mention.sieve = "resolve.person-by-pronoun";
        drafts_.mentions.push_back(mention);
    }

    static Gender gender_of(LexMask classes) {
        const bool male = has(classes, LexClass::given_male);
        const bool female = has(classes, LexClass::given_female);
        return male == female ? Gender::unknown : male ? Gender::male : Gender::female;
    }

    const Reading& reading_;
    Drafts& drafts_;
    std::vector<bool> is_taken_;
    std::unordered_map<std::string_view, std::uint32_t> by_word_;
};

} // namespace

void add_latent_persons(const Reading& reading, Drafts& drafts) {
    if (reading.has_he_or_she && !reading.segmentation.is_caseless) {
        LatentPersons(reading, drafts).run();
    }
}

} // namespace actorgraph
