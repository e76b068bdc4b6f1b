#include "rules/token_pattern.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>

namespace actorgraph {

/// Makes the net of the patterns deterministic in words: ways that read the same word go to one
/// state. Classes overlap, so that several states may be reached at once.
class TokenPatternBuilder {
  public:
    explicit TokenPatternBuilder(const TokenNet& net) : net_(net) {}

    void run(TokenPattern& out) {
        if (!net_.is_complete()) {
            return;
        }
        number_of(Nodes{0});
        for (std::size_t state = 0; state < sets_.size() && sets_.size() <= most_states; ++state) {
            collect(*sets_[state]);
            close_state(out);
        }
        if (sets_.size() > most_states) {
            out.states_.clear();
            return;
        }
        note_beginnings(out);
    }

  private:
    using Nodes = std::vector<std::uint32_t>;

    struct Edge {
        std::uint32_t label = 0; ///< hash of a word, or marks of a class
        std::uint32_t to = 0;    ///< node
        friend auto operator<=>(const Edge&, const Edge&) = default;
    };
    static constexpr std::size_t most_states = 0xFFF0;
    static constexpr std::uint16_t no_number = 0xFFFF;

    /// What a match begins with, and what stands behind a slot that it begins with.
    static void note_beginnings(TokenPattern& out) {
        out.is_anchored_ = out.patterns_ > 0;
        for (std::size_t i = 0; i < out.patterns_; ++i) {
            out.is_anchored_ = out.is_anchored_ && out.net_.pattern(i).is_anchored;
        }
        const TokenPattern::State& start = out.states_[0];
        out.add_beginnings(start, out.start_);
        if (start.ends != start.ends_end) { // an empty text matches
            out.second_.add_marks(token_mark::any);
        }
        for (std::uint32_t i = start.classes; i < start.classes_end; ++i) {
            out.add_beginnings(out.states_[out.classes_[i].to], out.second_);
        }
    }

    void collect(const Nodes& set) {
        words_.clear();
        classes_.clear();
        ends_.clear();
        for (const std::uint32_t number : set) {
            const TokenNet::Node& node = net_.node(number);
            for (const TokenNet::Edge& edge : net_.edges(node)) {
                (edge.is_word() ? words_ : classes_).push_back({edge.label, edge.to});
            }
            const auto accepts = net_.accepts(node);
            ends_.insert(ends_.end(), accepts.begin(), accepts.end());
        }
    }

    std::uint16_t number_of(const Nodes& set) {
        const auto [at, is_new] = numbers_.emplace(set, static_cast<std::uint16_t>(sets_.size()));
        if (is_new) {
            sets_.push_back(&at->first);
        }
        return at->second;
    }

    /// Of most states, those that are one node of the net.
    std::uint16_t number_of(std::uint32_t node) {
        singles_.resize(std::max<std::size_t>(singles_.size(), node + 1), no_number);
        if (singles_[node] == no_number) {
            singles_[node] = number_of(Nodes{node});
        }
        return singles_[node];
    }

    template <typename At> static Nodes nodes(At first, At last) {
        Nodes set;
        std::transform(first, last, std::back_inserter(set), [](const Edge& edge) { return edge.to; });
        return set;
    }

    void close_state(TokenPattern& out) {
        TokenPattern::State state;
        state.words = static_cast<std::uint32_t>(out.words_.size());
        state.classes = static_cast<std::uint32_t>(out.classes_.size());
        for (auto* edges : {&words_, &classes_}) {
            std::sort(edges->begin(), edges->end());
            edges->erase(std::unique(edges->begin(), edges->end()), edges->end());
            for (auto first = edges->begin(); first != edges->end();) {
                const auto last = std::find_if(first, edges->end(), [&](const Edge& edge) {
                    return edge.label != first->label;
                });
                const std::uint16_t to = last - first == 1 ? number_of(first->to) : number_of(nodes(first, last));
                if (edges == &words_) {
                    out.words_.push_back({first->label, to});
                } else {
                    out.classes_.push_back({first->label, to});
                }
                first = last;
            }
        }
        state.ends = static_cast<std::uint32_t>(out.ends_.size());
        std::sort(ends_.begin(), ends_.end());
        std::unique_copy(ends_.begin(), ends_.end(), std::back_inserter(out.ends_));
        state.ends_end = static_cast<std::uint32_t>(out.ends_.size());
        state.words_end = static_cast<std::uint32_t>(out.words_.size());
        state.classes_end = static_cast<std::uint32_t>(out.classes_.size());
        out.states_.push_back(state);
    }

