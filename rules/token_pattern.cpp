#include "rules/token_pattern.hpp"

#include "rules/token_graph.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

namespace actorgraph {

/// Turns the character automaton of a pattern into one over tokens: between two blanks, all ways
/// that read letters only become words, all others a class of tokens.
class TokenPatternBuilder {
  public:
    explicit TokenPatternBuilder(std::span<const std::string> patterns)
        : nodes_(pattern_graph(patterns)), entered_(nodes_.size(), 0),
          seen_wild_(nodes_.size() * 2, 0), most_steps_(most_steps_each * patterns.size()) {}

    void run(TokenPattern& out) {
        number_of({1});
        for (std::size_t state = 0; state < sets_.size() && !is_too_large(); ++state) {
            const Nodes set = sets_[state];
            explore(set);
            close_state(out);
        }
        if (is_too_large()) {
            out.states_.clear();
            return;
        }
        note_beginnings(out);
    }

  private:
    using Kind = PatternNode::Kind;
    using Nodes = std::vector<std::uint32_t>;

    /// What was read of the token so far.
    struct Path {
        std::uint32_t hash = word_hash_start;
        std::uint32_t letters = 0;
        bool is_wild = false;
        bool may_be_slot = false;
    };
    struct Edge {
        std::uint32_t label = 0; ///< hash of a word, or marks of a class
        std::uint32_t to = 0;    ///< node
        friend auto operator<=>(const Edge&, const Edge&) = default;
    };
    static constexpr std::uint32_t longest_word = 40;
    static constexpr std::size_t most_states = 0xFFF0;
    static constexpr std::size_t most_steps_each = 400000;

    /// What a match begins with, and what stands behind a slot that it begins with.
    static void note_beginnings(TokenPattern& out) {
        const TokenPattern::State& start = out.states_[0];
        if (start.ends != start.ends_end) { // an empty text matches
            out.start_marks_ = out.second_marks_ = token_mark::any;
        }
        for (std::uint32_t i = start.words; i < start.words_end; ++i) {
            out.start_words_ |= std::uint64_t{1} << (out.words_[i].hash >> 26U);
        }
        for (std::uint32_t i = start.classes; i < start.classes_end; ++i) {
            out.start_marks_ |= out.classes_[i].marks;
            const TokenPattern::State& second = out.states_[out.classes_[i].to];
            for (std::uint32_t j = second.words; j < second.words_end; ++j) {
                const std::uint32_t bit = out.words_[j].hash >> 24U;
                out.second_words_[bit / 64] |= std::uint64_t{1} << (bit % 64);
            }
            for (std::uint32_t j = second.classes; j < second.classes_end; ++j) {
                out.second_marks_ |= out.classes_[j].marks;
            }
            out.second_marks_ |= second.ends != second.ends_end ? token_mark::any : 0;
        }
    }

    bool is_too_large() const { return sets_.size() > most_states || steps_ > most_steps_; }

    void explore(const Nodes& set) {
        words_.clear();
        classes_.clear();
        ends_.clear();
        ++round_;
        for (const std::uint32_t node : set) {
            walk(node, {});
        }
    }

    void walk(std::uint32_t at, Path path) {
        if (++steps_ > most_steps_) {
            return;
        }
        const PatternNode& node = nodes_[at];
        switch (node.kind) {
        case Kind::empty: branch(at, path); return;
        case Kind::letter:
            if (path.letters >= longest_word) {
                path.is_wild = true;
            }
            path.hash = word_hash_step(path.hash, node.letter);
            read_character(at, path);
            return;
        case Kind::anything: end_token(path, node.next); [[fallthrough]];
        case Kind::wild:
            path.may_be_slot = path.letters == 0 ? node.may_be_slot : path.may_be_slot;
            path.is_wild = true;
            read_character(at, path);
            return;
        case Kind::blank: end_token(path, node.next); return;
        case Kind::token: read_token(node, path); return;
        case Kind::accept:
            if (path.letters == 0) {
                ends_.push_back(node.marks);
            }
            end_token(path, at);
            return;
        }
    }

    /// Both ways on, unless they came round to this node without reading anything.
    void branch(std::uint32_t at, Path path) {
        const std::uint32_t before = entered_[at];
        if (path.is_wild ? was_here(at, path) : before == path.letters + 1) {
            return;
        }
        entered_[at] = path.letters + 1;
        for (const std::uint32_t to : {nodes_[at].next, nodes_[at].other}) {
            if (to != 0) {
                walk(to, path);
            }
        }
        entered_[at] = before;
    }

    /// How a wild way began no longer counts, so it passes each node once.
    bool was_here(std::uint32_t at, const Path& path) {
        std::uint32_t& seen = seen_wild_[at * 2 + (path.may_be_slot ? 1 : 0)];
        const bool was = seen == round_;
        seen = round_;
        return was;
    }

    void read_character(std::uint32_t at, Path path) {
        path.letters = path.is_wild ? longest_word + 1 : path.letters + 1;
        if (!path.is_wild || !was_here(at, path)) {
            walk(nodes_[at].next, path);
        }
    }

