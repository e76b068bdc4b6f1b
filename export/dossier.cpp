#include "export/dossier.hpp"

#include "export/date_span.hpp"
#include "export/json_writer.hpp"
#include "export/look.hpp"
#include "graph/edge_filter.hpp"
#include "graph/tie_cost.hpp"

#include <algorithm>
#include <streambuf>
#include <string>
#include <unordered_map>

namespace actorgraph {
namespace {

constexpr std::size_t most_quotes = 20; ///< of one tie

/// Passes on what is written, "<" as the escape that JSON reads back: no text can end the block it stands in.
class MarkupGuard : public std::streambuf {
  public:
    explicit MarkupGuard(std::ostream& out) : out_(out) {}

  protected:
    std::streamsize xsputn(const char* text, std::streamsize count) override {
        std::string_view rest(text, static_cast<std::size_t>(count));
        for (auto at = rest.find('<'); at != std::string_view::npos; at = rest.find('<')) {
            out_ << rest.substr(0, at) << "\\u003c";
            rest.remove_prefix(at + 1);
        }
        out_ << rest;
        return out_ ? count : 0;
    }
    int overflow(int c) override {
        const char one = static_cast<char>(c);
        return c == EOF || xsputn(&one, 1) == 1 ? 0 : EOF;
    }

  private:
    std::ostream& out_;
};

/// Texts that many rows share, each written once and named by its number.
class Shared {
  public:
    std::size_t number_of(const std::string& text) {
        const auto [at, is_new] = numbers_.try_emplace(text, texts_.size());
        if (is_new) {
            texts_.push_back(&at->first);
        }
        return at->second;
    }
    const std::vector<const std::string*>& texts() const { return texts_; }

  private:
    std::unordered_map<std::string, std::size_t> numbers_;
    std::vector<const std::string*> texts_;
};

std::string_view status_of(const ActorEdge& edge) {
    return is_denied(edge)                        ? "denied"
           : edge.modality == Modality::reported ? "asserted"
                                                  : to_string(edge.modality);
}

/// Writes the case as rows of values; export/dossier/case.js names their places.
class CaseWriter {
  public:
    CaseWriter(const CaseGraph& graph, std::ostream& out) : graph_(graph), json_(out) {}

    void write(bool with_denied) {
        json_.begin_object().key("version").value(std::int64_t{1}).key("with_denied").value(with_denied);
        json_.key("nodes").begin_array();
        const auto drawn = looks(graph_);
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            node(graph_.actors()[i], drawn[i]);
        }
        json_.end_array().key("edges").begin_array();
        for (const ActorEdge& one : graph_.edges()) {
            edge(one);
        }
        json_.end_array();
        table("relations", relations_, [](const std::string& name) { return tie_class(name) == TieClass::attribute; });
        texts("statuses", statuses_);
        texts("quotes", quotes_);
        texts("rules", rules_);
        json_.key("documents").begin_array();
        for (const Evidence* one : documents_) {
            json_.begin_array().value(one->document).value(one->outlet).value(one->date).end_array();
        }
        json_.end_array();
        json_.end_object();
    }

  private:
    /// name, type, subtype, colour, x, y, size, mentions, documents, aliases, account
    void node(const Actor& actor, const Look& look) {
        json_.begin_array().value(actor.name.empty() ? actor.id : actor.name).value(actor.type).value(actor.subtype);
        json_.value(hex_of(look.colour)).value(look.place.x).value(look.place.y).value(look.size);
        json_.value(actor.mentions).value(actor.documents.size()).begin_array();
        for (const std::string& alias : actor.aliases) {
            json_.value(alias);
        }
        json_.end_array();
        json_.value(actor.account ? actor.account->kind + (actor.account->platform.empty() ? "" : ", ") + actor.account->platform
                                  : "");
        json_.end_array();
    }

    /// source, target, relation, status, symmetric, sources, denials, documents, from, to ("=": the same), cost, evidence
    void edge(const ActorEdge& one) {
        json_.begin_array().value(std::size_t{one.source}).value(std::size_t{one.target});
        json_.value(relations_.number_of(one.relation)).value(statuses_.number_of(std::string(status_of(one))));
        json_.value(std::int64_t{one.symmetric ? 1 : 0});
        json_.value(one.sources).value(one.denials).value(one.documents.size());
        const auto spans = spans_of(one);
        const std::string from = spans.empty() ? "" : spans.front().first;
        const std::string to = spans.empty() ? "" : spans.back().last;
        json_.value(from).value(to == from ? "=" : to);
        json_.value(std::size_t{tie_cost(one, {})}).begin_array();
        for (std::size_t i = 0; i < std::min(most_quotes, one.evidence.size()); ++i) {
            evidence(one.evidence[i]);
        }
        json_.end_array().end_array();
    }

    /// document, quote, start, end, rule, then speaker, role, channel unless all are empty
    void evidence(const Evidence& one) {
        json_.begin_array().value(document_of(one)).value(quotes_.number_of(one.quote)).value(one.start).value(one.end);
        json_.value(rules_.number_of(one.rule));
        if (!one.speaker.empty() || !one.role.empty() || !one.channel.empty()) {
            json_.value(one.speaker).value(one.role).value(one.channel);
        }
        json_.end_array();
    }

    std::size_t document_of(const Evidence& one) {
        const auto [at, is_new] = document_numbers_.try_emplace(one.document + '\n' + one.outlet + '\n' + one.date, documents_.size());
        if (is_new) {
            documents_.push_back(&one);
        }
        return at->second;
    }

    template <typename Flag> void table(const char* name, const Shared& shared, Flag flag) {
        json_.key(name).begin_array();
        for (const std::string* text : shared.texts()) {
            json_.begin_array().value(*text).value(flag(*text)).end_array();
        }
        json_.end_array();
    }

    void texts(const char* name, const Shared& shared) {
        json_.key(name).begin_array();
        for (const std::string* text : shared.texts()) {
            json_.value(*text);
        }
        json_.end_array();
    }

    const CaseGraph& graph_;
    JsonWriter json_;
    Shared relations_, statuses_, quotes_, rules_;
    std::unordered_map<std::string, std::size_t> document_numbers_; ///< by name, outlet and date
    std::vector<const Evidence*> documents_;
};

} // namespace

bool has_dossier() { return !dossier_head.empty(); }

void write_dossier(const CaseGraph& graph, const ExportOptions& options, std::ostream& out) {
    out << dossier_head;
    MarkupGuard guard(out);
    std::ostream guarded(&guard);
    CaseWriter(graph, guarded).write(options.with_denied);
    out << dossier_tail;
}

} // namespace actorgraph
