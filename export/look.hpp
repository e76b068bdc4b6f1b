#pragma once

#include "export/layout.hpp"
#include "graph/case_graph.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

struct Colour {
    int r = 127;
    int g = 127;
    int b = 127;
};

/// Colour-blind safe colours: people blue, organizations orange, accounts green, others grey.
Colour colour_of(std::string_view type);
std::string hex_of(Colour colour); ///< "#rrggbb"

/// How an actor is drawn: colour by type, diameter by PageRank, place by `layout`.
struct Look {
    Colour colour;
    double size = 8.0;
    Point place;
};
std::vector<Look> looks(const CaseGraph& graph);

} // namespace actorgraph
