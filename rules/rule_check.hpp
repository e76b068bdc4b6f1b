#pragma once

#include "core/facts.hpp"
#include "rules/rulebook.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace actorgraph {

/// An example sentence with its marked mentions: `[person:source Ana Reyes] met [org Acme]`.
struct MarkedExample {
    std::string text; ///< without the marks
    std::vector<Entity> entities; ///< one for each different name, each with its mentions
    std::optional<std::uint32_t> source; ///< index into entities
    std::optional<std::uint32_t> target;
    std::string problem; ///< what is wrong with the marks; empty when nothing is
};

MarkedExample parse_example(std::string_view marked);

/// The engine as the check needs it; handed in because rules do not know the extractor.
struct ExampleEngine {
    std::function<std::vector<Claim>(const MarkedExample&, const Rulebook&,
                                     const std::vector<std::uint32_t>& rules)>
        read;
    std::function<std::string(const MarkedExample&)> skeleton;
};

/// Every pattern compiles, every `finds` is found by its own rule and no `ignores` is. All problems
/// at once, in file order; a rule whose trigger cannot be told is a warning.
Diagnostics check_rules(const Rulebook& rules, const ExampleEngine& engine);

} // namespace actorgraph
