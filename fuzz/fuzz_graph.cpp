#include "export/graphml.hpp"
#include "export/node_link.hpp"
#include "export/read_graphml.hpp"

#include <cstdlib>
#include <sstream>

/// Bytes as GraphML or as node-link JSON, whichever they begin like. A graph that is read can be written, and what is
/// written gives an equal graph.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace actorgraph;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const Result<CaseGraph> graph =
        !text.empty() && text.front() == '{' ? read_node_link(text, "f.json") : read_graphml(text, "f.graphml");
    if (!graph) {
        return 0;
    }
    std::ostringstream graphml;
    write_graphml(graph.value(), {}, graphml);
    std::ostringstream once;
    write_node_link(graph.value(), {}, once);
    const Result<CaseGraph> back = read_node_link(once.str(), "f.json");
    std::ostringstream twice;
    if (back) {
        write_node_link(back.value(), {}, twice);
    }
    if (once.str() != twice.str()) {
        std::abort();
    }
    return 0;
}
