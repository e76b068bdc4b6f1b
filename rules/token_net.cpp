#include "rules/token_net.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace actorgraph {

/// Reads the edges of every node that a pattern can come to, each node once.
class TokenNetBuilder {
  public:
    TokenNetBuilder(const PatternGraph& graph, TokenNet& out)
        : graph_(graph), nodes_(graph.nodes), out_(out), entered_(nodes_.size(), 0),
          seen_wild_(nodes_.size() * Path::kinds, 0), is_exact_(graph.patterns.size(), true),
          most_steps_(most_steps_each * graph.patterns.size()) {}

    void run() {
        number_of(start_of_all);
        for (const PatternGraph::Pattern& pattern : graph_.patterns) {
            out_.patterns_.push_back(
                {number_of(pattern.start), pattern.is_anchored, pattern.is_exact, pattern.groups});
        }
        for (const std::string& letters : graph_.shapes) {
            out_.shapes_.push_back(std::make_unique<re2::RE2>("(?i)" + letters, re2::RE2::Quiet));
        }
        for (std::size_t i = 0; i < queue_.size() && steps_ <= most_steps_; ++i) {
            explore(queue_[i]);
        }
        if (steps_ > most_steps_) {
            out_.nodes_.clear();
        }
        for (std::size_t i = 0; i < out_.patterns_.size(); ++i) {
            TokenNet::Pattern& pattern = out_.patterns_[i];
            pattern.is_exact = pattern.is_exact && is_exact_[i] && out_.is_complete();
        }
    }

  private:
    using Kind = PatternNode::Kind;

    /// What was read of the token so far.
    struct Path {
        std::uint32_t hash = word_hash_start;
        std::uint32_t letters = 0;
        bool is_wild = false;
        bool may_be_slot = false;
        bool has_letter = false; ///< written out in the pattern, wherever in the token
        bool has_mark = false;

        /// What a token is that a wild way reads.
        std::uint32_t token_class() const {
            return may_be_slot              ? token_mark::any
                   : has_letter && has_mark ? token_mark::joined
                                            : token_mark::no_slot;
        }
        std::size_t kind() const { return may_be_slot ? 0 : has_letter && has_mark ? 1 : 2; }
        static constexpr std::size_t kinds = 3;
    };
    static constexpr std::uint32_t start_of_all = 1; ///< node of the graph
    static constexpr std::uint32_t longest_word = 40;
    static constexpr std::size_t most_steps_each = 400000;
    static constexpr std::uint32_t class_entered = 0xFFFFFFFFU;

    /// The node itself, or the first one behind it that decides something.
    std::uint32_t canonical(std::uint32_t node) const {
        while (nodes_[node].kind == Kind::empty && nodes_[node].other == 0 &&
               nodes_[node].next != 0) {
            node = nodes_[node].next;
        }
        return node;
    }

    std::uint32_t number_of(std::uint32_t node) {
        node = canonical(node);
        const auto [at, is_new] = numbers_.emplace(node, static_cast<std::uint32_t>(queue_.size()));
        if (is_new) {
            queue_.push_back(node);
        }
        return at->second;
    }

    void explore(std::uint32_t node) {
        round_ = ++last_round_;
        at_node_ = node;
        TokenNet::Node made;
        made.edges = static_cast<std::uint32_t>(out_.edges_.size());
        made.accepts = static_cast<std::uint32_t>(out_.accepts_.size());
        walk(node, {});
        made.edges_end = static_cast<std::uint32_t>(out_.edges_.size());
        made.accepts_end = static_cast<std::uint32_t>(out_.accepts_.size());
        out_.nodes_.push_back(made);
    }

