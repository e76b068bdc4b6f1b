#include "extractor/relate/status.hpp"
#include "rules/rule_match.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace actorgraph {
namespace {

/// Where a cue may stand.
struct Place {
    std::uint32_t cue = 0;
    Span span; ///< the longest it may be
    friend auto operator<=>(const Place&, const Place&) = default;
};

class PlaceFinder {
  public:
    PlaceFinder(std::string_view skeleton, std::span<const SkeletonToken> tokens,
                const Rulebook& rules)
        : skeleton_(skeleton), tokens_(tokens), pattern_(rules.cue_tokens->get()),
          cues_(rules.status_cues) {}

    /// By cue and place, each beginning once.
    std::vector<Place> run() {
        find_in(tokens_, false);
        const bool has_joined = std::any_of(tokens_.begin(), tokens_.end(), is_joined);
        if (has_joined) { // "ex-chief": cues end where words do
            find_in(parts(true), true);
            find_in(parts(false), true);
        }
        std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
            return std::tie(a.cue, a.span.begin, b.span.end) <
                   std::tie(b.cue, b.span.begin, a.span.end);
        });
        const auto same_beginning = [](const Place& a, const Place& b) {
            return a.cue == b.cue && a.span.begin == b.span.begin;
        };
        places_.erase(std::unique(places_.begin(), places_.end(), same_beginning), places_.end());
        return std::move(places_);
    }

  private:
    static bool is_joined(const SkeletonToken& token) {
        return (token.marks & token_mark::joined) != 0;
    }
    static bool is_word(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
    }

    /// The tokens, of those that join words the first one or the last one only.
    std::vector<SkeletonToken> parts(bool first) const {
        std::vector<SkeletonToken> out(tokens_.begin(), tokens_.end());
        for (SkeletonToken& token : out) {
            std::string_view text = skeleton_.substr(token.begin, token.end - token.begin);
            if (!is_joined(token)) {
                continue;
            }
            const auto end = std::find_if_not(text.begin(), text.end(), is_word);
            const auto begin = std::find_if_not(text.rbegin(), text.rend(), is_word).base();
            text =
                first ? std::string_view(text.begin(), end) : std::string_view(begin, text.end());
            token.begin = static_cast<std::uint32_t>(text.data() - skeleton_.data());
            token.hash = word_hash(text);
        }
        return out;
    }

    void find_in(std::span<const SkeletonToken> tokens, bool in_parts) {
        for (std::uint32_t i = 0; i < tokens.size(); ++i) {
            endings_.clear();
            pattern_.find_endings(tokens, i, endings_);
            for (const TokenPattern::Ending& ending : endings_) {
                const bool may_be = !in_parts || !cues_[ending.pattern].is_of_words;
                if (ending.end > i && may_be) {
                    places_.push_back(
                        {ending.pattern, {tokens[i].begin, tokens[ending.end - 1].end}});
                }
            }
        }
    }

    std::string_view skeleton_;
    std::span<const SkeletonToken> tokens_;
    const TokenPattern& pattern_;
    const std::vector<StatusCue>& cues_;
    std::vector<TokenPattern::Ending> endings_;
    std::vector<Place> places_;
};

bool is_noun_of_voice(std::string_view word) {
    static constexpr std::array<std::string_view, 27> voices{
        "spokesman",   "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "representative",
        "representatives", "office", "behalf", "statement", "official", "officials", "secretary",
        "report", "press", "head", "chief", "director", "president", "chairman", "executive", "editor",
        "leader", "minister", "service", "board", "staff"};
    return std::find(voices.begin(), voices.end(), word) != voices.end();
}

/// "a lawyer for <p0> said": the words are not those of <p0>; "a spokesman for <o0> said": they are.
bool speaks_for_another(std::string_view skeleton, const CueHit& hit) {
    const std::string_view own =
        skeleton.substr(hit.span.begin, hit.speaker_span.begin - hit.span.begin);
    if (own.find(' ') != std::string_view::npos && own.find_first_not_of(' ') != std::string_view::npos) {
        return false; // "according to <p0>": the cue has words of its own before the speaker
    }
    std::string_view before = skeleton.substr(0, hit.speaker_span.begin);
    const auto pop = [&before] {
        before = before.substr(0, before.find_last_not_of(' ') + 1);
        const std::size_t begin = before.rfind(' ') + 1; // npos + 1 is 0
        const std::string_view word = before.substr(begin);
        before = before.substr(0, begin);
        return word;
    };
    std::string_view word = pop();
    while (word == "the" || (!word.empty() && word[0] >= 'A' && word[0] <= 'Z')) {
        word = pop();
    }
    if (word != "of" && word != "for" && word != "to" && word != "with" && word != "against") {
        return false;
    }
    return !is_noun_of_voice(pop());
}

