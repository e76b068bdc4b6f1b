#include "extractor/relate/shared_parts.hpp"

#include "extractor/relate/pieces.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace actorgraph {
namespace {

constexpr std::size_t most_cuts = 8;
constexpr std::size_t longest_reach = 60; ///< pieces between the head of a list and a member

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_copula(std::string_view word) {
    static constexpr std::array<std::string_view, 9> words{
        "is", "was", "are", "were", "became", "becomes", "remains", "remained", "been"};
    return is_one_of(word, words);
}

bool is_article(std::string_view word) {
    static constexpr std::array<std::string_view, 9> words{"a",   "an",    "the", "his", "her",
                                                           "its", "their", "one", "another"};
    return is_one_of(word, words);
}

bool is_preposition(std::string_view word) {
    static constexpr std::array<std::string_view, 12> words{
        "in", "at", "to", "from", "for", "with", "by", "on", "under", "as", "near", "against"};
    return is_one_of(word, words);
}

bool ends_list(std::string_view word) {
    static constexpr std::array<std::string_view, 18> words{
        ";",     ":",       "(",    "\"",    "who",    "which", "whose", "that", "where",
        "when",  "because", "while", "after", "before", "if",    "but",   "although", "unless"};
    return is_one_of(word, words);
}

bool is_filler(std::string_view word) {
    static constexpr std::array<std::string_view, 16> words{
        "and",   "also",      "then",      "later",  "currently", "formerly", "previously", "finally",
        "both",  "presently", "&",         "well",   "subsequently", "eventually", "now", "once"};
    return is_one_of(word, words);
}

/// Words for a part of something or for kin, beside those for what a person does.
bool heads_phrase(std::string_view word, const Lexicon& lexicon) {
    static constexpr std::array<std::string_view, 36> words{
        "son",      "daughter",  "brother", "sister",  "father",   "mother",     "wife",    "husband",
        "widow",    "member",    "founder", "owner",   "part",     "subsidiary", "unit",    "division",
        "head",     "graduate",  "alumnus", "student", "citizen",  "native",     "resident", "partner",
        "president", "chairman", "ceo",     "co-founder", "cofounder", "nephew", "cousin",  "grandson",
        "uncle",    "friend",    "ally",    "fellow"};
    return is_one_of(word, words) || denotes_person(word, lexicon);
}

/// Where the first member behind a joint at `at` begins; nothing when no joint stands there.
std::optional<std::size_t> behind_joint(const std::vector<Piece>& pieces, std::size_t at) {
    std::string_view word = pieces[at].word;
    if (word != "," && word != "and" && word != "&") {
        return std::nullopt;
    }
    std::size_t next = at + 1;
    while (next < pieces.size() && is_filler(pieces[next].word)) {
        ++next;
    }
    return next < pieces.size() ? std::optional(next) : std::nullopt;
}

bool has_and(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) {
    return std::any_of(pieces.begin() + static_cast<std::ptrdiff_t>(begin),
                       pieces.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Piece& piece) { return piece.word == "and" || piece.word == "&"; });
}

/// "the eldest son of", "founder and president of", "<o1> politician": a noun phrase that ties to somebody.
bool is_role_phrase(const std::vector<Piece>& pieces, std::size_t at, const Lexicon& lexicon) {
    bool has_head = false;
    bool has_body = false;
    for (std::size_t i = at; i < pieces.size() && i < at + 8; ++i) {
        std::string_view word = pieces[i].word;
        const bool is_stop = is_preposition(word) || word == "of" || word == "," || word == "who" || word == ".";
        if (has_head && (has_body ? is_stop : word == "of" || is_preposition(word))) {
            return true;
        }
        if (pieces[i].is_slot('p') || is_stop || is_copula(word)) {
            return false;
        }
        has_body = has_body || pieces[i].is_slot('o');
        has_head = has_head || heads_phrase(word, lexicon);
    }
    return false;
}

class Parts {
  public:
    Parts(const View& view, const Lexicon& lexicon)
        : lexicon_(lexicon), folded_(folded_text(view)), pieces_(pieces_of(view, folded_)) {}

