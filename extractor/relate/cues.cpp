#include "extractor/relate/status.hpp"
#include "rules/rule_match.hpp"
#include "rules/trigger_window.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace actorgraph {
namespace {

/// Where a cue may stand.
struct Place {
    std::uint32_t cue = 0;
    Span span; ///< the longest it may be
    std::uint32_t first = 0; ///< token
    bool is_of_tokens = false; ///< begins and ends where tokens of the sentence do
    friend auto operator<=>(const Place&, const Place&) = default;
};

class PlaceFinder {
  public:
    PlaceFinder(std::string_view skeleton, std::span<const SkeletonToken> tokens,
                const Rulebook& rules)
        : skeleton_(skeleton), tokens_(tokens), automaton_(rules.cue_automata->lend()),
          rules_(rules), cues_(rules.status_cues) {}

    /// By cue and place, each beginning once.
    std::vector<Place> run() {
        find_in(tokens_, false);
        find_long();
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

    /// Cues that may run over any number of words, when the words they need are there.
    void find_long() {
        for (const std::uint32_t number : rules_.cue_triggers.always()) {
            for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
                try_long(number, i);
            }
        }
        WakeRoom room;
        rules_.cue_triggers.find_wakes(tokens_, room);
        for (auto first = room.wakes.begin(); first != room.wakes.end();) {
            const std::uint32_t number = first->rule;
            TriggerWindow window(tokens_, cues_[number].tokens->trigger_place());
            for (; first != room.wakes.end() && first->rule == number; ++first) {
                window.add(token_at(first->byte), [&](std::uint32_t i) { try_long(number, i); });
            }
        }
    }

    void try_long(std::uint32_t number, std::uint32_t first) {
        if (const std::size_t end = cues_[number].tokens->get().reach(tokens_, first); end > first) {
            places_.push_back(
                {number, {tokens_[first].begin, tokens_[end - 1].end}, first, false});
        }
    }

    std::uint32_t token_at(std::uint32_t byte) const {
        const auto token = std::lower_bound(
            tokens_.begin(), tokens_.end(), byte,
            [](const SkeletonToken& one, std::uint32_t wanted) { return one.begin < wanted; });
        return static_cast<std::uint32_t>(token - tokens_.begin());
    }

    void find_in(std::span<const SkeletonToken> tokens, bool in_parts) {
        found_.clear();
        automaton_->find(tokens, found_);
        for (const TokenAutomaton::Found& found : found_) {
            if (in_parts && cues_[found.pattern].is_of_words()) {
                continue;
            }
            const auto end = tokens.begin() + found.end;
            const bool has_joined = std::any_of(tokens.begin() + found.first, end, is_joined);
            places_.push_back({found.pattern,
                               {tokens[found.first].begin, tokens[found.end - 1].end},
                               found.first,
                               !has_joined});
        }
    }

    std::string_view skeleton_;
    std::span<const SkeletonToken> tokens_;
    AutomatonPool::Lease automaton_;
    const Rulebook& rules_;
    const std::vector<StatusCue>& cues_;
    std::vector<TokenAutomaton::Found> found_;
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
        // "according to <p0>": the cue has words of its own before the speaker
        return own.ends_with(" close to ") || own.ends_with(" close to the ");
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

/// "paid <p1> but denied": who denies is not the actor right before the joint. Bytes of the joint, or 0.
std::size_t joint_behind(std::string_view skeleton, std::size_t at) {
    for (const std::string_view joint : {" but ", " and ", " , but ", " , and "}) {
        if (skeleton.substr(at).starts_with(joint)) {
            return joint.size();
        }
    }
    return 0;
}

CueHit hit_of(std::string_view skeleton, const StatusCue& cue, Span place, Span speaker) {
    CueHit hit;
    hit.cue = &cue;
    hit.span = place;
    if (speaker.begin < speaker.end) {
        const auto slots = slots_in(skeleton.substr(speaker.begin, length(speaker)));
        if (!slots.empty()) {
            hit.speaker = slots[0].number;
            hit.speaker_span = speaker;
            const std::size_t joint = joint_behind(skeleton, speaker.end);
            if (joint > 0 && speaker.begin == place.begin && speaker.end + joint < place.end) {
                hit.span.begin = speaker.end + static_cast<std::uint32_t>(joint);
                hit.speaker_span = {};
                hit.speaker.reset();
            } else if (speaks_for_another(skeleton, hit)) {
                hit.speaker.reset();
            }
        }
    }
    return hit;
}

/// Tries cues where they may stand.
class CueReader {
  public:
    CueReader(std::string_view skeleton, std::span<const SkeletonToken> tokens,
              const Rulebook& rules, std::vector<CueHit>& hits)
        : skeleton_(skeleton), tokens_(tokens), rules_(rules),
          patterns_(rules.cue_automata->tokens()), hits_(hits) {}

