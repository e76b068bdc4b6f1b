#include "rules/pattern.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <utility>

namespace actorgraph {
namespace {

enum class Kind { letters, blank, group, words, unknown };

struct Node {
    Kind kind = Kind::unknown;
    bool optional = false;
    std::string_view letters; ///< one or more as written; of `words`: all of them, parted by `|`
    std::vector<std::vector<Node>> alternatives; ///< of a group
};

using Sequence = std::vector<Node>;

/// Just enough of a reader for regular expressions: letters, blanks, groups, all else is unknown.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::vector<Sequence> alternatives() {
        std::vector<Sequence> out(1);
        while (at_ < text_.size() && text_[at_] != ')') {
            if (text_[at_] == '|') {
                ++at_;
                out.emplace_back();
            } else {
                out.back().push_back(node());
                quantifier(out.back().back());
            }
        }
        return out;
    }

  private:
    Node node() {
        const char c = text_[at_++];
        Node made;
        if (c == ' ' || c == '^' || c == '$') {
            made.kind = Kind::blank;
        } else if (c == '(') {
            if (at_ < text_.size() && text_[at_] == '?') {
                at_ = std::min(text_.find_first_of(":>)", at_), text_.size() - 1) + 1;
            }
            if (const std::size_t close = end_of_words(); close != at_) {
                made.kind = Kind::words;
                made.letters = text_.substr(at_, close - at_);
                at_ = close;
            } else {
                made.kind = Kind::group;
                made.alternatives = alternatives();
            }
            at_ = std::min(at_ + 1, text_.size());
        } else if (c == '[') {
            const std::size_t close = text_.find(']', at_ + 1);
            at_ = close == std::string_view::npos ? text_.size() : close + 1;
        } else if (c == '{') {
            macro(made);
        } else if (c == '\\' && at_ < text_.size()) {
            const char escaped = text_[at_++];
            if (std::isalnum(static_cast<unsigned char>(escaped)) == 0) {
                made.kind = Kind::letters;
                made.letters = text_.substr(at_ - 1, 1);
            }
        } else if (c != '.') {
            const std::size_t begin = at_ - 1;
            while (is_plain(at_) && !is_quantifier(at_ + 1) && !is_quantifier(at_)) {
                ++at_;
            }
            made.kind = Kind::letters;
            made.letters = text_.substr(begin, at_ - begin);
        }
        return made;
    }

    /// Where the parenthesis closes, when nothing but words and bars stands in it: most groups of verb forms are
    /// such. Else `at_`.
    std::size_t end_of_words() const {
        std::size_t close = at_;
        char before = '|';
        for (; close < text_.size(); before = text_[close++]) {
            const char c = text_[close];
            const bool is_letter = is_plain(close) || c == '-' || c == '\'';
            const bool is_between = (c == '|' || c == ' ') && before != '|' && before != ' ';
            if (!is_letter && !is_between) {
                break;
            }
        }
        const bool closes = close < text_.size() && text_[close] == ')' && before != '|' && before != ' ';
        return closes ? close : at_;
    }

    static Node blank() {
        Node made;
        made.kind = Kind::blank;
        return made;
    }
    bool is_plain(std::size_t at) const {
        return at < text_.size() && std::isalpha(static_cast<unsigned char>(text_[at])) != 0;
    }
    bool is_quantifier(std::size_t at) const {
        return at < text_.size() && std::string_view("?*+{").find(text_[at]) != std::string_view::npos;
    }

    void macro(Node& made) {
        const std::size_t close = std::min(text_.find('}', at_), text_.size() - 1);
        const std::string_view name = text_.substr(at_, close - at_);
        at_ = close + 1;
        if (name.starts_with("gap")) {
            made.kind = Kind::blank;
        } else if (name == "adv" || name == "aux" || name == "det" || name == "adj" ||
                   name == "np" || (name == "rel" && !next_is_blank())) {
            made.kind = Kind::group;
            made.optional = true;
            made.alternatives = {{Node{}, blank()}};
        } else if (name == "rel" || name == "aside") {
            made.kind = Kind::group;
            made.optional = true;
            made.alternatives = {{blank(), Node{}}};
        }
    }