    void walk(std::uint32_t at, Path path) {
        if (++steps_ > most_steps_) {
            return;
        }
        at = canonical(at);
        const PatternNode& node = nodes_[at];
        switch (node.kind) {
        case Kind::empty: branch(at, path); return;
        case Kind::open:
        case Kind::close: mark_group(at, path); return;
        case Kind::letter: path.letters == 0 ? begin_word(at, path) : read_letter(at, path); return;
        case Kind::anything: end_token(path, node.next); [[fallthrough]];
        case Kind::wild:
            widen();
            path.may_be_slot = path.letters == 0 ? node.may_be_slot : path.may_be_slot;
            path.is_wild = true;
            read_character(at, path);
            return;
        case Kind::blank: end_token(path, behind_blank(node)); return;
        case Kind::token: read_token(node, path); return;
        case Kind::accept: accept(at, path); return;
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

    /// Of a wild way only its kind counts, so it passes each node once for each.
    bool was_here(std::uint32_t at, const Path& path) {
        std::uint32_t& seen = seen_wild_[at * Path::kinds + path.kind()];
        const bool was = seen == round_;
        seen = round_;
        return was;
    }

    void mark_group(std::uint32_t at, Path path) {
        const PatternNode& node = nodes_[at];
        const auto mark =
            static_cast<std::uint8_t>(node.marks * 2 + (node.kind == Kind::close ? 1 : 0));
        marks_.push_back(mark);
        begins_ += path.letters == 0 ? 1U : 0U;
        walk(node.next, path);
        begins_ -= path.letters == 0 ? 1U : 0U;
        marks_.pop_back();
    }

    /// Words that begin at a letter are read once and copied for every node that leads to them.
    void begin_word(std::uint32_t at, Path path) {
        if (const auto known = words_from_.find(at); known != words_from_.end()) {
            copy_words(known->second);
            return;
        }
        const auto begin = static_cast<std::uint32_t>(out_.edges_.size());
        const std::uint32_t round = round_;
        round_ = ++last_round_; // what others read does not shorten what is kept
        read_letter(at, path);
        round_ = round;
        if (at_node_ != start_of_all) { // there, `widen` could not tell whose words they are
            words_from_[at] = {begin, static_cast<std::uint32_t>(out_.edges_.size())};
        }
    }

    /// With the groups that begin or end before them here.
    void copy_words(Span known) {
        for (std::uint32_t i = known.begin; i < known.end; ++i) {
            TokenNet::Edge edge = out_.edges_[i];
            const std::uint32_t ends = edge.marks + edge.begins;
            edge.begins = static_cast<std::uint8_t>(begins_);
            edge.marks = static_cast<std::uint32_t>(out_.marks_.size());
            out_.marks_.insert(out_.marks_.end(), marks_.begin(), marks_.end());
            for (std::uint32_t j = 0; j < edge.ends; ++j) {
                out_.marks_.push_back(std::uint8_t{out_.marks_[ends + j]});
            }
            out_.edges_.push_back(edge);
        }
    }

    void read_letter(std::uint32_t at, Path path) {
        if (marks_.size() > begins_) {
            widen(); // a group that begins or ends within a word
        }
        if (path.letters >= longest_word) {
            path.is_wild = true;
            widen();
        } else if (!path.is_wild) {
            letters_[path.letters] = nodes_[at].letter;
        }
        const char letter = nodes_[at].letter;
        const bool is_letter = letter >= 'a' && letter <= 'z';
        path.has_letter = path.has_letter || is_letter;
        path.has_mark = path.has_mark || (!is_letter && !(letter >= '0' && letter <= '9'));
        path.hash = word_hash_step(path.hash, letter);
        read_character(at, path);
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
            widen();
            path.is_wild = true;
            walk(node.next, path);
            return;
        }
        shape_ = node.shape;
        class_behind(node.marks, node.next);
        shape_ = 0;
    }

    void class_behind(std::uint32_t marks, std::uint32_t at) {
        at = canonical(at);
        const PatternNode& node = nodes_[at];
        switch (node.kind) {
        case Kind::empty: branch_behind_class(marks, at); return;
        case Kind::open:
        case Kind::close:
            marks_.push_back(
                static_cast<std::uint8_t>(node.marks * 2 + (node.kind == Kind::close ? 1 : 0)));
            class_behind(marks, node.next);
            marks_.pop_back();
            return;
        case Kind::anything: widen(); [[fallthrough]];
        case Kind::blank: add_class(marks, behind_blank(node)); return;
        case Kind::accept: add_class(marks, at); return;
        default: shape_ = 0; widen(); walk(at, {word_hash_start, longest_word + 1, true, true});
        }
    }

    void branch_behind_class(std::uint32_t marks, std::uint32_t at) {
        const std::uint32_t before = entered_[at];
        if (before == class_entered) {
            return;
        }
        entered_[at] = class_entered;
        for (const std::uint32_t to : {nodes_[at].next, nodes_[at].other}) {
            if (to != 0) {
                class_behind(marks, to);
            }
        }
        entered_[at] = before;
    }

    /// Where a pattern ends with a blank, only the end of the text may stand: RE2 wants another.
    std::uint32_t behind_blank(const PatternNode& blank) {
        const std::uint32_t node = canonical(blank.next);
        if (nodes_[node].kind == Kind::accept) {
            widen();
        }
        return node;
    }

    void end_token(const Path& path, std::uint32_t to) {
        if (path.letters == 0) {
            return; // blanks are single
        }
        if (path.is_wild) {
            add_class(path.token_class(), to);
            return;
        }
        TokenNet::Edge edge = edge_to(to);
        edge.label = path.hash;
        edge.size = static_cast<std::uint8_t>(path.letters);
        edge.text = static_cast<std::uint32_t>(out_.texts_.size());
        out_.texts_.append(letters_.data(), path.letters);
        out_.edges_.push_back(edge);
    }

    void add_class(std::uint32_t marks, std::uint32_t to) {
        TokenNet::Edge edge = edge_to(to);
        edge.label = marks;
        edge.text = shape_;
        out_.edges_.push_back(edge);
    }

    TokenNet::Edge edge_to(std::uint32_t to) {
        TokenNet::Edge edge;
        edge.to = number_of(to);
        edge.begins = static_cast<std::uint8_t>(begins_);
        edge.ends = static_cast<std::uint8_t>(marks_.size() - begins_);
        edge.marks = static_cast<std::uint32_t>(out_.marks_.size());
        out_.marks_.insert(out_.marks_.end(), marks_.begin(), marks_.end());
        return edge;
    }

    void accept(std::uint32_t at, const Path& path) {
        if (path.letters > 0) {
            end_token(path, at);
            return;
        }
        out_.accepts_.push_back(nodes_[at].marks);
        if (at != at_node_) {
            widen(); // behind a blank: only the end of the text may stand there
        }
    }

    /// The pattern that the node belongs to accepts more than RE2 does.
    void widen() {
        const auto behind = std::upper_bound(
            graph_.patterns.begin(), graph_.patterns.end(), at_node_,
            [](std::uint32_t node, const PatternGraph::Pattern& one) { return node < one.end; });
        if (at_node_ != start_of_all && behind != graph_.patterns.end()) {
            is_exact_[static_cast<std::size_t>(behind - graph_.patterns.begin())] = false;
        }
    }

    const PatternGraph& graph_;
    const std::vector<PatternNode>& nodes_;
    TokenNet& out_;
    std::vector<std::uint32_t> entered_;   ///< by node: letters read when it was entered, plus one
    std::vector<std::uint32_t> seen_wild_; ///< by node: round in which a wild way read it
    std::vector<bool> is_exact_;           ///< by pattern
    std::array<char, longest_word> letters_{}; ///< of the way
    std::vector<std::uint8_t> marks_;          ///< of the way
    std::uint32_t shape_ = 0;                  ///< of the class being read
    std::size_t begins_ = 0;                   ///< so many of these stand before the token
    std::uint32_t at_node_ = 0;                ///< that is explored
    std::uint32_t round_ = 0; ///< what wild ways of it have passed they do not pass again
    std::uint32_t last_round_ = 0;
    std::size_t steps_ = 0;
    std::size_t most_steps_;
    std::unordered_map<std::uint32_t, Span>
        words_from_;                   ///< edges by the node of their first letter
    std::vector<std::uint32_t> queue_; ///< graph nodes by number
    std::unordered_map<std::uint32_t, std::uint32_t> numbers_;
};

TokenNet::TokenNet(std::span<const std::string> patterns) {
    TokenNetBuilder(pattern_graph(patterns), *this).run();
}

namespace {

/// Pairs of a node and a token, few of the many there might be.
class PlaceSet {
  public:
    /// False when the pair is known already.
    bool insert(std::uint32_t node, std::size_t token) {
        if (2 * ++count_ > cells_.size()) {
            grow();
        }
        return put((std::uint64_t{node} << 32U | token) + 1);
    }

