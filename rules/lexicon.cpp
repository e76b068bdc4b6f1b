#include "rules/lexicon.hpp"

#include "rules/file_bytes.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <iterator>

namespace actorgraph {
namespace {

struct NamedClass {
    std::string_view name;
    LexClass value;
};
constexpr NamedClass named_classes[] = {
    {"given_male", LexClass::given_male},   {"given_female", LexClass::given_female},
    {"given_name", LexClass::given_name},   {"surname", LexClass::surname},
    {"ordinary_word", LexClass::ordinary_word}, {"place", LexClass::place},
    {"country", LexClass::country},         {"demonym", LexClass::demonym},
    {"title", LexClass::title},             {"occupation", LexClass::occupation},
    {"org_head", LexClass::org_head},       {"legal_form", LexClass::legal_form},
    {"company", LexClass::company},         {"media", LexClass::media},
    {"party", LexClass::party},             {"government", LexClass::government},
    {"ngo", LexClass::ngo},                 {"armed_group", LexClass::armed_group},
    {"team", LexClass::team},               {"university", LexClass::university},
    {"platform", LexClass::platform},       {"calendar", LexClass::calendar},
    {"kinship", LexClass::kinship},         {"male_noun", LexClass::male_noun},
    {"female_noun", LexClass::female_noun}, {"work_event", LexClass::work_event},
    {"weak", LexClass::weak},               {"common_given", LexClass::common_given},
    {"function_word", LexClass::function_word}, {"particle", LexClass::particle},
    {"speech_verb", LexClass::speech_verb}, {"life_verb", LexClass::life_verb},
    {"firm_verb", LexClass::firm_verb},     {"org_noun", LexClass::org_noun},
    {"firm_noun", LexClass::firm_noun},     {"role_noun", LexClass::role_noun},
    {"office_noun", LexClass::office_noun}, {"place_word", LexClass::place_word},
    {"event_word", LexClass::event_word},   {"game_verb", LexClass::game_verb},
    {"game_noun", LexClass::game_noun},     {"vote_noun", LexClass::vote_noun},
    {"modifier", LexClass::modifier},       {"slang", LexClass::slang},
};

constexpr std::uint64_t odd_1 = 0x9E3779B97F4A7C15ULL; ///< 2^64 / golden ratio
constexpr std::uint64_t odd_2 = 0xD6E8FEB86659FD93ULL;

std::uint64_t stir(std::uint64_t value) {
    value *= odd_2;
    return value ^ (value >> 32U);
}

/// Hash of up to any number of bytes, eight at a time.
std::uint64_t hash_of(const char* bytes, std::size_t size) {
    std::uint64_t hash = size * odd_1;
    while (size >= 8) {
        std::uint64_t part = 0;
        std::memcpy(&part, bytes, 8);
        hash = stir(hash ^ part);
        bytes += 8;
        size -= 8;
    }
    std::uint64_t part = 0;
    std::memcpy(&part, bytes, size);
    hash = stir(stir(hash ^ part) + odd_1);
    return hash == 0 ? odd_1 : hash;
}

/// ASCII and Latin-1 letters in lower case; other bytes as they are. Same length.
void fold(std::string_view text, char* out) {
    char before = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_latin_capital =
            before == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
        *out++ = (c >= 'A' && c <= 'Z') || is_latin_capital ? static_cast<char>(c + 32) : c;
        before = c;
    }
}

std::uint64_t folded_hash(std::string_view word) {
    std::array<char, 64> room{};
    if (word.size() <= room.size()) {
        fold(word, room.data());
        return hash_of(room.data(), word.size());
    }
    std::string lower(word.size(), ' ');
    fold(word, lower.data());
    return hash_of(lower.data(), lower.size());
}

bool stands_alone(char c) {
    return c == '&' || c == '/' || c == ',' || c == '!' || c == '?' || c == '(' || c == ')' ||
           c == ':' || c == '+' || c == '@';
}

/// Hands the words of an entry to `take`, cut as the tokeniser cuts text.
template <typename Take> void each_word(std::string_view entry, Take take) {
    std::size_t begin = 0;
    const auto flush = [&](std::size_t end) {
        if (end > begin) {
            take(entry.substr(begin, end - begin));
        }
        begin = end;
    };
    for (std::size_t at = 0; at < entry.size(); ++at) {
        const char c = entry[at];
        const bool at_end = at + 1 == entry.size() || entry[at + 1] == ' ';
        const bool before_s = at + 1 < entry.size() && entry[at + 1] == 's' &&
                              (at + 2 == entry.size() || entry[at + 2] == ' ');
        if (c == ' ') {
            flush(at);
            begin = at + 1;
        } else if (stands_alone(c) && !(c == ',' && !at_end)) {
            flush(at);
            flush(at + 1);
        } else if (c == '\'' && (at_end || before_s)) {
            flush(at);
            at += before_s ? 1 : 0;
            flush(at + 1);
        }
    }
    flush(entry.size());
}

/// Reads "a,b,c"; a name that is no class goes to `problems`.
LexMask read_classes(std::string_view list, const std::string& file, std::size_t line,
                     Diagnostics& problems) {
    LexMask classes = 0;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        std::string_view word = list.substr(0, comma);
        list.remove_prefix(std::min(comma + 1, list.size()));
        while (!word.empty() && word.front() == ' ') {
            word.remove_prefix(1);
        }
        const auto* found =
            std::find_if(std::begin(named_classes), std::end(named_classes),
                         [&](const NamedClass& c) { return c.name == word; });
        if (found == std::end(named_classes)) {
            problems.push_back({Severity::error, file, line, 1,
                                "unknown lexicon class '" + std::string(word) + "'",
                                "use one of the classes listed in rules/lexicon.hpp"});
        } else {
            classes |= mask(found->value);
        }
    }
    return classes;
}

