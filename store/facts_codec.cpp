#include "store/facts_codec.hpp"

#include "core/utf8.hpp"
#include "store/byte_code.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace actorgraph {
namespace {

constexpr char code_version = 1;

class FactsEncoder {
  public:
    explicit FactsEncoder(const DocumentFacts& facts)
        : facts_(facts), index_(facts.text), has_text_(!facts.text.empty()) {}

    std::string encode() {
        [[maybe_unused]] const auto& [id, sha256, title, date, outlet, text, skipped, entities, claims] =
            facts_; // a new member must be written below, or into PackedDocument
        number(facts_.skipped.size());
        for (const SkippedText& one : facts_.skipped) {
            span(one.span);
            word(one.reason);
        }
        number(facts_.entities.size());
        for (const Entity& one : facts_.entities) {
            entity(one);
        }
        number(facts_.claims.size());
        for (const Claim& one : facts_.claims) {
            claim(one);
        }
        ByteWriter whole;
        whole.raw(std::string_view(&code_version, 1));
        whole.number(table_.size());
        for (const std::string_view one : table_) {
            whole.text(one);
        }
        whole.raw(out_.take());
        return whole.take();
    }

  private:
    void number(std::uint64_t value) { out_.number(value); }

    void word(std::string_view text) {
        const auto [at, is_new] = number_of_.try_emplace(text, table_.size());
        if (is_new) {
            table_.push_back(text);
        }
        number(at->second);
    }

    void words(const std::vector<std::string>& list) {
        number(list.size());
        for (const std::string& one : list) {
            word(one);
        }
    }

    void span(Span one) {
        const std::uint64_t begin = has_text_ ? index_.to_code_points(one.begin) : one.begin;
        const std::uint64_t end = has_text_ ? index_.to_code_points(one.end) : one.end;
        number(begin);
        number(end - begin);
    }

    void entity(const Entity& one) {
        [[maybe_unused]] const auto& [type, subtype, name, gender, aliases, account, mentions] = one;
        word(one.type);
        word(one.subtype);
        word(one.name);
        word(one.gender);
        words(one.aliases);
        number(one.account ? 1 : 0);
        if (one.account) {
            word(one.account->kind);
            word(one.account->platform);
            word(one.account->value);
        }
        number(one.mentions.size());
        for (const Mention& mention : one.mentions) {
            span(mention.span);
            number(static_cast<std::uint64_t>(mention.form));
            words(mention.rules);
        }
    }

    void claim(const Claim& one) {
        [[maybe_unused]] const auto& [relation, source, target, role, channel, stage, amount, polarity,
                                      modality, speaker, time, evidence, quote, rule, reasons,
                                      confidence] = one; // a new member must be written below
        word(one.relation);
        number(one.source);
        number(one.target);
        word(one.role);
        word(one.channel);
        word(one.stage);
        word(one.amount);
        number(static_cast<std::uint64_t>(one.polarity));
        number(static_cast<std::uint64_t>(one.modality));
        number(one.speaker ? std::uint64_t{*one.speaker} + 1 : 0);
        word(one.time.from);
        word(one.time.to);
        span(one.evidence);
        word(one.quote);
        word(one.rule);
        words(one.reasons);
        out_.fixed(std::bit_cast<std::uint64_t>(one.confidence));
    }

    const DocumentFacts& facts_;
    CodePointIndex index_;
    bool has_text_;
    ByteWriter out_;
    std::vector<std::string_view> table_;
    std::unordered_map<std::string_view, std::size_t> number_of_;
};

/// Reads what FactsEncoder wrote.
class FactsDecoder {
  public:
    explicit FactsDecoder(std::string_view bytes) : in_(bytes) {}