  private:
    bool put(std::uint64_t key) {
        std::size_t at = key * 0x9E3779B97F4A7C15U >> 40U;
        for (;; ++at) {
            std::uint64_t& cell = cells_[at % cells_.size()];
            if (cell == key) {
                return false;
            }
            if (cell == 0) {
                cell = key;
                return true;
            }
        }
    }
    void grow() {
        std::vector<std::uint64_t> old(std::max<std::size_t>(2 * cells_.size(), 64));
        old.swap(cells_);
        for (const std::uint64_t key : old) {
            if (key != 0) {
                put(key);
            }
        }
    }

    std::vector<std::uint64_t> cells_; ///< 0: free
    std::size_t count_ = 0;
};

} // namespace

/// Follows edges in their order and remembers where it failed, as a backtracker that is linear
/// does.
class TokenNet::Walk {
  public:
    Walk(const TokenNet& net, std::string_view text, std::span<const SkeletonToken> tokens,
         std::size_t first, Groups& groups)
        : net_(net), text_(text), tokens_(tokens), first_(first), groups_(groups) {}

    std::optional<std::size_t> run(std::uint32_t node) {
        return goes_on(node, first_) ? std::optional(end_) : std::nullopt;
    }

  private:
    bool goes_on(std::uint32_t number, std::size_t at) {
        const Node& node = net_.node(number);
        if (node.accepts != node.accepts_end) {
            end_ = at;
            return true;
        }
        if (at == tokens_.size()) {
            return false;
        }
        if (!tried_.insert(number, at)) {
            return false;
        }
        const auto edges = net_.edges(node);
        return std::any_of(edges.begin(), edges.end(), [&](const Edge& edge) {
            return reads(edge, tokens_[at]) && take(edge, at);
        });
    }

