#include "extractor/relate/speech.hpp"

#include "rules/rule_match.hpp"
#include "rules/rule_file.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

namespace actorgraph {
namespace {

constexpr std::uint32_t farthest_attribution = 90; ///< bytes between a quotation and "X said"
constexpr std::size_t longest_quotation = 3000;    ///< bytes: beyond, a mark is missing
constexpr std::uint32_t shortest_single = 6;       ///< bytes: 'tis is no quotation

bool is_word_byte(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U);
}

/// A double quotation mark at a byte: how long it is and which way it faces.
struct Mark {
    std::size_t size = 0; ///< 0: there is none
    bool opens = false;
    bool closes = false;
};

/// First bytes of quotation marks and apostrophes.
bool may_be_mark(char c) { return c == '"' || c == '\'' || c == '\xE2' || c == '\xC2'; }

Mark mark_at(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    for (const std::string_view opening : {"\u201C", "\u201E", "\u00AB"}) {
        if (rest.starts_with(opening)) {
            return {opening.size(), true, false};
        }
    }
    for (const std::string_view closing : {"\u201D", "\u00BB"}) {
        if (rest.starts_with(closing)) {
            return {closing.size(), false, true};
        }
    }
    if (rest[0] != '"') {
        return {};
    }
    const char before = at > 0 ? text[at - 1] : ' ';
    const char after = rest.size() > 1 ? rest[1] : ' ';
    const bool after_gap = std::isspace(static_cast<unsigned char>(before)) != 0 || before == '(' || before == '[';
    const bool before_gap = std::isspace(static_cast<unsigned char>(after)) != 0;
    return {1, !before_gap && !(is_word_byte(before) && !is_word_byte(after)), !after_gap};
}

bool is_blank_line(std::string_view text, std::size_t at) {
    return text[at] == '\n' && at + 1 < text.size() && text[at + 1] == '\n';
}

/// Double quotation marks, paragraph by paragraph. A mark that only opens ends what is open: a long
/// quotation opens anew in each of its paragraphs.
void scan_double(std::string_view text, std::vector<Quotation>& out) {
    std::optional<std::uint32_t> open;
    const auto close = [&](std::size_t at) {
        if (open && at > *open && at - *open <= longest_quotation) {
            out.push_back({{*open, static_cast<std::uint32_t>(at)}, {}, {}, {}, {}});
        }
        open.reset();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!may_be_mark(text[at]) && text[at] != '\n') {
            continue;
        }
        const Mark mark = mark_at(text, at);
        if (is_blank_line(text, at) || (mark.size > 0 && open && (mark.closes || mark.opens))) {
            close(at);
        } else if (mark.size > 0 && mark.opens) {
            open = static_cast<std::uint32_t>(at + mark.size);
        }
        if (mark.size > 0 && mark.opens && !mark.closes) {
            open = static_cast<std::uint32_t>(at + mark.size);
        }
        at += mark.size > 0 ? mark.size - 1 : 0;
    }
    close(text.size());
}

std::size_t apostrophe_at(std::string_view text, std::size_t at) {
    return text[at] == '\'' ? 1
           : text.substr(at).starts_with("\u2018") || text.substr(at).starts_with("\u2019") ? 3
                                                                                            : 0;
}

/// Single quotation marks round several words of one sentence, as headlines have them.
void scan_single(std::string_view text, Span sentence, std::vector<Quotation>& out) {
    std::uint32_t open = 0; // none
    for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
        const std::size_t size = may_be_mark(text[at]) ? apostrophe_at(text, at) : 0;
        if (size == 0) {
            continue;
        }
        const bool after_word = at > sentence.begin && is_word_byte(text[at - 1]);
        const bool before_word = at + size < sentence.end && is_word_byte(text[at + size]);
        if (!after_word && before_word) {
            open = static_cast<std::uint32_t>(at + size);
        } else if (open > 0 && after_word && !before_word && at >= open + shortest_single) {
            out.push_back({{open, static_cast<std::uint32_t>(at)}, {}, {}, {}, {}});
            open = 0;
        }
        at += size - 1;
    }
}

/// An attribution of a sentence: cue, speaker, and whom it speaks to or of.
struct Attribution {
    Span span; ///< in document bytes
    Quotation said;
};

