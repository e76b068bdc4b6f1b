#include "cli/build_case.hpp"

#include "cli/interrupt.hpp"
#include "extractor/analyse.hpp"
#include "extractor/readers.hpp"
#include "graph/link.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <algorithm>

namespace actorgraph {
namespace {

constexpr std::size_t batch_documents = 256; ///< texts held at a time, so memory follows the graph

void analyse_batch(const std::vector<Document>& documents, const Rulebook& rules, CaseFacts& result) {
    std::vector<DocumentFacts> facts(documents.size());
    tbb::parallel_for(std::size_t{0}, documents.size(), [&](std::size_t i) {
        facts[i] = analyse(documents[i], rules);
    });
    for (DocumentFacts& one : facts) {
        result.bytes += one.text.size();
        result.facts.push_back(std::move(one));
    }
}

bool refuses(const Diagnostic& problem) { return problem.severity == Severity::error; }

} // namespace

CaseFacts extract_facts(const std::vector<std::string>& paths, const Rulebook& rules, int jobs,
                        const Progress& progress) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(std::max(1, jobs)));
    CaseFacts result;
    auto [inputs, problems] = list_inputs(paths);
    result.problems = std::move(problems);
    result.inputs = inputs.size();
    std::vector<Document> batch;
    const auto flush = [&] {
        analyse_batch(batch, rules, result);
        batch.clear();
        if (progress) {
            progress(result.facts.size(), result.bytes);
        }
    };
    for (const Input& input : inputs) {
        ReadDocuments read = read_documents(input);
        result.problems.insert(result.problems.end(), read.problems.begin(), read.problems.end());
        for (Document& document : read.documents) {
            batch.push_back(std::move(document));
            if (batch.size() >= batch_documents) {
                flush();
            }
        }
        if (was_interrupted()) {
            result.was_interrupted = true;
            break;
        }
    }
    flush();
    result.has_refusals =
        std::any_of(result.problems.begin(), result.problems.end(), refuses);
    return result;
}

CaseGraph graph_of(const std::vector<DocumentFacts>& facts, const Rulebook& rules) {
    return link(facts, [&rules](std::string_view id) {
        const RelationType* relation = rules.relation(id);
        return relation != nullptr && relation->symmetric;
    });
}

} // namespace actorgraph
