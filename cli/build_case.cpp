#include "cli/build_case.hpp"

#include "cli/interrupt.hpp"
#include "core/utf8.hpp"
#include "extractor/analyse.hpp"
#include "extractor/readers.hpp"
#include "store/case_reader.hpp"
#include "store/schema.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <algorithm>

namespace actorgraph {
namespace {

constexpr std::size_t batch_documents = 256; ///< texts held at a time, so memory follows the graph
constexpr std::size_t batch_bytes = 4U << 20U;

void analyse_batch(const std::vector<Document>& documents, const Rulebook& rules,
                   const FactsSink& sink, CaseReport& report) {
    std::vector<DocumentFacts> facts(documents.size());
    tbb::parallel_for(std::size_t{0}, documents.size(), [&](std::size_t i) {
        facts[i] = analyse(documents[i], rules);
    });
    for (DocumentFacts& one : facts) {
        report.bytes += one.text.size();
        ++report.documents;
        sink(std::move(one));
    }
}

/// Facts of a case file; its texts are not analysed again.
void read_case_file(const std::string& path, const FactsSink& sink, CaseReport& report) {
    CaseReader(path).each_facts(TextWanted::yes, [&](DocumentFacts facts) {
        report.bytes += facts.text.size();
        ++report.documents;
        sink(std::move(facts));
    });
}

bool refuses(const Diagnostic& problem) { return problem.severity == Severity::error; }

} // namespace

CaseReport extract_facts(const std::vector<std::string>& paths, const Rulebook& rules,
                         const ExtractOptions& options, const FactsSink& sink) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(std::max(1, options.jobs)));
    CaseReport result;
    std::vector<std::string> unread = paths;
    const auto case_files = std::stable_partition(
        unread.begin(), unread.end(), [](const std::string& path) { return !is_case_file(path); });
    for (auto path = case_files; path != unread.end(); ++path) {
        read_case_file(*path, sink, result);
    }
    unread.erase(case_files, unread.end());
    auto [inputs, problems] = list_inputs(unread);
    result.problems = std::move(problems);
    result.inputs = inputs.size();
    std::vector<Document> batch;
    std::size_t held = 0;
    const auto flush = [&] {
        analyse_batch(batch, rules, sink, result);
        batch.clear();
        held = 0;
        if (options.progress) {
            options.progress(result.documents, result.bytes);
        }
    };
    const ReadSink take{[&](Document document) {
                            held += document.text.size();
                            batch.push_back(std::move(document));
                            if (batch.size() >= batch_documents || held >= batch_bytes) {
                                flush();
                            }
                        },
                        [&](Diagnostic problem) { result.problems.push_back(std::move(problem)); }};
    for (const Input& input : inputs) {
        read_documents(input, options.reading, take);
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

DocumentFacts without_text(DocumentFacts facts) {
    const CodePointIndex index(facts.text);
    const bool has_text = !facts.text.empty();
    const auto to_points = [&index, has_text](Span span) {
        if (!has_text) {
            return span; // facts without text count in code points
        }
        return Span{static_cast<std::uint32_t>(index.to_code_points(span.begin)),
                    static_cast<std::uint32_t>(index.to_code_points(span.end))};
    };
    for (Entity& entity : facts.entities) {
        for (Mention& mention : entity.mentions) {
            mention.span = to_points(mention.span);
            mention.rules.clear();
            mention.rules.shrink_to_fit();
        }
    }
    for (Claim& claim : facts.claims) {
        claim.evidence = to_points(claim.evidence);
    }
    facts.text.clear();
    facts.text.shrink_to_fit();
    return facts;
}

void add(LinkInput& input, DocumentFacts facts) {
    input.sketches.push_back(sketch_of(facts));
    input.facts.push_back(without_text(std::move(facts)));
}

} // namespace actorgraph
