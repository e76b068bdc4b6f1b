#include "extractor/readers/graph_file.hpp"
#include "extractor/readers/jsonl.hpp"
#include "extractor/readers/row.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

constexpr std::string_view blanks = " \t\r\n\xEF\xBB\xBF";

/// Cuts a stream of JSON into its outermost objects, without building any of it.
class ObjectCutter {
  public:
    explicit ObjectCutter(const Intake& reading)
        : reading_(reading), limit_(reading.options.limits.document_bytes) {}

    void take(std::string_view bytes) {
        for (const char c : bytes) {
            line_ += c == '\n' ? 1U : 0U;
            if (depth_ == 0) {
                outside(c);
            } else {
                inside(c);
            }
        }
    }

    void finish() {
        if (depth_ > 0) {
            refuse(reading_, size_, "the JSON ends inside a row", "the file may be cut off",
                   first_line_);
        }
        skip(reading_, between_);
        if (is_in_array_ && depth_ == 0) {
            warn(reading_, "the JSON array is not closed", "the file may be cut off", line_);
        }
        if (rows_ == 0 && stray_ == 0) {
            warn(reading_, "the file holds no rows", "");
        }
        if (stray_ > 0) {
            refuse(reading_, stray_, "the JSON holds values that are no objects",
                   R"(write an array of objects: [{"id": "...", "text": "..."}])", stray_line_);
        }
    }

  private:
    void outside(char c) {
        const bool is_structure =
            c == ',' || (c == '[' && !is_in_array_) || (c == ']' && is_in_array_);
        if (c == '{' || (c == '[' && is_in_array_)) {
            depth_ = 1;
            size_ = 1;
            row_.assign(1, c);
            first_line_ = line_;
        } else if (is_structure || blanks.find(c) != std::string_view::npos) {
            is_in_array_ = is_in_array_ != (c == '[' || c == ']');
            ++between_;
        } else {
            stray_line_ = stray_ == 0 ? line_ : stray_line_;
            ++stray_;
        }
    }

    void inside(char c) {
        ++size_;
        if (row_.size() < limit_) {
            row_ += c;
        }
        if (is_in_string_) {
            is_in_string_ = is_escaped_ || c != '"';
            is_escaped_ = !is_escaped_ && c == '\\';
            return;
        }
        is_in_string_ = c == '"';
        depth_ += c == '{' || c == '[' ? 1U : 0U;
        depth_ -= c == '}' || c == ']' ? 1U : 0U;
        if (depth_ == 0) {
            close_row();
        }
    }

    void close_row() {
        ++rows_;
        if (rows_ == 1 && !is_in_array_ && is_graph_json(row_)) {
            skip(reading_, size_);
            warn(reading_, "skipped: this is a graph, no document", "ask it or convert it by itself");
        } else if (size_ > limit_) {
            refuse(reading_, size_, "the row is longer than the limit of " + size_in_words(limit_),
                   "raise --max-document", first_line_);
        } else {
            read_row(row_, reading_, first_line_, "#" + std::to_string(rows_));
        }
        row_.clear();
    }

    const Intake& reading_;
    std::uint64_t limit_;
    std::string row_;
    std::uint64_t size_ = 0;
    std::size_t depth_ = 0;
    std::size_t line_ = 1;
    std::size_t first_line_ = 1;
    std::size_t rows_ = 0;
    std::uint64_t between_ = 0;
    std::uint64_t stray_ = 0;
    std::size_t stray_line_ = 1;
    bool is_in_array_ = false;
    bool is_in_string_ = false;
    bool is_escaped_ = false;
};

} // namespace

void read_json(ByteSource& source, const Intake& reading) {
    ObjectCutter cutter(reading);
    std::array<char, 16384> piece{};
    for (std::size_t got = 0; (got = source.read(piece.data(), piece.size())) > 0;) {
        cutter.take({piece.data(), got});
    }
    cutter.finish();
}

} // namespace actorgraph
