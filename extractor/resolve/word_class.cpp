#include "extractor/resolve/word_class.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace actorgraph {
namespace {

using P = PronounPerson;
using K = PronounKind;
constexpr std::array pronouns{
    PronounWord{"he", P::he, K::subject},       PronounWord{"his", P::he, K::possessive},
    PronounWord{"him", P::he, K::object},       PronounWord{"himself", P::he, K::reflexive},
    PronounWord{"she", P::she, K::subject},     PronounWord{"her", P::she, K::possessive},
    PronounWord{"hers", P::she, K::possessive}, PronounWord{"herself", P::she, K::reflexive},
    PronounWord{"it", P::it, K::subject},       PronounWord{"its", P::it, K::possessive},
    PronounWord{"itself", P::it, K::reflexive}, PronounWord{"i", P::i, K::subject},
    PronounWord{"my", P::i, K::possessive},     PronounWord{"me", P::i, K::object},
    PronounWord{"myself", P::i, K::reflexive},  PronounWord{"we", P::we, K::subject},
    PronounWord{"our", P::we, K::possessive},   PronounWord{"us", P::we, K::object},
    PronounWord{"you", P::you, K::subject},     PronounWord{"your", P::you, K::possessive},
};

constexpr std::array kin_nouns{
    KinNoun{"son", Gender::male, true, true},
    KinNoun{"daughter", Gender::female, true, true},
    KinNoun{"father", Gender::male, false, true},
    KinNoun{"mother", Gender::female, false, true},
    KinNoun{"dad", Gender::male, false, true},
    KinNoun{"mum", Gender::female, false, true},
    KinNoun{"mom", Gender::female, false, true},
    KinNoun{"brother", Gender::male, false, true},
    KinNoun{"sister", Gender::female, false, true},
    KinNoun{"wife", Gender::female, false, true},
    KinNoun{"husband", Gender::male, false, true},
    KinNoun{"widow", Gender::female, false, true},
    KinNoun{"eldest", Gender::unknown, true, true, true},
};

constexpr std::array organisation_nouns{
    OrganisationNoun{"company", "company", true},
    OrganisationNoun{"firm", "company", true},
    OrganisationNoun{"bank", "company", false},
    OrganisationNoun{"carrier", "company", false},
    OrganisationNoun{"airline", "company", false},
    OrganisationNoun{"manufacturer", "company", false},
    OrganisationNoun{"group", "company ngo armed_group platform media", true},
    OrganisationNoun{"organisation", "ngo armed_group platform media", true},
    OrganisationNoun{"organization", "ngo armed_group platform media", true},
    OrganisationNoun{"website", "platform media ngo", true},
    OrganisationNoun{"site", "platform media ngo", true},
    OrganisationNoun{"charity", "ngo", false},
    OrganisationNoun{"magazine", "media", false},
    OrganisationNoun{"newspaper", "media", false},
    OrganisationNoun{"paper", "media", false},
    OrganisationNoun{"broadcaster", "media", false},
    OrganisationNoun{"network", "media platform", false},
    OrganisationNoun{"party", "party", false},
    OrganisationNoun{"agency", "government media", false},
    OrganisationNoun{"ministry", "government", false},
    OrganisationNoun{"department", "government", false},
    OrganisationNoun{"commission", "government", false},
    OrganisationNoun{"committee", "government", false},
    OrganisationNoun{"panel", "government", false},
    OrganisationNoun{"court", "government", false},
    OrganisationNoun{"university", "university", false},
    OrganisationNoun{"club", "team", false},
    OrganisationNoun{"team", "team", false},
    OrganisationNoun{"campaign", "campaign", false},
    OrganisationNoun{"administration", "government", false},
    OrganisationNoun{"union", "ngo", false},
    OrganisationNoun{"foundation", "ngo", false},
    OrganisationNoun{"operator", "company", false},
    OrganisationNoun{"factory", "company", false},
    OrganisationNoun{"brewery", "company", false},
    OrganisationNoun{"casino", "company", false},
    OrganisationNoun{"retailer", "company", false},
    OrganisationNoun{"insurer", "company", false},
    OrganisationNoun{"lender", "company", false},
    OrganisationNoun{"publisher", "company media", false},
    OrganisationNoun{"chain", "company", false},
    OrganisationNoun{"hospital", "", false},
    OrganisationNoun{"museum", "", false},
    OrganisationNoun{"school", "university", false},
    OrganisationNoun{"academy", "university", false},
    OrganisationNoun{"college", "university", false},
    OrganisationNoun{"institute", "university ngo", false},
    OrganisationNoun{"band", "", false},
    OrganisationNoun{"council", "government", false},
    OrganisationNoun{"board", "government", false},
    OrganisationNoun{"fund", "company ngo", false},
};

struct ClassList {
    WordClasses classes;
    std::string_view words; ///< parted by single blanks
};

constexpr WordClasses prep = bit(WordClass::preposition);
constexpr WordClasses sub = bit(WordClass::subordinator);
constexpr WordClasses say = bit(WordClass::say);
constexpr ClassList lists[] = {
    {bit(WordClass::the), "the"},
    {bit(WordClass::indefinite), "a an"},
    {bit(WordClass::demonstrative), "this these those"},
    {bit(WordClass::demonstrative) | sub, "that"},
    {bit(WordClass::possessive), "'s \xE2\x80\x99s ' \xE2\x80\x99"},
    {prep, "of in on at for with by from into onto over under between among against during through "
           "about around near without within toward towards upon behind beside alongside despite "
           "via per off out up down like unlike including"},
    {prep | bit(WordClass::address), "to"},
    {prep | sub, "after before since until till as than"},
    {bit(WordClass::coordinator), "and or but nor &"},
    {sub, "when while because although though if unless whereas whether once whenever wherever how "
          "why what so"},
    {bit(WordClass::relative), "who whom whose which where"},
    {bit(WordClass::be), "is are was were be been being 're isn't wasn't aren't weren't"},
    {bit(WordClass::auxiliary),
     "has have had having do does did will would can could may might shall should must cannot "
     "didn't "
     "doesn't don't won't wouldn't couldn't can't hasn't haven't hadn't 'd 'll 've"},
    {say, "said says say saying argued argues claimed claims stated states noted notes explained "
          "insisted insists announced announces replied replies recalled recalls believed believes "
          "thought thinks knew knows felt feels hoped hopes added adds tweeted tweets posted posts "
          "declared declares admitted admits denied denies revealed reveals suggested confirmed "
          "confirms concluded"},
    {say | bit(WordClass::address), "told tells asked asks wrote writes warned warns informed "
                                    "informs messaged urged urges assured"},
    {bit(WordClass::past),
     "went came took gave got made became began left met won lost held led ran stood sat saw found "
     "kept "
     "brought bought taught caught fought sought built sent spent lent met fell rose grew knew "
     "drew flew "
     "threw broke spoke woke chose drove rode wrote beat bore wore tore swore hid bit ate sang "
     "drank swam "
     "sank shook forgave forgot understood withdrew undertook overcame slept heard paid laid put "
     "set cut "
     "hit shot read let shut quit hurt cost sold dealt meant struck stuck swung hung dug shone"},
    {bit(WordClass::adverb),
     "also then later never still once now always often soon eventually not n't "
     "again ever just only first both himself herself itself too"},
    {bit(WordClass::comma), ","},
    {bit(WordClass::opening), "( ["},
    {bit(WordClass::closing), ") ]"},
    {bit(WordClass::quote), "\" \xE2\x80\x9C \xE2\x80\x9D \xE2\x80\x9E \xC2\xAB \xC2\xBB `` ''"},
    {bit(WordClass::stop), "; : -- \xE2\x80\x93 \xE2\x80\x94"},
};

constexpr std::size_t longest_word = 15;
constexpr std::size_t table_slots = 1024; // a power of two, over twice the words

/// A word of up to 15 bytes with its length, ASCII letters in lower case.
struct Key {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    friend bool operator==(const Key&, const Key&) = default;
};

/// Upper-case ASCII letters of eight bytes in lower case.
constexpr std::uint64_t lowered(std::uint64_t bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    const std::uint64_t low = bytes & (0x7FU * ones);
    const std::uint64_t is_from_a = low + (0x80U - 'A') * ones;
    const std::uint64_t is_past_z = low + (0x80U - 'Z' - 1) * ones;
    const std::uint64_t is_upper = (is_from_a ^ is_past_z) & ~bytes & (0x80U * ones);
    return bytes | (is_upper >> 2U);
}

/// The first `size` bytes at `at`, at most 8, in the low bytes of a word.
std::uint64_t load(const char* at, std::size_t size) {
    std::uint64_t bytes = 0;
    if (size >= 8) {
        std::memcpy(&bytes, at, 8);
    } else if (size >= 4) {
        std::uint32_t head = 0;
        std::uint32_t tail = 0;
        std::memcpy(&head, at, 4);
        std::memcpy(&tail, at + size - 4, 4);
        bytes = head | std::uint64_t{tail} << (8 * (size - 4));
    } else {
        for (std::size_t i = size; i-- > 0;) {
            bytes = bytes << 8U | static_cast<unsigned char>(at[i]);
        }
    }
    return bytes;
}

Key key_of(std::string_view word) {
    const std::size_t size = word.size();
    Key key;
    key.low = lowered(load(word.data(), size));
    key.high = (size > 8 ? lowered(load(word.data() + 8, size - 8)) : 0) | std::uint64_t{size}
                                                                               << 56U;
    return key;
}

std::size_t slot_of(const Key& key) {
    const std::uint64_t mixed =
        (key.low ^ (key.high * 0x9E3779B97F4A7C15ULL)) * 0xBF58476D1CE4E5B9ULL;
    return static_cast<std::size_t>(mixed >> 48U) & (table_slots - 1);
}

/// Open addressing; an empty slot has the key of no word.
class Table {
  public:
    Table() {
        for (const ClassList& list : lists) {
            add_list(list);
        }
        add_rows(pronouns, WordClass::pronoun);
        add_rows(kin_nouns, WordClass::kin);
        add_rows(organisation_nouns, WordClass::organisation);
    }

