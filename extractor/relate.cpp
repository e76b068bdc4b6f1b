#include "extractor/relate.hpp"

#include "extractor/dates.hpp"
#include "extractor/relate/confidence.hpp"
#include "extractor/relate/fronted_clause.hpp"
#include "extractor/relate/rejoinder.hpp"
#include "extractor/relate/speech.hpp"
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
constexpr std::size_t earlier_sentences = 2; ///< how far back "she denies it" reaches

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

/// "company", "body" (any organization that is no company), or empty for all.
bool is_of_kind(const Entity& entity, std::string_view kind) {
    return kind.empty() || (entity.subtype == "company") == (kind == "company");
}

/// A claim with the place it was read from, to keep one of several readings of the same words.
struct Reading {
    Claim claim;
    Span place; ///< in document bytes
    bool is_presupposed = false;
    bool has_ended = false;
};

class SentenceReader {
  public:
    SentenceReader(const Document& document, const Segmentation& segmentation,
                   const std::vector<Entity>& entities, const Rulebook& rules,
                   const std::vector<std::uint32_t>* only)
        : document_(document), entities_(entities), rules_(rules), only_(only),
          mentions_(place_mentions(entities)),
          quotations_(find_quotations(document.text, segmentation, entities, mentions_, rules)),
          views_(rules) {
        place_speakers(document.text, segmentation, entities, quotations_, mentions_);
    }

    void read(Span sentence, std::vector<Claim>& out) {
        ++sentences_;
        sentence_ = sentence;
        const bool has_pair = mentions_in(sentence, mentions_).size() >= 2;
        if (has_pair) {
            build(NominalReading::slot, plain_);
            read_pairs(out);
        }
        if (expects_answer()) {
            if (!has_pair) {
                build(NominalReading::slot, plain_);
            }
            hear_answers(out);
        }
    }

  private:
    /// The sentence with slots for mentions, and what is found in it.
    struct SlottedSentence {
        Skeleton skeleton;
        std::vector<SkeletonToken> tokens;
        std::vector<CueHit> cues; ///< good when `has_cues`
        bool has_cues = false;
    };

    void build(NominalReading reading, SlottedSentence& out) const {
        build_skeleton(document_.text, sentence_, mentions_, reading, out.skeleton);
        scan_tokens(out.skeleton.text, rules_.words, out.tokens);
        out.has_cues = false;
    }

    const std::vector<CueHit>& cues_of(SlottedSentence& sentence) const {
        if (!sentence.has_cues) {
            sentence.cues = find_cues(sentence.skeleton.text, sentence.tokens, rules_);
            sentence.has_cues = true;
        }
        return sentence.cues;
    }

    /// Reads the sentence of `plain_` for claims.
    void read_pairs(std::vector<Claim>& out) {
        readings_.clear();
        const auto& slots = plain_.skeleton.slots;
        const bool has_nominal = std::any_of(slots.begin(), slots.end(), [](const Slot& slot) {
            return slot.form == MentionForm::nominal;
        });
        read_slotted(plain_);
        if (has_nominal) {
            build(NominalReading::words_and_slot, wordy_);
            read_slotted(wordy_);
        }
        finish(out);
    }

    void read_slotted(SlottedSentence& sentence) {
        const Skeleton& skeleton = sentence.skeleton;
        if (skeleton.slots.size() < 2 || skeleton.slots.size() > most_slots) {
            return;
        }
        const bool is_awake = find_candidates(sentence.tokens, WakesAt::known);
        if (!is_awake && !fronted_clause({skeleton.text, sentence.tokens}, rules_.lexicon)) {
            return;
        }
        skeleton_ = &skeleton;
        cues_ = &cues_of(sentence);
        memory_.clear();
        const std::vector<const View*>& views = views_.make(skeleton, sentence.tokens, *cues_);
        for (const View* view : views) {
            if (!view->is_reordered) {
                read_view(*view);
            }
        }
        for (const View* view : views) {
            if (view->is_reordered && find_candidates(view->tokens, WakesAt::anywhere)) {
                read_view(*view);
            }
        }
    }

