#include "cli/graph_file.hpp"

#include "export/node_link.hpp"
#include "export/read_graphml.hpp"
#include "extractor/readers/graph_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace actorgraph {
namespace {

namespace fs = std::filesystem;

std::string read_file(const std::string& path, std::size_t most) {
    std::ifstream in(path, std::ios::binary);
    std::error_code failure;
    std::string text(std::min<std::uintmax_t>(fs::file_size(path, failure), most), '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

bool is_graphml(const std::string& path) { return fs::path(path).extension() == ".graphml"; }

} // namespace

bool is_graph_file(const std::string& path) {
    constexpr std::size_t beginning = 1U << 20U;
    std::error_code failure;
    if (!fs::is_regular_file(path, failure)) {
        return false;
    }
    return is_graphml(path) || (fs::path(path).extension() == ".json" && is_graph_json(read_file(path, beginning)));
}

OpenCase open_graph_file(const std::string& path) {
    OpenCase result;
    const std::string text = read_file(path, static_cast<std::size_t>(-1));
    Result<CaseGraph> graph = is_graphml(path) ? read_graphml(text, path) : read_node_link(text, path);
    if (!graph) {
        print(graph.problems());
        result.exit_code = exit_partial;
        return result;
    }
    result.graph = std::move(graph).value();
    result.is_open = true;
    return result;
}

bool mixes_graphs(const std::vector<std::string>& sources) {
    const auto graph = std::find_if(sources.begin(), sources.end(), is_graph_file);
    if (sources.size() < 2 || graph == sources.end()) {
        return false;
    }
    print({{Severity::error, *graph, 0, 0, "a graph cannot be read together with other sources",
            "give it alone, or join facts with 'actorgraph merge'"}});
    return true;
}

} // namespace actorgraph
