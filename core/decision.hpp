#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// What a user can say of two actors, or of one (`rename`, `type`).
enum class DecisionKind { same, different, unsure, rename, type };
std::string_view to_string(DecisionKind kind);
std::optional<DecisionKind> decision_kind_from(std::string_view word);

/// What a user decided. A side is the anchors of an actor: name keys (graph/link/name_key.hpp), each maybe
/// bound to one document: "person:john smith", "person:john smith @ 3fa8c0d1e2b4". They are made of what
/// documents say, so they outlive re-reading; the more of them, the more changes they outlive.
struct Decision {
    std::int64_t number = 0; ///< from 1, in the order they were made
    DecisionKind kind = DecisionKind::same;
    std::vector<std::string> a;
    std::vector<std::string> b; ///< empty for rename and type
    std::string text;           ///< the new name or type
    std::string time, user, why;
    std::optional<std::int64_t> undone_by;

    friend bool operator==(const Decision&, const Decision&) = default;
};

} // namespace actorgraph