    bool next_is_blank() const { return at_ < text_.size() && text_[at_] == ' '; }

    void quantifier(Node& node) {
        if (at_ >= text_.size()) {
            return;
        }
        const char c = text_[at_];
        const bool counted = c == '{' && at_ + 1 < text_.size() &&
                             std::isdigit(static_cast<unsigned char>(text_[at_ + 1])) != 0;
        if (c == '?' || c == '*' || (counted && text_[at_ + 1] == '0')) {
            node.optional = true;
        } else if (c == '+' || counted) {
            node.kind = node.kind == Kind::letters ? Kind::unknown : node.kind;
        } else {
            return;
        }
        at_ = counted ? std::min(text_.find('}', at_), text_.size() - 1) + 1 : at_ + 1;
        if (at_ < text_.size() && text_[at_] == '?') {
            ++at_;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

bool begins_blank(const Node& group) {
    return std::all_of(group.alternatives.begin(), group.alternatives.end(),
                       [](const Sequence& s) { return !s.empty() && s[0].kind == Kind::blank; });
}

bool ends_blank(const Node& group) {
    return std::all_of(group.alternatives.begin(), group.alternatives.end(), [](const Sequence& s) {
        return !s.empty() && s.back().kind == Kind::blank;
    });
}

using Words = std::vector<std::string>;

void append_lower(std::string_view letters, std::string& word) {
    std::transform(letters.begin(), letters.end(), std::back_inserter(word),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
}

void sort_unique(Words& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

/// How often a word stands in news, roughly: in nearly every sentence, often, or seldom.
std::size_t commonness(const std::string& word) {
    static constexpr std::array<std::string_view, 43> everywhere{
        "of", "the", "a", "an", "to", "in", "on", "at", "by", "for", "with", "and", "or", "as",
        "was", "is", "were", "are", "been", "be", "has", "had", "have", "from", "his", "her",
        "their", "its", "that", "who", "which", "it", "he", "not", "'s", ",", "(", ")", "\"", ".",
        "said", "will", "about"};
    static constexpr std::array<std::string_view, 24> often{
        "say",  "says",  "told", "also", "made",  "make", "take",  "took",  "give", "gave",  "get", "got",
        "last", "first", "year", "new",  "after", "into", "would", "could", "more", "shares", "share", "over"};
    const auto is_in = [&word](const auto& list) {
        return std::find(list.begin(), list.end(), word) != list.end();
    };
    return is_in(everywhere) || word.size() < 2 ? 1000 : is_in(often) ? 100 : 5;
}

/// Smaller is better: how many sentences a set of words would wake a rule for.
std::size_t cost(const Words& words) {
    std::size_t sum = 0;
    for (const std::string& word : words) {
        sum += commonness(word);
    }
    return sum;
}

/// Of a node of words: the best word of each of its phrases; none when a phrase has none. A phrase's first word
/// is whole only with `left`, its last only with `right`.
Words words_of(std::string_view list, bool left, bool right) {
    Words words;
    for (std::size_t from = 0; from <= list.size();) {
        const std::size_t bar = std::min(list.find('|', from), list.size());
        std::string best;
        std::size_t least = 0;
        for (std::size_t begin = from; begin <= bar;) {
            const std::size_t end = std::min(list.find(' ', begin), bar);
            if ((left || begin > from) && (right || end < bar)) {
                std::string word;
                append_lower(list.substr(begin, end - begin), word);
                const std::size_t price = commonness(word);
                if (best.empty() || price < least) {
                    best = std::move(word);
                    least = price;
                }
            }
            begin = end + 1;
        }
        if (best.empty()) {
            return {};
        }
        words.push_back(std::move(best));
        from = bar + 1;
    }
    sort_unique(words);
    return words;
}

class Analysis {
  public:
    /// Every set of words of which a match must have one, cheapest first; one set when the pattern has
    /// alternatives at its top.
    static std::vector<Words> all(const std::vector<Sequence>& alternatives) {
        if (alternatives.size() != 1) {
            const Words words = best(alternatives, true, true);
            return words.empty() ? std::vector<Words>{} : std::vector<Words>{words};
        }
        Analysis analysis;
        analysis.sequence(alternatives.front(), true, true);
        std::stable_sort(analysis.all_.begin(), analysis.all_.end(), is_cheaper);
        std::vector<Words> sets;
        for (Priced& one : analysis.all_) {
            sets.push_back(std::move(one.second));
        }
        return sets;
    }

    static Words best(const std::vector<Sequence>& alternatives, bool left, bool right) {
        Words all;
        for (const auto& sequence : alternatives) {
            Analysis one;
            one.sequence(sequence, left, right);
            if (one.all_.empty()) {
                return {};
            }
            const Words& words = std::min_element(one.all_.begin(), one.all_.end(), is_cheaper)->second;
            all.insert(all.end(), words.begin(), words.end());
        }
        sort_unique(all);
        return all;
    }

  private:
    using Priced = std::pair<std::size_t, Words>;

    static bool is_cheaper(const Priced& a, const Priced& b) { return a.first < b.first; }

    void sequence(const Sequence& nodes, bool left, bool right) {
        left_ = left;
        for (const Node& node : nodes) {
            if (node.kind == Kind::blank && !node.optional) {
                finish(true);
                left_ = true;
            } else if (node.kind == Kind::group && begins_blank(node)) {
                finish(true);
                offer(node, true, ends_blank(node));
                left_ = ends_blank(node);
                spoilt_ = !left_;
            } else if (node.kind == Kind::group && ends_blank(node)) {
                if (run_.empty() && !spoilt_) {
                    offer(node, left_, true);
                } else {
                    finish(false);
                }
                start_again();
            } else {
                run_.push_back(&node);
            }
        }
        finish(right);
    }

    void start_again() {
        run_.clear();
        spoilt_ = false;
        left_ = true;
    }

    /// A required group is as good a trigger as the words in it.
    void offer(const Node& group, bool left, bool right) {
        if (group.optional) {
            return;
        }
        if (group.kind == Kind::group) {
            take(best(group.alternatives, left, right));
        } else {
            take(words_of(group.letters, left, right));
        }
    }

    void take(Words words) {
        if (!words.empty()) {
            const std::size_t price = cost(words);
            all_.emplace_back(price, std::move(words));
        }
    }

    void finish(bool right) {
        if (left_ && !spoilt_ && !run_.empty()) {
            if (run_.size() == 1 && (run_[0]->kind == Kind::group || run_[0]->kind == Kind::words)) {
                offer(*run_[0], true, right);
            } else if (right && std::all_of(run_.begin(), run_.end(), [](const Node* node) {
                           return node->kind == Kind::letters && !node->optional;
                       })) {
                std::string word;
                for (const Node* node : run_) {
                    append_lower(node->letters, word);
                }
                take({word});
            }
        }
        run_.clear();
        spoilt_ = false;
    }

    std::vector<const Node*> run_;
    bool left_ = false;
    bool spoilt_ = false;
    std::vector<Priced> all_; ///< as they were found
};

} // namespace

std::vector<std::vector<std::string>> required_word_sets(std::string_view pattern) {
    return Analysis::all(Reader(pattern).alternatives());
}

std::vector<std::string> required_words(std::string_view pattern) {
    const auto sets = required_word_sets(pattern);
    return sets.empty() ? std::vector<std::string>{} : sets.front();
}

} // namespace actorgraph
