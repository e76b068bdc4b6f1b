#include "extractor/relate/skeleton.hpp"

#include "rules/rule_file.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace actorgraph {
namespace {

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U);
}
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

std::string lower(std::string_view word) {
    std::string out(word);
    for (char& c : out) {
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

struct Replacement {
    std::string_view from;
    std::string_view to;
};
constexpr std::array<Replacement, 12> typography{{{"\u2019", "'"},
                                                  {"\u2018", "'"},
                                                  {"\u201C", "\""},
                                                  {"\u201D", "\""},
                                                  {"\u201E", "\""},
                                                  {"\u00AB", "\""},
                                                  {"\u00BB", "\""},
                                                  {"\u2014", ","},
                                                  {"\u00A0", " "},
                                                  {"\u2011", "-"},
                                                  {"--", ","},
                                                  {"\u2013", "-"}}};

/// "his" and the like own what follows; "her" only before a noun.
bool is_possessive(std::string_view pronoun, std::string_view rest) {
    const std::string word = lower(pronoun);
    static constexpr std::array<std::string_view, 7> always{"his", "their", "its", "my",
                                                            "our", "your", "whose"};
    if (std::find(always.begin(), always.end(), word) != always.end()) {
        return rest.starts_with(' ');
    }
    if (word != "her" || rest.size() < 2 || rest[0] != ' ' || !is_letter(rest[1])) {
        return false;
    }
    static constexpr std::array<std::string_view, 44> no_noun{
        "in",    "on",   "at",    "for",   "to",      "with", "and",   "or",     "but",
        "by",    "from", "of",    "after", "before",  "when", "while", "as",     "because",
        "during", "last", "this", "next",  "yesterday", "that", "about", "into",  "through",
        "over",  "under", "against", "since", "until", "if",  "then",  "again",  "there",
        "here",  "who",  "which", "what",  "how",     "why",  "where", "twice"};
    const std::size_t end = std::min(rest.find_first_of(" ,.;:!?", 1), rest.size());
    const std::string next = lower(rest.substr(1, end - 1));
    return std::find(no_noun.begin(), no_noun.end(), next) == no_noun.end();
}

/// Bytes that are written as they are, whatever stands beside them.
constexpr std::array<bool, 256> plain_bytes() {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0x21; c < plain.size(); ++c) {
        plain[c] = c != 0x7F && c != 0xE2 && c != 0xC2;
    }
    for (const char c : std::string_view("'-,;:()\"[]<>")) {
        plain[static_cast<unsigned char>(c)] = false;
    }
    return plain;
}

class Builder {
  public:
    Builder(std::string_view text, Span sentence, std::span<const PlacedMention> mentions,
            NominalReading reading, Skeleton& out)
        : text_(text), sentence_(sentence), mentions_(mentions), reading_(reading), out_(out) {
        out_.text.clear();
        out_.origin.clear();
        out_.slots.clear();
    }

    void run() {
        walk(sentence_.end);
        close_sentence();
    }

  private:
    void walk(std::uint32_t end) {
        if (at_ < sentence_.begin) {
            at_ = sentence_.begin;
        }
        while (at_ < end) {
            while (next_ < mentions_.size() && mentions_[next_].span.begin < at_) {
                ++next_;
            }
            if (next_ < mentions_.size() && mentions_[next_].span.begin == at_ &&
                mentions_[next_].span.end <= sentence_.end) {
                mention(mentions_[next_++]);
            } else if (!plain_run(end)) {
                character(end);
            }
        }
    }

    /// Copies plain bytes up to the next mention at once.
    bool plain_run(std::uint32_t end) {
        static constexpr auto plain = plain_bytes();
        const bool has_next = next_ < mentions_.size() && mentions_[next_].span.begin > at_;
        const std::uint32_t stop = has_next ? std::min(end, mentions_[next_].span.begin) : end;
        std::uint32_t to = at_;
        while (to < stop && plain[static_cast<unsigned char>(text_[to])]) {
            ++to;
        }
        if (to == at_) {
            return false;
        }
        out_.text.append(text_, at_, to - at_);
        for (; at_ < to; ++at_) {
            out_.origin.push_back(at_);
        }
        return true;
    }

    void mention(const PlacedMention& found) {
        const bool in_words = reading_ == NominalReading::words_and_slot &&
                              found.form == MentionForm::nominal;
        if (in_words) {
            walk(found.span.end);
            blank();
            if (!same_entity_follows(found)) {
                slot(found);
            }
            return;
        }
        slot(found);
        at_ = found.span.end;
        const std::string_view words = slice(found.span);
        const std::string_view rest = text_.substr(at_, sentence_.end - at_);
        if (found.form == MentionForm::pronoun && is_possessive(words, rest)) {
            possessive(found.span.begin);
        } else if (words.ends_with('s') && (rest.starts_with("' ") || rest.starts_with("\u2019 "))) {
            possessive(at_);
            at_ += rest[0] == '\'' ? 1 : 3;
        } else if (rest.starts_with(" s ")) { // the apostrophe is lost
            possessive(at_ + 1);
            at_ += 2;
        }
    }

    bool same_entity_follows(const PlacedMention& found) const {
        for (std::size_t i = next_; i < mentions_.size(); ++i) {
            if (mentions_[i].span.begin > found.span.end + 2) {
                return false;
            }
            if (mentions_[i].span.begin >= found.span.end && mentions_[i].entity == found.entity) {
                return true;
            }
        }
        return false;
    }

    void slot(const PlacedMention& found) {
        std::array<char, 16> words{'<', found.letter};
        char* end = std::to_chars(words.data() + 2, words.data() + 14, out_.slots.size()).ptr;
        *end++ = '>';
        blank();
        put({words.data(), static_cast<std::size_t>(end - words.data())}, found.span.begin);
        blank();
        out_.slots.push_back({found.entity, found.form, found.letter});
    }

    void character(std::uint32_t end) {
        const std::string_view rest = text_.substr(at_, end - at_);
        const bool may_be_typography = rest[0] == '-' || (static_cast<unsigned char>(rest[0]) & 0x80U) != 0;
        for (const auto& [from, to] : typography) {
            if (may_be_typography && rest.starts_with(from)) {
                glyph(to[0], static_cast<std::uint32_t>(from.size()), rest);
                return;
            }
        }
        glyph(rest[0], 1, rest);
    }

    /// Writes one character (which stands for `size` bytes of the document) with its blanks.
    void glyph(char c, std::uint32_t size, std::string_view rest) {
        const char before = at_ > sentence_.begin ? text_[at_ - 1] : ' ';
        const char after = rest.size() > size ? rest[size] : ' ';
        const std::uint32_t from = at_;
        at_ += size;
        if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            blank();
        } else if (c == '\'') {
            apostrophe(from, before, after, rest.substr(size));
        } else if ((c == ',' || c == ':') && is_digit(before) && is_digit(after)) {
            put({&c, 1}, from);
        } else if (std::string_view(",;:()\"[]<>").find(c) != std::string_view::npos) {
            static constexpr std::string_view plain = ",;:()\"()()";
            blank();
            put({&plain[std::string_view(",;:()\"[]<>").find(c)], 1}, from);
            blank();
        } else {
            put({&c, 1}, from);
        }
    }

    void apostrophe(std::uint32_t from, char before, char after, std::string_view rest) {
        const bool closes_word = rest.empty() || !is_letter(after) ||
                                 rest.size() < 2 || !is_letter(rest[1]);
        if ((after == 's' || after == 'S') && closes_word && before != ' ') {
            blank();
            possessive(from);
            ++at_;
        } else if (after == 't' && before == 'n' && out_.text.ends_with('n')) {
            out_.text.pop_back();
            out_.origin.pop_back();
            blank();
            put("n't", from - 1);
            ++at_;
        } else if ((before == ' ' || before == '(') && is_letter(after)) {
            has_open_quote_ = true;
            blank();
            put("\"", from);
            blank();
        } else if ((after == ' ' && std::string_view(",.?!").find(before) != std::string_view::npos) ||
                   (has_open_quote_ && !is_letter(after))) {
            has_open_quote_ = false;
            blank();
            put("\"", from);
            blank();
        } else {
            put("'", from);
        }
    }

    /// Full stops, question and exclamation marks at the end stand alone.
    /// "<p0~> 's": a possessor is no argument of the verb before it.
    void possessive(std::uint32_t from) {
        if (out_.text.ends_with("> ")) {
            out_.text.insert(out_.text.size() - 2, "~");
            out_.origin.insert(out_.origin.end() - 2, out_.origin[out_.origin.size() - 3]);
        }
        put("'s", from);
        blank();
    }

    void close_sentence() {
        while (!out_.text.empty() && out_.text.back() == ' ') {
            drop_last();
        }
        // "neither A nor B" lists as "A and B" does; its "neither" says no to both.
        for (std::size_t at = out_.text.find("> nor "); at != std::string::npos;
             at = out_.text.find("> nor ", at + 1)) {
            out_.text.replace(at + 2, 3, "and");
        }
        std::size_t end = out_.text.size();
        while (end > 0 && std::string_view(".?! \")").find(out_.text[end - 1]) !=
                              std::string_view::npos) {
            --end;
        }
        const std::size_t mark = out_.text.find_first_of(".?!", end);
        if (mark != std::string::npos && mark > 0 && out_.text[mark - 1] != ' ') {
            out_.text.insert(mark, " ");
            out_.origin.insert(out_.origin.begin() + static_cast<std::ptrdiff_t>(mark),
                               out_.origin[mark]);
        }
    }

    void drop_last() {
        out_.text.pop_back();
        out_.origin.pop_back();
    }

    void blank() {
        if (!out_.text.empty() && out_.text.back() != ' ') {
            out_.text += ' ';
            out_.origin.push_back(at_);
        }
    }

    void put(std::string_view words, std::uint32_t from) {
        out_.text += words;
        out_.origin.resize(out_.text.size(), from);
    }

    std::string_view slice(Span span) const {
        return text_.substr(span.begin, span.end - span.begin);
    }

    std::string_view text_;
    Span sentence_;
    std::span<const PlacedMention> mentions_;
    NominalReading reading_;
    Skeleton& out_;
    bool has_open_quote_ = false; ///< a single one
    std::uint32_t at_ = 0;
    std::size_t next_ = 0;
};

} // namespace

