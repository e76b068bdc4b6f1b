#include "graph/link/name_key.hpp"

#include "core/utf8.hpp"
#include "graph/fold.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace actorgraph {
namespace {

bool is_suffix(std::string_view word) { return word == "jr" || word == "sr" || word == "ii" || word == "iii"; }

bool is_legal_form(const std::string& word) {
    static const std::unordered_set<std::string> forms{"inc", "ltd", "plc", "corp", "co",      "llc",
                                                       "gmbh", "ag", "sa",  "nv",   "limited"};
    return forms.contains(word);
}

/// Letters that no decomposition turns into plain ones.
char32_t plain(char32_t c, std::string& out) {
    switch (c) {
    case 0xE6: out += 'a'; return 'e';   // æ
    case 0x153: out += 'o'; return 'e';  // œ
    case 0xF8: return 'o';               // ø
    case 0x142: return 'l';              // ł
    case 0x111: return 'd';              // đ
    case 0xF0: return 'd';               // ð
    case 0x131: return 'i';              // ı
    case 0xFE: out += 't'; return 'h';   // þ
    default: return c;
    }
}

bool is_mark(char32_t c) { return c == '.' || c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == '"'; }
bool is_space(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xA0; }

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words(1);
    const std::string plain_text = folded(text);
    for (std::size_t at = 0; at < plain_text.size();) {
        const char32_t c = next_code_point(plain_text, at);
        if (is_space(c) || c == ',') {
            if (!words.back().empty()) {
                words.emplace_back();
            }
        } else if (!is_mark(c)) {
            std::string& word = words.back();
            append_utf8(word, plain(c, word));
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

} // namespace

std::vector<std::string> name_words(std::string_view name, bool is_person) {
    const auto comma = is_person ? name.find(", ") : std::string_view::npos;
    if (comma == std::string_view::npos) {
        return split(name);
    }
    std::vector<std::string> words = split(name.substr(comma + 1));
    std::vector<std::string> surname = split(name.substr(0, comma));
    const bool is_turned = !words.empty() && !is_suffix(words.front());
    std::vector<std::string>& first = is_turned ? words : surname;
    const std::vector<std::string>& last = is_turned ? surname : words;
    first.insert(first.end(), last.begin(), last.end());
    return first;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

bool is_actor_type(std::string_view type) { return type == "person" || type == "organization" || type == "account"; }

std::string name_key(const Entity& entity) {
    if (entity.name.empty() || (!is_actor_type(entity.type) && entity.type != "location")) {
        return "";
    }
    if (entity.account) {
        return "account:" + entity.account->kind + ":" + entity.account->value;
    }
    std::vector<std::string> words = name_words(entity.name, entity.type == "person");
    if (entity.type == "organization") {
        if (words.size() > 1 && words.front() == "the") {
            words.erase(words.begin());
        }
        while (words.size() > 1 && is_legal_form(words.back())) {
            words.pop_back();
        }
    }
    return entity.type + ":" + joined(words);
}

PersonName person_name(const std::vector<std::string>& words) {
    PersonName name;
    std::size_t end = words.size();
    if (end > 1 && is_suffix(words[end - 1])) {
        name.suffix = words[--end];
    }
    if (end > 0) {
        name.surname = words[end - 1];
    }
    if (end > 1) {
        name.given = words[0];
        name.middle.assign(words.begin() + 1, words.begin() + static_cast<std::ptrdiff_t>(end) - 1);
    }
    return name;
}

std::string_view type_of_key(std::string_view key) { return key.substr(0, key.find(':')); }

std::vector<std::string> words_of_key(std::string_view key) {
    std::vector<std::string> words(1);
    for (const char c : key.substr(std::min(key.size(), key.find(':') + 1))) {
        if (c == ' ') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    return words;
}

std::string sound_of(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 33> spellings{
        {{"sch", "sh"}, {"tch", "ch"}, {"tsch", "ch"}, {"ph", "f"},  {"kh", "h"},  {"ck", "k"},  {"ks", "x"},
         {"cz", "ch"},  {"gh", "g"},   {"dh", "d"},    {"th", "t"},  {"ae", "a"},  {"oe", "o"},  {"ue", "u"},
         {"ou", "u"},   {"oo", "u"},   {"ee", "i"},    {"ie", "i"},  {"ij", "i"},  {"iy", "i"},  {"yy", "i"},
         {"ii", "i"},   {"ai", "ei"},  {"ay", "ei"},   {"ey", "ei"}, {"qu", "kv"}, {"q", "k"},   {"w", "v"},
         {"y", "i"},    {"j", "i"},    {"c", "k"},     {"e", "a"},   {"o", "u"}}};
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const auto* found = std::find_if(spellings.begin(), spellings.end(), [&](const auto& one) {
            return word.substr(at).starts_with(one.first) && !(one.first == "c" && word.substr(at).starts_with("ch"));
        });
        const bool is_spelling = found != spellings.end();
        for (const char c : is_spelling ? found->second : word.substr(at, 1)) {
            if (out.empty() || out.back() != c) {
                out += c;
            }
        }
        at += is_spelling ? found->first.size() : 1;
    }
    return out;
}

std::string lookalike(std::string_view value) {
    static const std::unordered_map<char32_t, char> twins{
        {0x430, 'a'}, {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x443, 'y'}, {0x445, 'x'}, {0x456, 'i'},
        {0x458, 'j'}, {0x455, 's'}, {0x501, 'd'}, {0x4BB, 'h'}, {0x3BF, 'o'}, {0x3B1, 'a'}, {0x3BD, 'v'}, {0x3C1, 'p'},
        {0x131, 'i'}, {0x261, 'g'}, {'0', 'o'},   {'1', 'l'},   {'|', 'l'},   {'i', 'l'},   {'5', 's'}};
    std::string out;
    const std::string plain_value = folded(value);
    for (std::size_t at = 0; at < plain_value.size();) {
        const char32_t c = next_code_point(plain_value, at);
        const auto twin = twins.find(c);
        const char32_t seen = twin == twins.end() ? c : static_cast<char32_t>(twin->second);
        append_utf8(out, seen == 'i' ? U'l' : seen);
    }
    for (std::size_t at = out.find("rn"); at != std::string::npos; at = out.find("rn", at)) {
        out.replace(at, 2, "m");
    }
    return out;
}

} // namespace actorgraph
