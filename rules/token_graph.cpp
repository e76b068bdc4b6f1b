#include "rules/token_graph.hpp"

#include <algorithm>
#include <bitset>
#include <cctype>
#include <charconv>
#include <optional>
#include <string_view>

namespace actorgraph {
namespace {

using Kind = PatternNode::Kind;

/// A piece of the automaton: one way in, one way out (an `empty` node still without a way on).
struct Piece {
    std::uint32_t in = 0;
    std::uint32_t out = 0;
};

struct Repeats {
    int least = 1;
    int most = 1; ///< -1: no limit
    bool is_lazy = false;
};

/// Groups repeated more often than this are read as starred.
constexpr int most_copies = 12;

class Reader {
  public:
    Reader() { nodes_.resize(2); }

    void add_pattern(std::string_view text, std::uint32_t number) {
        text_ = text;
        at_ = 0;
        made_.patterns.emplace_back();
        const Piece all = alternatives();
        made_.patterns.back().start = all.in;
        made_.patterns.back().is_exact = made_.patterns.back().is_exact && at_ >= text_.size();
        const std::uint32_t end = add(Kind::accept);
        nodes_[end].marks = number;
        nodes_[all.out].next = end;
        const std::uint32_t fork = add(Kind::empty);
        nodes_[fork].next = all.in;
        nodes_[last_fork_].other = fork;
        last_fork_ = fork;
        made_.patterns.back().end = static_cast<std::uint32_t>(nodes_.size());
    }
    PatternGraph finish() { return std::move(made_); }

  private:
    std::uint32_t add(Kind kind) {
        nodes_.push_back({});
        nodes_.back().kind = kind;
        return static_cast<std::uint32_t>(nodes_.size() - 1);
    }

    Piece single(Kind kind) {
        const std::uint32_t in = add(kind);
        const std::uint32_t out = add(Kind::empty);
        nodes_[in].next = out;
        return {in, out};
    }

    Piece nothing() {
        const std::uint32_t node = add(Kind::empty);
        return {node, node};
    }

    Piece joined(Piece first, Piece second) {
        nodes_[first.out].next = second.in;
        return {first.in, second.out};
    }

    Piece either(Piece a, Piece b) {
        const std::uint32_t in = add(Kind::empty);
        const std::uint32_t out = add(Kind::empty);
        nodes_[in].next = a.in;
        nodes_[in].other = b.in;
        nodes_[a.out].next = out;
        nodes_[b.out].next = out;
        return {in, out};
    }

    Piece optional(Piece piece, bool is_lazy) {
        return is_lazy ? either(nothing(), piece) : either(piece, nothing());
    }

    Piece starred(Piece piece, bool is_lazy) {
        const std::uint32_t in = add(Kind::empty);
        const std::uint32_t out = add(Kind::empty);
        nodes_[in].next = is_lazy ? out : piece.in;
        nodes_[in].other = is_lazy ? piece.in : out;
        nodes_[piece.out].next = in;
        return {in, out};
    }

    void widen() { made_.patterns.back().is_exact = false; }

    /// A chain of forks leads to the alternatives, and all of them to one end: a way through a list of
    /// words passes few nodes.
    Piece alternatives() {
        std::vector<Piece> all{sequence()};
        while (at_ < text_.size() && text_[at_] == '|') {
            ++at_;
            all.push_back(sequence());
        }
        if (all.size() == 1) {
            return all[0];
        }
        const std::uint32_t out = add(Kind::empty);
        std::uint32_t in = all.back().in;
        nodes_[all.back().out].next = out;
        for (std::size_t i = all.size() - 1; i-- > 0;) {
            const std::uint32_t fork = add(Kind::empty);
            nodes_[fork].next = all[i].in;
            nodes_[fork].other = in;
            nodes_[all[i].out].next = out;
            in = fork;
        }
        return {in, out};
    }

    Piece sequence() {
        Piece all = nothing();
        while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')') {
            all = joined(all, repeated());
        }
        return all;
    }

    /// An atom with its quantifier; a counted group is read once for each copy.
    Piece repeated() {
        const std::size_t begin = at_;
        Piece piece = atom();
        const auto found = repeats();
        if (!found) {
            return piece;
        }
        const bool is_bare = text_[begin] != '(' && text_[begin] != '\x01';
        if (found->most < 0 || found->most > most_copies || (is_bare && found->most > 1)) {
            made_.patterns.back().is_exact &= found->most < 0 && found->least <= 1;
            const Piece star = starred(piece, found->is_lazy);
            return found->least == 0 ? star : joined(again(begin), star);
        }
        return copies(piece, begin, *found);
    }

