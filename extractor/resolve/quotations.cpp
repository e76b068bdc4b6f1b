#include "extractor/resolve/draft.hpp"
#include "extractor/resolve/kinship.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

constexpr std::uint32_t reach_before = 24;   ///< tokens from the quote back to its verb of saying
constexpr std::uint32_t longest_quote = 400; ///< tokens

/// Tokens between two quotation marks, the marks outside.
struct Quotation {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint32_t speaker = none;
    std::uint32_t addressee = none;
};

/// Reads quotations, finds who says them to whom, and links I, we, you inside.
class QuotationLinks {
  public:
    QuotationLinks(const Reading& reading, Drafts& drafts)
        : reading_(reading), drafts_(drafts), by_token_(longest_by_token()) {}

    void run() {
        find();
        for (std::size_t q = 0; q < quotations_.size(); ++q) {
            Quotation& quotation = quotations_[q];
            if (!said_behind(quotation) && !said_before(quotation) && q > 0 &&
                is_same_paragraph(quotations_[q - 1].end, quotation.first)) {
                quotation.speaker = quotations_[q - 1].speaker;
                quotation.addressee = quotations_[q - 1].addressee;
            }
            link(quotation);
        }
        if (!made_.empty()) {
            drafts_.mentions.insert(drafts_.mentions.end(), made_.begin(), made_.end());
            sort_mentions(drafts_.mentions);
        }
    }

  private:
    std::vector<std::uint32_t> longest_by_token() const {
        std::vector<std::uint32_t> by_token(reading_.words.size(), none);
        for (std::uint32_t m = 0; m < drafts_.mentions.size(); ++m) {
            const std::uint32_t at = drafts_.mentions[m].first_token;
            if (at < by_token.size() && by_token[at] == none) {
                by_token[at] = m; // sorted: the longest comes first
            }
        }
        return by_token;
    }

    const DraftMention* actor_at(std::uint32_t token) const {
        if (token >= by_token_.size() || by_token_[token] == none) {
            return nullptr;
        }
        const DraftMention& mention = drafts_.mentions[by_token_[token]];
        const DraftEntity& draft = drafts_.entities[mention.draft];
        return (draft.is_person || draft.is_organisation) && !draft.is_latent ? &mention : nullptr;
    }

    bool is_same_paragraph(std::uint32_t from, std::uint32_t to) const {
        const std::uint32_t begin = reading_.token(from).span.begin;
        const std::uint32_t end = reading_.token(to).span.begin;
        return begin <= end &&
               slice(reading_.text, {begin, end}).find('\n') == std::string_view::npos;
    }

    // ---- where

    void find() {
        std::uint32_t open = none;
        const auto size = static_cast<std::uint32_t>(reading_.words.size());
        for (std::uint32_t i = 0; i < size; ++i) {
            if (!reading_.is(i, WordClass::quote)) {
                continue;
            }
            const std::string_view mark = reading_.word(i);
            const bool is_opening = mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9E" ||
                                    mark == "``" || (mark == "\"" && open == none);
            const bool is_stale = open != none && (i - open > longest_quote ||
                                                   (mark == "\"" && !is_same_paragraph(open, i)));
            if (is_opening || is_stale) {
                open = i;
            } else if (open != none) {
                if (i > open + 1) {
                    quotations_.push_back({open + 1, i, none, none});
                }
                open = none;
            }
        }
    }

    // ---- who

    bool is_say(std::uint32_t i) const {
        return reading_.is(i, WordClass::say) && reading_.is_lower(i);
    }

    std::uint32_t behind_adverbs(std::uint32_t i) const {
        const auto size = static_cast<std::uint32_t>(reading_.words.size());
        while (i < size &&
               (reading_.is(i, WordClass::adverb) || reading_.is(i, WordClass::auxiliary))) {
            ++i;
        }
        return i;
    }

    /// “…,” Voss said. “…,” said the mayor, Voss. “…,” she told Brandt.
    bool said_behind(Quotation& quotation) const {
        const auto size = static_cast<std::uint32_t>(reading_.words.size());
        std::uint32_t i = quotation.end + 1;
        if (i < size && reading_.is(i, WordClass::comma)) {
            ++i;
        }
        if (i >= size || !is_same_paragraph(quotation.end, i)) {
            return false;
        }
        i += reading_.is(i, WordClass::the) ? 1U : 0U;
        if (const DraftMention* subject = actor_at(i)) {
            const std::uint32_t verb = behind_adverbs(subject->end_token);
            if (verb < size && is_say(verb)) {
                quotation.speaker = subject->draft;
                quotation.addressee = addressee_behind(verb, std::min(verb + 4, size));
                return true;
            }
        }
        if (i < size && is_say(i)) {
            for (std::uint32_t k = i + 1; k < std::min(i + 6, size); ++k) {
                if (const DraftMention* subject = actor_at(k)) {
                    quotation.speaker = subject->draft;
                    return true;
                }
                const bool is_word =
                    reading_.token(k).kind == TokenKind::word || reading_.is(k, WordClass::comma);
                if (!is_word || reading_.is(k, WordClass::preposition)) {
                    return false;
                }
            }
        }
        return false;
    }

