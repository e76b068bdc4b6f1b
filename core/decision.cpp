#include "core/decision.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace actorgraph {
namespace {

constexpr std::array<std::pair<DecisionKind, std::string_view>, 5> words{
    {{DecisionKind::same, "same"},
     {DecisionKind::different, "different"},
     {DecisionKind::unsure, "unsure"},
     {DecisionKind::rename, "rename"},
     {DecisionKind::type, "type"}}};

} // namespace

std::string_view to_string(DecisionKind kind) { return words[static_cast<std::size_t>(kind)].second; }

std::optional<DecisionKind> decision_kind_from(std::string_view word) {
    const auto* found = std::find_if(words.begin(), words.end(), [word](const auto& one) { return one.second == word; });
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

} // namespace actorgraph
