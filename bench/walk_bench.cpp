// Prints MB/s of every stage of the walk over a corpus, and edges/s of the GraphML writer, in processor
// time, so that neighbours on the machine do not count.
// usage: actorgraph_bench RULES_FOLDER PATH…
#include "export/formats.hpp"
#include "extractor/readers.hpp"
#include "extractor/recognise/names.hpp"
#include "extractor/relate.hpp"
#include "extractor/resolve.hpp"
#include "graph/link.hpp"
#include "rules/rulebook.hpp"

#include <fmt/core.h>

#include <ctime>
#include <iostream>
#include <sstream>

using namespace actorgraph;

namespace {

double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

class Stopwatch {
  public:
    template <typename Work> auto time(Work&& work) {
        const double start = processor_seconds();
        auto result = work();
        seconds_ += processor_seconds() - start;
        return result;
    }
    double seconds() const { return seconds_; }

  private:
    double seconds_ = 0.0;
};

struct Stages {
    Stopwatch load, read, segment, accounts, names, resolve, relate, link, write;
};

void row(const char* stage, double amount, const char* unit, double seconds) {
    fmt::print("{:<22}{:>10.1f} {:<10}{:>9.3f} s\n", stage, seconds > 0 ? amount / seconds : 0.0, unit,
               seconds);
}

DocumentFacts walk(const Document& document, const Rulebook& rules, Stages& stages) {
    const auto segmentation = stages.segment.time([&] { return segment(document); });
    const auto accounts = stages.accounts.time([&] { return recognise_accounts(document.text, document.region); });
    const auto names = stages.names.time(
        [&] { return recognise_names(document.text, segmentation, accounts, rules.lexicon,
                                     rules.name_weights); });
    auto entities = stages.resolve.time(
        [&] { return resolve(document, segmentation, names, accounts, rules.lexicon); });
    auto claims =
        stages.relate.time([&] { return relate(document, segmentation, entities, rules); });
    DocumentFacts facts;
    facts.id = document.id;
    facts.sha256 = document.sha256;
    facts.date = document.date;
    facts.entities = std::move(entities);
    facts.claims = std::move(claims);
    return facts;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: actorgraph_bench RULES_FOLDER PATH...\n";
        return 2;
    }
    Stages stages;
    const auto rules = stages.load.time([&] { return load_rulebook(argv[1]); });
    if (!rules) {
        std::cerr << to_text(rules.problems().front()) << '\n';
        return 2;
    }
    LinkInput linked;
    double bytes = 0;
    const auto [inputs, problems] = list_inputs({argv + 2, argv + argc});
    for (const Input& input : inputs) {
        std::vector<Document> documents;
        const ReadSink sink{[&](Document one) { documents.push_back(std::move(one)); },
                            [](const Diagnostic& problem) { std::cerr << to_text(problem) << '\n'; }};
        stages.read.time([&] { return read_documents(input, {}, sink); });
        for (const Document& document : documents) {
            bytes += static_cast<double>(document.text.size());
            linked.facts.push_back(walk(document, rules.value(), stages));
        }
    }
    const auto is_symmetric = [&](std::string_view id) {
        const RelationType* relation = rules.value().relation(id);
        return relation != nullptr && relation->symmetric;
    };
    const CaseGraph graph = stages.link.time([&] { return link(linked, is_symmetric); });
    std::ostringstream out;
    stages.write.time([&] {
        find_format("graphml")->write(graph, {}, out);
        return 0;
    });
    const double mb = bytes / 1e6;
    fmt::print("{} documents, {:.2f} MB, {} actors, {} edges\n", linked.facts.size(), mb,
               graph.actors().size(), graph.edges().size());
    row("load rules", 1.0, "loads/s", stages.load.seconds());
    row("read", mb, "MB/s", stages.read.seconds());
    row("segment", mb, "MB/s", stages.segment.seconds());
    row("recognise accounts", mb, "MB/s", stages.accounts.seconds());
    row("recognise names", mb, "MB/s", stages.names.seconds());
    row("resolve", mb, "MB/s", stages.resolve.seconds());
    row("relate", mb, "MB/s", stages.relate.seconds());
    const double walk_seconds = stages.segment.seconds() + stages.accounts.seconds() +
                                stages.names.seconds() + stages.resolve.seconds() +
                                stages.relate.seconds();
    row("whole walk", mb, "MB/s", walk_seconds);
    row("link", mb, "MB/s", stages.link.seconds());
    row("write graphml", static_cast<double>(graph.edges().size()), "edges/s",
        stages.write.seconds());
}