class SpeechReader {
  public:
    SpeechReader(std::string_view text, const Segmentation& segmentation,
                 const std::vector<Entity>& entities, const std::vector<PlacedMention>& mentions,
                 const Rulebook& rules)
        : text_(text), segmentation_(segmentation), entities_(entities), mentions_(mentions),
          rules_(rules) {}

    std::vector<Quotation> run() {
        if (text_.find_first_of("\"'\xE2\xC2:") == std::string_view::npos) {
            return {};
        }
        scan_double(text_, found_);
        doubles_ = found_.size();
        for (const Sentence& sentence : segmentation_.sentences) {
            if (!touches_quotation(sentence.span)) {
                scan_single(text_, sentence.span, found_);
                scan_colon(sentence.span);
            }
        }
        std::sort(found_.begin(), found_.end(),
                  [](const Quotation& a, const Quotation& b) { return a.span < b.span; });
        for (const Sentence& sentence : segmentation_.sentences) {
            attribute(sentence.span);
        }
        carry_on();
        find_listeners();
        return std::move(found_);
    }

  private:
    bool touches_quotation(Span span) const {
        const auto first = std::lower_bound(
            found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(doubles_), span.begin,
            [](const Quotation& one, std::uint32_t at) { return one.span.end <= at; });
        return first != found_.begin() + static_cast<std::ptrdiff_t>(doubles_) &&
               overlaps(first->span, span);
    }

    /// "Reyes: I never paid": what stands behind the colon is the speaker's.
    void scan_colon(Span sentence) {
        const auto first = std::lower_bound(
            mentions_.begin(), mentions_.end(), sentence.begin,
            [](const PlacedMention& mention, std::uint32_t at) { return mention.span.begin < at; });
        if (first == mentions_.end() || first->span.begin != sentence.begin ||
            first->span.end + 2 > sentence.end || text_[first->span.end] != ':' ||
            text_[first->span.end + 1] != ' ') {
            return;
        }
        found_.push_back({{first->span.end + 2, sentence.end}, first->entity, {}, {}, {}});
        name_group(first->entity, found_.back());
    }

    void attribute(Span sentence) {
        auto first = std::lower_bound(
            found_.begin(), found_.end(), sentence.begin,
            [](const Quotation& one, std::uint32_t at) { return one.span.end < at; });
        if (first != found_.begin() && asks_or_exclaims((first - 1)->span, sentence.begin)) {
            --first; // "Did you pay?" she asked.
        }
        const auto last = std::find_if(first, found_.end(), [&](const Quotation& one) {
            return one.span.begin > sentence.end;
        });
        const bool has_open = std::any_of(first, last, [](const Quotation& one) {
            return !one.speaker;
        });
        if (!has_open) {
            return;
        }
        const std::vector<Attribution> attributions = attributions_of(sentence);
        for (auto quotation = first; quotation != last; ++quotation) {
            if (!quotation->speaker) {
                choose(*quotation, attributions);
            }
        }
    }

    /// A quotation right before a sentence that ends with a question or exclamation mark.
    bool asks_or_exclaims(Span quotation, std::uint32_t sentence) const {
        return quotation.end > quotation.begin && sentence - quotation.end <= 5 &&
               (text_[quotation.end - 1] == '?' || text_[quotation.end - 1] == '!');
    }

    static std::uint32_t distance(Span a, Span b) {
        return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0;
    }

    static void choose(Quotation& quotation, const std::vector<Attribution>& attributions) {
        std::uint32_t best = farthest_attribution;
        for (const Attribution& one : attributions) {
            // "X said." behind the quotation wins over what stands before it.
            const std::uint32_t away = distance(one.span, quotation.span);
            if (away < best) {
                best = away;
                quotation.speaker = one.said.speaker;
                quotation.group = one.said.group;
                quotation.listener = one.said.listener;
                quotation.subject = one.said.subject;
            }
        }
    }

