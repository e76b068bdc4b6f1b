#include "rules/lexicon.hpp"

#include <algorithm>
#include <fstream>
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
};

std::string folded(std::string_view text) {
    std::string out(text);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto c = static_cast<unsigned char>(out[i]);
        const bool is_latin_capital =
            i > 0 && static_cast<unsigned char>(out[i - 1]) == 0xC3 && c >= 0x80 && c <= 0x9E && c != 0x97;
        if ((c >= 'A' && c <= 'Z') || is_latin_capital) {
            out[i] = static_cast<char>(c + 32);
        }
    }
    return out;
}

std::string_view first_word(std::string_view entry) { return entry.substr(0, entry.find(' ')); }

LexMask word_count(std::string_view entry) {
    return static_cast<LexMask>(std::count(entry.begin(), entry.end(), ' ')) + 1;
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

} // namespace

/// Fills a lexicon from the text of one table, which the lexicon owns.
struct LexiconTables {
    static void read(Lexicon& lexicon, std::string text, const std::string& file,
                     Diagnostics& problems);
};

void LexiconTables::read(Lexicon& lexicon, std::string bytes, const std::string& file,
                         Diagnostics& problems) {
    std::string_view text = lexicon.own(std::move(bytes));
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
            lexicon.add_owned(line.substr(0, tab), classes | more);
        }
    }
    if (classes == 0) {
        problems.push_back({Severity::error, file, 1, 0, "the table names no class",
                            "add a header line such as '# class: company'"});
    }
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
    Lexicon lexicon;
    lexicon.exact_.reserve(1U << 18U);
    lexicon.folded_.reserve(1U << 17U);
    Diagnostics problems;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        LexiconTables::read(lexicon, std::move(text), file.string(), problems);
    }
    if (!problems.empty()) {
        return problems;
    }
    return lexicon;
}

std::string_view Lexicon::own(std::string text) {
    texts_.push_back(std::make_unique<const std::string>(std::move(text)));
    return *texts_.back();
}

void Lexicon::add(std::string_view entry, LexMask classes) {
    add_owned(own(std::string(entry)), classes);
}

static std::size_t role_bit(std::string_view lower) {
    std::uint64_t hash = lower.size();
    for (const char c : lower) {
        hash = hash * 31 + static_cast<unsigned char>(c);
    }
    return static_cast<std::size_t>((hash * 0x9E3779B97F4A7C15ULL) >> 50U);
}

bool Lexicon::may_be_role(std::string_view lower) const { return roles_[role_bit(lower)]; }

void Lexicon::add_owned(std::string_view entry, LexMask classes) {
    if (has(classes, LexClass::occupation) || has(classes, LexClass::title)) {
        roles_.set(role_bit(folded(entry)));
    }
    exact_[entry] |= classes;
    const bool is_lower = std::none_of(entry.begin(), entry.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) == 0xC3;
    });
    if (!is_lower) {
        std::string lower = folded(entry);
        if (const auto found = folded_.find(lower); found != folded_.end()) {
            found->second |= classes;
        } else {
            folded_.emplace(own(std::move(lower)), classes);
        }
    }
    if (const LexMask words = word_count(entry); words > 1) {
        LexMask& longest_here = first_words_[first_word(entry)];
        longest_here = std::max(longest_here, words);
    }
}

LexMask Lexicon::classes(std::string_view entry) const {
    const auto found = exact_.find(entry);
    return found == exact_.end() ? 0 : found->second;
}

LexMask Lexicon::folded_classes(std::string_view entry) const {
    const std::string lower = folded(entry);
    const auto found = folded_.find(lower);
    return classes(lower) | (found == folded_.end() ? 0 : found->second);
}

LexMatch Lexicon::longest(const std::vector<std::string_view>& words, std::size_t from,
                          std::size_t min_words) const {
    const auto first = from < words.size() ? first_words_.find(words[from]) : first_words_.end();
    if (first == first_words_.end() || first->second < min_words) {
        return {};
    }
    LexMatch best;
    std::string joined(words[from]);
    const std::size_t end = std::min<std::size_t>(words.size(), from + first->second);
    for (std::size_t i = from; i < end; ++i) {
        if (i > from) {
            joined += ' ';
            joined += words[i];
        }
        const std::size_t count = i - from + 1;
        const LexMask found = count >= min_words ? classes(joined) : 0;
        if (found != 0) {
            best = {count, found};
        }
    }
    return best;
}

std::size_t Lexicon::size() const { return exact_.size(); }

} // namespace actorgraph
