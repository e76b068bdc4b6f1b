#include "extractor/resolve/salience.hpp"

#include <array>
#include <bit>

namespace actorgraph {
namespace {

struct Weight {
    std::string_view name;
    double value;
};

/// In the order of Sign.
constexpr std::array<Weight, static_cast<std::size_t>(Sign::count_)> weights{{
    {"same clause", +0.98},
    {"same sentence", +0.68},
    {"previous sentence", -0.33},
    {"two back", -1.16},
    {"three back", -0.78},
    {"further back", -0.37},
    {"follows", +2.01},
    {"subject subject", +0.82},
    {"subject object", +0.23},
    {"subject oblique", -0.32},
    {"subject possessor", -0.04},
    {"subject other", -0.08},
    {"object subject", +0.31},
    {"object object", +0.08},
    {"object oblique", -0.22},
    {"object possessor", +0.01},
    {"object other", -0.09},
    {"possessive subject", +0.40},
    {"possessive object", +0.23},
    {"possessive oblique", -0.29},
    {"possessive possessor", +0.14},
    {"possessive other", -0.13},
    {"is pronoun", -0.30},
    {"is nominal", -0.03},
    {"first in sentence", -0.03},
    {"nearest", +0.81},
    {"second nearest", +0.33},
    {"coordinated", -1.00},
    {"aside", -0.07},
    {"gender known", +0.40},
    {"gender differs", -1.50},
    {"mentioned once", +0.13},
    {"mentioned twice", +0.48},
    {"mentioned often", +0.44},
    {"mentioned most", -0.03},
    {"first of document", +0.12},
    {"named in full", -0.10},
    {"latent given name", +0.12},
    {"latent other", +0.09},
    {"unnamed", -0.82},
    {"continues", +0.30},
    {"said that", +0.30},
    {"bound", -4.00},
    {"reflexive subject", +2.00},
    {"within four", +0.59},
    {"within ten", +0.42},
    {"and his", +1.00},
    {"keeps topic", +0.75},
    {"main clause", +0.05},
    {"new paragraph", -0.20},
    {"named behind", -0.30},
    {"named behind other", +0.52},
    {"nearest subject", +0.59},
    {"gender contradicts", -2.50},
    {"latent word", -0.06},
    {"nobody", -1.01},
    {"nobody opening", -0.01},
}};

} // namespace

double salience(Signs signs) {
    double sum = 0.0;
    while (signs != 0) {
        sum += weights[static_cast<std::size_t>(std::countr_zero(signs))].value;
        signs &= signs - 1;
    }
    return sum;
}

std::string_view name_of(Sign sign) {
    return weights[static_cast<std::size_t>(sign)].name;
}

} // namespace actorgraph
