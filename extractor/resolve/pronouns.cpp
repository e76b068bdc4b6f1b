#include "extractor/resolve/draft.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace actorgraph {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::uint32_t reach_sentences = 3;

struct Pronoun {
    std::string_view word;
    std::string_view gender; ///< male, female, thing or self
    bool is_subject;
};
constexpr std::array pronouns{
    Pronoun{"i", "self", true},        Pronoun{"my", "self", false},
    Pronoun{"me", "self", false},      Pronoun{"we", "us", true},
    Pronoun{"our", "us", false},       Pronoun{"us", "us", false},
    Pronoun{"he", "male", true},       Pronoun{"his", "male", false},
    Pronoun{"him", "male", false},     Pronoun{"himself", "male", false},
    Pronoun{"she", "female", true},    Pronoun{"her", "female", false},
    Pronoun{"hers", "female", false},  Pronoun{"herself", "female", false},
    Pronoun{"it", "thing", true},      Pronoun{"its", "thing", false},
};

const Pronoun* pronoun_of(std::string_view word) {
    if (word.size() > 7) {
        return nullptr;
    }
    const std::string folded = fold(word);
    const auto found = std::find_if(pronouns.begin(), pronouns.end(),
                                    [&](const Pronoun& p) { return p.word == folded; });
    return found == pronouns.end() ? nullptr : &*found;
}

/// A mention of the last sentences, as a possible antecedent.
struct Candidate {
    std::size_t draft = none;
    Span span;
    std::uint32_t sentence = 0;
    bool is_subject = false; ///< first actor of its sentence
};

class PronounLinks {
  public:
    PronounLinks(std::string_view text, const Segmentation& segmentation,
                 std::vector<DraftEntity>& drafts)
        : text_(text), segmentation_(segmentation), drafts_(drafts), by_sentence_(count()) {
        collect();
    }

