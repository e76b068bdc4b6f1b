#include "extractor/readers/graph_file.hpp"

#include "extractor/readers.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;

TEST_CASE("a JSON graph is told from a document by its outermost keys", "[extractor]") {
    struct Case {
        const char* json;
        bool is_graph;
    };
    const Case cases[] = {
        {R"({"nodes":[],"edges":[]})", true},
        {R"({"directed": true, "graph": {"text": "a } b"}, "nodes": [{"id"}, )", true},
        {R"(  {"links": [)", true},
        {R"({"data": {"x": [1, 2]}, "elements": {)", true},
        {R"({"id": "a", "text": "the nodes: []"})", false},
        {R"({"text": "\"nodes\": []", "nodes": 3})", false},
        {R"({"graph": {"nodes": []}})", false},
        {R"([{"nodes": []}])", false},
        {"", false},
        {"{", false},
        {R"({"a)", false},
        {R"({"nodes")", false},
        {"{]", false},
    };
    for (const Case& one : cases) {
        INFO(one.json);
        CHECK(is_graph_json(one.json) == one.is_graph);
    }
}

TEST_CASE("a graph among documents is left out with a warning", "[extractor]") {
    const auto read = parse_documents(R"({"nodes":[{"id":"a","text":"Ana met Bo."}],"edges":[]})", "case.json");
    CHECK(read.documents.empty());
    REQUIRE(read.problems.size() == 1);
    CHECK(to_text(read.problems.front()) ==
          "case.json: warning: skipped: this is a graph, no document\n  hint: ask it or convert it by itself");
    CHECK(read.tally.bytes == read.tally.read + read.tally.skipped + read.tally.refused);
}