    WordInfo find(std::string_view word) const {
        if (word.empty() || word.size() > longest_word) {
            return {};
        }
        const Key key = key_of(word);
        for (std::size_t slot = slot_of(key);; slot = (slot + 1) & (table_slots - 1)) {
            if (keys_[slot] == key) {
                return infos_[slot];
            }
            if (keys_[slot] == Key{}) {
                return {};
            }
        }
    }

  private:
    void add_list(const ClassList& list) {
        std::string_view rest = list.words;
        while (!rest.empty()) {
            const std::size_t blank = std::min(rest.find(' '), rest.size());
            entry(rest.substr(0, blank)).classes |= list.classes;
            rest.remove_prefix(std::min(blank + 1, rest.size()));
        }
    }

    template <typename Rows> void add_rows(const Rows& rows, WordClass kind) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            WordInfo& info = entry(rows[row].word);
            info.classes |= bit(kind);
            info.row = static_cast<std::uint8_t>(row);
        }
    }

    WordInfo& entry(std::string_view word) {
        const Key key = key_of(word);
        std::size_t slot = slot_of(key);
        while (!(keys_[slot] == Key{}) && !(keys_[slot] == key)) {
            slot = (slot + 1) & (table_slots - 1);
        }
        keys_[slot] = key;
        return infos_[slot];
    }

    std::array<Key, table_slots> keys_{};
    std::array<WordInfo, table_slots> infos_{};
};

} // namespace

const PronounWord& pronoun_word(std::uint8_t row) {
    return pronouns.at(row);
}
const KinNoun& kin_noun(std::uint8_t row) {
    return kin_nouns.at(row);
}
const OrganisationNoun& organisation_noun(std::uint8_t row) {
    return organisation_nouns.at(row);
}

WordInfo word_info(std::string_view word) {
    static const Table table;
    return table.find(word);
}

} // namespace actorgraph
