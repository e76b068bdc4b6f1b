#include "extractor/readers/jsonl.hpp"

#include "core/utf8.hpp"
#include "extractor/readers/text.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace actorgraph {
namespace {

constexpr std::size_t deepest = 64;

/// Strings and integers of the outermost object; everything deeper is read over, never built.
class RowReader : public nlohmann::json_sax<nlohmann::json> {
  public:
    std::map<std::string, std::string> fields;
    std::string problem;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t value) override { return put(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return put(std::to_string(value)); }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t& value) override { return put(value); }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override {
        if (depth_ == 0) {
            problem = "the row is an array, not an object";
            return false;
        }
        return open();
    }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        if (depth_ == 1) {
            key_ = name;
        }
        return true;
    }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
        problem = "the row is no JSON, the fault is at byte " + std::to_string(position);
        return false;
    }

  private:
    bool put(std::string value) {
        if (depth_ == 1) {
            fields[key_] = std::move(value);
        }
        return true;
    }
    bool open() {
        if (++depth_ > deepest) {
            problem = "the row is nested deeper than " + std::to_string(deepest) + " levels";
            return false;
        }
        return true;
    }
    bool close() {
        --depth_;
        return true;
    }
    std::size_t depth_ = 0;
    std::string key_;
};

std::string field(const RowReader& row, const char* name) {
    const auto found = row.fields.find(name);
    return found == row.fields.end() ? "" : found->second;
}

void read_row(std::string_view line, const std::string& file, std::size_t number,
              ReadDocuments& result) {
    RowReader row;
    const ValidText valid = make_valid_utf8(line);
    const bool is_read = nlohmann::json::sax_parse(valid.text, &row);
    if (is_read && !row.fields.contains("text")) {
        row.problem = "the row has no \"text\"";
    }
    if (!row.problem.empty()) {
        result.problems.push_back({Severity::error, file, number, 0, row.problem,
                                   R"(write one object a line: {"id": "...", "text": "..."})"});
        return;
    }
    if (valid.replaced > 0) {
        result.problems.push_back({Severity::warning, file, number, valid.first_replaced_byte + 1,
                                   std::to_string(valid.replaced) +
                                       " ill-formed UTF-8 sequences were replaced",
                                   "convert the file to UTF-8"});
    }
    Document document;
    document.text = field(row, "text");
    const std::string id = field(row, "id");
    document.id = id.empty() ? file + ":" + std::to_string(number) : id;
    document.sha256 = sha256_hex(document.text);
    document.title = field(row, "title");
    document.date = field(row, "date").substr(0, 10);
    document.outlet = field(row, "outlet").empty() ? field(row, "source") : field(row, "outlet");
    if (document.date.empty()) {
        document.date = opening_date(document.text);
    }
    result.documents.push_back(std::move(document));
}

} // namespace

ReadDocuments read_jsonl(std::string_view bytes, const std::string& id) {
    ReadDocuments result;
    std::size_t number = 0;
    while (!bytes.empty()) {
        const auto newline = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = bytes.substr(0, newline);
        bytes.remove_prefix(std::min(newline + 1, bytes.size()));
        ++number;
        if (line.find_first_not_of(" \t\r\xEF\xBB\xBF") != std::string_view::npos) {
            read_row(line, id, number, result);
        }
    }
    if (result.documents.empty() && result.problems.empty()) {
        result.problems.push_back({Severity::warning, id, 0, 0, "the file holds no rows", ""});
    }
    return result;
}

} // namespace actorgraph
