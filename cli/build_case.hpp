#pragma once

#include "core/facts.hpp"
#include "core/result.hpp"
#include "graph/case_graph.hpp"
#include "rules/rulebook.hpp"

#include <functional>
#include <string>
#include <vector>

namespace actorgraph {

/// Facts of all documents in the order of their inputs, and what was wrong on the way.
struct CaseFacts {
    std::vector<DocumentFacts> facts;
    Diagnostics problems;
    std::size_t inputs = 0;
    std::size_t bytes = 0; ///< of cleaned text
    bool has_refusals = false;
    bool was_interrupted = false;
};

/// Called with documents done and bytes read; on the main thread, now and then.
using Progress = std::function<void(std::size_t documents, std::size_t bytes)>;

/// The walk of a case: paths → documents → facts, `jobs` documents at a time. The result does not depend
/// on `jobs`. Ctrl-C ends it early with everything finished kept.
CaseFacts extract_facts(const std::vector<std::string>& paths, const Rulebook& rules, int jobs,
                        const Progress& progress = {});

/// One graph of all facts; directions by the rule book's schema.
CaseGraph graph_of(const std::vector<DocumentFacts>& facts, const Rulebook& rules);

} // namespace actorgraph