    /// "x{1,3}" is "x(x(x)?)?": the way that reads more, or less, comes first at each copy.
    Piece copies(Piece first, std::size_t begin, const Repeats& wanted) {
        std::vector<Piece> all{first};
        while (static_cast<int>(all.size()) < wanted.most) {
            all.push_back(again(begin));
        }
        Piece rest = nothing();
        for (int i = wanted.most; i-- > 0;) {
            rest = joined(all[static_cast<std::size_t>(i)], rest);
            rest = i < wanted.least ? rest : optional(rest, wanted.is_lazy);
        }
        return rest;
    }

    /// The atom at `begin` once more.
    Piece again(std::size_t begin) {
        const std::size_t here = at_;
        at_ = begin;
        const Piece piece = atom();
        at_ = here;
        return piece;
    }

    std::optional<Repeats> repeats() {
        if (at_ >= text_.size()) {
            return std::nullopt;
        }
        Repeats found;
        const char c = text_[at_];
        const bool is_counted = c == '{' && at_ + 1 < text_.size() &&
                                std::isdigit(static_cast<unsigned char>(text_[at_ + 1])) != 0;
        if (c == '?') {
            found = {0, 1};
        } else if (c == '*') {
            found = {0, -1};
        } else if (c == '+') {
            found = {1, -1};
        } else if (is_counted) {
            counted(found);
        } else {
            return std::nullopt;
        }
        at_ = is_counted ? std::min(text_.find('}', at_), text_.size() - 1) + 1 : at_ + 1;
        found.is_lazy = at_ < text_.size() && text_[at_] == '?';
        at_ += found.is_lazy ? 1 : 0;
        return found;
    }

    void counted(Repeats& found) const {
        const char* end = text_.data() + text_.size();
        const auto least = std::from_chars(text_.data() + at_ + 1, end, found.least);
        found.most = found.least;
        if (least.ptr < end && *least.ptr == ',') {
            found.most = -1;
            std::from_chars(least.ptr + 1, end, found.most);
        }
    }

    Piece atom() {
        const char c = text_[at_++];
        switch (c) {
        case ' ': return single(Kind::blank);
        case '^':
        case '$': return anchor(c);
        case '(': return group();
        case '[': return character_class();
        case '.': return any_of(true, true, true);
        case '\\': return escape();
        case '\x01': return token();
        default: return literal(c);
        }
    }

    Piece anchor(char c) {
        if (c == '^' && at_ == 1) {
            made_.patterns.back().is_anchored = true;
        } else {
            widen();
        }
        return nothing();
    }

    Piece literal(char c) {
        if ((static_cast<unsigned char>(c) & 0x80U) != 0) { // one character of several bytes
            while (at_ < text_.size() &&
                   (static_cast<unsigned char>(text_[at_]) & 0xC0U) == 0x80U) {
                ++at_;
            }
            return any_of(false, false, true);
        }
        if (c == '<') {
            widen();
        }
        const Piece piece = single(c == '<' ? Kind::wild : Kind::letter);
        nodes_[piece.in].may_be_slot = c == '<';
        nodes_[piece.in].letter = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        return piece;
    }

    Piece any_of(bool has_blank, bool has_slot, bool has_other) {
        const Kind kind = !has_other ? Kind::blank : has_blank ? Kind::anything : Kind::wild;
        if (kind != Kind::blank) {
            widen();
        }
        const Piece piece = single(kind);
        nodes_[piece.in].may_be_slot = has_slot;
        return piece;
    }

    /// "(?:…)", "(?P<name>…)", "(?i:…)", "(…)".
    Piece group() {
        std::string name;
        bool is_captured = true;
        if (at_ < text_.size() && text_[at_] == '?') {
            const std::size_t end = std::min(text_.find_first_of(":>)", at_), text_.size() - 1);
            const std::string_view head = text_.substr(at_, end - at_);
            is_captured = head.starts_with("?P<");
            name = is_captured ? head.substr(3) : "";
            at_ = end + 1;
            if (!is_captured && head != "?") { // flags
                widen();
            }
            if (text_[end] == ')') {
                return nothing();
            }
        }
        const Piece all = alternatives();
        at_ = std::min(at_ + 1, text_.size());
        return is_captured ? captured(all, number_of(name)) : all;
    }

