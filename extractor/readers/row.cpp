#include "extractor/readers/row.hpp"

#include "extractor/readers/published_date.hpp"
#include "extractor/readers/text.hpp"

#include <map>
#include <nlohmann/json.hpp>

namespace actorgraph {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t deepest_field = 3;

/// Strings and integers of an object and of the objects in it; the rest is read over, never built.
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
    bool start_object(std::size_t) override { return open(false); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override {
        if (levels_.empty()) {
            problem = "the row is an array, not an object";
            return false;
        }
        return open(true);
    }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        levels_.back().key = name;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
        problem = "the row is not valid JSON at byte " + std::to_string(position);
        return false;
    }

  private:
    struct Level {
        bool is_array = false;
        std::string key;
    };

    bool put(const std::string& value) {
        if (levels_.empty()) {
            problem = "the row is a bare value, not an object";
            return false;
        }
        if (levels_.size() <= deepest_field && arrays_ == 0) {
            std::string name;
            for (const Level& level : levels_) {
                name += (name.empty() ? "" : ".") + level.key;
            }
            fields[name] = value;
        }
        return true;
    }
    bool open(bool is_array) {
        if (levels_.size() >= deepest) {
            problem = "the row is nested deeper than " + std::to_string(deepest) + " levels";
            return false;
        }
        arrays_ += is_array ? 1U : 0U;
        levels_.push_back({is_array, {}});
        return true;
    }
    bool close() {
        arrays_ -= levels_.back().is_array ? 1U : 0U;
        levels_.pop_back();
        return true;
    }
    std::vector<Level> levels_;
    std::size_t arrays_ = 0;
};

std::string field(const RowReader& row, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        const auto found = row.fields.find(name);
        if (found != row.fields.end() && !found->second.empty()) {
            return found->second;
        }
    }
    return {};
}

bool has_field(const RowReader& row, const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return row.fields.contains(name); });
}

Document document_of(const RowReader& row, const Intake& reading, const std::string& place) {
    const FieldMap& names = reading.options.fields;
    Document document;
    document.text = field(row, names.text);
    document.id = field(row, names.id);
    document.title = field(row, names.title);
    document.date = published_date(field(row, names.date));
    document.outlet = field(row, names.outlet);
    document.url = field(row, names.url);
    document.region = field(row, names.region);
    if (document.id.empty()) {
        document.id = reading.id + place;
    }
    if (document.date.empty()) {
        document.date = opening_date(document.text);
    }
    return document;
}

} // namespace

void read_row(std::string_view row, const Intake& reading, std::size_t line, const std::string& place) {
    RowReader reader;
    const DecodedText decoded = decode_for(reading, row, "utf-8", line);
    const bool is_read = nlohmann::json::sax_parse(decoded.text, &reader);
    if (is_read && !has_field(reader, reading.options.fields.text)) {
        reader.problem = "the row has no \"" + reading.options.fields.text.front() + "\"";
    }
    if (!reader.problem.empty()) {
        refuse(
            reading, row.size(), reader.problem,
            R"(write one object a line: {"id": "...", "text": "..."}, or name its fields with --map)",
            line);
        return;
    }
    Document document = document_of(reader, reading, place);
    document.sha256 = sha256_hex(document.text);
    document.source_bytes = row.size();
    deliver(reading, std::move(document));
}

} // namespace actorgraph