    std::vector<Span> run() {
        for (std::size_t i = 0; i + 3 < pieces_.size(); ++i) {
            if (!pieces_[i].is_slot('p') && !pieces_[i].is_slot('o')) {
                continue;
            }
            if (const auto head = noun_head(i)) {
                noun_parts(i, *head);
            } else if (const auto verb = verb_behind(i)) {
                verb_parts(*verb);
            }
        }
        return std::move(cuts_);
    }

  private:
    /// The comma or copula between a name and what it is said to be.
    std::optional<std::size_t> noun_head(std::size_t slot) const {
        std::size_t at = slot + 1;
        while (at + 1 < pieces_.size() && (pieces_[at].word == "has" || pieces_[at].word == "had")) {
            ++at;
        }
        if (pieces_[at].word != "," && !is_copula(pieces_[at].word)) {
            return std::nullopt;
        }
        std::size_t next = at + 1;
        while (next < pieces_.size() && is_filler(pieces_[next].word) && pieces_[next].word != "and") {
            ++next;
        }
        const bool is_phrase =
            next < pieces_.size() && pieces_[next].word != "and" &&
            (is_article(pieces_[next].word) || is_role_phrase(pieces_, next, lexicon_));
        return is_phrase ? std::optional(at) : std::nullopt;
    }

    std::optional<std::size_t> verb_behind(std::size_t slot) const {
        std::size_t at = slot + 1;
        while (at + 1 < pieces_.size() &&
               (is_copula(pieces_[at].word) || is_filler(pieces_[at].word) ||
                pieces_[at].word == "has" || pieces_[at].word == "had" ||
                pieces_[at].word.ends_with("ly"))) {
            ++at;
        }
        const bool is_verb = at < pieces_.size() && is_finite_verb(pieces_[at]);
        return is_verb ? std::optional(at) : std::nullopt;
    }

    void cut(std::size_t first, std::size_t last) {
        if (cuts_.size() < most_cuts && first < last) {
            cuts_.push_back({pieces_[first].span.begin, pieces_[last].span.begin});
        }
    }

    void noun_parts(std::size_t subject, std::size_t head) {
        const char letter = pieces_[subject].word[1];
        bool has_other = false;
        for (std::size_t i = head + 1; i < pieces_.size() && i < head + longest_reach; ++i) {
            if (!has_other && opens_clause(letter, i)) {
                cut(head, pieces_[i].word.starts_with("wh") || pieces_[i].word == "that" ? i + 1 : i);
            }
            if (ends_list(pieces_[i].word)) {
                return;
            }
            has_other = has_other || pieces_[i].is_slot(letter);
            const auto next = behind_joint(pieces_, i);
            if (!next) {
                continue;
            }
            if (pieces_[*next].word == "of" || is_preposition(pieces_[*next].word)) {
                same_preposition(head, i, *next);
                i = *next - 1;
                continue;
            }
            const bool is_next_person = pieces_[*next].is_slot('p') && pieces_[head].word == ",";
            if (is_finite_verb(pieces_[*next]) || is_next_person) {
                return;
            }
            const bool is_open = has_other && !has_and(pieces_, i, *next);
            if (!is_open && is_role_phrase(pieces_, *next, lexicon_)) {
                cut(head + 1, *next);
            }
            i = *next - 1;
        }
    }

    /// "<p0> was a writer who moved to <l1>", "<o0> is a bank founded by <p1>": what follows speaks of the slot.
    bool opens_clause(char letter, std::size_t at) const {
        static constexpr std::array<std::string_view, 20> participles{
            "founded", "based",    "headquartered", "located", "established", "owned",   "led",
            "run",     "operated", "created",       "formed",  "headed",      "funded",  "published",
            "managed", "started",  "launched",      "set",     "developed",   "controlled"};
        std::string_view word = pieces_[at].word;
        if (at + 1 >= pieces_.size() || pieces_[at - 1].word == ",") {
            return false;
        }
        const bool is_relative = letter == 'p' ? word == "who" : word == "which" || word == "that";
        return is_relative ? is_finite_verb(pieces_[at + 1])
                           : letter == 'o' && is_one_of(word, participles) && !is_copula(pieces_[at - 1].word) &&
                                 !is_article(pieces_[at - 1].word);
    }

