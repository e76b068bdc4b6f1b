#include "rules/token_classes.hpp"

#include "rules/token.hpp"
#include "rules/token_pattern.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cctype>
#include <optional>

namespace actorgraph {
namespace {

using Characters = std::bitset<256>;

std::size_t as_index(char c) { return static_cast<unsigned char>(c); }

bool is_wide(char c) { return (as_index(c) & 0x80U) != 0; }

/// Which characters a class such as `[^ <,;]` at `at` has, and the place behind it; nothing when it has
/// escapes, or letters beyond ASCII that it does not merely leave out.
struct CharacterClass {
    Characters members;
    std::size_t end = 0;
};
std::optional<CharacterClass> class_at(std::string_view text, std::size_t at) {
    const bool is_negated = text.substr(at + 1, 1) == "^";
    const std::size_t first = at + (is_negated ? 2 : 1);
    const std::size_t close = text.find(']', first + 1);
    if (close == std::string_view::npos ||
        text.substr(first, close - first).find('\\') != std::string_view::npos) {
        return std::nullopt;
    }
    CharacterClass out;
    out.end = close + 1;
    for (std::size_t i = first; i < close; ++i) {
        const bool is_range = i + 2 < close && text[i + 1] == '-';
        const std::size_t to = as_index(text[is_range ? i + 2 : i]);
        for (std::size_t c = as_index(text[i]); c <= to; ++c) {
            out.members.set(c);
        }
        i += is_range ? 2 : 0;
    }
    if (is_negated) {
        out.members.flip();
    }
    return out;
}

std::size_t behind_quantifier(std::string_view text, std::size_t at, bool& may_be_empty) {
    const bool is_counted = at + 1 < text.size() && text[at] == '{' &&
                            std::isdigit(static_cast<unsigned char>(text[at + 1])) != 0;
    if (at >= text.size() || (!is_counted && std::string_view("?*+").find(text[at]) == std::string_view::npos)) {
        return at;
    }
    may_be_empty = text[at] == '?' || text[at] == '*' || (is_counted && text[at + 1] == '0');
    at = is_counted ? std::min(text.find('}', at), text.size() - 1) + 1 : at + 1;
    return at < text.size() && text[at] == '?' ? at + 1 : at;
}

/// A piece of a pattern that reads no blank and has no groups.
struct Shape {
    std::size_t begin = 0, end = 0;
    Characters characters;
    bool has_class = false; ///< else it is a word
    bool has_letter = false, has_mark = false; ///< that every token of it has, as in "ex-[a-z]+"
    bool may_be_empty = true;
};

/// Takes the atom at the end of the shape into it; false when the shape ends there.
bool take_atom(std::string_view text, Shape& shape) {
    const char c = text[shape.end];
    Characters characters;
    std::size_t behind = shape.end + 1;
    if (c == '[') {
        const auto found = class_at(text, shape.end);
        if (!found || found->members.test(as_index(' '))) {
            return false;
        }
        characters = found->members;
        behind = found->end;
    } else if (c == '\\') {
        const char escaped = behind < text.size() ? text[behind] : 'b';
        if (std::isalnum(static_cast<unsigned char>(escaped)) != 0) {
            return false;
        }
        characters.set(as_index(escaped));
        ++behind;
    } else if (std::string_view(" <>()|{}?*+^$.").find(c) != std::string_view::npos || c < 3) {
        if (!is_wide(c)) {
            return false;
        }
    }
    if (c != '[' && c != '\\') {
        characters.set(as_index(c));
        while (is_wide(c) && behind < text.size() && (as_index(text[behind]) & 0xC0U) == 0x80U) {
            characters.set(as_index(text[behind++]));
        }
    }
    bool may_be_empty = false;
    shape.end = behind_quantifier(text, behind, may_be_empty);
    shape.characters |= characters;
    shape.has_class = shape.has_class || c == '[' || is_wide(c);
    const bool is_literal = c != '[' && !is_wide(c) && !may_be_empty;
    const bool is_letter = c >= 'a' && c <= 'z';
    shape.has_letter = shape.has_letter || (is_literal && is_letter);
    shape.has_mark = shape.has_mark || (is_literal && !is_letter && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z'));
    shape.may_be_empty = shape.may_be_empty && may_be_empty;
    return true;
}

Characters characters_of(std::string_view listed) {
    Characters out;
    for (const char c : listed) {
        out.set(as_index(c));
    }
    return out;
}

/// Marks of which every token of the shape has one.
std::uint32_t marks_for(const Shape& shape) {
    using namespace token_mark;
    if (shape.has_letter && shape.has_mark) {
        return token_mark::joined;
    }
    const Characters& characters = shape.characters;
    static const std::string letter = "abcdefghijklmnopqrstuvwxyz";
    static const std::array<std::pair<Characters, std::uint32_t>, 4> classes{
        {{characters_of(letter), letters},
         {characters_of(letter + "-"), hyphened},
         {characters_of(letter + "0123456789"), plain},
         {characters_of(letter + "0123456789-"), plain_hyphened}}};
    for (const auto& [all, marks] : classes) {
        if ((characters & ~all).none()) {
            return marks;
        }
    }
    return characters.test(as_index('<')) ? any : no_slot;
}

/// Marks that the tokens of this shape have and no others; 0: there are none.
std::uint32_t exact_marks(std::string_view shape) {
    using namespace token_mark;
    static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 7> classes{
        {{"[^ <,;:\"()]+", role},
         {"[^ <;:\"()]+", gap},
         {"[a-z]+", letters},
         {"[a-z-]+", hyphened},
         {"[a-z0-9]+", plain},
         {"[a-z0-9-]+", plain_hyphened},
         {"[0-9]{4}", year}}};
    const auto found = std::find_if(classes.begin(), classes.end(),
                                    [&](const auto& row) { return row.first == shape; });
    return found == classes.end() ? 0 : found->second;
}

bool begins_slot(std::string_view text, std::size_t at) {
    return at == 0 || std::string_view(" (|:>").find(text[at - 1]) != std::string_view::npos;
}
bool ends_slot(std::string_view text, std::size_t behind) {
    return behind == text.size() || std::string_view(" )|").find(text[behind]) != std::string_view::npos;
}

/// Behind the macro, group head, class or character at `at` that is no part of a shape.
std::size_t behind_other(std::string_view text, std::size_t at) {
    if (text[at] == '{') {
        return std::min(text.find('}', at), text.size() - 1) + 1;
    }
    if (text.substr(at).starts_with("(?")) {
        return std::min(text.find_first_of(":>)", at), text.size() - 1) + 1;
    }
    if (text[at] == '<') {
        return std::min(text.find('>', at), text.size() - 1) + 1;
    }
    if (text[at] == '[') {
        const std::size_t first = at + (text.substr(at + 1, 1) == "^" ? 2 : 1);
        return std::min(text.find(']', first + 1), text.size() - 1) + 1;
    }
    return std::min(at + (text[at] == '\\' ? 2U : 1U), text.size());
}

} // namespace

std::string with_token_classes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        Shape shape;
        shape.begin = shape.end = at;
        while (shape.end < text.size() && take_atom(text, shape)) {
        }
        const std::string_view written = text.substr(at, shape.end - at);
        if (shape.has_class && !shape.may_be_empty) {
            const std::uint32_t marks = exact_marks(written);
            out += marks != 0 ? token_class(marks) : token_shape(marks_for(shape), written);
        } else {
            out += written;
        }
        const std::size_t behind = shape.end < text.size() ? behind_other(text, shape.end) : shape.end;
        out += text.substr(shape.end, behind - shape.end);
        at = behind;
    }
    return out;
}