std::string_view trimmed(std::string_view line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) {
        line.remove_suffix(1);
    }
    return line;
}

void read_table(Lexicon& lexicon, std::string_view text, const std::string& file,
                Diagnostics& problems) {
    constexpr std::string_view header = "# class:";
    LexMask classes = 0;
    std::size_t number = 0;
    while (!text.empty()) {
        const auto newline = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, newline));
        text.remove_prefix(std::min(newline + 1, text.size()));
        ++number;
        if (line.starts_with(header)) {
            classes = read_classes(line.substr(header.size()), file, number, problems);
        } else if (!line.empty() && line.front() != '#') {
            const auto tab = line.find('\t');
            const LexMask more = tab == std::string_view::npos
                                     ? 0
                                     : read_classes(line.substr(tab + 1), file, number, problems);
            lexicon.add(line.substr(0, tab), classes | more);
        }
    }
    if (classes == 0) {
        problems.push_back({Severity::error, file, 1, 0, "the table names no class",
                            "add a header line such as '# class: company'"});
    }
}

} // namespace

void LexTable::reserve(std::size_t entries) {
    std::size_t size = 64;
    unsigned shift = 64 - 6;
    while (size < entries * 2) {
        size *= 2;
        --shift;
    }
    if (size <= slots_.size()) {
        return;
    }
    std::vector<std::uint64_t> old(size);
    old.swap(slots_);
    shift_ = shift;
    for (const std::uint64_t slot : old) {
        if (slot != 0) {
            std::size_t at = slot >> shift_;
            while (slots_[at] != 0) {
                at = (at + 1) & (size - 1);
            }
            slots_[at] = slot;
        }
    }
}

std::uint64_t LexTable::number_of(LexMask classes) {
    const auto [at, is_new] = numbers_.try_emplace(classes, masks_.size());
    if (is_new) {
        masks_.push_back(classes);
        assert(masks_.size() <= mask_number && "sets of classes fit their number");
    }
    return at->second;
}

void LexTable::add(std::uint64_t key, LexMask classes) {
    if ((used_ + 1) * 2 > slots_.size()) {
        reserve(used_ * 2 + 32);
    }
    const std::size_t last = slots_.size() - 1;
    std::size_t at = key >> shift_;
    while (slots_[at] != 0 && ((slots_[at] ^ key) >> mask_bits) != 0) {
        at = (at + 1) & last;
    }
    used_ += slots_[at] == 0 ? 1 : 0;
    const LexMask before = masks_[slots_[at] & mask_number];
    slots_[at] = (key & ~mask_number) | number_of(before | classes);
}