    std::optional<DocumentFacts> decode() {
        if (in_.take(1) != std::string_view(&code_version, 1)) {
            return std::nullopt;
        }
        for (std::size_t n = in_.count(); n > 0 && in_.is_sound(); --n) {
            table_.push_back(in_.text());
        }
        DocumentFacts facts;
        for (std::size_t n = in_.count(); n > 0 && in_.is_sound(); --n) {
            const Span where = span();
            facts.skipped.push_back({where, word()});
        }
        for (std::size_t n = in_.count(); n > 0 && in_.is_sound(); --n) {
            facts.entities.push_back(entity());
        }
        for (std::size_t n = in_.count(); n > 0 && in_.is_sound(); --n) {
            facts.claims.push_back(claim(facts.entities.size()));
        }
        return in_.is_at_end() ? std::optional(std::move(facts)) : std::nullopt;
    }

  private:
    std::uint64_t number(std::uint64_t limit) { return in_.number(limit); }

    std::string word() {
        const std::uint64_t at = number(UINT64_MAX);
        if (at >= table_.size()) {
            in_.fail();
            return "";
        }
        return std::string(table_[at]);
    }

    std::vector<std::string> words() {
        std::vector<std::string> list;
        for (std::size_t n = in_.count(); n > 0 && in_.is_sound(); --n) {
            list.push_back(word());
        }
        return list;
    }

    Span span() {
        const std::uint64_t begin = number(UINT32_MAX);
        const std::uint64_t size = number(UINT32_MAX - begin);
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
    }

    Entity entity() {
        Entity one;
        one.type = word();
        one.subtype = word();
        one.name = word();
        one.gender = word();
        one.aliases = words();
        if (number(1) == 1) {
            one.account.emplace();
            one.account->kind = word();
            one.account->platform = word();
            one.account->value = word();
        }
        for (std::size_t n = in_.count(); n > 0 && in_.is_sound(); --n) {
            Mention mention;
            mention.span = span();
            mention.form = static_cast<MentionForm>(number(static_cast<int>(MentionForm::account)));
            mention.rules = words();
            one.mentions.push_back(std::move(mention));
        }
        return one;
    }

    std::uint32_t place(std::size_t entities) {
        if (entities == 0) {
            in_.fail();
            return 0;
        }
        return static_cast<std::uint32_t>(number(entities - 1));
    }

    Claim claim(std::size_t entities) {
        Claim one;
        one.relation = word();
        one.source = place(entities);
        one.target = place(entities);
        one.role = word();
        one.channel = word();
        one.stage = word();
        one.amount = word();
        one.polarity = static_cast<Polarity>(number(static_cast<int>(Polarity::negated)));
        one.modality = static_cast<Modality>(number(static_cast<int>(Modality::asked)));
        if (const std::uint64_t speaker = number(entities); speaker > 0) {
            one.speaker = static_cast<std::uint32_t>(speaker - 1);
        }
        one.time.from = word();
        one.time.to = word();
        one.evidence = span();
        one.quote = word();
        one.rule = word();
        one.reasons = words();
        one.confidence = std::bit_cast<double>(in_.fixed());
        return one;
    }

    ByteReader in_;
    std::vector<std::string_view> table_;
};

} // namespace

std::string encode_facts(const DocumentFacts& facts) { return FactsEncoder(facts).encode(); }

std::optional<DocumentFacts> decode_facts(std::string_view bytes) {
    return FactsDecoder(bytes).decode();
}

bool give_text(DocumentFacts& facts, std::string text) {
    if (text.empty()) {
        return true;
    }
    const CodePointIndex index(text);
    const std::size_t points = index.to_code_points(text.size());
    bool is_inside = true;
    const auto to_bytes = [&](Span& span) {
        is_inside = is_inside && span.end <= points;
        span = {static_cast<std::uint32_t>(index.to_bytes(std::min<std::size_t>(span.begin, points))),
                static_cast<std::uint32_t>(index.to_bytes(std::min<std::size_t>(span.end, points)))};
    };
    for (SkippedText& one : facts.skipped) {
        to_bytes(one.span);
    }
    for (Entity& entity : facts.entities) {
        for (Mention& mention : entity.mentions) {
            to_bytes(mention.span);
        }
    }
    for (Claim& claim : facts.claims) {
        to_bytes(claim.evidence);
    }
    facts.text = std::move(text);
    return is_inside;
}

} // namespace actorgraph