std::string with_slot_classes(const std::string& text) {
    static constexpr std::array<std::pair<std::string_view, bool>, 3> tails{
        {{"[0-9]+>", false}, {"[0-9]+~>", false}, {"[0-9]+~?>", true}}};
    std::string out;
    std::size_t from = 0;
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
        const bool is_set = text.compare(at + 1, 1, "[") == 0;
        const std::size_t close = is_set ? text.find(']', at) : at + 1;
        if (close == std::string::npos || !begins_slot(text, at)) {
            continue;
        }
        const std::string_view names =
            std::string_view(text).substr(at + (is_set ? 2 : 1), is_set ? close - at - 2 : 1);
        const std::string_view behind = std::string_view(text).substr(std::min(close + 1, text.size()));
        for (const auto& [tail, has_both] : tails) {
            const std::uint32_t slots = slot_bits(names);
            if (slots != 0 && behind.starts_with(tail) && ends_slot(text, close + 1 + tail.size())) {
                const bool owns = tail.find('~') != std::string_view::npos;
                out.append(text, from, at - from);
                out += token_class((owns ? slots << 5U : 0U) | (has_both || !owns ? slots : 0U));
                from = close + 1 + tail.size();
            }
        }
    }
    return out.append(text, from);
}

} // namespace actorgraph