    /// Whether bytes of wakes are those of the sentence, so that rules need be tried near them only.
    enum class WakesAt : std::uint8_t { known, anywhere };

    /// The rules that may find something among the tokens, by number.
    bool find_candidates(std::span<const SkeletonToken> tokens, WakesAt wakes) {
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
        rules_.triggers.find_wakes(tokens, room_);
        for (auto first = room_.wakes.begin(); first != room_.wakes.end();) {
            const auto last = std::find_if(first, room_.wakes.end(), [&](const Wake& wake) {
                return wake.rule != first->rule;
            });
            const std::span<const Wake> own(first, last);
            candidates_.push_back(
                ready(rules_.relation_rules[first->rule], wakes == WakesAt::known ? own : std::span<const Wake>()));
            first = last;
        }
        return !candidates_.empty();
    }

    void read_view(const View& view) {
        MatchText text{view.text, view.tokens, view.origin, view.is_rewritten, {}};
        if (!find_new_beginnings(text, view.only_leaves_out, is_new_)) {
            return;
        }
        text.is_new = is_new_;
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
        if (view.shares_subject && match.sources.size() == 1) {
            place.subject = match.sources.front();
        }
        place.arguments = match.sources;
        place.arguments.insert(place.arguments.end(), match.targets.begin(), match.targets.end());
        const RelationType* relation = rules_.relation(match.rule->relation);
        place.is_presupposed =
            match.rule->is_noun_phrase && relation != nullptr && relation->is_presupposed;
        place.owns_modals = match.rule->modality == "reported";
        const Status status = decide_status(skeleton_->text, *cues_, place);
        if (status.is_dropped) {
            return;
        }
        for (const std::size_t source : match.sources) {
            for (const std::size_t target : match.targets) {
                add_pair(view, match, status, place, source, target);
            }
        }
    }