    void verb_parts(std::size_t verb) {
        const std::size_t object = verb + (pieces_[verb + 1].word == "as" ? 2 : 1);
        for (std::size_t i = object + 1; i < pieces_.size() && i < verb + longest_reach; ++i) {
            if (ends_list(pieces_[i].word)) {
                return;
            }
            const auto next = behind_joint(pieces_, i);
            if (!next) {
                continue;
            }
            if (is_finite_verb(pieces_[*next])) {
                return;
            }
            if (is_preposition(pieces_[*next].word)) {
                same_preposition(verb, i, *next);
            } else if (object < i && is_article(pieces_[object].word) && is_article(pieces_[*next].word) &&
                       (has_and(pieces_, i, *next) || is_parallel(object, i, *next))) {
                cut(object, *next);
            }
            i = *next - 1;
        }
    }

    /// "a degree from <o1> , a doctorate from <o2>": both members go on with the same preposition.
    bool is_parallel(std::size_t object, std::size_t joint, std::size_t next) const {
        for (std::size_t i = next; i < pieces_.size() && i < next + 8 && pieces_[i].word != ","; ++i) {
            const auto is_same = [&](const Piece& piece) { return piece.word == pieces_[i].word; };
            if (is_preposition(pieces_[i].word) &&
                std::any_of(pieces_.begin() + static_cast<std::ptrdiff_t>(object),
                            pieces_.begin() + static_cast<std::ptrdiff_t>(joint), is_same)) {
                return true;
            }
        }
        return false;
    }

    /// "moved to <l1> in 1990 and to <l2>": from the first "to" to the second.
    void same_preposition(std::size_t verb, std::size_t joint, std::size_t next) {
        for (std::size_t i = verb + 1; i < joint; ++i) {
            if (pieces_[i].word == pieces_[next].word) {
                cut(i, next);
                return;
            }
        }
    }

    const Lexicon& lexicon_;
    std::string folded_;
    std::vector<Piece> pieces_;
    std::vector<Span> cuts_;
};

bool is_name_suffix(const Piece& piece, char letter) {
    static constexpr std::array<std::string_view, 22> forms{
        "inc.", "inc",  "llc",  "l.l.c.", "ltd.", "ltd", "plc",  "corp.", "l.p.",    "lp",  "llp",
        "co.",  "s.a.", "n.v.", "gmbh",   "ag",   "pty", "pllc", "p.c.",  "limited", "p.a.", "s.p.a."};
    static constexpr std::array<std::string_view, 22> honours{
        "md",  "m.d.", "phd", "ph.d.", "cbe",  "obe", "mbe", "kbe", "jd",   "j.d.", "esq.",
        "esq", "jr.",  "jr",  "sr.",   "dds",  "cpa", "mba", "qc",  "kc",   "cfa",  "pe"};
    return letter == 'o' ? is_one_of(piece.word, forms) : is_one_of(piece.word, honours);
}

} // namespace

std::vector<Span> shared_part_cuts(const View& view, const Lexicon& lexicon) {
    return Parts(view, lexicon).run();
}

std::vector<Span> name_suffixes(const View& view) {
    std::vector<Span> ranges;
    if (view.text.find("> , ") == std::string::npos) {
        return ranges;
    }
    const std::string folded = folded_text(view);
    const auto pieces = pieces_of(view, folded);
    for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
        const bool is_actor = pieces[i].is_slot('o') || pieces[i].is_slot('p');
        if (!is_actor || pieces[i + 1].word != "," || !is_name_suffix(pieces[i + 2], pieces[i].word[1])) {
            continue;
        }
        const bool is_parenthetic = i + 4 < pieces.size() && pieces[i + 3].word == "," &&
                                    is_finite_verb(pieces[i + 4]);
        ranges.push_back({pieces[i + 1].span.begin, pieces[i + (is_parenthetic ? 3 : 2)].span.end});
    }
    return ranges;
}

} // namespace actorgraph