    void run() {
        for (std::uint32_t s = 0; s < segmentation_.sentences.size(); ++s) {
            const Sentence& sentence = segmentation_.sentences[s];
            for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
                const Token& token = segmentation_.tokens[i];
                const Pronoun* pronoun =
                    token.kind == TokenKind::word ? pronoun_of(slice(text_, token.span)) : nullptr;
                if (pronoun != nullptr) {
                    link(*pronoun, token.span, s);
                } else if (token.kind == TokenKind::word && i > sentence.first_token) {
                    link_relative(i, s);
                }
            }
        }
    }

  private:
    std::size_t count() const { return segmentation_.sentences.size(); }

    void collect() {
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            const auto& mentions = drafts_[d].entity.mentions;
            for (std::size_t m = 0; m < mentions.size(); ++m) {
                const std::uint32_t s = drafts_[d].sentences[m];
                if (s < by_sentence_.size()) {
                    by_sentence_[s].push_back({d, mentions[m].span, s, false});
                }
            }
        }
        for (auto& candidates : by_sentence_) {
            std::sort(candidates.begin(), candidates.end(),
                      [](const Candidate& a, const Candidate& b) { return a.span < b.span; });
            mark_subject(candidates);
        }
    }

    void mark_subject(std::vector<Candidate>& candidates) const {
        for (const char* type : {"person", "organization"}) {
            const auto first = std::find_if(
                candidates.begin(), candidates.end(),
                [&](const Candidate& c) { return drafts_[c.draft].entity.type == type; });
            if (first != candidates.end()) {
                first->is_subject = true;
            }
        }
    }

    /// "X, who", "the bank, which", "X, where": the relative word stands for the name before it.
    void link_relative(std::uint32_t i, std::uint32_t sentence) {
        const std::string_view word = slice(text_, segmentation_.tokens[i].span);
        const bool is_who = word == "who" || word == "whom" || word == "whose";
        if (!is_who && word != "which" && word != "where") {
            return;
        }
        const bool has_comma = slice(text_, segmentation_.tokens[i - 1].span) == "," && i >= 2;
        const std::uint32_t end = segmentation_.tokens[i - (has_comma ? 2U : 1U)].span.end;
        for (const Candidate& candidate : by_sentence_[sentence]) {
            const std::string& type = drafts_[candidate.draft].entity.type;
            const bool fits = is_who ? type == "person"
                                     : type == "organization" || (word == "where" && type == "location");
            if (candidate.span.end == end && fits) {
                add_mention(drafts_[candidate.draft], segmentation_.tokens[i].span,
                            MentionForm::pronoun, "resolve.relative", sentence);
                return;
            }
        }
    }

    void link(const Pronoun& pronoun, Span span, std::uint32_t sentence) {
        const bool is_self = pronoun.gender == "self" || pronoun.gender == "us";
        std::size_t best = is_self ? none : antecedent(pronoun, span, sentence);
        if (best == none) {
            best = is_self && in_quotation(span, sentence) ? none : unnamed(pronoun);
        }
        if (best == none) {
            return;
        }
        add_mention(drafts_[best], span, MentionForm::pronoun, "resolve.pronoun", sentence);
        if (drafts_[best].entity.gender.empty() && pronoun.gender != "thing" && !is_self) {
            drafts_[best].entity.gender = pronoun.gender;
        }
        if (is_self) {
            return;
        }
        auto& here = by_sentence_[sentence];
        here.push_back({best, span, sentence, false});
        std::sort(here.begin(), here.end(),
                  [](const Candidate& a, const Candidate& b) { return a.span < b.span; });
    }

    /// Whether quotation marks are open before `span` in its sentence.
    bool in_quotation(Span span, std::uint32_t sentence) const {
        const std::uint32_t begin = segmentation_.sentences[sentence].span.begin;
        const std::string_view before = slice(text_, {begin, span.begin});
        const auto straight = std::count(before.begin(), before.end(), '"');
        const bool is_curly = before.rfind("\xE2\x80\x9C") != std::string_view::npos;
        return straight % 2 == 1 || is_curly;
    }

    /// Whoever the text speaks of and never names: one for each gender, for its author, for its "we", and
    /// for an organisation called "it".
    std::size_t unnamed(const Pronoun& pronoun) {
        const bool is_organisation = pronoun.gender == "thing" || pronoun.gender == "us";
        const auto found = unnamed_.find(pronoun.gender);
        if (found != unnamed_.end()) {
            return found->second;
        }
        DraftEntity draft;
        draft.entity.type = is_organisation ? "organization" : "person";
        const bool has_gender = pronoun.gender == "male" || pronoun.gender == "female";
        draft.entity.gender = has_gender ? std::string(pronoun.gender) : "";
        drafts_.push_back(std::move(draft));
        unnamed_[pronoun.gender] = drafts_.size() - 1;
        return drafts_.size() - 1;
    }

    std::size_t antecedent(const Pronoun& pronoun, Span span, std::uint32_t sentence) const {
        std::size_t best = none;
        int best_score = 0;
        for (std::uint32_t back = 0; back <= reach_sentences && back <= sentence; ++back) {
            const bool is_thing = pronoun.gender == "thing";
            if (is_thing && back > 1) {
                break;
            }
            for (const Candidate& candidate : by_sentence_[sentence - back]) {
                if (candidate.span.begin >= span.begin || overlaps(candidate.span, span) ||
                    !agrees(drafts_[candidate.draft].entity, pronoun)) {
                    continue;
                }
                const int score = salience(candidate, pronoun, span, back);
                if (score >= best_score) {
                    best_score = score;
                    best = candidate.draft;
                }
            }
        }
        return best;
    }

    static bool agrees(const Entity& entity, const Pronoun& pronoun) {
        if (pronoun.gender == "thing") {
            return entity.type == "organization";
        }
        return entity.type == "person" && (entity.gender.empty() || entity.gender == pronoun.gender);
    }

    int salience(const Candidate& candidate, const Pronoun& pronoun, Span span,
                 std::uint32_t back) const {
        static constexpr std::array recency{90, 80, 45, 25};
        const DraftEntity& draft = drafts_[candidate.draft];
        int score = recency[back];
        score += candidate.is_subject ? (pronoun.is_subject ? 30 : 20) : 0;
        score += draft.entity.gender == pronoun.gender ? 12 : 0;
        score += std::min<int>(10, static_cast<int>(draft.entity.mentions.size()));
        if (back == 0) {
            const auto distance = static_cast<int>(span.begin - candidate.span.end);
            score += std::max(0, 12 - distance / 12);
        }
        return score;
    }

    std::string_view text_;
    const Segmentation& segmentation_;
    std::vector<DraftEntity>& drafts_;
    std::vector<std::vector<Candidate>> by_sentence_;
    std::map<std::string_view, std::size_t> unnamed_;
};

} // namespace

void link_pronouns(std::string_view text, const Segmentation& segmentation,
                   std::vector<DraftEntity>& drafts) {
    PronounLinks(text, segmentation, drafts).run();
}

} // namespace actorgraph