    void add_pair(const View& view, const RuleMatch& match, const Status& status,
                  const MatchPlace& place, std::size_t source, std::size_t target) {
        const RelationType* relation = rules_.relation(match.rule->relation);
        if (relation == nullptr || source >= skeleton_->slots.size() ||
            target >= skeleton_->slots.size()) {
            return;
        }
        const Slot& from = skeleton_->slots[source];
        const Slot& to = skeleton_->slots[target];
        if (from.entity == to.entity || !allows(relation->domain, entities_[from.entity].type) ||
            !allows(relation->range, entities_[to.entity].type) ||
            !is_of_kind(entities_[to.entity], match.rule->target_kind)) {
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
        const Span words = in_document(place.span);
        set_status(claim, status, *match.rule, words);
        if (is_second_person(from) || is_second_person(to)) {
            claim.modality = std::max(claim.modality, Modality::alleged); // said to one's face
        }
        Confidence confidence =
            weigh({match.rule->confidence, match.rule->measured_on, view.name, from.form, to.form,
                   words_between(std::min(source, target), std::max(source, target))});
        claim.confidence = confidence.value;
        std::move(confidence.reasons.begin(), confidence.reasons.end(),
                  std::back_inserter(claim.reasons));
        keep({std::move(claim), words, place.is_presupposed, status.has_ended});
    }

    Span in_document(Span place) const {
        return {skeleton_->origin[place.begin],
                std::max(skeleton_->origin[place.end - 1], skeleton_->origin[place.begin])};
    }

    void set_status(Claim& claim, const Status& status, const RelationRule& rule,
                    Span words) const {
        claim.polarity = status.polarity;
        claim.modality = status.modality;
        claim.reasons = status.reasons;
        if (claim.modality == Modality::reported && !rule.modality.empty()) {
            claim.modality = modality_from(rule.modality).value_or(Modality::reported);
        }
        if (status.speaker && *status.speaker < skeleton_->slots.size()) {
            claim.speaker = skeleton_->slots[*status.speaker].entity;
        } else if (const Quotation* said = quotation_at(quotations_, words);
                   said != nullptr && words.end <= said->span.end) {
            claim.speaker = said->speaker;
        }
        for (const std::size_t outer : status.outer_speakers) {
            claim.reasons.push_back("said through: " + entities_[skeleton_->slots[outer].entity].name);
        }
        settle_own_denial(claim);
    }

    /// Where a slot stands in the skeleton; its end when it is not there.
    std::size_t slot_at(std::size_t number) const {
        const std::string mark = std::string("<") + skeleton_->slots[number].letter +
                                 std::to_string(number);
        return std::min(skeleton_->text.find(mark), skeleton_->text.size() - 1);
    }

    std::size_t words_between(std::size_t first, std::size_t second) const {
        const auto begin = skeleton_->text.begin() + static_cast<std::ptrdiff_t>(slot_at(first));
        const auto end = skeleton_->text.begin() + static_cast<std::ptrdiff_t>(slot_at(second));
        return begin < end ? static_cast<std::size_t>(std::count(begin, end, ' ')) : 0;
    }

    bool is_second_person(const Slot& slot) const {
        if (slot.form != MentionForm::pronoun) {
            return false;
        }
        const auto number = static_cast<std::size_t>(&slot - skeleton_->slots.data());
        const std::size_t at = skeleton_->origin[slot_at(number)];
        return folded(document_.text.substr(at, 3)) == "you" ||
               folded(document_.text.substr(at, 3)) == "You";
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
        if (!earlier_.empty()) {
            const Span last = earlier_.back().sentence;
            std::erase_if(earlier_, [&](const EarlierClaim& one) { return one.sentence != last; });
        }
        for (Reading& reading : readings_) {
            Claim& claim = reading.claim;
            claim.evidence = sentence_;
            claim.quote = quote;
            claim.time = time_of({{reading.place.begin - sentence_.begin, reading.place.end - sentence_.begin},
                                  reading.is_presupposed,
                                  reading.has_ended},
                                 dates, slice(document_.text, sentence_), document_.date);
            earlier_.push_back({out.size(), reading.place, sentence_, reading.is_presupposed});
            out.push_back(std::move(claim));
        }
    }

    /// Whether there are claims that the sentence may answer; forgets those that are too far back.
    bool expects_answer() {
        if (!earlier_.empty() && earlier_.back().sentence == sentence_) {
            last_claim_ = sentences_;
        } else if (sentences_ - last_claim_ > earlier_sentences) {
            earlier_.clear();
        }
        return !earlier_.empty();
    }

    /// Lets the sentence of `plain_` answer claims made before: "she denies it", "That is false."
    void hear_answers(std::vector<Claim>& out) {
        if (rules_.answer_triggers.woken_by(plain_.tokens, room_).empty()) {
            return;
        }
        for (const Rejoinder& rejoinder :
             find_rejoinders(plain_.skeleton, cues_of(plain_), sentence_, quotations_)) {
            answer(rejoinder, answered_by(rejoinder, earlier_, out),
                   folded(slice(document_.text, sentence_)), out);
        }
    }

    const Document& document_;
    const std::vector<Entity>& entities_;
    const Rulebook& rules_;
    const std::vector<std::uint32_t>* only_;
    std::vector<PlacedMention> mentions_;
    std::vector<Quotation> quotations_;
    std::vector<EarlierClaim> earlier_; ///< of the last sentences
    std::size_t sentences_ = 0;         ///< read so far
    std::size_t last_claim_ = 0;        ///< number of the sentence with the last of `earlier_`
    Span sentence_;
    SlottedSentence plain_, wordy_;     ///< the two readings of the sentence
    WakeRoom room_;                     ///< with the wakes of the skeleton
    std::vector<ReadyRule> candidates_;
    std::vector<std::uint8_t> is_new_; ///< by token of the view
    std::vector<RuleMatch> matches_;
    MatchMemory memory_;
    ViewMaker views_;
    const Skeleton* skeleton_ = nullptr;            ///< of the reading at hand
    const std::vector<CueHit>* cues_ = nullptr; ///< of the same
    std::vector<Reading> readings_;
};

std::vector<Claim> read_all(const Document& document, const Segmentation& segmentation,
                            const std::vector<Entity>& entities, const Rulebook& rules,
                            const std::vector<std::uint32_t>* only) {
    std::vector<Claim> claims;
    SentenceReader reader(document, segmentation, entities, rules, only);
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
