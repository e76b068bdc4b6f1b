#include "export/facts_line.hpp"

#include "core/utf8.hpp"
#include "export/json_writer.hpp"

namespace actorgraph {
namespace {

void text_or_null(JsonWriter& json, std::string_view key, std::string_view text) {
    json.key(key);
    text.empty() ? json.null() : json.value(text);
}

/// Offsets of a document in code points; facts without text have them already.
class Points {
  public:
    explicit Points(std::string_view text) : index_(text), has_text_(!text.empty()) {}
    std::size_t of(std::uint32_t offset) const { return has_text_ ? index_.to_code_points(offset) : offset; }

  private:
    CodePointIndex index_;
    bool has_text_;
};

void offsets(JsonWriter& json, const Points& points, Span span) {
    json.key("start").value(points.of(span.begin));
    json.key("end").value(points.of(span.end));
}

void strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& list) {
    json.key(key).begin_array();
    for (const std::string& one : list) {
        json.value(one);
    }
    json.end_array();
}

std::string entity_id(std::size_t index) { return "e" + std::to_string(index + 1); }

void write_entity(JsonWriter& json, const Points& points, const Entity& entity,
                  std::size_t number) {
    json.begin_object().key("id").value(entity_id(number)).key("type").value(entity.type);
    text_or_null(json, "subtype", entity.subtype);
    json.key("name").value(entity.name);
    text_or_null(json, "gender", entity.gender);
    strings(json, "aliases", entity.aliases);
    json.key("account");
    if (entity.account) {
        json.begin_object().key("kind").value(entity.account->kind);
        text_or_null(json, "platform", entity.account->platform);
        json.key("value").value(entity.account->value).end_object();
    } else {
        json.null();
    }
    json.key("mentions").begin_array();
    for (const Mention& mention : entity.mentions) {
        json.begin_object();
        offsets(json, points, mention.span);
        json.key("form").value(to_string(mention.form));
        strings(json, "rules", mention.rules);
        json.end_object();
    }
    json.end_array().end_object();
}

void write_claim(JsonWriter& json, const Points& points, const Claim& claim) {
    json.begin_object().key("relation").value(claim.relation);
    json.key("source").value(entity_id(claim.source)).key("target").value(entity_id(claim.target));
    text_or_null(json, "role", claim.role);
    text_or_null(json, "channel", claim.channel);
    text_or_null(json, "stage", claim.stage);
    text_or_null(json, "amount", claim.amount);
    json.key("polarity").value(to_string(claim.polarity));
    json.key("modality").value(to_string(claim.modality)).key("speaker");
    claim.speaker ? json.value(entity_id(*claim.speaker)) : json.null();
    json.key("time");
    if (claim.time == TimeRange{}) {
        json.null();
    } else {
        json.begin_object();
        text_or_null(json, "from", claim.time.from);
        text_or_null(json, "to", claim.time.to);
        json.end_object();
    }
    json.key("evidence").begin_object();
    offsets(json, points, claim.evidence);
    json.key("quote").value(claim.quote).end_object();
    json.key("rule").value(claim.rule);
    strings(json, "reasons", claim.reasons);
    json.key("confidence").value(claim.confidence).end_object();
}

} // namespace

void write_facts_line(const DocumentFacts& facts, std::ostream& out) {
    const Points points(facts.text);
    JsonWriter json(out);
    json.begin_object().key("version").value(std::int64_t{1}).key("id").value(facts.id);
    json.key("sha256").value(facts.sha256);
    text_or_null(json, "title", facts.title);
    text_or_null(json, "date", facts.date);
    text_or_null(json, "outlet", facts.outlet);
    json.key("text").value(facts.text).key("skipped").begin_array();
    for (const SkippedText& skipped : facts.skipped) {
        json.begin_array().value(points.of(skipped.span.begin));
        json.value(points.of(skipped.span.end)).value(skipped.reason).end_array();
    }
    json.end_array().key("entities").begin_array();
    for (std::size_t i = 0; i < facts.entities.size(); ++i) {
        write_entity(json, points, facts.entities[i], i);
    }
    json.end_array().key("claims").begin_array();
    for (const Claim& claim : facts.claims) {
        write_claim(json, points, claim);
    }
    json.end_array().end_object();
    out.put('\n');
}

} // namespace actorgraph
