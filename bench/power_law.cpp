#include "bench/power_law.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace actorgraph {
namespace {

/// Vertices drawn by weight: vertex i of (i + 1) ^ -(1 / (exponent - 1)).
class WeightedVertices {
  public:
    explicit WeightedVertices(std::size_t vertices) {
        constexpr double power = -1.0 / 1.5;
        double sum = 0.0;
        for (std::size_t i = 0; i < vertices; ++i) {
            sums_.push_back(sum += std::pow(static_cast<double>(i + 1), power));
        }
    }
    std::uint32_t draw(Dice& dice) const {
        constexpr double steps = 9007199254740992.0; // 2^53
        const double at = static_cast<double>(dice.next() >> 11U) / steps * sums_.back();
        const auto found = std::upper_bound(sums_.begin(), sums_.end() - 1, at);
        return static_cast<std::uint32_t>(found - sums_.begin());
    }

  private:
    std::vector<double> sums_;
};

Actor actor_of(std::size_t number) {
    constexpr std::array<const char*, 3> types{"person", "organization", "account"};
    Actor actor;
    actor.type = types[number % types.size()];
    actor.name = "Actor Number " + std::to_string(number);
    actor.id = actor.type + ":actor-number-" + std::to_string(number);
    actor.documents = {"articles/" + std::to_string(number % 5000) + ".txt"};
    actor.mentions = 1 + number % 7;
    return actor;
}

ActorEdge edge_of(std::uint32_t source, std::uint32_t target, Dice& dice) {
    constexpr std::array<const char*, 6> relations{"met_with", "paid", "employed_by", "criticized", "owns", "communicated_with"};
    ActorEdge edge;
    edge.source = source;
    edge.target = target;
    edge.relation = relations[dice.below(relations.size())];
    edge.modality = dice.below(5) == 0 ? Modality::alleged : Modality::reported;
    edge.sources = 1 + dice.below(3);
    edge.first_reported = edge.last_reported = "2021-0" + std::to_string(1 + dice.below(9)) + "-14";
    Evidence evidence;
    evidence.document = "articles/" + std::to_string(dice.below(5000)) + ".txt";
    evidence.date = edge.first_reported;
    evidence.quote = "The two are said to have met in the harbour office, \"more than once\", two people & a clerk say.";
    evidence.end = evidence.quote.size();
    evidence.rule = "bench.rule";
    edge.documents = {evidence.document};
    edge.evidence.push_back(std::move(evidence));
    return edge;
}

} // namespace

std::uint64_t Dice::next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> power_law_pairs(std::size_t vertices, std::size_t edges,
                                                                     std::uint64_t seed) {
    const WeightedVertices weighted(vertices);
    Dice dice(seed);
    // Numbers are shuffled: who has many ties must not stand first in memory.
    std::vector<std::uint32_t> number(vertices);
    for (std::uint32_t v = 0; v < vertices; ++v) {
        number[v] = v;
        std::swap(number[v], number[dice.below(v + std::size_t{1})]);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    while (pairs.size() < edges) {
        const auto a = weighted.draw(dice);
        if (const auto b = weighted.draw(dice); a != b) {
            pairs.emplace_back(number[a], number[b]);
        }
    }
    return pairs;
}

CaseGraph power_law_case(std::size_t vertices, std::size_t edges, std::uint64_t seed) {
    std::vector<Actor> actors;
    for (std::size_t v = 0; v < vertices; ++v) {
        actors.push_back(actor_of(v));
    }
    Dice dice(seed + 1);
    std::vector<ActorEdge> ties;
    for (const auto& [source, target] : power_law_pairs(vertices, edges, seed)) {
        ties.push_back(edge_of(source, target, dice));
    }
    return {std::move(actors), std::move(ties)};
}

} // namespace actorgraph