    const TokenNet& net_;
    std::vector<Edge> words_, classes_; ///< of the state being made
    std::vector<std::uint32_t> ends_;   ///< patterns that end in it
    std::vector<const Nodes*> sets_;    ///< by state
    std::map<Nodes, std::uint16_t> numbers_;
    std::vector<std::uint16_t> singles_; ///< numbers of sets of one node, by node
};

std::string token_class(std::uint32_t marks) {
    return "\x01" + std::to_string(marks) + "\x02";
}

std::string token_shape(std::uint32_t marks, std::string_view letters) {
    return "\x01" + std::to_string(marks) + ":" + std::string(letters) + "\x02";
}

TokenPattern::TokenPattern(std::span<const std::string> patterns)
    : net_(patterns), patterns_(patterns.size()) {
    TokenPatternBuilder(net_).run(*this);
}

/// States that are reached, each once. More than it holds: `is_full`.
struct TokenPattern::Active {
    std::array<std::uint16_t, 62> states;
    std::uint32_t count = 0;
    bool is_full = false;

    void add(std::uint16_t state) {
        const auto end = states.begin() + count;
        if (std::find(states.begin(), end, state) == end) {
            is_full = is_full || count == states.size();
            states[is_full ? 0 : count++] = state;
        }
    }
};

void TokenPattern::add_beginnings(const State& state, TokenFilter& out) const {
    for (std::uint32_t i = state.words; i < state.words_end; ++i) {
        out.add_word(words_[i].hash);
    }
    for (std::uint32_t i = state.classes; i < state.classes_end; ++i) {
        out.add_marks(classes_[i].marks);
    }
    out.add_marks(state.ends != state.ends_end ? token_mark::any : 0);
}

/// What most tries fail at: the token behind the slot that a match begins with.
bool TokenPattern::leaves_second(std::span<const SkeletonToken> tokens, std::size_t first) const {
    return !tokens[first].is_slot() || second_.takes_all() ||
           (first + 1 < tokens.size() && second_.takes(tokens[first + 1]));
}

template <typename AtEnd>
bool TokenPattern::run(std::span<const SkeletonToken> tokens, std::size_t first,
                       AtEnd&& at_end) const {
    if ((is_anchored_ && first > 0) || !start_.takes(tokens[first]) || !leaves_second(tokens, first)) {
        return true;
    }
    Active now;
    now.add(0);
    for (std::size_t i = first; now.count > 0; ++i) {
        Active next;
        for (std::uint32_t s = 0; s < now.count; ++s) {
            const State& state = states_[now.states[s]];
            if (state.ends != state.ends_end) {
                at_end(state, i);
            }
            if (i < tokens.size()) {
                follow(state, tokens[i], [&next](std::uint16_t to) { next.add(to); });
            }
        }
        if (next.is_full) {
            return false;
        }
        now = next;
    }
    return true;
}

std::size_t TokenPattern::reach(std::span<const SkeletonToken> tokens, std::size_t first) const {
    std::size_t end = 0;
    const bool is_followed =
        !states_.empty() && run(tokens, first, [&](const State&, std::size_t at) { end = at; });
    return is_followed ? end : tokens.size();
}

namespace {

TriggerPlace anywhere() {
    TriggerPlace place;
    place.before.add_marks(token_mark::any);
    place.behind.add_marks(token_mark::any);
    return place;
}

} // namespace

/// Finds the ways from the start to the first trigger word.
class TokenPattern::TriggerSearch {
  public:
    TriggerSearch(const TokenPattern& pattern, std::span<const std::uint32_t> triggers)
        : pattern_(pattern), triggers_(triggers.begin(), triggers.end()),
          distances_(pattern.states_.size()), has_trigger_(pattern.states_.size(), false) {
        std::sort(triggers_.begin(), triggers_.end());
    }

    TriggerPlace run() {
        const Distance all = from(0);
        if (can_do_without_ || all.least == nowhere) {
            return anywhere();
        }
        TriggerPlace place;
        place.least_before = all.least;
        place.most_before = all.most;
        for (std::size_t state = 0; state < distances_.size(); ++state) {
            if (distances_[state]) {
                note(static_cast<std::uint16_t>(state), place);
            }
        }
        return place;
    }