    /// Voss said: “…”. Voss told Brandt that “…”. Voss sent him a letter, writing: “…”.
    bool said_before(Quotation& quotation) const {
        const std::uint32_t sentence =
            sentence_of(reading_.segmentation, reading_.token(quotation.first).span.begin);
        const std::uint32_t open = quotation.first - 1;
        const std::uint32_t begin = std::max(reading_.segmentation.sentences[sentence].first_token,
                                             open > reach_before ? open - reach_before : 0);
        for (std::uint32_t verb = open; verb-- > begin;) {
            if (reading_.is(verb, WordClass::quote)) {
                return false;
            }
            const bool is_participle = is_saying(verb);
            if (!is_say(verb) && !is_participle) {
                continue;
            }
            quotation.speaker = subject_before(verb, begin, is_participle);
            quotation.addressee = is_participle ? addressee_between(begin, verb, quotation.speaker)
                                                : addressee_behind(verb, open);
            return quotation.speaker != none;
        }
        return false;
    }

    bool is_saying(std::uint32_t i) const {
        static constexpr std::string_view forms[] = {"writing",  "saying",   "adding",
                                                     "asking",   "telling",  "tweeting",
                                                     "replying", "declaring"};
        return std::find(std::begin(forms), std::end(forms), reading_.word(i)) != std::end(forms);
    }

    /// The actor right before a verb; of a participle, the first of the sentence.
    std::uint32_t subject_before(std::uint32_t verb, std::uint32_t begin,
                                 bool is_participle) const {
        std::uint32_t leftmost = none;
        for (std::uint32_t i = verb; i-- > begin;) {
            const DraftMention* subject = actor_at(i);
            if (subject == nullptr || subject->end_token > verb) {
                continue;
            }
            const std::uint32_t behind = behind_adverbs(subject->end_token);
            const bool is_governed = i > begin && reading_.is(i - 1, WordClass::preposition);
            const bool is_aside = reading_.is(behind, WordClass::comma) && verb - behind <= 12;
            if (is_participle && !is_governed && !reading_.is(behind, WordClass::possessive)) {
                leftmost = subject->draft;
            }
            if (!is_participle && (behind == verb || is_aside)) {
                return subject->draft;
            }
            if (!is_participle && !is_governed && !reading_.is(behind, WordClass::possessive)) {
                return none;
            }
        }
        return leftmost;
    }

    /// "told Brandt", "wrote to him".
    std::uint32_t addressee_behind(std::uint32_t verb, std::uint32_t end) const {
        const bool takes_person = reading_.is(verb, WordClass::address);
        for (std::uint32_t i = verb + 1; i < end; ++i) {
            const DraftMention* mention = actor_at(i);
            if (mention != nullptr && (takes_person || reading_.is(i - 1, WordClass::address))) {
                return mention->draft;
            }
        }
        return none;
    }

    /// "messaged him a link, writing": a pronoun object between the subject and the participle.
    std::uint32_t addressee_between(std::uint32_t begin, std::uint32_t end,
                                    std::uint32_t speaker) const {
        for (std::uint32_t i = end; i-- > begin;) {
            const DraftMention* mention = actor_at(i);
            if (mention == nullptr || mention->draft == speaker || i == begin) {
                continue;
            }
            const bool is_object = reading_.is(i, WordClass::pronoun) &&
                                   pronoun_word(reading_.words[i].row).kind == PronounKind::object;
            if (is_object || reading_.is(i - 1, WordClass::address)) {
                return mention->draft;
            }
        }
        return none;
    }

    // ---- what

    void link(const Quotation& quotation) {
        for (std::uint32_t i = quotation.first; i < quotation.end; ++i) {
            if (!reading_.is(i, WordClass::pronoun) || by_token_[i] != none) {
                continue;
            }
            const PronounWord& word = pronoun_word(reading_.words[i].row);
            const bool is_you = word.person == PronounPerson::you;
            const std::uint32_t draft = is_you ? quotation.addressee : quotation.speaker;
            if (draft == none ||
                (word.person != PronounPerson::i && word.person != PronounPerson::we && !is_you)) {
                continue;
            }
            const bool fits =
                is_you || drafts_.entities[draft].is_person == (word.person == PronounPerson::i);
            if (fits) {
                add(draft, i, i + 1, is_you ? "resolve.quoted-addressee" : "resolve.quoted-speaker",
                    MentionForm::pronoun);
                if (word.kind == PronounKind::possessive) {
                    link_kin(draft, i, quotation.end);
                }
            }
        }
    }

    /// "your father", "my sister".
    void link_kin(std::uint32_t possessor, std::uint32_t i, std::uint32_t end) {
        for (std::uint32_t k = i + 1; k < std::min(i + 3, end); ++k) {
            if (reading_.is(k, WordClass::kin) && drafts_.entities[possessor].is_person) {
                const std::uint32_t relative =
                    relative_of(drafts_, possessor, kin_noun(reading_.words[k].row));
                if (relative != none) {
                    add(relative, i, k + 1, "resolve.kin-nominal", MentionForm::nominal);
                }
                return;
            }
        }
    }

    void add(std::uint32_t draft, std::uint32_t first, std::uint32_t end, std::string_view sieve,
             MentionForm form) {
        DraftMention mention = mention_of(reading_, draft, first, end);
        mention.form = form;
        mention.sieve = sieve;
        made_.push_back(mention);
    }

    const Reading& reading_;
    Drafts& drafts_;
    std::vector<std::uint32_t> by_token_;
    std::vector<Quotation> quotations_;
    std::vector<DraftMention> made_;
};

} // namespace

void link_quotations(const Reading& reading, Drafts& drafts) {
    if (reading.has_quotes) {
        QuotationLinks(reading, drafts).run();
    }
}

} // namespace actorgraph
