#include "extractor/readers/jsonl.hpp"

#include "extractor/readers/row.hpp"

namespace actorgraph {

void read_jsonl(ByteSource& source, const Intake& reading) {
    const std::uint64_t limit = reading.options.limits.document_bytes;
    std::string line;
    bool is_empty = true;
    for (std::size_t number = 1; true; ++number) {
        const std::uint64_t taken = source.read_line(line, limit);
        if (taken == 0) {
            break;
        }
        if (taken > line.size()) {
            refuse(reading, taken, "the row is longer than the limit of " + size_in_words(limit),
                   "raise --max-document", number);
        } else if (line.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string::npos) {
            skip(reading, taken);
            continue;
        } else {
            read_row(line, reading, number, ":" + std::to_string(number));
        }
        is_empty = false;
    }
    if (is_empty) {
        warn(reading, "the file holds no rows", "");
    }
}

} // namespace actorgraph
