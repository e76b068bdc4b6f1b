#include "export/ftm.hpp"

#include "core/utf8.hpp"
#include "export/date_span.hpp"
#include "export/json_writer.hpp"
#include "graph/edge_filter.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace actorgraph {
namespace {

/// Kinds of entity that the ends of an interval schema may be.
enum class End { person, legal, organization, company };

struct IntervalSchema {
    std::string_view relation;
    std::string_view schema;
    std::string_view source; ///< property that holds the source of the edge
    End source_end;
    std::string_view target;
    End target_end;
};
constexpr IntervalSchema interval_schemas[] = {
    {"parent_of", "Family", "person", End::person, "relative", End::person},
    {"spouse_of", "Family", "person", End::person, "relative", End::person},
    {"sibling_of", "Family", "person", End::person, "relative", End::person},
    {"relative_of", "Family", "person", End::person, "relative", End::person},
    {"associate_of", "Associate", "person", End::person, "associate", End::person},
    {"employed_by", "Employment", "employee", End::person, "employer", End::organization},
    {"leads", "Directorship", "director", End::legal, "organization", End::organization},
    {"member_of", "Membership", "member", End::legal, "organization", End::organization},
    {"owns", "Ownership", "owner", End::legal, "asset", End::company},
    {"represents", "Representation", "agent", End::legal, "client", End::legal},
    {"paid", "Payment", "payer", End::legal, "beneficiary", End::legal},
};

constexpr std::string_view wallet_kinds[] = {"bitcoin", "ethereum", "litecoin", "dogecoin", "dash",    "tron",
                                             "ripple",  "zcash",    "cardano",  "stellar",  "monero", "bitcoin_cash"};

std::string_view schema_of(const Actor& actor) {
    if (actor.type == "person") {
        return "Person";
    }
    if (actor.type == "organization") {
        return actor.subtype == "company"                                            ? "Company"
               : actor.subtype == "government body" || actor.subtype == "government" ? "PublicBody"
                                                                                     : "Organization";
    }
    const std::string_view kind = actor.account ? std::string_view(actor.account->kind) : "";
    if (std::find(std::begin(wallet_kinds), std::end(wallet_kinds), kind) != std::end(wallet_kinds)) {
        return "CryptoWallet";
    }
    return kind == "iban" || kind == "bic" ? "BankAccount" : "UserAccount";
}

bool fits(const Actor& actor, End end) {
    const std::string_view schema = schema_of(actor);
    switch (end) {
    case End::person: return schema == "Person";
    case End::legal: return actor.type == "person" || actor.type == "organization";
    case End::organization: return actor.type == "organization";
    case End::company: return schema == "Company";
    }
    return false;
}

/// FNV-1a, 64 bits: short ids that say nothing of paths.
std::string id_of(std::string_view prefix, std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string id(prefix);
    for (int shift = 60; shift >= 0; shift -= 4) {
        id += digits[hash >> static_cast<unsigned>(shift) & 15U];
    }
    return id;
}

/// Whether a reader sees anything of it: no blank, control, joiner or mark of direction.
bool is_visible(char32_t c) {
    const bool is_blank = c <= U' ' || (c >= 0x7F && c <= 0xA0);
    const bool is_format = (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || c == 0x3000 || c == 0xFEFF;
    return !is_blank && !is_format;
}

/// The value as far as FollowTheMoney takes it: names and other short texts up to 384 characters, quotes far longer; empty
/// when there is nothing to see.
std::string accepted(const std::string& name, const std::string& value) {
    const std::size_t most = name == "summary" ? 65000 : 384;
    bool is_seen = false;
    std::size_t at = 0;
    for (std::size_t count = 0; at < value.size() && count < most; ++count) {
        is_seen = is_visible(next_code_point(value, at)) || is_seen;
    }
    return is_seen ? value.substr(0, at) : "";
}

/// Lists of one entity's values; FollowTheMoney knows no single values and drops repetitions.
class Properties {
  public:
    void add(const std::string& name, const std::string& whole) {
        const std::string value = accepted(name, whole);
        if (value.empty()) {
            return;
        }
        auto& list = values_[name];
        if (std::find(list.begin(), list.end(), value) == list.end()) {
            list.push_back(value);
        }
    }

    void write(JsonWriter& json) const {
        json.begin_object();
        for (const auto& [name, list] : values_) {
            json.key(name).begin_array();
            for (const std::string& value : list) {
                json.value(value);
            }
            json.end_array();
        }
        json.end_object();
    }

  private:
    std::map<std::string, std::vector<std::string>> values_;
};

class FtmWriter {
  public:
    FtmWriter(const CaseGraph& graph, const ExportOptions& options, std::ostream& out)
        : graph_(graph), options_(options), out_(out) {}

    void write() {
        for (const Actor& actor : graph_.actors()) {
            write_actor(actor);
        }
        std::set<std::string> documents;
        for (const ActorEdge& edge : graph_.edges()) {
            if (is_denied(edge) && !options_.with_denied) {
                continue;
            }
            for (const Evidence& one : edge.evidence) {
                if (documents.insert(one.document).second) {
                    write_document(one);
                }
            }
            write_edge(edge);
        }
    }

  private:
    void entity(const std::string& id, std::string_view schema, const Properties& properties) {
        JsonWriter json(out_);
        json.begin_object().key("id").value(id).key("schema").value(schema).key("properties");
        properties.write(json);
        json.end_object();
        out_.put('\n');
    }

    static std::string id_of_actor(const Actor& actor) { return id_of("a-", actor.id); }

    void write_actor(const Actor& actor) {
        Properties properties;
        properties.add("name", accepted("name", actor.name).empty() ? actor.id : actor.name);
        for (const std::string& alias : actor.aliases) {
            properties.add("alias", alias);
        }
        const std::string_view schema = schema_of(actor);
        if (actor.account && schema == "UserAccount") {
            properties.add("username", actor.account->value);
            properties.add("service", actor.account->platform.empty() ? actor.account->kind : actor.account->platform);
        } else if (actor.account && schema == "CryptoWallet") {
            properties.add("publicKey", actor.account->value);
        } else if (actor.account && actor.account->kind == "iban") {
            properties.add("iban", actor.account->value);
        } else if (schema == "UserAccount") {
            properties.add("username", accepted("username", actor.name).empty() ? actor.id : actor.name);
        }
        entity(id_of_actor(actor), schema, properties);
    }

    void write_document(const Evidence& one) {
        Properties properties;
        properties.add("fileName", one.document);
        properties.add("publisher", one.outlet);
        properties.add("date", first_day(one.date).empty() ? "" : one.date);
        entity(id_of("d-", one.document), "Document", properties);
    }

    const IntervalSchema* schema_for(const ActorEdge& edge) const {
        const auto* found = std::find_if(std::begin(interval_schemas), std::end(interval_schemas),
                                         [&](const IntervalSchema& one) { return one.relation == edge.relation; });
        const bool is_allowed = found != std::end(interval_schemas) &&
                                fits(graph_.actors()[edge.source], found->source_end) &&
                                fits(graph_.actors()[edge.target], found->target_end);
        return is_allowed ? found : nullptr;
    }

    void write_edge(const ActorEdge& edge) {
        const IntervalSchema* schema = schema_for(edge);
        const Actor& source = graph_.actors()[edge.source];
        const Actor& target = graph_.actors()[edge.target];
        Properties properties;
        properties.add(schema != nullptr ? std::string(schema->source) : "subject", id_of_actor(source));
        properties.add(schema != nullptr ? std::string(schema->target) : "object", id_of_actor(target));
        const std::string kind = kind_of(edge);
        const bool is_kin = schema != nullptr && (schema->schema == "Family" || schema->schema == "Associate");
        const bool is_payment = schema != nullptr && schema->schema == "Payment";
        properties.add(is_kin ? "relationship" : is_payment ? "purpose" : "role", kind);
        for (const Evidence& one : edge.evidence) {
            add_evidence(properties, one, is_kin || is_payment);
        }
        entity(id_of("e-", source.id + "\x1f" + target.id + "\x1f" + kind),
               schema != nullptr ? schema->schema : "UnknownLink", properties);
    }

    static void add_evidence(Properties& properties, const Evidence& one, bool has_no_role) {
        if (!has_no_role) {
            properties.add("role", one.role);
        }
        properties.add("summary", one.quote);
        properties.add("publisher", one.outlet);
        properties.add("proof", id_of("d-", one.document));
        properties.add("startDate", first_day(one.time.from).empty() ? "" : one.time.from);
        properties.add("endDate", first_day(one.time.to).empty() ? "" : one.time.to);
        properties.add("date", first_day(one.date).empty() ? "" : one.date);
    }

    const CaseGraph& graph_;
    const ExportOptions& options_;
    std::ostream& out_;
};

} // namespace

void write_ftm(const CaseGraph& graph, const ExportOptions& options, std::ostream& out) {
    FtmWriter(graph, options, out).write();
}

} // namespace actorgraph
