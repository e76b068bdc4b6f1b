#include "export/facts_line.hpp"

#include "core/utf8.hpp"
#include "export/read_json.hpp"

#include <unordered_map>

namespace actorgraph {
namespace {

using nlohmann::json;

std::string text_of(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

/// One facts line being read; the first fault is kept and stops nothing but the line.
class FactsReader {
  public:
    explicit FactsReader(const json& root)
        : root_(root), text_(text_of(root, "text")), index_(text_), has_text_(!text_.empty()) {}

    std::optional<DocumentFacts> read(std::string& fault) {
        DocumentFacts facts;
        facts.id = text_of(root_, "id");
        facts.sha256 = text_of(root_, "sha256");
        facts.title = text_of(root_, "title");
        facts.date = text_of(root_, "date");
        facts.outlet = text_of(root_, "outlet");
        for (const json& one : list(root_, "skipped")) {
            if (one.is_array() && one.size() == 3 && one[2].is_string()) {
                facts.skipped.push_back({span(one[0], one[1]), one[2].get<std::string>()});
            }
        }
        for (const json& one : list(root_, "entities")) {
            read_entity(one, facts);
        }
        for (const json& one : list(root_, "claims")) {
            read_claim(one, facts);
        }
        fault = fault_;
        facts.text = std::move(text_);
        return fault_.empty() ? std::optional(std::move(facts)) : std::nullopt;
    }

  private:
    static const json& list(const json& object, const char* key) {
        static const json nothing = json::array();
        const auto found = object.is_object() ? object.find(key) : object.end();
        return found != object.end() && found->is_array() ? *found : nothing;
    }

    void fail(std::string message) {
        if (fault_.empty()) {
            fault_ = std::move(message);
        }
    }

    Span span(const json& start, const json& end) {
        const bool is_span = start.is_number_unsigned() && end.is_number_unsigned() && start <= end;
        if (!is_span) {
            fail("a span has no start and end");
            return {};
        }
        const auto to_bytes = [this](const json& offset) {
            const auto points = offset.get<std::size_t>();
            return static_cast<std::uint32_t>(has_text_ ? index_.to_bytes(points) : points);
        };
        return {to_bytes(start), to_bytes(end)};
    }

    Span span_of(const json& object) {
        const bool has_both = object.is_object() && object.contains("start") && object.contains("end");
        return has_both ? span(object["start"], object["end"]) : span(json(), json());
    }

    void read_entity(const json& one, DocumentFacts& facts) {
        Entity entity;
        entity.type = one.is_object() ? text_of(one, "type") : "";
        if (entity.type.empty()) {
            fail("an entity has no type");
            return;
        }
        entity.subtype = text_of(one, "subtype");
        entity.name = text_of(one, "name");
        entity.gender = text_of(one, "gender");
        for (const json& alias : list(one, "aliases")) {
            entity.aliases.push_back(alias.is_string() ? alias.get<std::string>() : "");
        }
        if (const auto account = one.find("account"); account != one.end() && account->is_object()) {
            entity.account = Account{text_of(*account, "kind"), text_of(*account, "platform"),
                                     text_of(*account, "value")};
        }
        for (const json& row : list(one, "mentions")) {
            Mention mention;
            mention.span = span_of(row);
            mention.form = mention_form_from(text_of(row, "form")).value_or(MentionForm::name);
            for (const json& rule : list(row, "rules")) {
                mention.rules.push_back(rule.is_string() ? rule.get<std::string>() : "");
            }
            entity.mentions.push_back(std::move(mention));
        }
        by_id_[text_of(one, "id")] = static_cast<std::uint32_t>(facts.entities.size());
        facts.entities.push_back(std::move(entity));
    }

    std::optional<std::uint32_t> entity(const std::string& id) {
        const auto found = by_id_.find(id);
        return found == by_id_.end() ? std::nullopt : std::optional(found->second);
    }

    void read_claim(const json& one, DocumentFacts& facts) {
        Claim claim;
        const auto source = one.is_object() ? entity(text_of(one, "source")) : std::nullopt;
        const auto target = one.is_object() ? entity(text_of(one, "target")) : std::nullopt;
        const auto polarity = one.is_object() ? polarity_from(text_of(one, "polarity")) : std::nullopt;
        const auto modality = one.is_object() ? modality_from(text_of(one, "modality")) : std::nullopt;
        if (!source || !target || !polarity || !modality) {
            fail("a claim lacks a known source, target, polarity or modality");
            return;
        }
        claim.relation = text_of(one, "relation");
        claim.source = *source;
        claim.target = *target;
        claim.polarity = *polarity;
        claim.modality = *modality;
        claim.role = text_of(one, "role");
        claim.channel = text_of(one, "channel");
        claim.stage = text_of(one, "stage");
        claim.amount = text_of(one, "amount");
        claim.speaker = entity(text_of(one, "speaker"));
        if (const auto time = one.find("time"); time != one.end() && time->is_object()) {
            claim.time = {text_of(*time, "from"), text_of(*time, "to")};
        }
        if (const auto evidence = one.find("evidence"); evidence != one.end()) {
            claim.evidence = span_of(*evidence);
            claim.quote = evidence->is_object() ? text_of(*evidence, "quote") : "";
        }
        claim.rule = text_of(one, "rule");
        for (const json& reason : list(one, "reasons")) {
            claim.reasons.push_back(reason.is_string() ? reason.get<std::string>() : "");
        }
        const auto confidence = one.find("confidence");
        claim.confidence = confidence != one.end() && confidence->is_number() ? confidence->get<double>() : 0;
        facts.claims.push_back(std::move(claim));
    }

    const json& root_;
    std::string text_;
    CodePointIndex index_;
    bool has_text_;
    std::string fault_;
    std::unordered_map<std::string, std::uint32_t> by_id_;
};

} // namespace

Result<DocumentFacts> read_facts_line(std::string_view line, const std::string& file,
                                      std::size_t line_number) {
    const Result<json> parsed = read_json(line, file, line_number);
    if (!parsed) {
        return parsed.problems();
    }
    const Diagnostic wrong_kind{Severity::error, file, line_number, 0,
                                "the line is no facts line of version 1",
                                "give a file written by 'actorgraph extract -f facts'"};
    if (!parsed.value().is_object() || parsed.value().value("version", json()) != json(1)) {
        return wrong_kind;
    }
    std::string fault;
    auto facts = FactsReader(parsed.value()).read(fault);
    if (!facts) {
        Diagnostic problem = wrong_kind;
        problem.message = fault;
        return problem;
    }
    return std::move(*facts);
}

} // namespace actorgraph