    bool take(const Edge& edge, std::size_t at) {
        if (edge.begins + edge.ends == 0) {
            return goes_on(edge.to, at + 1);
        }
        const Groups before = groups_;
        for (std::uint32_t i = 0; i < std::uint32_t{edge.begins} + edge.ends; ++i) {
            const std::uint8_t mark = net_.marks_[edge.marks + i];
            const std::uint32_t byte = i < edge.begins ? tokens_[at].begin : tokens_[at].end;
            Span& group = groups_[mark / 2];
            (mark % 2 == 0 ? group.begin : group.end) = byte;
        }
        if (goes_on(edge.to, at + 1)) {
            return true;
        }
        groups_ = before;
        return false;
    }

    bool reads(const Edge& edge, const SkeletonToken& token) const {
        if (!edge.is_word()) {
            return (edge.label & token.marks) != 0 && (edge.text == 0 || has_shape(edge, token));
        }
        if (edge.label != token.hash || token.is_slot() || token.end - token.begin != edge.size) {
            return false;
        }
        for (std::uint32_t i = 0; i < edge.size; ++i) {
            const char c = text_[token.begin + i];
            if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) !=
                net_.texts_[edge.text + i]) {
                return false;
            }
        }
        return true;
    }

    bool has_shape(const Edge& edge, const SkeletonToken& token) const {
        const re2::StringPiece letters(text_.data() + token.begin, token.end - token.begin);
        return re2::RE2::FullMatch(letters, *net_.shapes_[edge.text - 1]);
    }

    const TokenNet& net_;
    std::string_view text_;
    std::span<const SkeletonToken> tokens_;
    std::size_t first_;
    Groups& groups_;
    PlaceSet tried_;
    std::size_t end_ = 0;
};

std::optional<std::size_t> TokenNet::match(std::size_t pattern, std::string_view text,
                                           std::span<const SkeletonToken> tokens, std::size_t first,
                                           Groups& groups) const {
    if (patterns_[pattern].is_anchored && first != 0) {
        return std::nullopt;
    }
    groups.assign(patterns_[pattern].groups.size(), Span{1, 0});
    return Walk(*this, text, tokens, first, groups).run(patterns_[pattern].start);
}

} // namespace actorgraph