    /// Hits of one cue do not overlap, unless it begins with a slot or comma.
    void read(std::uint32_t number, std::span<const Place> places) {
        const StatusCue& cue = rules_.status_cues[number];
        const bool is_exact = patterns_.get().net().pattern(number).is_exact;
        std::size_t free_from = 0;
        for (const Place& place : places) {
            const std::size_t at = place.span.begin;
            const bool is_free = cue.lead == 0 ? at >= free_from : skeleton_[at] == cue.lead;
            if (is_free && (is_exact && place.is_of_tokens ? match_tokens(number, place)
                                                           : match_letters(cue, place))) {
                hits_.push_back(hit_of(skeleton_, cue, found_, speaker_));
                free_from = at + std::max<std::size_t>(length(found_), 1);
            }
        }
    }

  private:
    bool match_tokens(std::uint32_t number, const Place& place) {
        const auto end =
            patterns_.get().net().match(number, skeleton_, tokens_, place.first, groups_);
        if (end) {
            found_ = {place.span.begin, tokens_[*end - 1].end};
            const int speaker = patterns_.groups(number).speaker;
            speaker_ = speaker > 0 ? groups_[static_cast<std::size_t>(speaker - 1)] : Span{};
        }
        return end.has_value();
    }

    bool match_letters(const StatusCue& cue, const Place& place) {
        const re2::RE2& regex = cue.regex->get();
        const int wanted = cue.regex->groups().speaker + 1;
        parts_.resize(std::max(parts_.size(), static_cast<std::size_t>(wanted)));
        const re2::StringPiece text(skeleton_.data(), skeleton_.size());
        const std::size_t end = std::min<std::size_t>(place.span.end + 1, skeleton_.size());
        if (!regex.ok() || !regex.Match(text, place.span.begin, end, re2::RE2::ANCHOR_START,
                                        parts_.data(), wanted)) {
            return false;
        }
        found_ = span_of(parts_[0]);
        speaker_ = wanted > 1 ? span_of(parts_[static_cast<std::size_t>(wanted - 1)]) : Span{};
        return true;
    }

    Span span_of(const re2::StringPiece& part) const {
        if (part.data() == nullptr) {
            return {};
        }
        const auto begin = static_cast<std::uint32_t>(part.data() - skeleton_.data());
        return {begin, begin + static_cast<std::uint32_t>(part.size())};
    }

    std::string_view skeleton_;
    std::span<const SkeletonToken> tokens_;
    const Rulebook& rules_;
    const LazyTokens& patterns_;
    std::vector<CueHit>& hits_;
    Span found_, speaker_; ///< of the last match
    TokenNet::Groups groups_;
    std::vector<re2::StringPiece> parts_;
};

/// A silencing cue ("did not deny") takes away the cues inside it; a longer hit is never taken away.
void silence(std::vector<CueHit>& hits) {
    std::vector<CueHit> quiet;
    for (const CueHit& hit : hits) {
        if (hit.cue->silences) {
            quiet.push_back(hit);
        }
    }
    const auto is_silenced_by = [](const CueHit& hit, const CueHit& other) {
        const bool only_says = hit.cue->effect == "said" || hit.cue->effect == "ended";
        return overlaps(other.span, hit.span) && length(hit.span) <= length(other.span) + 8 &&
               !(only_says && other.cue->effect == "none");
    };
    std::erase_if(hits, [&](const CueHit& hit) {
        return hit.cue->effect == "none" ||
               (!hit.cue->silences &&
                std::any_of(quiet.begin(), quiet.end(),
                            [&](const CueHit& other) { return is_silenced_by(hit, other); }));
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
    CueReader reader(skeleton, tokens, rules, hits);
    for (auto first = places.begin(); first != places.end();) {
        const auto last = std::find_if(first, places.end(),
                                       [&](const Place& place) { return place.cue != first->cue; });
        reader.read(first->cue, {first, last});
        first = last;
    }
    silence(hits);
    keep_longest(hits);
    std::stable_sort(hits.begin(), hits.end(),
                     [](const CueHit& a, const CueHit& b) { return a.span.begin < b.span.begin; });
    return hits;
}

} // namespace actorgraph
