#include "extractor/relate.hpp"

#include "extractor/dates.hpp"
#include "extractor/relate/views.hpp"
#include "rules/rule_check.hpp"
#include "rules/rule_match.hpp"

#include <algorithm>
#include <cctype>

namespace actorgraph {
namespace {

/// Beyond this a "sentence" is a table or text without full stops: read at most so many slots.
constexpr std::size_t most_slots = 60;
constexpr std::size_t least_text = 5;
constexpr double other_view_factor = 0.9;
constexpr double indirect_factor = 0.9;

std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool is_space = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!is_space) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    while (out.ends_with(' ')) {
        out.pop_back();
    }
    return out;
}

bool allows(const std::vector<std::string>& types, const std::string& type) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

/// A claim with the place it was read from, to keep one of several readings of the same words.
struct Reading {
    Claim claim;
    Span place; ///< in document bytes
};

class SentenceReader {
  public:
    SentenceReader(const Document& document, const std::vector<Entity>& entities,
                   const Rulebook& rules, const std::vector<std::uint32_t>* only)
        : document_(document), entities_(entities), rules_(rules), only_(only),
          mentions_(place_mentions(entities)), views_(rules) {}

    void read(Span sentence, std::vector<Claim>& out) {
        if (mentions_in(sentence, mentions_).size() < 2) {
            return;
        }
        sentence_ = sentence;
        readings_.clear();
        build_skeleton(document_.text, sentence, mentions_, NominalReading::slot, plain_);
        const bool has_nominal = std::any_of(
            plain_.slots.begin(), plain_.slots.end(),
            [](const Slot& slot) { return slot.form == MentionForm::nominal; });
        read_skeleton(plain_);
        if (has_nominal) {
            build_skeleton(document_.text, sentence, mentions_, NominalReading::words_and_slot, wordy_);
            read_skeleton(wordy_);
        }
        finish(out);
    }

  private:
    void read_skeleton(const Skeleton& skeleton) {
        if (skeleton.slots.size() < 2 || skeleton.slots.size() > most_slots) {
            return;
        }
        scan_tokens(skeleton.text, rules_.words, tokens_);
        if (!find_candidates()) {
            return;
        }
        skeleton_ = &skeleton;
        cues_ = find_cues(skeleton.text, tokens_, rules_);
        memory_.clear();
        for (const View* view : views_.make(skeleton, tokens_, cues_)) {
            read_view(*view);
        }
    }

    /// The rules that may find something in the sentence, by number.
    bool find_candidates() {
        candidates_.clear();
        if (only_ != nullptr) {
            for (const std::uint32_t number : *only_) {
                candidates_.push_back(ready(rules_.relation_rules[number], {}));
            }
            return !candidates_.empty();
        }
        for (const std::uint32_t number : rules_.triggers.always()) {
            candidates_.push_back(ready(rules_.relation_rules[number], {}));
        }
        rules_.triggers.find_wakes(tokens_, room_);
        for (auto first = room_.wakes.begin(); first != room_.wakes.end();) {
            const auto last = std::find_if(first, room_.wakes.end(), [&](const Wake& wake) {
                return wake.rule != first->rule;
            });
            candidates_.push_back(ready(rules_.relation_rules[first->rule], {first, last}));
            first = last;
        }
        return !candidates_.empty();
    }

    void read_view(const View& view) {
        MatchText text{view.text, view.tokens, view.origin, view.is_rewritten, {}};
        slots_to_search(text, view.only_leaves_out, slots_);
        text.slots = slots_;
        for (const ReadyRule& rule : candidates_) {
            matches_.clear();
            find_matches(text, rule, rules_, memory_, matches_);
            for (const RuleMatch& match : matches_) {
                add(view, match);
            }
        }
    }

