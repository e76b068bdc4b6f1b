#pragma once

#include "core/facts.hpp"
#include "core/result.hpp"
#include "extractor/readers.hpp"
#include "graph/link.hpp"
#include "rules/rulebook.hpp"

#include <functional>
#include <string>
#include <vector>

namespace actorgraph {

/// How the reading of a case went.
struct CaseReport {
    Diagnostics problems;
    std::size_t documents = 0;
    std::size_t inputs = 0;
    std::size_t bytes = 0; ///< of cleaned text
    bool has_refusals = false;
    bool was_interrupted = false;
};

/// Takes the facts of each document, in the order of the inputs, on the main thread.
using FactsSink = std::function<void(DocumentFacts facts)>;

/// Called with documents done and bytes read; on the main thread, now and then.
using Progress = std::function<void(std::size_t documents, std::size_t bytes)>;

/// How a case is read.
struct ExtractOptions {
    int jobs = 1;        ///< documents at a time
    ReadOptions reading; ///< limits and field names
    Progress progress;   ///< may be empty
};

/// The walk of a case: paths → documents → facts → `sink`. What the sink gets does not depend on `jobs`. Texts are held for one batch only. Ctrl-C ends it early with everything
/// finished handed on.
CaseReport extract_facts(const std::vector<std::string>& paths, const Rulebook& rules,
                         const ExtractOptions& options, const FactsSink& sink);

/// Facts without their text: evidence and mentions are turned to code points, so that a graph of many
/// documents does not hold their texts.
DocumentFacts without_text(DocumentFacts facts);

/// Adds a document to what is linked; its text is dropped, its sketch stays.
void add(LinkInput& input, DocumentFacts facts);

} // namespace actorgraph