    std::vector<Attribution> attributions_of(Span sentence) const {
        std::vector<Attribution> out;
        const Skeleton skeleton =
            build_skeleton(text_, sentence, mentions_, NominalReading::slot);
        std::vector<SkeletonToken> tokens;
        scan_tokens(skeleton.text, rules_.words, tokens);
        for (const CueHit& hit : find_cues(skeleton.text, tokens, rules_)) {
            if (!hit.speaker || *hit.speaker >= skeleton.slots.size() || length(hit.span) == 0) {
                continue;
            }
            const Span place{skeleton.origin[hit.speaker_span.begin],
                             skeleton.origin[hit.span.end - 1] + 1};
            if (quotation_at(found_, {skeleton.origin[hit.speaker_span.begin],
                                      skeleton.origin[hit.speaker_span.begin] + 1}) != nullptr) {
                continue;
            }
            Attribution one{{std::min(place.begin, place.end), std::max(place.begin, place.end)}, {}};
            one.said.speaker = skeleton.slots[*hit.speaker].entity;
            name_others(skeleton, hit, one.said);
            out.push_back(one);
        }
        return out;
    }

    /// "told Y", "said of Y"; "X, head of the bank, said", "bank chief X said".
    void name_others(const Skeleton& skeleton, const CueHit& hit, Quotation& said) const {
        name_group(*said.speaker, said);
        const std::string_view behind = std::string_view(skeleton.text).substr(hit.span.end);
        const std::string_view cue =
            std::string_view(skeleton.text).substr(hit.span.begin, length(hit.span));
        static const re2::RE2 of_whom("^ ?(?:[a-z]+ )?(?:of|about) (?:the )?<([pom])(\\d+)>");
        static const re2::RE2 to_whom("^ ?(?:the )?<p(\\d+)>");
        static const re2::RE2 telling("(?i)\\b(?:told|tells|tell|asked|asks|warned|reminded)\\b");
        std::size_t slot = 0;
        std::string kind;
        const re2::StringPiece rest(behind.data(), behind.size());
        if (re2::RE2::PartialMatch(rest, of_whom, &kind, &slot) && slot < skeleton.slots.size()) {
            said.subject = skeleton.slots[slot].entity;
        } else if (re2::RE2::PartialMatch(re2::StringPiece(cue.data(), cue.size()), telling) &&
                   re2::RE2::PartialMatch(rest, to_whom, &slot) && slot < skeleton.slots.size()) {
            said.listener = skeleton.slots[slot].entity;
        }
        if (!said.group) {
            described_group(skeleton, hit, said);
        }
    }

    void name_group(std::uint32_t speaker, Quotation& said) const {
        if (entities_[speaker].type == "organization") {
            said.group = speaker;
        }
    }

    /// The organization in the description of the speaker.
    static void described_group(const Skeleton& skeleton, const CueHit& hit, Quotation& said) {
        static const re2::RE2 behind("<p(\\d+)> , (?:[a-z' -]+ )?(?:of|at|for|with) (?:the )?<o(\\d+)>");
        static const re2::RE2 before("<o(\\d+)> (?:'s )?(?:[a-z-]+ ){1,4}(?:, )?<p(\\d+)>");
        std::size_t first = 0;
        std::size_t second = 0;
        re2::StringPiece rest(skeleton.text);
        while (re2::RE2::FindAndConsume(&rest, behind, &first, &second)) {
            if (first == *hit.speaker && second < skeleton.slots.size()) {
                said.group = skeleton.slots[second].entity;
                return;
            }
        }
        rest = skeleton.text;
        while (re2::RE2::FindAndConsume(&rest, before, &first, &second)) {
            if (second == *hit.speaker && first < skeleton.slots.size()) {
                said.group = skeleton.slots[first].entity;
                return;
            }
        }
    }

    bool in_one_paragraph(std::uint32_t from, std::uint32_t to) const {
        return from <= to && text_.substr(from, to - from).find("\n\n") == std::string_view::npos;
    }

    /// Whether nothing but marks stands around the quotation in its sentences.
    bool stands_alone(const Quotation& one) const {
        const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
        auto sentence = std::lower_bound(
            segmentation_.sentences.begin(), segmentation_.sentences.end(), one.span.begin,
            [](const Sentence& s, std::uint32_t at) { return s.span.end <= at; });
        for (; sentence != segmentation_.sentences.end() && sentence->span.begin < one.span.end;
             ++sentence) {
            for (std::uint32_t at = sentence->span.begin; at < sentence->span.end; ++at) {
                if ((at < one.span.begin || at >= one.span.end) && is_letter(text_[at])) {
                    return false;
                }
            }
        }
        return true;
    }