Result<Lexicon> Lexicon::load(const std::filesystem::path& folder) {
    std::error_code failure;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        if (entry.path().extension() == ".tsv") {
            files.push_back(entry.path());
        }
    }
    if (failure) {
        return Diagnostic{Severity::error, folder.string(), 0, 0,
                          "cannot read the lexicon folder: " + failure.message(),
                          "point --rules at a folder that holds lexicon/*.tsv"};
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    std::size_t lines = 0;
    for (const auto& file : files) {
        texts.push_back(bytes_of(file));
        lines += static_cast<std::size_t>(
            std::count(texts.back().begin(), texts.back().end(), '\n'));
    }
    Lexicon lexicon;
    lexicon.exact_.reserve(lines);
    lexicon.folded_.reserve(lines);
    Diagnostics problems;
    for (std::size_t i = 0; i < files.size(); ++i) {
        read_table(lexicon, texts[i], files[i].string(), problems);
    }
    if (!problems.empty()) {
        return problems;
    }
    return lexicon;
}

WordKey Lexicon::key(std::string_view word) {
    return {hash_of(word.data(), word.size()), folded_hash(word)};
}

std::uint64_t Lexicon::join(std::uint64_t entry, std::uint64_t word) {
    const std::uint64_t hash = stir((entry << 23U | entry >> 41U) ^ word);
    return hash == 0 ? odd_1 : hash;
}

void Lexicon::add(std::string_view entry, LexMask classes) {
    WordKey whole;
    each_word(entry, [&](std::string_view word) {
        const WordKey next = key(word);
        if (whole.exact == 0) {
            whole = next;
            return;
        }
        exact_.add(whole.exact, goes_on);
        folded_.add(whole.folded, goes_on);
        whole = {Lexicon::join(whole.exact, next.exact), Lexicon::join(whole.folded, next.folded)};
    });
    if (whole.exact != 0) {
        entries_ += (exact_.find(whole.exact) & ~goes_on) == 0 ? 1 : 0;
        exact_.add(whole.exact, classes);
        folded_.add(whole.folded, classes);
    }
}

LexMask Lexicon::classes(std::string_view entry) const {
    std::uint64_t whole = 0;
    each_word(entry, [&](std::string_view word) {
        const std::uint64_t next = hash_of(word.data(), word.size());
        whole = whole == 0 ? next : Lexicon::join(whole, next);
    });
    return exact_.find(whole) & ~goes_on;
}

LexMask Lexicon::folded_classes(std::string_view entry) const {
    std::uint64_t whole = 0;
    each_word(entry, [&](std::string_view word) {
        const std::uint64_t next = folded_hash(word);
        whole = whole == 0 ? next : Lexicon::join(whole, next);
    });
    return folded_.find(whole) & ~goes_on;
}

bool Lexicon::may_be_role(std::string_view lower) const {
    constexpr LexMask roles = mask(LexClass::occupation) | mask(LexClass::title);
    return (folded_classes(lower) & roles) != 0;
}

namespace {

/// Walks a table word by word as long as an entry goes on.
LexMatch walk(const LexTable& table, std::span<const WordKey> words,
              std::uint64_t WordKey::*form, LexMask goes_on, std::size_t min_words) {
    LexMatch best;
    std::uint64_t whole = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        whole = i == 0 ? words[i].*form : Lexicon::join(whole, words[i].*form);
        const LexMask found = table.find(whole);
        if (i + 1 >= min_words && (found & ~goes_on) != 0) {
            best = {i + 1, found & ~goes_on};
        }
        if ((found & goes_on) == 0) {
            break;
        }
    }
    return best;
}

} // namespace

LexMatch Lexicon::longest(std::span<const WordKey> words, std::size_t min_words) const {
    return walk(exact_, words, &WordKey::exact, goes_on, min_words);
}

LexMatch Lexicon::longest_folded(std::span<const WordKey> words, std::size_t min_words) const {
    return walk(folded_, words, &WordKey::folded, goes_on, min_words);
}

LexMask Lexicon::folded_classes(std::span<const WordKey> words) const {
    const LexMatch match = longest_folded(words, words.size());
    return words.empty() ? 0 : match.classes;
}

} // namespace actorgraph
