#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actorgraph {

/// Word classes a lexicon entry can belong to; an entry may have several.
enum class LexClass : std::uint64_t {
    given_male = 1ULL << 0U,
    given_female = 1ULL << 1U,
    given_name = 1ULL << 2U, ///< every given name, whatever the gender
    surname = 1ULL << 3U,
    ordinary_word = 1ULL << 4U, ///< an everyday English word when in lower case: weak as a name
    place = 1ULL << 5U,         ///< city, country, region, river …
    country = 1ULL << 6U,
    demonym = 1ULL << 7U, ///< "French", "Iraqi"
    title = 1ULL << 8U,   ///< stands before a person's name: "Mr", "President"
    occupation = 1ULL << 9U,
    org_head = 1ULL << 10U,   ///< last or first word of an organisation name: "Ministry", "Bank"
    legal_form = 1ULL << 11U, ///< "Inc", "GmbH"
    company = 1ULL << 12U,    ///< full name of a company; may have several words
    media = 1ULL << 13U,
    party = 1ULL << 14U,
    government = 1ULL << 15U,
    ngo = 1ULL << 16U,
    armed_group = 1ULL << 17U,
    team = 1ULL << 18U,
    university = 1ULL << 19U,
    platform = 1ULL << 20U, ///< Twitter, Telegram …
    calendar = 1ULL << 21U, ///< months, week days, feasts
    kinship = 1ULL << 22U,  ///< "son", "wife"
    male_noun = 1ULL << 23U,
    female_noun = 1ULL << 24U,
    work_event = 1ULL << 25U, ///< names that are neither actor nor place: competitions, laws, works
    weak = 1ULL << 26U,       ///< entry counts only with support from context
    common_given = 1ULL << 27U, ///< a word too, but in lower case still most often a given name
    // Words beside and inside names that tell what the name is.
    function_word = 1ULL << 28U, ///< opens sentences, belongs to no name: "the", "after", "they"
    particle = 1ULL << 29U,      ///< between the parts of a person's name: "van", "de", "bin"
    speech_verb = 1ULL << 30U,   ///< "said", "announced": what actors do
    life_verb = 1ULL << 31U,     ///< "graduated", "died": what only people do
    firm_verb = 1ULL << 32U,     ///< "acquires", "employs": what organisations do
    org_noun = 1ULL << 33U,      ///< "company", "party", "newspaper": beside an organisation's name
    firm_noun = 1ULL << 34U,     ///< "shares", "subsidiary": what organisations have
    role_noun = 1ULL << 35U,     ///< "founder", "boss": what organisations have, one of each
    office_noun = 1ULL << 36U,   ///< "mayor", "capital": "mayor of X" makes X a place
    place_word = 1ULL << 37U,    ///< "River", "Island": last word of a place's name
    event_word = 1ULL << 38U,    ///< "Cup", "Treaty": last word of a work's or event's name
    game_verb = 1ULL << 39U,     ///< "beat", "defeated": what teams do
    game_noun = 1ULL << 40U,     ///< "striker", "captain": who has a team before the word
    vote_noun = 1ULL << 41U,     ///< "election", "primary": what a year and a name make an event
    modifier = 1ULL << 42U,      ///< second half of a hyphened word that is no name: "-based", "-led"
    slang = 1ULL << 43U,         ///< "omg", "lol", "rt": capitals that name nobody
};

using LexMask = std::uint64_t;
constexpr LexMask mask(LexClass c) { return static_cast<LexMask>(c); }
constexpr bool has(LexMask set, LexClass c) { return (set & mask(c)) != 0; }

/// A word, hashed once: as written and whatever its case.
struct WordKey {
    std::uint64_t exact = 0;
    std::uint64_t folded = 0;
};

/// A longest match of a lexicon entry.
struct LexMatch {
    std::size_t words = 0; ///< 0 when nothing matched
    LexMask classes = 0;
};