    void add(const View& view, const RuleMatch& match) {
        MatchPlace place;
        place.span = {view.origin[match.span.begin], view.origin[match.span.end - 1] + 1};
        place.silenced = view.silenced;
        place.lifted = view.lifted;
        place.arguments = match.sources;
        place.arguments.insert(place.arguments.end(), match.targets.begin(), match.targets.end());
        const RelationType* relation = rules_.relation(match.rule->relation);
        place.is_presupposed =
            match.rule->is_noun_phrase && relation != nullptr && relation->is_presupposed;
        const Status status = decide_status(skeleton_->text, cues_, place);
        if (status.is_dropped) {
            return;
        }
        for (const std::size_t source : match.sources) {
            for (const std::size_t target : match.targets) {
                add_pair(view, match, status, place.span, source, target);
            }
        }
    }

    void add_pair(const View& view, const RuleMatch& match, const Status& status, Span place,
                  std::size_t source, std::size_t target) {
        const RelationType* relation = rules_.relation(match.rule->relation);
        if (relation == nullptr || source >= skeleton_->slots.size() ||
            target >= skeleton_->slots.size()) {
            return;
        }
        const Slot& from = skeleton_->slots[source];
        const Slot& to = skeleton_->slots[target];
        if (from.entity == to.entity || !allows(relation->domain, entities_[from.entity].type) ||
            !allows(relation->range, entities_[to.entity].type)) {
            return;
        }
        Claim claim;
        claim.relation = relation->id;
        claim.source = from.entity;
        claim.target = to.entity;
        claim.role = match.role;
        claim.channel = match.channel;
        claim.stage = match.stage;
        claim.amount = match.amount;
        claim.rule = match.rule->name;
        set_status(claim, status, *match.rule);
        const auto is_indirect = [](const Slot& slot) {
            return slot.form == MentionForm::nominal || slot.form == MentionForm::pronoun;
        };
        claim.confidence = match.rule->confidence;
        if (view.name != "whole") {
            claim.confidence *= other_view_factor;
            claim.reasons.push_back("view: " + std::string(view.name));
        }
        if (is_indirect(from) || is_indirect(to)) {
            claim.confidence *= indirect_factor;
            claim.reasons.emplace_back("argument: pronoun or noun phrase");
        }
        keep({std::move(claim), in_document(place)});
    }

    Span in_document(Span place) const {
        return {skeleton_->origin[place.begin],
                std::max(skeleton_->origin[place.end - 1], skeleton_->origin[place.begin])};
    }

    void set_status(Claim& claim, const Status& status, const RelationRule& rule) const {
        claim.polarity = status.polarity;
        claim.modality = status.modality;
        claim.reasons = status.reasons;
        if (claim.modality == Modality::reported && !rule.modality.empty()) {
            claim.modality = modality_from(rule.modality).value_or(Modality::reported);
        }
        if (status.speaker && *status.speaker < skeleton_->slots.size()) {
            claim.speaker = skeleton_->slots[*status.speaker].entity;
        }
        if (status.has_ended) {
            claim.time.to = document_.date;
        }
    }

    /// The first reading of a pair stays; later ones of the same words, and repetitions, go.
    void keep(Reading reading) {
        const bool is_known = std::any_of(readings_.begin(), readings_.end(), [&](const Reading& old) {
            if (old.claim.relation != reading.claim.relation) {
                return false;
            }
            const bool is_symmetric = rules_.relation(old.claim.relation)->symmetric;
            const bool is_same = old.claim.source == reading.claim.source &&
                                 old.claim.target == reading.claim.target;
            const bool is_turned = is_symmetric && old.claim.source == reading.claim.target &&
                                   old.claim.target == reading.claim.source;
            const bool same_status = old.claim.polarity == reading.claim.polarity &&
                                     old.claim.modality == reading.claim.modality;
            return (is_same || is_turned) && (same_status || overlaps(old.place, reading.place));
        });
        if (!is_known) {
            readings_.push_back(std::move(reading));
        }
    }