CueHit hit_of(std::string_view skeleton, const StatusCue& cue,
              const std::vector<re2::StringPiece>& parts, bool has_speaker) {
    const auto offset = [&](const re2::StringPiece& part) {
        return static_cast<std::uint32_t>(part.data() - skeleton.data());
    };
    CueHit hit;
    hit.cue = &cue;
    hit.span.begin = offset(parts[0]);
    hit.span.end = hit.span.begin + static_cast<std::uint32_t>(parts[0].size());
    if (has_speaker && parts.back().data() != nullptr) {
        const std::string_view words(parts.back().data(), parts.back().size());
        if (const auto slots = slots_in(words); !slots.empty()) {
            hit.speaker = slots[0].number;
            hit.speaker_span.begin = offset(parts.back());
            hit.speaker_span.end =
                hit.speaker_span.begin + static_cast<std::uint32_t>(words.size());
            if (speaks_for_another(skeleton, hit)) {
                hit.speaker.reset();
            }
        }
    }
    return hit;
}

/// Tries a cue where it may begin. Hits of one cue do not overlap, unless it begins with a slot or
/// comma.
void search(std::string_view skeleton, const StatusCue& cue, std::span<const Place> places,
            std::vector<CueHit>& hits) {
    const re2::RE2& regex = cue.regex->get();
    if (!regex.ok()) {
        return;
    }
    const int wanted = cue.regex->groups().speaker + 1;
    std::vector<re2::StringPiece> parts(static_cast<std::size_t>(wanted));
    const re2::StringPiece text(skeleton.data(), skeleton.size());
    std::size_t free_from = 0;
    for (const Place& place : places) {
        const std::size_t at = place.span.begin;
        const bool is_free = cue.lead == 0 ? at >= free_from : skeleton[at] == cue.lead;
        const std::size_t end = std::min<std::size_t>(place.span.end + 1, skeleton.size());
        if (is_free && regex.Match(text, at, end, re2::RE2::ANCHOR_START, parts.data(), wanted)) {
            hits.push_back(hit_of(skeleton, cue, parts, wanted > 1));
            free_from = at + std::max<std::size_t>(parts[0].size(), 1);
        }
    }
}

/// A `none` cue ("did not deny") takes away the cues inside it; a longer hit is never taken away.
void silence(std::vector<CueHit>& hits) {
    std::vector<Span> quiet;
    for (const CueHit& hit : hits) {
        if (hit.cue->effect == "none") {
            quiet.push_back(hit.span);
        }
    }
    std::erase_if(hits, [&](const CueHit& hit) {
        return hit.cue->effect == "none" ||
               (hit.cue->effect != "said" && hit.cue->effect != "ended" &&
                std::any_of(quiet.begin(), quiet.end(), [&](Span span) {
                    return overlaps(span, hit.span) && length(hit.span) <= length(span) + 8;
                }));
    });
}

bool has_modality(const CueHit& hit) {
    static constexpr std::array<std::string_view, 5> modal{"alleged", "planned", "denied", "hypothetical",
                                                           "asked"};
    return std::find(modal.begin(), modal.end(), hit.cue->effect) != modal.end();
}

/// "must have" is no "must": of two cues for a modality the one that lies within the other goes.
void keep_longest(std::vector<CueHit>& hits) {
    const std::vector<CueHit> all = hits;
    std::erase_if(hits, [&](const CueHit& hit) {
        return has_modality(hit) && std::any_of(all.begin(), all.end(), [&](const CueHit& other) {
                   return has_modality(other) && !other.speaker && contains(other.span, hit.span) &&
                          length(other.span) > length(hit.span) &&
                          length(other.span) < length(hit.span) + 24;
               });
    });
}

} // namespace

std::vector<CueHit> find_cues(std::string_view skeleton, std::span<const SkeletonToken> tokens,
                              const Rulebook& rules) {
    std::vector<CueHit> hits;
    const std::vector<Place> places = PlaceFinder(skeleton, tokens, rules).run();
    for (auto first = places.begin(); first != places.end();) {
        const auto last = std::find_if(first, places.end(),
                                       [&](const Place& place) { return place.cue != first->cue; });
        search(skeleton, rules.status_cues[first->cue], {first, last}, hits);
        first = last;
    }
    silence(hits);
    keep_longest(hits);
    std::stable_sort(hits.begin(), hits.end(),
                     [](const CueHit& a, const CueHit& b) { return a.span.begin < b.span.begin; });
    return hits;
}

} // namespace actorgraph