    /// A class stands for the whole token; letters glued to it make it any token.
    void read_token(const PatternNode& node, Path path) {
        if (path.letters > 0) {
            path.is_wild = true;
            walk(node.next, path);
            return;
        }
        std::uint32_t behind = node.next;
        while (nodes_[behind].kind == Kind::empty && nodes_[behind].other == 0) {
            behind = nodes_[behind].next;
        }
        class_behind(node.marks, behind);
    }

    void class_behind(std::uint32_t marks, std::uint32_t at) {
        const PatternNode& node = nodes_[at];
        if (node.kind == Kind::empty) {
            const std::uint32_t before = entered_[at];
            if (before != class_entered) {
                entered_[at] = class_entered;
                for (const std::uint32_t to : {node.next, node.other}) {
                    if (to != 0) {
                        class_behind(marks, to);
                    }
                }
                entered_[at] = before;
            }
        } else if (node.kind == Kind::blank || node.kind == Kind::anything) {
            classes_.push_back({marks, canonical(node.next)});
        } else if (node.kind == Kind::accept) {
            classes_.push_back({marks, at});
        } else {
            walk(at, {word_hash_start, longest_word + 1, true, true});
        }
    }

    void end_token(const Path& path, std::uint32_t to) {
        if (path.letters == 0) {
            return; // blanks are single
        }
        const std::uint32_t target = canonical(to);
        if (path.is_wild) {
            classes_.push_back({path.may_be_slot ? token_mark::any : token_mark::no_slot, target});
        } else {
            words_.push_back({path.hash, target});
        }
    }

    std::uint32_t canonical(std::uint32_t node) const {
        while (nodes_[node].kind == Kind::empty && nodes_[node].other == 0) {
            node = nodes_[node].next;
        }
        return node;
    }

    std::uint16_t number_of(const Nodes& set) {
        const auto [at, is_new] = numbers_.emplace(set, static_cast<std::uint16_t>(sets_.size()));
        if (is_new) {
            sets_.push_back(set);
        }
        return at->second;
    }

    /// Ways that read the same word go to one state.
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
                Nodes set;
                std::transform(first, last, std::back_inserter(set),
                               [](const Edge& edge) { return edge.to; });
                const std::uint16_t to = number_of(set);
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

    static constexpr std::uint32_t class_entered = 0xFFFFFFFFU;

    std::vector<PatternNode> nodes_;
    std::vector<std::uint32_t> entered_;   ///< by node: letters read when it was entered, plus one
    std::vector<std::uint32_t> seen_wild_; ///< by node: round in which a wild way read it
    std::uint32_t round_ = 0;
    std::size_t steps_ = 0;
    std::size_t most_steps_;
    std::vector<Edge> words_, classes_; ///< of the state being explored
    std::vector<std::uint32_t> ends_;   ///< patterns that end in it
    std::vector<Nodes> sets_;           ///< by state
    std::map<Nodes, std::uint16_t> numbers_;
};

std::string token_class(std::uint32_t marks) {
    return "\x01" + std::to_string(marks) + "\x02";
}

TokenPattern::TokenPattern(std::span<const std::string> patterns) : patterns_(patterns.size()) {
    TokenPatternBuilder(patterns).run(*this);
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

void TokenPattern::follow(const State& state, const SkeletonToken& token, Active& next) const {
    for (std::uint32_t i = state.classes; i < state.classes_end; ++i) {
        if ((classes_[i].marks & token.marks) != 0) {
            next.add(classes_[i].to);
        }
    }
    if (token.is_slot() || state.words == state.words_end) {
        return;
    }
    const auto end = words_.begin() + state.words_end;
    const auto found =
        std::lower_bound(words_.begin() + state.words, end, token.hash,
                         [](const WordEdge& edge, std::uint32_t hash) { return edge.hash < hash; });
    if (found != end && found->hash == token.hash) {
        next.add(found->to);
    }
}

/// What most tries fail at: the token behind the slot that a match begins with.
bool TokenPattern::leaves_second(std::span<const SkeletonToken> tokens, std::size_t first) const {
    if (!tokens[first].is_slot() || (second_marks_ & token_mark::any) != 0) {
        return true;
    }
    if (first + 1 == tokens.size()) {
        return false;
    }
    const SkeletonToken& token = tokens[first + 1];
    const std::uint32_t bit = token.hash >> 24U;
    return (token.marks & second_marks_) != 0 || (second_words_[bit / 64] >> (bit % 64) & 1U) != 0;
}

template <typename AtEnd>
bool TokenPattern::run(std::span<const SkeletonToken> tokens, std::size_t first,
                       AtEnd&& at_end) const {
    if (!leaves_start(tokens[first]) || !leaves_second(tokens, first)) {
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
                follow(state, tokens[i], next);
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

void TokenPattern::find_endings(std::span<const SkeletonToken> tokens, std::size_t first,
                                std::vector<Ending>& out) const {
    const bool is_followed =
        !states_.empty() && run(tokens, first, [&](const State& state, std::size_t at) {
            for (std::uint32_t i = state.ends; i < state.ends_end; ++i) {
                out.push_back({ends_[i], static_cast<std::uint32_t>(at)});
            }
        });
    for (std::uint32_t pattern = 0; !is_followed && pattern < patterns_; ++pattern) {
        out.push_back({pattern, static_cast<std::uint32_t>(tokens.size())});
    }
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
                follow(state, tokens[i], next);
            }
        }
        now = next;
    }
    return best;
}

} // namespace actorgraph
