#include "graph/find_actor.hpp"

#include "core/near_miss.hpp"
#include "graph/fold.hpp"

#include <algorithm>
#include <optional>

namespace actorgraph {
namespace {

/// How well a name answers a search; smaller is better.
enum Fit : std::size_t { whole, beginning, word, word_beginning, inside, misspelt, none };

Fit fit_of(std::string_view name, std::string_view wanted) {
    const auto at = name.find(wanted);
    if (at != std::string_view::npos) {
        const auto end = at + wanted.size();
        const auto begins_word = [&](std::size_t place) { return place == 0 || name[place - 1] == ' '; };
        const bool ends_word = end == name.size() || name[end] == ' ';
        if (at == 0 && end == name.size()) {
            return whole;
        }
        if (begins_word(at)) {
            return ends_word ? word : at == 0 ? beginning : word_beginning;
        }
        return inside;
    }
    const std::size_t allowed = wanted.size() >= 8 ? 2 : wanted.size() >= 4 ? 1 : 0;
    const std::size_t longer = std::max(name.size(), wanted.size()) - std::min(name.size(), wanted.size());
    return longer <= allowed && edit_distance(name, wanted) <= allowed ? misspelt : none;
}

Fit best_fit(const Actor& actor, std::string_view wanted) {
    Fit best = std::min(fit_of(folded(actor.name), wanted), fit_of(folded(actor.id), wanted));
    for (const std::string& alias : actor.aliases) {
        best = std::min(best, fit_of(folded(alias), wanted));
    }
    return actor.account ? std::min(best, fit_of(folded(actor.account->value), wanted)) : best;
}

struct Found {
    Fit fit = none;
    std::uint32_t actor = 0;
};

/// All that fit at all, best first; ties by mentions, then id.
std::vector<Found> all_found(const CaseGraph& graph, std::string_view name) {
    const std::string wanted = folded(name);
    std::vector<Found> found;
    for (std::uint32_t i = 0; i < graph.actors().size() && !wanted.empty(); ++i) {
        if (const Fit fit = best_fit(graph.actors()[i], wanted); fit != none) {
            found.push_back({fit, i});
        }
    }
    std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
        const Actor& x = graph.actors()[a.actor];
        const Actor& y = graph.actors()[b.actor];
        return a.fit != b.fit             ? a.fit < b.fit
               : x.mentions != y.mentions ? x.mentions > y.mentions
                                          : x.id < y.id;
    });
    return found;
}

std::vector<std::string> suggestions_for(const CaseGraph& graph, const std::string& wanted) {
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const Actor& actor : graph.actors()) {
        const std::string name = folded(actor.name);
        const std::size_t d = edit_distance(wanted, name);
        if (d <= std::max<std::size_t>(2, wanted.size() / 4) || name.starts_with(wanted)) {
            near.emplace_back(d, actor.name);
        }
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < near.size() && i < 5; ++i) {
        names.push_back(near[i].second);
    }
    return names;
}

} // namespace

NameMatch find_actor(const CaseGraph& graph, std::string_view name) {
    const std::string wanted = folded(name);
    NameMatch match;
    std::vector<std::uint32_t> by_own_name;
    const auto found = all_found(graph, name);
    const bool has_whole = !found.empty() && found.front().fit == whole;
    for (const Found& one : found) {
        const Actor& actor = graph.actors()[one.actor];
        const bool is_wanted = has_whole ? one.fit == whole : one.fit == word;
        if (is_wanted) {
            match.actors.push_back(one.actor);
        }
        // An actor whose own name is the one given wins over aliases of others.
        if (folded(actor.name) == wanted || folded(actor.id) == wanted) {
            by_own_name.push_back(one.actor);
        }
    }
    if (by_own_name.size() == 1) {
        match.actors = by_own_name;
    }
    if (match.actors.empty()) {
        match.suggestions = suggestions_for(graph, wanted);
    }
    return match;
}

std::vector<std::uint32_t> search_actors(const CaseGraph& graph, std::string_view wanted, std::size_t most) {
    std::vector<std::uint32_t> actors;
    for (const Found& one : all_found(graph, wanted)) {
        if (actors.size() == most) {
            break;
        }
        actors.push_back(one.actor);
    }
    return actors;
}

} // namespace actorgraph
