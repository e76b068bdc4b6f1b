#include "graph/tie_cost.hpp"

#include <algorithm>
#include <bit>
#include <iterator>

namespace actorgraph {
namespace {

struct RelationClass {
    std::string_view relation;
    TieClass tie;
};
constexpr RelationClass classes[] = {
    {"parent_of", TieClass::close},         {"spouse_of", TieClass::close},
    {"sibling_of", TieClass::close},        {"relative_of", TieClass::close},
    {"associate_of", TieClass::close},      {"communicated_with", TieClass::close},
    {"met_with", TieClass::close},          {"gave_information_to", TieClass::close},
    {"paid", TieClass::close},              {"account_of", TieClass::close},
    {"operates_account", TieClass::close},  {"alias_of", TieClass::close},
    {"controls", TieClass::close},          {"leads", TieClass::close},
    {"founded", TieClass::close},           {"represents", TieClass::close},
    {"owns", TieClass::close},              {"subsidiary_of", TieClass::close},
    {"does_business_with", TieClass::close}, {"employed_by", TieClass::formal},
    {"holds_office", TieClass::formal},     {"member_of", TieClass::formal},
    {"appointed", TieClass::formal},        {"left", TieClass::formal},
    {"published", TieClass::formal},        {"linked_to", TieClass::formal},
    {"attacked", TieClass::formal},         {"prosecuted", TieClass::formal},
    {"investigates", TieClass::formal},     {"educated_at", TieClass::spoken},
    {"candidate_for", TieClass::spoken},    {"requested_from", TieClass::spoken},
    {"opponent_of", TieClass::spoken},      {"amplified", TieClass::spoken},
    {"accused", TieClass::spoken},          {"criticized", TieClass::spoken},
    {"supports", TieClass::spoken},         {"defeated", TieClass::spoken},
    {"located_in", TieClass::attribute},    {"citizen_of", TieClass::attribute},
    {"co_mentioned", TieClass::attribute},
};

std::uint32_t class_cost(TieClass tie) {
    switch (tie) {
    case TieClass::close: return 0;
    case TieClass::formal: return 2;
    case TieClass::spoken: return 6;
    case TieClass::attribute: return 12;
    }
    return 12;
}

std::uint32_t status_cost(const ActorEdge& edge) {
    const bool is_refused = edge.polarity == Polarity::negated || edge.modality == Modality::denied;
    return is_refused                             ? 12
           : edge.modality == Modality::reported ? 0
           : edge.modality == Modality::alleged  ? 2
                                                 : 6;
}

} // namespace

TieClass tie_class(std::string_view relation) {
    const auto* found = std::find_if(std::begin(classes), std::end(classes),
                                     [&](const RelationClass& one) { return one.relation == relation; });
    return found == std::end(classes) ? TieClass::formal : found->tie;
}

std::uint32_t tie_cost(const ActorEdge& edge, const TieCosts& costs) {
    const std::uint32_t source_cost = edge.sources >= 3 ? 0 : edge.sources == 2 ? 1 : 2;
    return std::max<std::uint32_t>(1, costs.step) + class_cost(tie_class(edge.relation)) + status_cost(edge) + source_cost;
}

std::uint32_t hub_cost(std::uint32_t degree) {
    return static_cast<std::uint32_t>(std::bit_width(degree)) / 2;
}

} // namespace actorgraph