    void finish(std::vector<Claim>& out) {
        if (readings_.empty()) {
            return;
        }
        const std::string quote =
            folded(slice(document_.text, sentence_));
        const auto dates = find_dates(slice(document_.text, sentence_), document_.date);
        std::stable_sort(readings_.begin(), readings_.end(), [](const auto& a, const auto& b) {
            return a.place.begin < b.place.begin;
        });
        for (Reading& reading : readings_) {
            Claim& claim = reading.claim;
            claim.evidence = sentence_;
            claim.quote = quote;
            set_time(claim, reading.place, dates);
            out.push_back(std::move(claim));
        }
    }

    /// The date nearest to the match says when, unless the cue already says "until now".
    void set_time(Claim& claim, Span place, const std::vector<FoundDate>& dates) const {
        if (dates.empty()) {
            return;
        }
        const std::uint32_t begin = place.begin - sentence_.begin;
        const std::uint32_t end = place.end - sentence_.begin;
        const auto distance = [&](const FoundDate& date) -> std::uint32_t {
            return date.span.end <= begin ? begin - date.span.end
                   : date.span.begin >= end ? date.span.begin - end
                                            : 0;
        };
        const auto nearest = std::min_element(
            dates.begin(), dates.end(),
            [&](const FoundDate& a, const FoundDate& b) { return distance(a) < distance(b); });
        claim.time = nearest->time;
    }

    const Document& document_;
    const std::vector<Entity>& entities_;
    const Rulebook& rules_;
    const std::vector<std::uint32_t>* only_;
    std::vector<PlacedMention> mentions_;
    Span sentence_;
    Skeleton plain_, wordy_;            ///< the two readings of the sentence
    std::vector<SkeletonToken> tokens_; ///< of the skeleton
    WakeRoom room_;                     ///< with the wakes of the skeleton
    std::vector<ReadyRule> candidates_;
    std::vector<std::uint32_t> slots_; ///< of the view, to be searched
    std::vector<RuleMatch> matches_;
    MatchMemory memory_;
    ViewMaker views_;
    const Skeleton* skeleton_ = nullptr;
    std::vector<CueHit> cues_;
    std::vector<Reading> readings_;
};

std::vector<Claim> read_all(const Document& document, const Segmentation& segmentation,
                            const std::vector<Entity>& entities, const Rulebook& rules,
                            const std::vector<std::uint32_t>* only) {
    std::vector<Claim> claims;
    SentenceReader reader(document, entities, rules, only);
    for (const Sentence& sentence : segmentation.sentences) {
        if (length(sentence.span) >= least_text) {
            reader.read(sentence.span, claims);
        }
    }
    return claims;
}

/// Reads a marked example with the rules given, as one sentence.
std::vector<Claim> read_example(const MarkedExample& example, const Rulebook& rules,
                                const std::vector<std::uint32_t>& only) {
    Document document;
    document.text = example.text;
    Segmentation segmentation;
    Sentence sentence;
    sentence.span = {0, static_cast<std::uint32_t>(example.text.size())};
    segmentation.sentences.push_back(sentence);
    return relate_with(document, segmentation, example.entities, rules, only);
}

/// Words of a cue example as a skeleton, marked mentions as slots.
std::string skeleton_of(const MarkedExample& example) {
    return build_skeleton(example.text, {0, static_cast<std::uint32_t>(example.text.size())},
                          place_mentions(example.entities), NominalReading::slot)
        .text;
}

} // namespace

std::vector<Claim> relate(const Document& document, const Segmentation& segmentation,
                          const std::vector<Entity>& entities, const Rulebook& rules) {
    return read_all(document, segmentation, entities, rules, nullptr);
}

std::vector<Claim> relate_with(const Document& document, const Segmentation& segmentation,
                               const std::vector<Entity>& entities, const Rulebook& rules,
                               const std::vector<std::uint32_t>& only) {
    return read_all(document, segmentation, entities, rules, &only);
}

Diagnostics check_rules(const Rulebook& rules) {
    return check_rules(rules, {read_example, skeleton_of});
}

} // namespace actorgraph