/// Open-addressing table from the hash of an entry to its classes, eight bytes a slot. Entries of several
/// words leave a mark on each of their beginnings, so that a match walks word by word and stops where
/// nothing goes on.
class LexTable {
  public:
    void reserve(std::size_t entries);
    void add(std::uint64_t key, LexMask classes);
    /// Classes and mark of a key; 0 when unknown. O(1).
    LexMask find(std::uint64_t key) const {
        if (slots_.empty()) {
            return 0;
        }
        const std::size_t last = slots_.size() - 1;
        std::size_t at = key >> shift_;
        while (slots_[at] != 0 && ((slots_[at] ^ key) >> mask_bits) != 0) {
            at = (at + 1) & last;
        }
        return masks_[slots_[at] & mask_number];
    }
    /// Brings the slot of a key near, so that find() need not wait for memory.
    void prefetch(std::uint64_t key) const {
        if (!slots_.empty()) {
            __builtin_prefetch(&slots_[key >> shift_]);
        }
    }
    std::size_t size() const { return used_; }

  private:
    static constexpr unsigned mask_bits = 16;
    static constexpr std::uint64_t mask_number = (1U << mask_bits) - 1;

    std::uint64_t number_of(LexMask classes);

    /// Upper 48 bits of the key, then the number of the classes; 0 marks a free slot. At most half full.
    std::vector<std::uint64_t> slots_;
    std::vector<LexMask> masks_{0}; ///< sets of classes that occur; 0 stands for none
    std::unordered_map<LexMask, std::uint64_t> numbers_;
    std::size_t used_ = 0;
    unsigned shift_ = 63; ///< of a key to its slot: the upper bits tell
};

/// The tables under `rules/lexicon/`: `CLASS[,CLASS…]` in the header line `# class: …`, one entry a
/// line, optional second column with further classes. Entries are kept as 64-bit hashes of their words
/// (48 bits of it: some two of a million entries would be mixed up once in 600 such lexicons), as written and folded to lower case.
/// Words are cut as the tokeniser cuts them: "AT&T" has three, "Lloyd's" two.
class Lexicon {
  public:
    /// Reads every `*.tsv` of a folder. Problems name file and line.
    static Result<Lexicon> load(const std::filesystem::path& folder);

    /// Hashes of one word (no blank inside). O(length).
    static WordKey key(std::string_view word);
    /// Hash of an entry that goes on with one more word, both as written or both folded.
    static std::uint64_t join(std::uint64_t entry, std::uint64_t word);

    /// Classes of one entry as written (case matters); 0 when unknown. O(length).
    LexMask classes(std::string_view entry) const;
    /// Classes of an entry whatever its case. O(length).
    LexMask folded_classes(std::string_view entry) const;
    /// The same of one word that is hashed already. O(1).
    LexMask classes(WordKey word) const { return exact_.find(word.exact) & ~goes_on; }
    LexMask folded_classes(WordKey word) const { return folded_.find(word.folded) & ~goes_on; }
    /// Announces that a word will be looked up soon.
    void prefetch(WordKey word) const {
        exact_.prefetch(word.exact);
        folded_.prefetch(word.folded);
    }

    /// Longest entry of at least `min_words` words that begins the given words; case matters.
    LexMatch longest(std::span<const WordKey> words, std::size_t min_words = 2) const;
    /// The same whatever the case.
    LexMatch longest_folded(std::span<const WordKey> words, std::size_t min_words = 1) const;
    /// Classes of all the given words together, whatever the case; 0 when unknown.
    LexMask folded_classes(std::span<const WordKey> words) const;

    /// Whether a word in lower case may be an occupation or a title. O(length), one look-up.
    bool may_be_role(std::string_view lower) const;

    std::size_t size() const { return entries_; } ///< entries read, doubles counted once

    void add(std::string_view entry, LexMask classes);

  private:
    static constexpr LexMask goes_on = 1ULL << 63U; ///< the key begins a longer entry

    LexTable exact_;
    LexTable folded_;
    std::size_t entries_ = 0;
};

} // namespace actorgraph
