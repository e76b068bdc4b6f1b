#include "graph/redact.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

constexpr std::size_t shortest_name = 2; ///< bytes; one letter would strike out half of a text

struct Letter {
    utf8proc_int32_t code = -1; ///< lower case; -1 at the end and for bytes that are no UTF-8
    std::size_t bytes = 1;
};

Letter letter_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return {};
    }
    utf8proc_int32_t code = -1;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                        static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    return bytes > 0 ? Letter{utf8proc_tolower(code), static_cast<std::size_t>(bytes)} : Letter{};
}

bool is_gap(utf8proc_int32_t code) {
    constexpr utf8proc_int32_t no_break_space = 0xA0;
    return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == '-' || code == '_' || code == no_break_space;
}

bool is_word(utf8proc_int32_t code) {
    if (code < 0) {
        return false;
    }
    const auto category = utf8proc_category(code);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) || category == UTF8PROC_CATEGORY_ND;
}

/// End of `name` in `text` when it stands at `at`, else `at`.
std::size_t match_at(std::string_view text, std::size_t at, std::string_view name) {
    std::size_t here = at;
    for (std::size_t n = 0; n < name.size();) {
        const Letter wanted = letter_at(name, n);
        Letter found = letter_at(text, here);
        if (is_gap(wanted.code) ? !is_gap(found.code) : found.code != wanted.code || found.code < 0) {
            return at;
        }
        n += wanted.bytes;
        here += found.bytes;
        while (is_gap(wanted.code) && is_gap(letter_at(text, here).code)) {
            here += letter_at(text, here).bytes;
        }
    }
    const bool is_whole = !is_word(letter_at(text, here).code) || !is_word(letter_at(name, name.size() - 1).code);
    return is_whole ? here : at;
}

/// "Reyes" of "Ana Reyes Jr."; empty for a name of one word.
std::string_view surname_of(std::string_view name) {
    constexpr std::array<std::string_view, 7> suffixes{"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"};
    for (auto space = name.rfind(' '); space != std::string_view::npos; space = name.rfind(' ')) {
        const std::string_view last = name.substr(space + 1);
        if (std::find(suffixes.begin(), suffixes.end(), last) == suffixes.end()) {
            return last;
        }
        name = name.substr(0, name.find_last_not_of(" ,", space) + 1);
    }
    return {};
}

void redact_all(std::vector<std::string>& texts, const Redaction& redaction) {
    for (std::string& text : texts) {
        text = redaction.applied(text);
    }
}

void redact_edge(ActorEdge& edge, const Redaction& redaction) {
    redact_all(edge.documents, redaction);
    for (Evidence& one : edge.evidence) {
        for (std::string* text : {&one.quote, &one.speaker, &one.role, &one.channel, &one.document, &one.outlet}) {
            *text = redaction.applied(*text);
        }
    }
}

} // namespace

Redaction::Redaction(const CaseGraph& graph, const std::vector<std::uint32_t>& actors,
                     const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < actors.size(); ++i) {
        const Actor& actor = graph.actors()[actors[i]];
        const std::string mark = mark_of(i);
        add(actor.name, mark);
        if (actor.type == "person") {
            add(surname_of(actor.name), mark);
        }
        for (const std::string& alias : actor.aliases) {
            add(alias, mark);
        }
        if (actor.account) {
            add(actor.account->value, mark);
        }
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        add(words[i], mark_of(actors.size() + i));
    }
    std::stable_sort(names_.begin(), names_.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

void Redaction::add(std::string_view name, const std::string& mark) {
    if (name.size() >= shortest_name) {
        names_.emplace_back(name, mark);
    }
}

std::string Redaction::mark_of(std::size_t number) { return "[redacted " + std::to_string(number + 1) + "]"; }

std::string Redaction::applied(std::string_view text) const {
    std::string out;
    bool is_in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        for (const auto& [name, mark] : names_) {
            const bool may_start = !is_in_word || !is_word(letter_at(name, 0).code);
            if (may_start && (end = match_at(text, at, name)) > at) {
                out += mark;
                break;
            }
        }
        if (end == at) {
            const Letter letter = letter_at(text, at);
            end = at + letter.bytes;
            out += text.substr(at, letter.bytes);
            is_in_word = is_word(letter.code);
        } else {
            is_in_word = false;
        }
        at = end;
    }
    return out;
}

void redact(std::vector<Actor>& actors, std::vector<ActorEdge>& edges, const Redaction& redaction,
            const std::vector<std::uint32_t>& places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] < actors.size()) {
            Actor& actor = actors[places[i]];
            actor.name = Redaction::mark_of(i);
            actor.id = actor.type + ":redacted-" + std::to_string(i + 1);
            actor.aliases.clear();
            actor.account.reset();
        }
    }
    std::size_t changed = 0;
    for (Actor& actor : actors) {
        actor.name = redaction.applied(actor.name);
        redact_all(actor.aliases, redaction);
        redact_all(actor.documents, redaction);
        actor.members.clear(); // they point into facts that still hold the names
        if (actor.account && redaction.applied(actor.account->value) != actor.account->value) {
            actor.account.reset();
        }
        if (redaction.applied(actor.id) != actor.id) {
            actor.id = actor.type + ":partly-redacted-" + std::to_string(++changed);
        }
    }
    for (ActorEdge& edge : edges) {
        redact_edge(edge, redaction);
    }
}

} // namespace actorgraph
