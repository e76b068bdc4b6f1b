#pragma once

#include "core/result.hpp"

#include <bitset>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actorgraph {

/// Word classes a lexicon entry can belong to; an entry may have several.
enum class LexClass : std::uint32_t {
    given_male = 1U << 0U,
    given_female = 1U << 1U,
    given_name = 1U << 2U, ///< every given name, whatever the gender
    surname = 1U << 3U,
    ordinary_word = 1U << 4U, ///< an everyday English word when in lower case: weak as a name
    place = 1U << 5U,         ///< city, country, region, river …
    country = 1U << 6U,
    demonym = 1U << 7U, ///< "French", "Iraqi"
    title = 1U << 8U,   ///< stands before a person's name: "Mr", "President"
    occupation = 1U << 9U,
    org_head = 1U << 10U,   ///< last or first word of an organisation name: "Ministry", "Bank"
    legal_form = 1U << 11U, ///< "Inc", "GmbH"
    company = 1U << 12U,    ///< full name of a company; may have several words
    media = 1U << 13U,
    party = 1U << 14U,
    government = 1U << 15U,
    ngo = 1U << 16U,
    armed_group = 1U << 17U,
    team = 1U << 18U,
    university = 1U << 19U,
    platform = 1U << 20U, ///< Twitter, Telegram …
    calendar = 1U << 21U, ///< months, week days, feasts
    kinship = 1U << 22U,  ///< "son", "wife"
    male_noun = 1U << 23U,
    female_noun = 1U << 24U,
    work_event = 1U << 25U, ///< names that are neither actor nor place: competitions, laws, works
    weak = 1U << 26U,       ///< entry counts only with support from context
    common_given = 1U << 27U, ///< a word too, but in lower case still most often a given name
};

using LexMask = std::uint32_t;
constexpr LexMask mask(LexClass c) { return static_cast<LexMask>(c); }
constexpr bool has(LexMask set, LexClass c) { return (set & mask(c)) != 0; }

/// A longest match of a multi-word lexicon entry.
struct LexMatch {
    std::size_t words = 0; ///< 0 when nothing matched
    LexMask classes = 0;
};

/// The tables under `rules/lexicon/`: `CLASS[,CLASS…]` in the header line `# class: …`, one entry a
/// line, optional second column with further classes. Look-ups ignore nothing: entries are stored as
/// written, and `folded` look-ups go through lower case.
class Lexicon {
  public:
    /// Reads every `*.tsv` of a folder. Problems name file and line.
    static Result<Lexicon> load(const std::filesystem::path& folder);

    /// Classes of one entry as written (case matters); 0 when unknown. O(length).
    LexMask classes(std::string_view entry) const;
    /// Classes of an entry whatever its case. O(length).
    LexMask folded_classes(std::string_view entry) const;
    /// Longest entry of at least `min_words` words that begins at `words[from]`; case matters.
    LexMatch longest(const std::vector<std::string_view>& words, std::size_t from,
                     std::size_t min_words = 2) const;
    /// Whether a word in lower case may be an occupation or a title; false is sure. O(length), no
    /// look-up.
    bool may_be_role(std::string_view lower) const;
    std::size_t size() const;

    void add(std::string_view entry, LexMask classes);

  private:
    using Table = std::unordered_map<std::string_view, LexMask>;

    std::string_view own(std::string text);
    void add_owned(std::string_view entry, LexMask classes);
    friend struct LexiconTables;

    std::vector<std::unique_ptr<const std::string>> texts_; ///< what the keys below point into
    static constexpr std::size_t role_bits = 1U << 14U;
    std::bitset<role_bits> roles_; ///< of the hashes of occupations and titles in lower case
    Table exact_;
    Table folded_;      ///< entries that are not in lower case, under their lower-case form
    Table first_words_; ///< of entries of several words: how many the longest has
};

} // namespace actorgraph
