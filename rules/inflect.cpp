#include "rules/inflect.hpp"

#include <algorithm>
#include <array>
#include <fstream>

namespace actorgraph {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](auto end) { return word.ends_with(end); });
}

bool ends_in_consonant_y(std::string_view word) {
    return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

/// One vowel, then one consonant, in a word of one syllable: "stab", "hug".
bool doubles_last(std::string_view word) {
    if (word.size() < 3 || is_vowel(word.back()) ||
        std::string_view("wxy").find(word.back()) != std::string_view::npos) {
        return false;
    }
    const std::size_t n = word.size();
    if (!is_vowel(word[n - 2])) {
        return false;
    }
    if (is_vowel(word[n - 3]) && !(word[n - 3] == 'u' && n > 3 && word[n - 4] == 'q')) {
        return false;
    }
    int groups = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const bool starts = is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]));
        groups += starts && !(word[i] == 'u' && i > 0 && word[i - 1] == 'q') ? 1 : 0;
    }
    return groups == 1 || (groups == 2 && word.starts_with("qu"));
}

std::string with_s(std::string_view word) {
    std::string out(word);
    if (out == "have") {
        return "has";
    }
    if (out == "do" || out == "go" || out == "veto" ||
        ends_with_any(out, {"s", "x", "z", "ch", "sh"})) {
        return out + "es";
    }
    if (ends_in_consonant_y(out)) {
        out.pop_back();
        return out + "ies";
    }
    return out + "s";
}

std::string with_ed(std::string_view word) {
    std::string out(word);
    if (out.ends_with('e')) {
        return out + "d";
    }
    if (ends_in_consonant_y(out)) {
        out.pop_back();
        return out + "ied";
    }
    if (doubles_last(out)) {
        out += out.back();
    }
    return out + "ed";
}

std::string with_ing(std::string_view word, const std::vector<std::string>& past) {
    std::string out(word);
    if (ends_with_any(out, {"ee", "oe", "ye"}) || out == "be") {
        return out + "ing";
    }
    if (out.ends_with("ie")) {
        out.resize(out.size() - 2);
        return out + "ying";
    }
    if (out.ends_with('e')) {
        out.pop_back();
        return out + "ing";
    }
    const std::string doubled = out + out.back();
    const bool by_table = std::find(past.begin(), past.end(), doubled + "ed") != past.end();
    return (by_table || doubles_last(out) ? doubled : out) + "ing";
}

struct Split {
    std::string head;
    std::string rest; ///< with its leading blank
};

Split split_first(std::string_view phrase) {
    const std::size_t blank = phrase.find(' ');
    if (blank == std::string_view::npos) {
        return {std::string(phrase), ""};
    }
    return {std::string(phrase.substr(0, blank)), std::string(phrase.substr(blank))};
}

void add_once(std::vector<std::string>& list, std::string word) {
    if (std::find(list.begin(), list.end(), word) == list.end()) {
        list.push_back(std::move(word));
    }
}

std::vector<std::string> split(std::string_view text, char by) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= text.size()) {
        const std::size_t to = std::min(text.find(by, from), text.size());
        parts.emplace_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

std::vector<std::string> plurals(const std::string& word) {
    if (word == "person") {
        return {"people", "persons"};
    }
    if (word == "child") {
        return {"children"};
    }
    if (word.ends_with("man") && word != "human" && word != "german") {
        return {word.substr(0, word.size() - 2) + "en"};
    }
    if (word == "wife" || word == "life" || word.ends_with("midwife")) {
        return {word.substr(0, word.size() - 2) + "ves"};
    }
    if (word == "half" || word == "thief") {
        return {word.substr(0, word.size() - 1) + "ves"};
    }
    if (ends_with_any(word, {"staff", "personnel", "police"})) {
        return {word};
    }
    return {with_s(word)};
}

} // namespace

Result<Inflector> Inflector::load(const std::filesystem::path& table) {
    Inflector inflector;
    Diagnostics problems;
    std::ifstream file(table);
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const auto columns = split(line, '\t');
        if (columns.size() != 3) {
            problems.push_back({Severity::error, table.string(), number, 0,
                                "this line has " + std::to_string(columns.size()) + " columns",
                                "write base, past and participle, parted by tabs"});
            continue;
        }
        inflector.add(columns[0], split(columns[1], '/'), split(columns[2], '/'));
    }
    if (!problems.empty()) {
        return problems;
    }
    return inflector;
}

void Inflector::add(std::string base, std::vector<std::string> past,
                    std::vector<std::string> participle) {
    irregular_[std::move(base)] = {std::move(past), std::move(participle)};
}

Inflector::Irregular Inflector::past_of(const std::string& base) const {
    const auto found = irregular_.find(base);
    if (found != irregular_.end()) {
        return found->second;
    }
    const auto prefixed = [&](std::string_view prefix) -> const Irregular* {
        if (!base.starts_with(prefix)) {
            return nullptr;
        }
        const auto stem = irregular_.find(std::string_view(base).substr(prefix.size()));
        return stem == irregular_.end() ? nullptr : &stem->second;
    };
    for (const std::string_view prefix : {"co-", "re-"}) {
        if (const Irregular* stem = prefixed(prefix)) {
            Irregular made = *stem;
            for (auto* list : {&made.past, &made.participle}) {
                for (auto& word : *list) {
                    word.insert(0, prefix);
                }
            }
            return made;
        }
    }
    return {{with_ed(base)}, {with_ed(base)}};
}

std::vector<std::string> Inflector::finite(std::string_view verb) const {
    const Split parts = split_first(verb);
    std::vector<std::string> out;
    if (parts.head == "be") {
        for (const char* form : {"is", "are", "was", "were"}) {
            out.push_back(form + parts.rest);
        }
        return out;
    }
    add_once(out, parts.head + parts.rest);
    add_once(out, with_s(parts.head) + parts.rest);
    for (const auto& past : past_of(parts.head).past) {
        add_once(out, past + parts.rest);
    }
    return out;
}

std::vector<std::string> Inflector::participles(std::string_view verb) const {
    const Split parts = split_first(verb);
    std::vector<std::string> out;
    for (const auto& participle : past_of(parts.head).participle) {
        add_once(out, participle + parts.rest);
    }
    return out;
}

std::vector<std::string> Inflector::gerunds(std::string_view verb) const {
    const Split parts = split_first(verb);
    return {with_ing(parts.head, past_of(parts.head).past) + parts.rest};
}

std::vector<std::string> Inflector::forms(std::string_view verb) const {
    std::vector<std::string> out{std::string(verb)};
    for (const auto& list : {finite(verb), participles(verb), gerunds(verb)}) {
        for (const auto& form : list) {
            add_once(out, form);
        }
    }
    return out;
}

std::vector<std::string> noun_forms(std::string_view noun) {
    static constexpr std::array<std::string_view, 14> joints{
        " of ",  " on ", " to ", " in ",  " for ",  " at ",  " with ",
        " by ", " against ", " from ", "-in-", "-of-", " between ", " general"};
    std::size_t head_end = noun.size();
    for (const auto joint : joints) {
        const std::string padded = std::string(noun) + " ";
        head_end = std::min(head_end, padded.find(joint));
    }
    const std::string before(noun.substr(0, head_end));
    const std::string rest(noun.substr(head_end));
    const std::size_t blank = before.rfind(' ');
    const std::size_t at = blank == std::string::npos ? 0 : blank + 1;
    std::vector<std::string> out{std::string(noun)};
    for (const auto& plural : plurals(before.substr(at))) {
        add_once(out, before.substr(0, at) + plural + rest);
    }
    return out;
}

} // namespace actorgraph
