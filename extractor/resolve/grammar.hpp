#pragma once

#include "extractor/resolve/draft.hpp"

#include <cstdint>
#include <vector>

namespace actorgraph {

/// Grammatical role of a mention, told from the words around it.
enum class Role : std::uint8_t { subject, object, oblique, possessor, other };

struct Grammar {
    Role role = Role::other;
    std::uint8_t clause = 0; ///< number of the clause in its sentence
    bool is_coordinated = false;
    bool is_aside = false;   ///< in brackets or an apposition
    bool is_speaker = false; ///< subject of said, told, wrote …
};

/// Clauses and roles of one sentence, without a parser: a clause begins at subordinators,
/// relatives, quotes, ; and :, at "and she" and behind a fronted clause; a subject stands before a
/// verb.
class SentenceGrammar {
  public:
    explicit SentenceGrammar(const Reading& reading) : reading_(reading) {}

    void read(const Sentence& sentence, const std::vector<std::uint32_t>& by_token,
              const std::vector<DraftMention>& mentions);
    /// `before`: the mention that ends nearest before this one in the sentence, and its grammar.
    Grammar of(const DraftMention& mention, const DraftMention* before,
               const Grammar& grammar) const;
    std::uint8_t clause(std::uint32_t token) const {
        return clauses_[token - sentence_.first_token];
    }
    /// Whether the sentence opens with a clause of its own, before a comma: "When she left, …".
    bool is_fronted(std::uint32_t token) const { return token < fronted_end_; }
    /// Whether a finite verb follows at `token`, behind asides and adverbs.
    bool is_before_verb(std::uint32_t token) const;

  private:
    bool opens_clause(std::uint32_t i, const std::vector<std::uint32_t>& by_token,
                      const std::vector<DraftMention>& mentions) const;
    bool opens_subject(std::uint32_t i, const std::vector<std::uint32_t>& by_token,
                       const std::vector<DraftMention>& mentions) const;
    bool opens_main_clause(std::uint32_t i, const std::vector<std::uint32_t>& by_token,
                           const std::vector<DraftMention>& mentions) const;
    std::uint32_t behind_aside(std::uint32_t i) const;
    std::uint32_t behind_adverbs(std::uint32_t i) const;
    std::uint32_t before_modifiers(std::uint32_t first) const;
    bool is_finite(std::uint32_t token) const;

    const Reading& reading_;
    Sentence sentence_;
    std::vector<std::uint8_t> clauses_;
    std::uint32_t fronted_end_ = 0;
};

} // namespace actorgraph