std::vector<PlacedMention> place_mentions(const std::vector<Entity>& entities) {
    std::vector<PlacedMention> placed;
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        const char letter = slot_letter(entities[i].type);
        if (letter == ' ') {
            continue;
        }
        for (const Mention& mention : entities[i].mentions) {
            const std::string_view sieve =
                mention.rules.empty() ? std::string_view{} : std::string_view{mention.rules.front()};
            // An adjective of a country, and a platform that only carries words, are no actors of their sentence.
            const bool is_other = sieve == "resolve.demonym" || sieve == "resolve.medium";
            if (sieve != "resolve.relative") { // patterns read "who" and "which" themselves
                placed.push_back({mention.span, i, mention.form, is_other ? slot_letter("misc") : letter});
            }
        }
    }
    std::sort(placed.begin(), placed.end(), [](const PlacedMention& a, const PlacedMention& b) {
        if (a.span.begin != b.span.begin) {
            return a.span.begin < b.span.begin;
        }
        return a.span.end != b.span.end ? a.span.end > b.span.end : a.entity < b.entity;
    });
    return placed;
}

std::span<const PlacedMention> mentions_in(Span sentence, const std::vector<PlacedMention>& mentions) {
    const auto begins_before = [](const PlacedMention& mention, std::uint32_t byte) {
        return mention.span.begin < byte;
    };
    const auto first =
        std::lower_bound(mentions.begin(), mentions.end(), sentence.begin, begins_before);
    return {first, std::lower_bound(first, mentions.end(), sentence.end, begins_before)};
}

void build_skeleton(std::string_view text, Span sentence, const std::vector<PlacedMention>& mentions,
                    NominalReading reading, Skeleton& out) {
    Builder(text, sentence, mentions_in(sentence, mentions), reading, out).run();
}

Skeleton build_skeleton(std::string_view text, Span sentence,
                        const std::vector<PlacedMention>& mentions, NominalReading reading) {
    Skeleton out;
    build_skeleton(text, sentence, mentions, reading, out);
    return out;
}

} // namespace actorgraph