    std::uint32_t number_of(const std::string& name) {
        auto& groups = made_.patterns.back().groups;
        const auto known = name.empty() ? groups.end() : std::find(groups.begin(), groups.end(), name);
        const auto number = static_cast<std::uint32_t>(known - groups.begin());
        if (known == groups.end()) {
            groups.push_back(name);
        }
        return number;
    }

    Piece captured(Piece inner, std::uint32_t group) {
        const std::uint32_t open = add(Kind::open);
        const std::uint32_t close = add(Kind::close);
        const std::uint32_t out = add(Kind::empty);
        nodes_[open].marks = nodes_[close].marks = group;
        nodes_[open].next = inner.in;
        nodes_[inner.out].next = close;
        nodes_[close].next = out;
        return {open, out};
    }

    Piece escape() {
        if (at_ >= text_.size()) {
            return nothing();
        }
        const char c = text_[at_++];
        switch (c) {
        case 'b':
        case 'B':
        case 'A':
        case 'z': widen(); return nothing();
        case 'd':
        case 'w': return any_of(false, false, true);
        case 's': return single(Kind::blank);
        default:
            return std::isalnum(static_cast<unsigned char>(c)) != 0 ? any_of(true, true, true)
                                                                    : literal(c);
        }
    }

    Piece token() {
        std::uint32_t marks = 0;
        const auto read = std::from_chars(text_.data() + at_, text_.data() + text_.size(), marks);
        const auto behind = static_cast<std::size_t>(read.ptr - text_.data());
        at_ = std::min(text_.find('\x02', behind), text_.size() - 1) + 1;
        const Piece piece = single(Kind::token);
        nodes_[piece.in].marks = marks;
        if (text_[behind] == ':') {
            nodes_[piece.in].shape = shape_number(text_.substr(behind + 1, at_ - behind - 2));
        }
        return piece;
    }

    std::uint32_t shape_number(std::string_view letters) {
        auto& shapes = made_.shapes;
        const auto known = std::find(shapes.begin(), shapes.end(), letters);
        const auto number = static_cast<std::uint32_t>(known - shapes.begin()) + 1;
        if (known == shapes.end()) {
            shapes.emplace_back(letters);
        }
        return number;
    }

    Piece character_class() {
        std::bitset<128> members;
        bool has_wide = false;
        const bool is_negated = at_ < text_.size() && text_[at_] == '^';
        at_ += is_negated ? 1 : 0;
        for (bool is_first = true; at_ < text_.size() && (text_[at_] != ']' || is_first);
             is_first = false) {
            member(members, has_wide);
        }
        at_ = std::min(at_ + 1, text_.size());
        const auto holds = [&](char c) {
            return members.test(static_cast<std::size_t>(c)) != is_negated;
        };
        const bool has_other =
            is_negated || has_wide || members.count() > (members.test(' ') ? 1U : 0U);
        return any_of(holds(' '), holds('<'), has_other);
    }

    void member(std::bitset<128>& members, bool& has_wide) {
        char from = text_[at_++];
        if (from == '\\' && at_ < text_.size()) {
            from = text_[at_++];
            if (std::isalpha(static_cast<unsigned char>(from)) != 0) {
                escaped_members(from, members, has_wide);
                return;
            }
        }
        char to = from;
        if (at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']') {
            to = text_[at_ + 1];
            at_ += 2;
        }
        if (from < 0 || to < 0) {
            has_wide = true;
            return;
        }
        for (int c = from; c <= to; ++c) {
            members.set(static_cast<std::size_t>(c));
        }
    }

    /// `\d` and `\w` are some word character, `\s` may be a blank, `\D` and its like may be
    /// anything.
    static void escaped_members(char c, std::bitset<128>& members, bool& has_wide) {
        has_wide = true;
        if (std::isupper(static_cast<unsigned char>(c)) != 0) {
            members.set();
        } else if (c == 's') {
            members.set(' ');
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    PatternGraph made_;
    std::vector<PatternNode>& nodes_ = made_.nodes;
    std::uint32_t last_fork_ = 1; ///< where the next pattern branches off
};

} // namespace

PatternGraph pattern_graph(std::span<const std::string> patterns) {
    Reader reader;
    for (std::uint32_t number = 0; number < patterns.size(); ++number) {
        reader.add_pattern(patterns[number], number);
    }
    return reader.finish();
}

} // namespace actorgraph
