#pragma once

#include "extractor/relate/views.hpp"
#include "rules/rulebook.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

namespace actorgraph::testing {

inline const Rulebook& shipped_rules() {
    static const auto rules = load_rulebook(std::filesystem::path(ACTORGRAPH_SOURCE_DIR) / "rules");
    REQUIRE(rules.ok());
    return rules.value();
}

/// Skeleton text as a view, its tokens read with the words of the shipped rules.
inline View view_of(const std::string& text) {
    View view;
    view.text = text;
    scan_tokens(text, shipped_rules().words, view.tokens);
    return view;
}

} // namespace actorgraph::testing