    void carry_on() {
        for (std::size_t i = 1; i < found_.size(); ++i) {
            const Quotation& before = found_[i - 1];
            Quotation& here = found_[i];
            if (!here.speaker && before.speaker && in_one_paragraph(before.span.end, here.span.begin) &&
                stands_alone(here)) {
                here.speaker = before.speaker;
                here.group = before.group;
            }
        }
    }

    /// In an exchange "you" is whoever speaks next or spoke last.
    void find_listeners() {
        for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
            Quotation& a = found_[i];
            Quotation& b = found_[i + 1];
            if (a.speaker == b.speaker || !in_one_paragraph(a.span.end, b.span.begin)) {
                continue;
            }
            if (!a.listener) {
                a.listener = b.speaker;
            }
            if (!b.listener) {
                b.listener = a.speaker;
            }
        }
    }

    std::string_view text_;
    const Segmentation& segmentation_;
    const std::vector<Entity>& entities_;
    const std::vector<PlacedMention>& mentions_;
    const Rulebook& rules_;
    std::vector<Quotation> found_;
    std::size_t doubles_ = 0; ///< the first ones stand between double marks
};

std::string lower(std::string_view word) {
    std::string out(word);
    for (char& c : out) {
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

/// Whom a pronoun of direct speech means.
std::optional<std::uint32_t> meant_by(const std::string& word, const Quotation& said,
                                      const std::vector<Entity>& entities) {
    const auto is_in = [&](std::initializer_list<std::string_view> list) {
        return std::find(list.begin(), list.end(), word) != list.end();
    };
    if (is_in({"i", "me", "my", "myself"})) {
        const bool can = said.speaker && entities[*said.speaker].type != "organization";
        return can ? said.speaker : std::nullopt;
    }
    if (is_in({"we", "us", "our", "ourselves"})) {
        return said.group;
    }
    if (is_in({"you", "your"})) {
        return said.listener;
    }
    if (is_in({"he", "she", "him", "her", "his"})) {
        const bool can = said.subject && entities[*said.subject].type == "person";
        return can ? said.subject : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::vector<Quotation> find_quotations(std::string_view text, const Segmentation& segmentation,
                                       const std::vector<Entity>& entities,
                                       const std::vector<PlacedMention>& mentions,
                                       const Rulebook& rules) {
    return SpeechReader(text, segmentation, entities, mentions, rules).run();
}

const Quotation* quotation_at(const std::vector<Quotation>& quotations, Span span) {
    const auto found = std::lower_bound(
        quotations.begin(), quotations.end(), span.begin,
        [](const Quotation& one, std::uint32_t at) { return one.span.end <= at; });
    return found != quotations.end() && found->span.begin <= span.begin ? &*found : nullptr;
}

void place_speakers(std::string_view text, const Segmentation& segmentation,
                    const std::vector<Entity>& entities, const std::vector<Quotation>& quotations,
                    std::vector<PlacedMention>& mentions) {
    const std::size_t known = mentions.size();
    for (const Quotation& said : quotations) {
        auto token = std::lower_bound(
            segmentation.tokens.begin(), segmentation.tokens.end(), said.span.begin,
            [](const Token& one, std::uint32_t at) { return one.span.begin < at; });
        for (; token != segmentation.tokens.end() && token->span.end <= said.span.end; ++token) {
            const auto entity = token->kind == TokenKind::word && length(token->span) <= 9
                                    ? meant_by(lower(slice(text, token->span)), said, entities)
                                    : std::nullopt;
            if (!entity) {
                continue;
            }
            const auto end = mentions.begin() + static_cast<std::ptrdiff_t>(known);
            const auto behind = std::lower_bound(
                mentions.begin(), end, token->span.end,
                [](const PlacedMention& one, std::uint32_t at) { return one.span.begin < at; });
            const auto old = behind == mentions.begin() ? end : behind - 1;
            if (old == end || !overlaps(old->span, token->span)) {
                mentions.push_back(
                    {token->span, *entity, MentionForm::pronoun, slot_letter(entities[*entity].type)});
            } else if (old->span == token->span && entities[old->entity].name.empty()) {
                old->entity = *entity;
                old->letter = slot_letter(entities[*entity].type);
            }
        }
    }
    std::sort(mentions.begin(), mentions.end(), [](const PlacedMention& a, const PlacedMention& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
}

} // namespace actorgraph
