#include "export/look.hpp"

#include "graph/measures.hpp"

#include <algorithm>
#include <cmath>

namespace actorgraph {

Colour colour_of(std::string_view type) {
    return type == "person"         ? Colour{31, 119, 180}
           : type == "organization" ? Colour{214, 96, 36}
           : type == "account"      ? Colour{44, 140, 80}
                                    : Colour{};
}

std::string hex_of(Colour colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (const int part : {colour.r, colour.g, colour.b}) {
        out += digits[static_cast<std::size_t>(part) / 16];
        out += digits[static_cast<std::size_t>(part) % 16];
    }
    return out;
}

std::vector<Look> looks(const CaseGraph& graph) {
    const auto rank = page_rank(graph);
    const auto places = layout(graph);
    const auto actors = static_cast<double>(graph.actors().size());
    std::vector<Look> result;
    for (std::size_t i = 0; i < rank.size(); ++i) {
        const double size = 8.0 + std::min(40.0, std::floor(6.0 * rank[i] * actors));
        result.push_back({colour_of(graph.actors()[i].type), size, places[i]});
    }
    return result;
}

} // namespace actorgraph
