#include "graph/link/text_sketch.hpp"

#include "graph/link/words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace actorgraph {
namespace {

constexpr std::size_t run_words = 5;
constexpr std::size_t kept_shingles = 256;
constexpr std::size_t kept_tokens = 64;
constexpr std::size_t short_text = 80;   ///< runs of a market notice
constexpr std::size_t lead_bytes = 400;  ///< where a dateline or a note on the version stands
constexpr std::size_t close_bytes = 300; ///< where a credit stands

void keep_smallest(std::vector<std::uint32_t>& hashes, std::size_t most) {
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    if (hashes.size() > most) {
        hashes.resize(most);
        hashes.shrink_to_fit();
    }
}

/// The wires that sign a text in brackets ("PARIS (Reuters) -") or in its credit.
constexpr std::array<std::string_view, 20> agencies{
    "Reuters", "AP",      "AFP",   "Bloomberg", "UPI", "dpa",       "TASS",    "Xinhua", "ANSA", "EFE",
    "PA",      "Kyodo",   "Yonhap", "PTI",      "IANS", "Interfax", "Anadolu", "APA",    "NTB",  "TT"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> spelt_out{
    {{"Associated Press", "AP"},
     {"Agence France-Presse", "AFP"},
     {"United Press International", "UPI"},
     {"Press Association", "PA"}}};

std::string agency_in_brackets(std::string_view lead) {
    for (const std::string_view agency : agencies) {
        if (lead.find("(" + std::string(agency) + ")") != std::string_view::npos) {
            return std::string(agency);
        }
    }
    return "";
}

/// A credit line or the last words: "Copyright 2019 The Associated Press", "… / AFP PHOTO".
std::string agency_of_credit(std::string_view credit) {
    for (const auto& [name, agency] : spelt_out) {
        if (credit.find(name) != std::string_view::npos) {
            return std::string(agency);
        }
    }
    for (Words words(credit); words.next();) {
        const auto* found = std::find(agencies.begin(), agencies.end(), words.word());
        if (found != agencies.end()) {
            return std::string(*found);
        }
    }
    return "";
}

bool tells_of_credit(std::string_view line) {
    return line.find("opyright") != std::string_view::npos || line.find("©") != std::string_view::npos ||
           line.find("contributed to this report") != std::string_view::npos;
}

std::string agency_of(const DocumentFacts& facts) {
    const std::string_view text = facts.text;
    std::string agency = agency_in_brackets(text.substr(0, lead_bytes));
    for (const SkippedText& skipped : facts.skipped) {
        const bool is_credit = skipped.reason == "credit" || skipped.reason == "byline" ||
                               skipped.reason == "caption credit";
        if (agency.empty() && is_credit && skipped.span.end <= text.size()) {
            agency = agency_of_credit(text.substr(skipped.span.begin, length(skipped.span)));
        }
    }
    const std::string_view close = text.substr(text.size() - std::min(text.size(), close_bytes));
    const auto last_line = close.find_last_of('\n', close.find_last_not_of("\r\n \t"));
    const std::string_view credit = last_line == std::string_view::npos ? close : close.substr(last_line);
    return agency.empty() && tells_of_credit(credit) ? agency_of_credit(credit) : agency;
}

/// "CORRECTED - …", "(CORRECTED) …", "UPDATE 2-…", "(Adds quote …)", "(Corrects spelling …)".
Revision revision_in(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n(*[");
    if (begin == std::string_view::npos) {
        return Revision::none;
    }
    const std::string_view rest = text.substr(begin);
    const bool is_bracketed = begin > 0 && (text[begin - 1] == '(' || text[begin - 1] == '[');
    for (const std::string_view mark : {"CORRECTED", "CORRECTION", "REFILE", "Corrected:", "Correction:"}) {
        if (rest.starts_with(mark)) {
            return Revision::correction;
        }
    }
    const bool is_numbered = rest.starts_with("UPDATE ") && rest.size() > 7 && Words::is_digit(rest[7]);
    if (is_numbered || rest.starts_with("UPDATED") || rest.starts_with("UPDATE:")) {
        return Revision::update;
    }
    if (is_bracketed && rest.starts_with("Corrects ")) {
        return Revision::correction;
    }
    const bool is_note = rest.starts_with("Adds ") || rest.starts_with("Updates ") || rest.starts_with("Recasts");
    return is_bracketed && is_note ? Revision::update : Revision::none;
}

/// Numbers as they are written out in news.
bool is_number_word(std::string_view word) {
    static constexpr std::array<std::string_view, 24> words{
        "one",    "two",    "three",  "four",     "five",     "six",      "seven",   "eight",    "nine",    "ten",
        "eleven", "twelve", "twenty", "thirty",   "forty",    "fifty",    "sixty",   "seventy",  "eighty",  "ninety",
        "dozen",  "hundred", "thousand", "million"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Share of the smaller set that both have. Of a set that was cut only what lies below its cut is known.
double shared_part(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    static constexpr std::uint32_t most = 0xffffffffU;
    const std::uint32_t known = std::min(a.size() < kept_tokens ? most : a.back(), b.size() < kept_tokens ? most : b.back());
    std::vector<std::uint32_t> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const auto below = [known](const std::vector<std::uint32_t>& hashes) {
        return std::upper_bound(hashes.begin(), hashes.end(), known) - hashes.begin();
    };
    const auto fewest = std::min(below(a), below(b));
    return fewest == 0 ? 1.0 : static_cast<double>(below(both)) / static_cast<double>(fewest);
}

/// Share of the smallest hashes of the union that both have.
double jaccard(const TextSketch& a, const TextSketch& b) {
    const bool is_whole = a.shingle_count <= kept_shingles && b.shingle_count <= kept_shingles;
    const std::size_t wanted = is_whole ? a.shingles.size() + b.shingles.size() : kept_shingles;
    std::size_t i = 0;
    std::size_t k = 0;
    std::size_t both = 0;
    std::size_t seen = 0;
    for (; seen < wanted && (i < a.shingles.size() || k < b.shingles.size()); ++seen) {
        const bool from_a = k == b.shingles.size() || (i < a.shingles.size() && a.shingles[i] <= b.shingles[k]);
        const bool from_b = i == a.shingles.size() || (k < b.shingles.size() && b.shingles[k] <= a.shingles[i]);
        both += from_a && from_b ? 1U : 0U;
        i += from_a ? 1U : 0U;
        k += from_b ? 1U : 0U;
    }
    return seen == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(seen);
}

} // namespace

TextSketch sketch_of(const DocumentFacts& facts) {
    TextSketch sketch;
    std::array<std::uint64_t, run_words> last{};
    std::size_t count = 0;
    auto skipped = facts.skipped.begin();
    for (Words words(facts.text); words.next();) {
        const std::size_t begin = words.begin();
        while (skipped != facts.skipped.end() && skipped->span.end <= begin) {
            ++skipped;
        }
        if (skipped != facts.skipped.end() && skipped->span.begin <= begin) {
            continue;
        }
        const std::string_view word = words.word();
        const std::uint64_t hash = hash_of(word);
        if (Words::is_digit(word.front()) || is_number_word(word)) {
            sketch.figures.push_back(spread(hash));
        } else if (Words::is_upper(word.front())) {
            sketch.names.push_back(spread(hash));
        }
        last[count++ % run_words] = hash;
        if (count >= run_words) {
            std::uint64_t run = 0;
            for (std::size_t i = 0; i < run_words; ++i) {
                run = run * 0x9e3779b97f4a7c15U + last[(count + i) % run_words];
            }
            sketch.shingles.push_back(spread(run));
        }
    }
    keep_smallest(sketch.shingles, sketch.shingles.size());
    sketch.shingle_count = sketch.shingles.size();
    keep_smallest(sketch.shingles, kept_shingles);
    keep_smallest(sketch.figures, kept_tokens);
    keep_smallest(sketch.names, kept_tokens);
    sketch.agency = agency_of(facts);
    const Revision by_title = revision_in(facts.title);
    sketch.revision = by_title != Revision::none ? by_title : revision_in(facts.text);
    return sketch;
}

Likeness likeness(const TextSketch& a, const TextSketch& b) {
    return {jaccard(a, b), shared_part(a.figures, b.figures), shared_part(a.names, b.names),
            std::min(a.figures.size(), b.figures.size()), std::min(a.names.size(), b.names.size())};
}

bool is_near_duplicate(const TextSketch& a, const TextSketch& b) {
    if (a.shingles.empty() || b.shingles.empty()) {
        return false;
    }
    // The fewer runs two texts share, and the shorter they are, the more must their figures and names agree: a
    // notice of one market differs from the next in little else.
    const Likeness alike = likeness(a, b);
    const bool has_figures = alike.fewest_figures >= 3;
    const bool is_short = std::min(a.shingle_count, b.shingle_count) < short_text;
    const double figures = has_figures ? alike.figures : 1.0;
    if (alike.runs < 0.4) {
        return alike.runs >= 0.22 && figures >= 0.6 && alike.names >= 0.75;
    }
    if (is_short) {
        return figures >= 0.75 && alike.names >= 0.75;
    }
    const bool is_same_text = alike.runs >= 0.95;
    return is_same_text || (figures >= 0.45 && alike.names >= (alike.fewest_names < 8 ? 0.75 : 0.6));
}

} // namespace actorgraph
