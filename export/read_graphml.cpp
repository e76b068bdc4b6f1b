#include "export/read_graphml.hpp"

#include <expat.h>

#include <charconv>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace actorgraph {
namespace {

using Fields = std::unordered_map<std::string, std::string>;

std::string field(const Fields& fields, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        if (const auto found = fields.find(name); found != fields.end() && !found->second.empty()) {
            return found->second;
        }
    }
    return "";
}

std::size_t count_of(const Fields& fields, const char* name, std::size_t otherwise) {
    const std::string text = field(fields, {name});
    std::size_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::vector<std::string> list_of(std::string_view joined) {
    std::vector<std::string> list;
    while (!joined.empty()) {
        const auto bar = std::min(joined.find('|'), joined.size());
        list.emplace_back(joined.substr(0, bar));
        joined.remove_prefix(std::min(bar + 1, joined.size()));
    }
    return list;
}

Actor actor_of(const std::string& id, const Fields& fields) {
    Actor actor;
    actor.id = id;
    actor.name = field(fields, {"label", "name"});
    actor.name = actor.name.empty() ? id : actor.name;
    actor.type = field(fields, {"entity_type", "type"});
    actor.type = actor.type.empty() ? id.substr(0, std::min(id.find(':'), id.size())) : actor.type;
    const bool is_known = actor.type == "person" || actor.type == "organization" || actor.type == "account";
    actor.type = is_known ? actor.type : "organization";
    actor.subtype = field(fields, {"subtype"});
    actor.aliases = list_of(field(fields, {"aliases"}));
    actor.mentions = count_of(fields, "mentions", 0);
    if (const std::string kind = field(fields, {"account_kind"}); !kind.empty()) {
        actor.account = Account{kind, field(fields, {"platform"}), actor.name};
    }
    return actor;
}

/// "a.txt 10-20 rule": what our writer puts into `evidence`.
void read_place(std::string_view text, Evidence& evidence) {
    const auto rule = text.rfind(' ');
    const auto span = rule == std::string_view::npos || rule == 0 ? rule : text.rfind(' ', rule - 1);
    if (span == std::string_view::npos || rule == span) {
        evidence.document = std::string(text);
        return;
    }
    evidence.document = std::string(text.substr(0, span));
    evidence.rule = std::string(text.substr(rule + 1));
    const std::string_view numbers = text.substr(span + 1, rule - span - 1);
    const auto dash = std::min(numbers.find('-'), numbers.size());
    std::from_chars(numbers.data(), numbers.data() + dash, evidence.start);
    if (dash < numbers.size()) {
        std::from_chars(numbers.data() + dash + 1, numbers.data() + numbers.size(), evidence.end);
    }
}

ActorEdge edge_of(const std::string& label, const Fields& fields) {
    ActorEdge edge;
    edge.relation = field(fields, {"relation"});
    if (edge.relation.empty()) {
        const std::string kind = label.empty() ? field(fields, {"kind", "label"}) : label;
        edge.relation = kind.substr(0, std::min(kind.find(" ["), kind.size()));
    }
    edge.relation = edge.relation.empty() ? "linked_to" : edge.relation;
    edge.symmetric = field(fields, {"symmetric"}) == "true";
    edge.polarity = polarity_from(field(fields, {"polarity"})).value_or(Polarity::affirmed);
    edge.modality = modality_from(field(fields, {"modality"})).value_or(Modality::reported);
    edge.sources = count_of(fields, "sources", 1);
    edge.denials = count_of(fields, "denials", 0);
    edge.first_reported = field(fields, {"first_reported"});
    edge.last_reported = field(fields, {"last_reported"});
    Evidence evidence;
    evidence.quote = field(fields, {"quote"});
    evidence.speaker = field(fields, {"speaker"});
    evidence.role = field(fields, {"role"});
    evidence.channel = field(fields, {"channel"});
    evidence.date = edge.first_reported;
    read_place(field(fields, {"evidence"}), evidence);
    if (!evidence.document.empty()) {
        edge.documents.push_back(evidence.document);
    }
    edge.evidence.push_back(std::move(evidence));
    return edge;
}

/// Takes the events of the XML parser; elements it does not know are passed over.
class GraphmlReader {
  public:
    explicit GraphmlReader(const std::string& file) : file_(file), parser_(XML_ParserCreate("UTF-8"), &XML_ParserFree) {
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(
            parser_.get(), [](void* self, const char* name, const char** attributes) { of(self).open(name, attributes); },
            [](void* self, const char* name) { of(self).close(name); });
        XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int length) {
            of(self).text_.append(text, static_cast<std::size_t>(length));
        });
        XML_SetEntityDeclHandler(parser_.get(), [](void* self, const char*, int, const char*, int, const char*,
                                                   const char*, const char*, const char*) {
            of(self).fail("the file declares entities", "remove its DOCTYPE");
        });
    }

    Result<CaseGraph> read(std::string_view text) {
        constexpr std::size_t block = 1U << 26U; // the parser counts in int
        for (std::size_t at = 0; at <= text.size() && !problem_; at += block) {
            const std::string_view part = text.substr(at, block);
            const bool is_last = at + block > text.size();
            if (XML_Parse(parser_.get(), part.data(), static_cast<int>(part.size()), is_last ? 1 : 0) == XML_STATUS_ERROR &&
                !problem_) {
                fail(XML_ErrorString(XML_GetErrorCode(parser_.get())), "give a GraphML file, whole and well-formed");
            }
        }
        if (problem_) {
            return *problem_;
        }
        return CaseGraph(std::move(actors_), std::move(edges_));
    }

  private:
    static GraphmlReader& of(void* self) { return *static_cast<GraphmlReader*>(self); }

    void fail(const std::string& message, const char* hint) {
        if (!problem_) {
            const auto line = static_cast<std::size_t>(XML_GetCurrentLineNumber(parser_.get()));
            problem_ = Diagnostic{Severity::error, file_, line, 0, message, hint};
            XML_StopParser(parser_.get(), XML_FALSE);
        }
    }

    static std::string attribute(const char** attributes, std::string_view name) {
        for (; *attributes != nullptr; attributes += 2) {
            if (name == attributes[0]) {
                return attributes[1];
            }
        }
        return "";
    }

    void open(std::string_view name, const char** attributes) {
        constexpr std::size_t deepest = 64;
        text_.clear();
        if (++depth_ > deepest) {
            fail("elements are nested too deep", "give a GraphML file");
        } else if (name == "key") {
            const std::string title = attribute(attributes, "attr.name");
            key_names_[attribute(attributes, "id")] = title.empty() ? attribute(attributes, "id") : title;
        } else if (name == "node" || name == "edge") {
            fields_.clear();
            id_ = attribute(attributes, "id");
            label_ = attribute(attributes, "label");
            source_ = attribute(attributes, "source");
            target_ = attribute(attributes, "target");
        } else if (name == "data") {
            const std::string key = attribute(attributes, "key");
            const auto known = key_names_.find(key);
            key_ = known == key_names_.end() ? key : known->second;
        }
    }

    void close(std::string_view name) {
        --depth_;
        if (name == "data") {
            fields_[key_] = text_;
        } else if (name == "node") {
            if (id_.empty()) {
                fail("a node has no id", "give every node an id of its own");
                return;
            }
            if (!places_.try_emplace(id_, static_cast<std::uint32_t>(actors_.size())).second) {
                fail("node '" + id_ + "' stands twice", "give every node an id of its own");
                return;
            }
            actors_.push_back(actor_of(id_, fields_));
        } else if (name == "edge") {
            close_edge();
        }
        text_.clear();
    }

    void close_edge() {
        const auto source = places_.find(source_);
        const auto target = places_.find(target_);
        if (source == places_.end() || target == places_.end()) {
            fail("an edge names the unknown node '" + (source == places_.end() ? source_ : target_) + "'",
                 "write nodes before the edges that join them");
            return;
        }
        ActorEdge edge = edge_of(label_, fields_);
        edge.source = source->second;
        edge.target = target->second;
        edges_.push_back(std::move(edge));
    }

    std::string file_;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
    std::optional<Diagnostic> problem_;
    std::size_t depth_ = 0;
    std::string text_, id_, label_, source_, target_, key_;
    Fields fields_;
    std::unordered_map<std::string, std::string> key_names_;
    std::unordered_map<std::string, std::uint32_t> places_;
    std::vector<Actor> actors_;
    std::vector<ActorEdge> edges_;
};

} // namespace

Result<CaseGraph> read_graphml(std::string_view text, const std::string& file) { return GraphmlReader(file).read(text); }

} // namespace actorgraph
