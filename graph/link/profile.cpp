#include "graph/link/profile.hpp"

#include "graph/link/words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace actorgraph {
namespace {

constexpr std::size_t around = 20;
constexpr std::size_t before_name = 5;
constexpr std::size_t behind_name = 6;
constexpr std::size_t kept_words = 48;
constexpr std::size_t shortest_word = 4;

/// Words of rank, courtesy or ties: many callings share them, and who is one of them may be anything else besides.
bool is_weak(std::string_view word) {
    static constexpr std::array<std::string_view, 31> words{"mr",     "mrs",    "ms",     "miss",      "dr",
                                                            "sir",    "chief",  "general", "senior",   "deputy",
                                                            "former", "acting", "assistant", "successor",
                                                            "partner", "associate", "friend", "ally", "colleague",
                                                            "member", "founder", "owner", "heir", "rival", "client",
                                                            "witness", "suspect", "head", "leader", "boss", "fellow"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string lower_case(std::string_view word) {
    std::string out(word);
    std::transform(out.begin(), out.end(), out.begin(), Words::lower);
    return out;
}

void sort_unique(std::vector<std::uint32_t>& hashes) {
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

struct Token {
    std::string_view word;
    std::size_t begin, end;
};

class Profiler {
  public:
    Profiler(const DocumentFacts& facts, const IsCalling& is_calling) : facts_(facts), is_calling_(is_calling) {
        for (Words words(facts.text); words.next();) {
            tokens_.push_back({words.word(), words.begin(), words.end()});
        }
    }

    Profile of(std::uint32_t entity) const {
        Profile profile;
        profile.entity = entity;
        for (const Mention& mention : facts_.entities[entity].mentions) {
            if (mention.form == MentionForm::name) {
                read(mention.span, profile);
            }
        }
        for (const Claim& claim : facts_.claims) {
            if (claim.source == entity || claim.target == entity) {
                for (Words words(claim.role); words.next();) {
                    add_calling(words.word(), profile);
                }
            }
        }
        sort_unique(profile.callings);
        sort_unique(profile.words);
        if (profile.words.size() > kept_words) {
            profile.words.resize(kept_words);
        }
        profile.words.shrink_to_fit();
        return profile;
    }

  private:
    void add_calling(std::string_view word, Profile& profile) const {
        const std::string lower = lower_case(word);
        if (is_calling_ && is_calling_(lower) && !is_weak(lower)) {
            profile.callings.push_back(spread(hash_of(lower)));
        }
    }

    void read(Span name, Profile& profile) const {
        const auto first = static_cast<std::size_t>(
            std::partition_point(tokens_.begin(), tokens_.end(), [&](const Token& t) { return t.end <= name.begin; }) -
            tokens_.begin());
        const auto end = static_cast<std::size_t>(
            std::partition_point(tokens_.begin(), tokens_.end(), [&](const Token& t) { return t.begin < name.end; }) -
            tokens_.begin());
        for (std::size_t i = first - std::min(first, around); i < std::min(tokens_.size(), end + around); ++i) {
            if (i >= first && i < end) {
                continue;
            }
            const std::string_view word = tokens_[i].word;
            if (word.size() >= shortest_word) {
                profile.words.push_back(spread(hash_of(word)));
            }
            if (i < first ? first - i <= before_name : i - end < behind_name) {
                add_calling(word, profile);
            }
        }
    }

    const DocumentFacts& facts_;
    const IsCalling& is_calling_;
    std::vector<Token> tokens_;
};

} // namespace

std::vector<Profile> profiles_of(const DocumentFacts& facts, const IsCalling& is_calling) {
    std::vector<Profile> profiles;
    const Profiler profiler(facts, is_calling);
    for (std::uint32_t entity = 0; entity < facts.entities.size(); ++entity) {
        const Entity& one = facts.entities[entity];
        if (one.type == "person" && one.name.find(' ') != std::string::npos) {
            profiles.push_back(profiler.of(entity));
        }
    }
    return profiles;
}

} // namespace actorgraph
