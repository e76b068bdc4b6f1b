#include "export/facts_line.hpp"

#include <cstdlib>
#include <sstream>

/// A line that is read is written as a line that gives the same line again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace actorgraph;
    const auto written = [](std::string_view line) -> std::string {
        const Result<DocumentFacts> facts = read_facts_line(line, "f.jsonl", 1);
        std::ostringstream out;
        if (facts) {
            write_facts_line(facts.value(), out);
        }
        return out.str();
    };
    const std::string once = written({reinterpret_cast<const char*>(bytes), size});
    if (!once.empty() && written(once) != once) {
        std::abort();
    }
    return 0;
}