  private:
    /// Tokens up to the next trigger word.
    struct Distance {
        std::uint32_t least = nowhere;
        std::uint32_t most = 0;
    };
    static constexpr std::uint32_t nowhere = 0xFFFFU;

    bool is_trigger(const WordEdge& edge) const {
        return std::binary_search(triggers_.begin(), triggers_.end(), edge.hash);
    }
    std::span<const WordEdge> words(const State& state) const {
        return {pattern_.words_.data() + state.words, pattern_.words_.data() + state.words_end};
    }
    std::span<const ClassEdge> classes(const State& state) const {
        return {pattern_.classes_.data() + state.classes, pattern_.classes_.data() + state.classes_end};
    }

    Distance from(std::uint16_t state) {
        if (!distances_[state]) {
            distances_[state] = Distance{nowhere, TriggerPlace::any_number}; // for who comes back here
            distances_[state] = measure(state);
        }
        return *distances_[state];
    }

    Distance measure(std::uint16_t number) {
        const State& state = pattern_.states_[number];
        can_do_without_ = can_do_without_ || state.ends != state.ends_end;
        Distance out;
        const auto take = [&out](Distance way) {
            out = {std::min(out.least, way.least), std::max(out.most, way.most)};
        };
        for (const WordEdge& edge : words(state)) {
            const bool is_found = is_trigger(edge);
            has_trigger_[number] = has_trigger_[number] || is_found;
            take(is_found ? Distance{0, 0} : behind(edge.to));
        }
        for (const ClassEdge& edge : classes(state)) {
            take(behind(edge.to));
        }
        return out;
    }

    Distance behind(std::uint16_t state) {
        const Distance way = from(state);
        return {std::min(way.least + 1, nowhere),
                way.most == TriggerPlace::any_number ? way.most : way.most + 1};
    }

    /// What the state has to do with the tokens beside the trigger word.
    void note(std::uint16_t number, TriggerPlace& place) const {
        const State& state = pattern_.states_[number];
        if (number == 0 && has_trigger_[number]) {
            place.before.add_marks(token_mark::any);
        }
        for (const WordEdge& edge : words(state)) {
            if (is_trigger(edge)) {
                pattern_.add_beginnings(pattern_.states_[edge.to], place.behind);
            } else if (has_trigger_[edge.to]) {
                place.before.add_word(edge.hash);
            }
        }
        for (const ClassEdge& edge : classes(state)) {
            if (has_trigger_[edge.to]) {
                place.before.add_marks(edge.marks);
            }
        }
    }

    const TokenPattern& pattern_;
    std::vector<std::uint32_t> triggers_; ///< sorted
    std::vector<std::optional<Distance>> distances_; ///< by state, of those before the trigger word
    std::vector<bool> has_trigger_; ///< by state: a trigger word leads on from it
    bool can_do_without_ = false;   ///< a match may have no trigger word
};

TriggerPlace TokenPattern::place_of(std::span<const std::uint32_t> triggers) const {
    return states_.empty() ? anywhere() : TriggerSearch(*this, triggers).run();
}

TokenPattern::Progress TokenPattern::progress(std::span<const SkeletonToken> tokens,
                                              std::size_t first) const {
    Progress best;
    best.end = first;
    if (const std::size_t end = reach(tokens, first); end > first) {
        best.end = end;
        best.is_complete = true;
        return best;
    }
    Active now;
    now.add(0);
    for (std::size_t i = first; now.count > 0; ++i) {
        best = {i, false, {}, 0};
        Active next;
        for (std::uint32_t s = 0; s < now.count; ++s) {
            const State& state = states_[now.states[s]];
            for (std::uint32_t w = state.words; w < state.words_end; ++w) {
                best.words.push_back(words_[w].hash);
            }
            for (std::uint32_t c = state.classes; c < state.classes_end; ++c) {
                best.marks |= classes_[c].marks;
            }
            if (i < tokens.size()) {
                follow(state, tokens[i], [&next](std::uint16_t to) { next.add(to); });
            }
        }
        now = next;
    }
    return best;
}

} // namespace actorgraph
